import type { DataText } from '@strapetsi/text';
import type { IsoDate } from '../../days/day.js';

/** What an organisation is in the register. `other`: early childhood education, a municipality's office … */
export const organisationKinds = ['provider', 'school', 'location', 'other'] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** What is known of one code. */
export interface CodeEntry {
  /** Its names; a language is absent where the register has no name in it. */
  readonly label: DataText;
  /** First and last day on which the code is in force. */
  readonly from?: IsoDate;
  readonly to?: IsoDate;
  /** Of organisations: the code of the one that it belongs to. */
  readonly parent?: string;
  readonly kind?: OrganisationKind;
  /** No longer in its set: kept because records of earlier years use it. */
  readonly gone?: true;
}

/** Entries by code. */
export type CodeSet = ReadonlyMap<string, CodeEntry>;

/** Names of codes, by code set: those of the national service by its own names (`koulutus`), organisations in `organisation`. */
export interface CodeLabels {
  readonly sets: ReadonlyMap<string, CodeSet>;
}

/** The set that providers, schools and locations are in, by their oid. */
export const ORGANISATIONS = 'organisation';

export const noCodeLabels: CodeLabels = { sets: new Map() };

/** What is known of a code, if anything is. */
export function codeEntry({ sets }: CodeLabels, set: string, code: string): CodeEntry | undefined {
  return sets.get(set)?.get(code);
}
