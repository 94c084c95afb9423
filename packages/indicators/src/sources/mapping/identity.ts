import { yearOf } from '../../days/calendar.js';
import { genders, MISSING_CODE } from '../../facts/codes.js';
import { isPersonal, shapeOf } from '../documents/fields.js';
import type { Pseudonymise } from '../documents/pseudonyms.js';
import { parseIdentityCode } from '../koski/identity-code.js';
import type { RowCells, TellOfCell } from './row-cells.js';

/** What is kept of a row's person. */
export interface RowPerson {
  /** A pseudonym; `undefined` where the row does not say who it is. */
  readonly key: string | undefined;
  readonly birthYear: number;
  readonly gender: number;
  readonly motherTongue: number;
}

const LEARNER = /^\d+(\.\d+){5,}$/;

const identityFields = ['person.learner', 'person.identityCode', 'person.student'] as const;

/** Whether rows of a table can say who they are about. */
export const namesPersons = (row: RowCells): boolean => identityFields.some((field) => row.has(field));

/**
 * Reads the person of a row as KOSKI's documents are read, so that the pseudonyms are the same: by learner number, else by
 * identity code. Where a student system has neither, by its own number, which is known within its own files only.
 */
export function createIdentityReader(row: RowCells, pseudonymise: Pseudonymise, tell: TellOfCell): () => RowPerson {
  function learnerKey(): string | undefined {
    const learner = row.text('person.learner');
    if (learner === undefined) return undefined;
    if (LEARNER.test(learner)) return pseudonymise('oid', learner);
    tell('learner-number-invalid', 'person.learner', shapeOf(learner));
    return undefined;
  }

  function identityCode() {
    const text = row.text('person.identityCode')?.toUpperCase();
    if (text === undefined) return undefined;
    const parsed = parseIdentityCode(text);
    if (parsed === undefined) tell('identity-code-invalid', 'person.identityCode', shapeOf(text));
    else if (!parsed.checked) tell('identity-code-check', 'person.identityCode', shapeOf(text));
    return parsed === undefined ? undefined : { ...parsed, text };
  }

  return () => {
    const learner = learnerKey();
    const identity = identityCode();
    const student = row.text('person.student');
    const key =
      learner ??
      (identity === undefined ? undefined : pseudonymise('hetu', identity.text)) ??
      (student === undefined ? undefined : pseudonymise('student', student));
    const birthDate = row.number('person.birthDate');
    const gender =
      row.number('person.gender') ?? (identity === undefined ? undefined : genders.indexOf(identity.gender));
    return {
      key,
      birthYear:
        row.number('person.birthYear') ?? (birthDate === undefined ? (identity?.birthYear ?? 0) : yearOf(birthDate)),
      gender: gender ?? MISSING_CODE,
      motherTongue: row.code('person.motherTongue'),
    };
  };
}

const RIGHT_OID = /^1\.2\.246\.562\.15\.\d+$/;
const SOURCE_ID = /^(?=.*\d)[\w.:/-]{1,80}$/;

/**
 * The key of a study right as facts have it: its number in KOSKI, or that of the student system. An id that could tell who it is
 * about travels as a pseudonym.
 */
export function rightKeyOf(text: string, pseudonymise: Pseudonymise): string {
  if (RIGHT_OID.test(text)) return text;
  return SOURCE_ID.test(text) && !isPersonal(text) ? text : pseudonymise('right', text);
}
