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

export interface Dictionaries {
  readonly provider: Dictionary;
  readonly school: Dictionary;
  readonly location: Dictionary;
  readonly qualification: Dictionary;
  readonly performanceType: Dictionary;
  readonly unit: Dictionary;
  readonly spell: Dictionary;
  readonly language: Dictionary;
}

/** One batch of facts. A person's records never straddle two batches. */
export interface Facts {
  readonly persons: PersonColumns;
  readonly rights: StudyRightColumns;
  readonly periods: PeriodColumns;
  readonly credits: CreditColumns;
  readonly spells: SpellColumns;
  readonly dictionaries: Dictionaries;
}
