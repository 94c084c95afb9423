import { parseDay, yearOf } from '../../days/calendar.js';
import type { PersonRow } from '../../facts/builder.js';
import { genders, MISSING_CODE, type Gender } from '../../facts/codes.js';
import type { GrowingDictionary } from '../../facts/dictionary.js';
import { asFields, shapeOf, type Fields } from '../documents/fields.js';
import type { Pseudonymise } from '../documents/pseudonyms.js';
import { codeOf } from './fields.js';
import type { KoskiReporter } from './findings.js';
import { parseIdentityCode } from './identity-code.js';
import { languageIn } from './languages.js';

const OID = /^\d+(\.\d+){5,}$/;

/** `sukupuoli`: 1 male, 2 female; 0 and 9 say that it is not known. */
function genderOf(value: unknown): Gender | undefined {
  const code = codeOf(value)?.toLowerCase();
  if (code === '1' || code === 'mies') return 'male';
  if (code === '2' || code === 'nainen') return 'female';
  return code === '3' || code === 'muu' ? 'other' : undefined;
}

export interface PersonReader {
  /** What is kept of `henkilö`, and nothing else. */
  read(person: Fields, record: number): PersonRow;
}

export function createPersonReader(
  pseudonymise: Pseudonymise,
  languages: GrowingDictionary,
  reporter: KoskiReporter,
  localMark: string,
): PersonReader {
  function birthYearOf(given: unknown): number {
    if (given === undefined || given === null) return 0;
    const day = typeof given === 'string' ? parseDay(given.slice(0, 10)) : undefined;
    if (day === undefined) {
      reporter.report('birth-date-invalid', 'henkilö.syntymäaika', shapeOf(given));
      return 0;
    }
    return yearOf(day);
  }

  function motherTongueOf(given: unknown): number {
    const language = languageIn(languages, codeOf(given));
    if (language < 0 && given !== undefined && given !== null)
      reporter.report('mother-tongue-invalid', 'henkilö.äidinkieli', shapeOf(given));
    return language;
  }

  return {
    read(person, record) {
      const oid = person['oid'];
      const hetu = person['hetu'];
      let key: string | undefined;
      if (typeof oid === 'string' && OID.test(oid)) key = pseudonymise('oid', oid);
      else if (oid !== undefined && oid !== null) reporter.report('learner-oid-invalid', 'henkilö.oid', shapeOf(oid));

      let fromCode;
      if (typeof hetu === 'string') {
        const code = hetu.trim().toUpperCase();
        fromCode = parseIdentityCode(code);
        if (fromCode !== undefined) {
          if (!fromCode.checked) reporter.report('identity-code-check', 'henkilö.hetu', shapeOf(hetu));
          key ??= pseudonymise('hetu', code);
        }
      }
      if (fromCode === undefined && hetu !== undefined && hetu !== null)
        reporter.report('identity-code-invalid', 'henkilö.hetu', shapeOf(hetu));

      if (key === undefined) {
        reporter.report('no-identity', 'henkilö', shapeOf(person));
        key = `file:${record}${localMark}`;
      }
      const gender = genderOf(person['sukupuoli']) ?? fromCode?.gender;
      return {
        key,
        birthYear: birthYearOf(person['syntymäaika']) || (fromCode?.birthYear ?? 0),
        gender: gender === undefined ? MISSING_CODE : genders.indexOf(gender),
        motherTongue: motherTongueOf(person['äidinkieli']),
      };
    },
  };
}

/** The person of a document, wherever it stands; an empty one where there is none. */
export function personOf(document: Fields): Fields {
  return asFields(document['henkilö']) ?? {};
}
