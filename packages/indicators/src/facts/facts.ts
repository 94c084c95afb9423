import type { DataText } from '@strapetsi/text';

/**
 * A dictionary of open codes (organisations, qualifications): code in a column = position in `keys`.
 * Shared by all batches of one reading, and only ever appended to.
 */
export interface Dictionary {
  readonly keys: readonly string[];
  readonly labels: readonly DataText[];
}

/** Whose the records are. A person's key is a keyed pseudonym; the key that made it is nowhere in the facts. */
export interface PersonColumns {
  readonly count: number;
  /** 32 lower-case hexadecimal digits: the first 16 bytes of an HMAC-SHA-256. Or `file:N` where the record had no identity. */
  readonly key: readonly string[];
  /** Year, or 0 where it is not known. */
  readonly birthYear: Int16Array;
  /** Position in `genders`. */
  readonly gender: Uint8Array;
  /** Position in `dictionaries.language`, -1 where missing. */
  readonly motherTongue: Int32Array;
}

/** Study rights (opiskeluoikeus), ordered by person: those of one person stand next to each other. */
export interface StudyRightColumns {
  readonly count: number;
  readonly key: readonly string[];
  /** Position in this batch's persons. */
  readonly person: Int32Array;
  readonly provider: Int32Array;
  readonly school: Int32Array;
  /** Place of education (toimipiste) of the leading performance. */
  readonly location: Int32Array;
  /** Code of the qualification (koulutus) of the leading performance. */
  readonly qualification: Int32Array;
  /** Type of the leading performance (suorituksen tyyppi), in `dictionaries.performanceType`. */
  readonly performanceType: Int32Array;
  /** Position in `educations`. */
  readonly education: Uint8Array;
  /** Position in `julyRules`. */
  readonly julyRule: Uint8Array;
  /** 1 for preparatory education of its own study-right type (tuva). */
  readonly tuva: Uint8Array;
  /** 1 where the right is included in another one (sisältyyOpiskeluoikeuteen). */
  readonly nested: Uint8Array;
  /** 1 where the education was bought from another provider (ostettu). */
  readonly purchased: Uint8Array;
  /** First day of the first period; NO_DAY without periods. */
  readonly start: Int32Array;
  /** First day of the final state, else OPEN. */
  readonly end: Int32Array;
  readonly estimatedEnd: Int32Array;
  /** Day of confirmation (vahvistus) of the leading performance, else NO_DAY. */
  readonly confirmed: Int32Array;
  /** Language of the leading performance (suorituskieli), in `dictionaries.language`. */
  readonly language: Int32Array;
  /** Position in `completionMethods`. */
  readonly method: Uint8Array;
  /** Version of the record in its source (versionumero), -1 where it has none: the larger is the later. */
  readonly version: Int32Array;
}

/**
 * Periods: a right's time, cut at every change of state, funding or part time. Ordered by right, then by start.
 * A period of a final state lasts its one day; the last period of an unfinished right ends at OPEN.
 */
export interface PeriodColumns {
  readonly count: number;
  /** Position in this batch's study rights. */
  readonly right: Int32Array;
  readonly start: Int32Array;
  /** Last day, inclusive. */
  readonly end: Int32Array;
  /** First day of the unbroken state to which this row belongs (tilaAlkanut): where the 28 holiday days are counted from. */
  readonly stateBegan: Int32Array;
  /** Position in `periodStates`. */
  readonly state: Uint8Array;
  /** Code of `opintojenrahoitus` as a number, 255 where missing. */
  readonly funding: Uint8Array;
  /** Share of full-time study in millionths: 1,000,000 is full time. */
  readonly share: Int32Array;
}

/** Assessed parts of performances with their competence points, whole tree flattened. */
export interface CreditColumns {
  readonly count: number;
  readonly right: Int32Array;
  /** Position of the unit this part belongs to in this batch's credits, -1 for a unit itself. */
  readonly parent: Int32Array;
  /** Code of the unit or area, in `dictionaries.unit`. */
  readonly unit: Int32Array;
  /** Type (suorituksen tyyppi) in `dictionaries.performanceType`. */
  readonly type: Int32Array;
  /** ammatillisentutkinnonosanryhma 1–4, 255 where missing. */
  readonly group: Uint8Array;
  /** Competence points in thousandths, -1 where the extent is missing or in another unit. */
  readonly points: Int32Array;
  /** Earliest assessment day, NO_DAY where not assessed. */
  readonly assessed: Int32Array;
  readonly mandatory: Uint8Array;
  /** 0 not recognised, 1 recognised, 2 recognised and funded. */
  readonly recognised: Uint8Array;
  readonly demonstrated: Uint8Array;
  /** 1 where the performance that holds the unit is a raised one (korotettu). */
  readonly raised: Uint8Array;
}

/** Periods of additional information and of ways of acquiring competence: who had what from when until when. */
export interface SpellColumns {
  readonly count: number;
  readonly right: Int32Array;
  /** In `dictionaries.spell`: `oppisopimus`, `koulutussopimus`, `majoitus`, `erityinenTuki`, … */
  readonly kind: Int32Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
}

