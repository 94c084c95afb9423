import type { DataText } from '@strapetsi/text';
import { NO_DAY } from '../../days/day.js';
import { createFactsBuilder } from '../../facts/builder.js';
import { educations, MISSING_CODE } from '../../facts/codes.js';
import { createDictionaries, createDictionary, type GrowingDictionary } from '../../facts/dictionary.js';
import type { Facts } from '../../facts/facts.js';
import type { PlainCode } from '../../facts/plain-facts.js';
import { isPersonal, shapeOf } from '../documents/fields.js';
import { parseDecimal } from '../tables/values.js';
import { dayOfReply, hasFundingDay, type ReplyDay } from './days.js';
import type { ArvoReporter } from './findings.js';
import { fieldNames } from './names.js';
import { labelOf, type SurveyQuestion } from './question.js';
import { textOf, type ArvoRecord } from './record.js';
import { respondentOf } from './respondent.js';
import { educationNamed, type Surveys } from './surveys.js';

/** A column or field of the files that becomes a dimension `own.<name>`: a background question, an apprenticeship's basis. */
export interface OwnField {
  /** Letters, digits and hyphens. */
  readonly name: string;
  /** The heading of the column or the name of the field, as it stands in the file. */
  readonly field: string;
  readonly label: DataText;
}

/** Answers of a reply as they go into the facts; `undefined` is "can't say". */
export interface WrittenAnswer {
  readonly question: SurveyQuestion;
  readonly value: number | undefined;
}

/** A reply, or persons asked. */
export interface WrittenRow {
  /** Pseudonym. */
  readonly key: string;
  /** What is known of it, of its link too. */
  readonly record: Pick<ArvoRecord, 'fields' | 'raw' | 'language'>;
  readonly asked: number;
  readonly answered: boolean;
  readonly answers: readonly WrittenAnswer[];
}

export interface WriterOptions {
  readonly surveys: Surveys;
  readonly provider?: PlainCode;
  readonly day: ReplyDay;
  readonly own: readonly OwnField[];
  readonly batchPersons: number;
}

const LONGEST_OWN = 100;
const LONGEST_DAYS = 100_000;
/** A code has a digit and no spaces; anything else is a name. */
const CODE = /^\S*\d\S*$/;

/** Position of a code with its name; a name alone is its own code. -1 where neither is there. */
function entry(
  dictionary: GrowingDictionary,
  key: string | undefined,
  label: DataText,
  language: ArvoRecord['language'] = 'fi',
): number {
  const name = Object.values(label)[0];
  const code = key ?? name;
  if (code === undefined) return -1;
  const known = dictionary.labelled(code);
  if (known !== undefined) return known;
  if (name !== undefined) return dictionary.add(code, label);
  return CODE.test(code) ? dictionary.add(code) : dictionary.add(code, { [language]: code });
}

function weightOf(fields: ArvoRecord['fields'], reporter: ArvoReporter): number {
  const text = textOf(fields.days);
  if (text === undefined) return 1;
  const days = parseDecimal(text);
  if (days === undefined || days < 0 || days > LONGEST_DAYS) {
    reporter.report('days-invalid', fieldNames.days[0], shapeOf(text));
    return 1;
  }
  if (!Number.isInteger(days)) reporter.report('days-rounded', fieldNames.days[0], String(days));
  return Math.round(days);
}

