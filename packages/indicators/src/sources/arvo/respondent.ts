import type { PersonRow } from '../../facts/builder.js';
import { genders, MISSING_CODE, type Gender } from '../../facts/codes.js';
import type { GrowingDictionary } from '../../facts/dictionary.js';
import { shapeOf } from '../documents/fields.js';
import { languageIn } from '../koski/languages.js';
import { fold } from '../tables/columns.js';
import { parseWholeNumber } from '../tables/values.js';
import type { ArvoReporter } from './findings.js';
import { fieldNames } from './names.js';
import { textOf, type ArvoRecord } from './record.js';

const genderNames: ReadonlyMap<string, Gender> = new Map<string, Gender>([
  ['mies', 'male'],
  ['man', 'male'],
  ['male', 'male'],
  ['1', 'male'],
  ['nainen', 'female'],
  ['kvinna', 'female'],
  ['female', 'female'],
  ['2', 'female'],
  ['muu', 'other'],
  ['annat', 'other'],
  ['other', 'other'],
  ['3', 'other'],
]);

const languageNames: ReadonlyMap<string, string> = new Map([
  ['suomi', 'FI'],
  ['finska', 'FI'],
  ['finnish', 'FI'],
  ['ruotsi', 'SV'],
  ['svenska', 'SV'],
  ['swedish', 'SV'],
  ['saame', 'SE'],
  ['samiska', 'SE'],
]);

/** What is known of a respondent: a pseudonym, and what they or their school said of gender, year of birth and mother tongue. */
export function respondentOf(
  key: string,
  fields: ArvoRecord['fields'],
  languages: GrowingDictionary,
  reporter: ArvoReporter,
): PersonRow {
  const said = textOf(fields.gender);
  const gender = said === undefined ? undefined : genderNames.get(fold(said));
  if (said !== undefined && gender === undefined)
    reporter.report('gender-unknown', fieldNames.gender[0], shapeOf(said));
  const year = textOf(fields.birthYear);
  const birthYear = year === undefined ? undefined : parseWholeNumber(year);
  const isYear = birthYear !== undefined && birthYear >= 1900 && birthYear <= 2100;
  if (year !== undefined && !isYear) reporter.report('birth-year-invalid', fieldNames.birthYear[0], shapeOf(year));
  const language = textOf(fields.motherTongue);
  return {
    key,
    birthYear: isYear ? birthYear : 0,
    gender: gender === undefined ? MISSING_CODE : genders.indexOf(gender),
    motherTongue: languageIn(languages, languageNames.get(fold(language ?? '')) ?? language),
  };
}