/** Personal plans (HOKS) of study rights. A right can have several, or none. */
export interface PlanColumns {
  readonly count: number;
  /** Position in this batch's study rights. */
  readonly right: Int32Array;
  /** Day of the first approval (ensikertainen hyväksyminen), else NO_DAY. */
  readonly approved: Int32Array;
  /** Day of the latest approval, else NO_DAY. */
  readonly lastApproved: Int32Array;
  /** Day of the latest change, else NO_DAY. */
  readonly updated: Int32Array;
  /** Day on which the competence was acquired (osaamisen saavuttaminen), else NO_DAY. */
  readonly achieved: Int32Array;
  /** 1 where there is competence still to be acquired (osaamisen hankkimisen tarve). */
  readonly needed: Uint8Array;
  /** Units that were acquired before (aiemmin hankitut). */
  readonly priorUnits: Int32Array;
  /** Units that the plan says how to acquire (hankittavat). */
  readonly plannedUnits: Int32Array;
}

/**
 * Learning at work, cut so that no piece overlaps only a part of another of the same person: a piece's `share` is what
 * of each of its days belongs to its workplace period, DOMAIN 2. Ordered by right, then by start.
 */
export interface WorkplaceColumns {
  readonly count: number;
  /** Position in this batch's study rights. */
  readonly right: Int32Array;
  /** Position in `workplaceKinds`. */
  readonly kind: Uint8Array;
  readonly start: Int32Array;
  /** Last day, inclusive; OPEN where the period has no end. */
  readonly end: Int32Array;
  /** Of each day, in millionths: 1 / periods that share the day, times the part-time share. */
  readonly share: Int32Array;
  /** 1 for the first piece of a workplace period: the pieces with 1 are as many as the periods. */
  readonly first: Uint8Array;
  /** Employer or workplace by business id (Y-tunnus), in `dictionaries.employer`; -1 where missing. */
  readonly employer: Int32Array;
  /** Municipality of the workplace, in `dictionaries.area`; -1 where missing. */
  readonly area: Int32Array;
}

/** What graduates did some years after graduating, one row per graduate and distance; or one for several in the same situation. */
export interface OutcomeColumns {
  readonly count: number;
  /** Position in this batch's persons. */
  readonly person: Int32Array;
  readonly provider: Int32Array;
  readonly school: Int32Array;
  readonly qualification: Int32Array;
  /** Day of graduation; 31 December where only the year is known. */
  readonly graduated: Int32Array;
  /** 1, 3 or 5. */
  readonly yearsAfter: Uint8Array;
  /** Position in `mainActivities`. */
  readonly activity: Uint8Array;
  /** Graduates that the row stands for. */
  readonly graduates: Int32Array;
}

/** Replies to feedback surveys, and who was asked: one row per person asked, or a row for all who were asked of a group. */
export interface ResponseColumns {
  readonly count: number;
  readonly key: readonly string[];
  /** Position in this batch's persons. */
  readonly person: Int32Array;
  readonly provider: Int32Array;
  readonly school: Int32Array;
  readonly qualification: Int32Array;
  /** In `dictionaries.survey`. */
  readonly survey: Int32Array;
  /** Position in `educations`. */
  readonly education: Uint8Array;
  /** Day of the answer; of a row of persons asked, the last day of their answering time. NO_DAY where not known. */
  readonly day: Int32Array;
  /** Persons asked that the row stands for: 1 for a person asked, N for a group, 0 for a reply whose group has a row of its own. */
  readonly asked: Int32Array;
  /** 1 for a reply. */
  readonly answered: Uint8Array;
  /** What a reply weighs: 1, or the days of the workplace period it is about. */
  readonly weight: Int32Array;
}

/** Answers of a reply: one row per question, or per chosen option of a multiple choice. Free text is not among the facts. */
export interface AnswerColumns {
  readonly count: number;
  /** Position in this batch's responses. */
  readonly response: Int32Array;
  /** In `dictionaries.question`. */
  readonly question: Int32Array;
  /** The number chosen: of a scale, an option, yes (1) or no (0), or the number given; NO_DAY for "can't say". */
  readonly value: Int32Array;
  /** 1 for "can't say" (en osaa sanoa). */
  readonly cantSay: Uint8Array;
  /** 1 where the question counts for funding (rahoitusmallikysymys). */
  readonly forFunding: Uint8Array;
}

/** A column that a provider added: a code per study right, outcome or response, named `own.<name>` in definitions. */
export interface OwnColumn {
  readonly of: 'right' | 'outcome' | 'response';
  readonly label: DataText;
  readonly dictionary: Dictionary;
  /** Position in the dictionary, -1 where missing. */
  readonly values: Int32Array;
}

export interface Dictionaries {
  readonly provider: Dictionary;
  readonly school: Dictionary;
  readonly location: Dictionary;
  readonly qualification: Dictionary;
  readonly performanceType: Dictionary;
  readonly unit: Dictionary;
  readonly spell: Dictionary;
  readonly language: Dictionary;
  readonly employer: Dictionary;
  readonly area: Dictionary;
  readonly survey: Dictionary;
  readonly question: Dictionary;
}

/** One batch of facts. A person's records never straddle two batches. */
export interface Facts {
  readonly persons: PersonColumns;
  readonly rights: StudyRightColumns;
  readonly periods: PeriodColumns;
  readonly credits: CreditColumns;
  readonly spells: SpellColumns;
  readonly plans: PlanColumns;
  readonly workplaces: WorkplaceColumns;
  readonly outcomes: OutcomeColumns;
  readonly responses: ResponseColumns;
  readonly answers: AnswerColumns;
  /** By name. */
  readonly own: Readonly<Record<string, OwnColumn>>;
  readonly dictionaries: Dictionaries;
}