/** Writes replies and persons asked as facts; each is a person of its own, so batches may be cut anywhere. */
export function createWriter({ surveys, provider, day, own, batchPersons }: WriterOptions) {
  const dictionaries = createDictionaries();
  const plans = own.map((field) => ({ ...field, of: 'response' as const, dictionary: createDictionary() }));
  const builder = createFactsBuilder(dictionaries, plans);
  const batches: Facts[] = [];
  const said = new WeakMap<ArvoReporter, Set<string>>();
  const counts = { persons: 0, replies: 0, asked: 0 };

  /** Says something that is the same for many rows only once for a file. */
  function once(reporter: ArvoReporter, code: 'no-survey' | 'no-provider' | 'no-funding-day', path: string): void {
    const codes = said.get(reporter) ?? new Set();
    said.set(reporter, codes);
    if (!codes.has(code)) reporter.report(code, path, '–');
    codes.add(code);
  }

  function providerOf({ fields, language }: WrittenRow['record'], reporter: ArvoReporter): number {
    if (provider !== undefined)
      return typeof provider === 'string'
        ? dictionaries.provider.add(provider)
        : dictionaries.provider.add(provider.key, provider.label);
    const round = surveys.roundOf(fields);
    const label = labelOf(textOf(fields.providerFi), textOf(fields.providerSv), textOf(fields.providerEn));
    const at = entry(dictionaries.provider, textOf(fields.provider) ?? textOf(round?.provider), label, language);
    if (at < 0) once(reporter, 'no-provider', fieldNames.provider[0]);
    return at;
  }

  function surveyOf(fields: ArvoRecord['fields'], reporter: ArvoReporter) {
    const survey = surveys.of(fields);
    if (survey === undefined) once(reporter, 'no-survey', fieldNames.surveyId[0]);
    const education = survey?.education ?? educationNamed(fields.education);
    return {
      survey: survey === undefined ? -1 : entry(dictionaries.survey, survey.key, survey.label),
      education: education === undefined ? MISSING_CODE : educations.indexOf(education),
    };
  }

  function dayOf(row: WrittenRow, reporter: ArvoReporter): number {
    const found = dayOfReply(row.record, day, reporter);
    if (found === NO_DAY) reporter.report('no-day', fieldNames.answered[0], '–');
    else if (day === 'funding' && !hasFundingDay(row.record)) once(reporter, 'no-funding-day', fieldNames.trigger[0]);
    return found;
  }

  function writeOwn(row: WrittenRow, at: number, reporter: ArvoReporter): void {
    const { raw, language } = row.record;
    for (const { name, field, dictionary } of plans) {
      const value = textOf(raw(field));
      if (value === undefined) continue;
      if (value.length > LONGEST_OWN || isPersonal(value))
        reporter.report('own-value-personal', `own.${name}`, shapeOf(value));
      else builder.own(name, at, entry(dictionary, value, {}, language));
    }
  }

  return {
    dictionaries,
    counts,
    write(row: WrittenRow, reporter: ArvoReporter): void {
      const { fields, language } = row.record;
      const person = builder.person(respondentOf(row.key, fields, dictionaries.language, reporter));
      const school = textOf(fields.schoolCode) ?? textOf(fields.school);
      const response = builder.response({
        key: row.key,
        person,
        provider: providerOf(row.record, reporter),
        school: entry(
          dictionaries.school,
          school,
          labelOf(textOf(fields.schoolFi), textOf(fields.schoolSv), textOf(fields.schoolEn)),
          language,
        ),
        qualification: entry(
          dictionaries.qualification,
          textOf(fields.qualification),
          labelOf(textOf(fields.qualificationFi), textOf(fields.qualificationSv), textOf(fields.qualificationEn)),
          language,
        ),
        ...surveyOf(fields, reporter),
        day: dayOf(row, reporter),
        asked: row.asked,
        answered: row.answered ? 1 : 0,
        weight: weightOf(fields, reporter),
      });
      for (const { question, value } of row.answers) {
        builder.answer({
          response,
          question: entry(dictionaries.question, question.key, question.label),
          value: value ?? NO_DAY,
          cantSay: value === undefined ? 1 : 0,
          forFunding: question.forFunding === true ? 1 : 0,
        });
      }
      writeOwn(row, response, reporter);
      counts.persons++;
      if (row.answered) counts.replies++;
      counts.asked += row.asked;
      if (builder.personCount >= batchPersons) batches.push(builder.finish());
    },
    /** Batches that are complete. */
    take: (): Facts[] => batches.splice(0),
    finish(): void {
      if (builder.personCount > 0) batches.push(builder.finish());
    },
  };
}

export type Writer = ReturnType<typeof createWriter>;
