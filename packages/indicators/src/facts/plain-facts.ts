import type { DataText } from '@strapetsi/text';
import type { IsoDate } from '../days/day.js';
import type { Education, Gender, JulyRule, PeriodState } from './codes.js';

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
  readonly periods: readonly PlainPeriod[];
  readonly credits?: readonly PlainCredit[];
  readonly spells?: readonly PlainSpell[];
}

/** A person as a plain object. `key` is a pseudonym: never put an identity code or a name here. */
export interface PlainPerson {
  readonly key: string;
  readonly birthYear?: number;
  readonly gender?: Gender;
  readonly motherTongue?: PlainCode;
  readonly rights: readonly PlainStudyRight[];
}
