import type { DataText } from '@strapetsi/text';
import type { IsoDate } from '../days/day.js';
import type {
  CompletionMethod,
  Education,
  Gender,
  JulyRule,
  MainActivity,
  PeriodState,
  WorkplaceKind,
} from './codes.js';

/** A code, or a code with its name. The first name met for a code is the one that is kept. */
export type PlainCode = string | { readonly key: string; readonly label: DataText };

export interface PlainPeriod {
  readonly start: IsoDate;
  /** Last day, inclusive. Absent: has not ended. */
  readonly end?: IsoDate;
  readonly state: PeriodState;
  /** Code of `opintojenrahoitus` as a number. */
  readonly funding?: number;
  /** Share of full-time study in millionths; 1,000,000 where absent. */
  readonly share?: number;
  /** First day of the unbroken state. Absent: the start of the first of the periods of this state that follow each other without a gap. */
  readonly stateBegan?: IsoDate;
}

export interface PlainCredit {
  readonly unit: string;
  readonly type: string;
  /** Position of the unit in this right's credits; absent for a unit itself. */
  readonly parent?: number;
  /** ammatillisentutkinnonosanryhma 1–4 */
  readonly group?: number;
  /** Competence points in thousandths. */
  readonly points?: number;
  readonly assessed?: IsoDate;
  readonly mandatory?: boolean;
  readonly recognised?: 0 | 1 | 2;
  readonly demonstrated?: boolean;
  readonly raised?: boolean;
}

export interface PlainSpell {
  readonly kind: string;
  readonly start: IsoDate;
  readonly end?: IsoDate;
}

export interface PlainPlan {
  readonly approved?: IsoDate;
  readonly lastApproved?: IsoDate;
  readonly updated?: IsoDate;
  readonly achieved?: IsoDate;
  /** True where absent. */
  readonly needed?: boolean;
  readonly priorUnits?: number;
  readonly plannedUnits?: number;
}

/** A whole period of learning at work; days that it shares with others of the person are divided by `factsOf`. */
export interface PlainWorkplacePeriod {
  readonly kind: WorkplaceKind;
  readonly start: IsoDate;
  /** Last day, inclusive. Absent: has not ended. */
  readonly end?: IsoDate;
  /** Part-time share in millionths; 1,000,000 where absent. */
  readonly share?: number;
  readonly employer?: PlainCode;
  readonly area?: PlainCode;
}

export interface PlainOutcome {
  readonly provider: PlainCode;
  readonly school?: PlainCode;
  readonly qualification?: PlainCode;
  readonly graduated: IsoDate;
  readonly yearsAfter: number;
  readonly activity?: MainActivity;
  /** 1 where absent. */
  readonly graduates?: number;
}

export interface PlainAnswer {
  readonly question: PlainCode;
  /** Absent for "can't say". */
  readonly value?: number;
  readonly forFunding?: boolean;
}

export interface PlainResponse {
  readonly key: string;
  readonly provider: PlainCode;
  readonly school?: PlainCode;
  readonly qualification?: PlainCode;
  readonly survey: PlainCode;
  readonly education?: Education;
  readonly day?: IsoDate;
  /** 1 where absent. */
  readonly asked?: number;
  readonly answered: boolean;
  /** 1 where absent. */
  readonly weight?: number;
  readonly answers?: readonly PlainAnswer[];
}

export interface PlainStudyRight {
  readonly key: string;
  readonly provider: PlainCode;
  readonly school?: PlainCode;
  readonly location?: PlainCode;
  readonly qualification?: PlainCode;
  /** Type of the leading performance, such as `ammatillinentutkinto`. */
  readonly performanceType?: PlainCode;
  readonly education: Education;
  readonly julyRule: JulyRule;
  readonly tuva?: boolean;
  readonly nested?: boolean;
  readonly purchased?: boolean;
  readonly estimatedEnd?: IsoDate;
  readonly confirmed?: IsoDate;
  readonly language?: PlainCode;
  readonly method?: CompletionMethod;
  readonly version?: number;
  readonly periods: readonly PlainPeriod[];
  readonly credits?: readonly PlainCredit[];
  readonly spells?: readonly PlainSpell[];
  readonly plans?: readonly PlainPlan[];
  readonly workplaces?: readonly PlainWorkplacePeriod[];
}

/** A person as a plain object. `key` is a pseudonym: never put an identity code or a name here. */
export interface PlainPerson {
  readonly key: string;
  readonly birthYear?: number;
  readonly gender?: Gender;
  readonly motherTongue?: PlainCode;
  readonly rights: readonly PlainStudyRight[];
  readonly outcomes?: readonly PlainOutcome[];
  readonly responses?: readonly PlainResponse[];
}
