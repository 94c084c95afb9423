import type { Day } from '@strapetsi/indicators';
import { dayFromYmd, isoFromDay, yearOf } from '@strapetsi/indicators';
import { BYTE_ORDER_MARK, csvLine } from '../output/csv.js';
import type { SampledPerson } from './person.js';
import type { Provider } from './providers.js';
import { createRandom, type Random } from './random.js';
import { samplePersons, type SampleOptions } from './sample.js';
import type { SampledRight } from './study-right.js';
import { sampledQuestions, surveys, type SampledQuestion, type SampledSurvey } from './survey.js';

const FEEDBACK = 3;
const DAYS_TO_ANSWER = 45;
/** The national surveys of students began with the act, those of working life in 2021. */
const firstStudents = dayFromYmd(2018, 7, 1);
const firstInstructors = dayFromYmd(2021, 7, 1);

/** Somebody who was asked, and what came of it. */
interface Asked {
  readonly survey: SampledSurvey;
  readonly code: string;
  readonly right: SampledRight;
  readonly person: SampledPerson;
  readonly provider: Provider;
  /** First and last day on which the code can be used. */
  readonly from: Day;
  readonly to: Day;
  /** Days of the workplace period that is asked about. */
  readonly days?: number;
  readonly workEnd?: Day;
  readonly reply?: { readonly day: Day; readonly answers: Readonly<Partial<Record<SampledQuestion, string>>> };
}

const background = [
  'Kyselyn kohderyhmä',
  'Koulutustoimija',
  'Koulutustoimija_fi',
  'Koulutustoimija_sv',
  'Oppilaitoskoodi',
  'Oppilaitos_nimi',
  'Oppilaitos_nimi_sv',
  'Tutkinto',
  'Tutkinto_fi',
  'Tutkinto_sv',
];

function backgroundOf({ survey, provider, right: { school, qualification } }: Asked): readonly string[] {
  return [
    surveys[survey].targetGroup,
    ...[provider.oid, provider.name.fi ?? '', provider.name.sv ?? ''],
    ...[school.code, school.name.fi ?? '', school.name.sv ?? ''],
    ...[qualification.code, qualification.name.fi ?? '', qualification.name.sv ?? ''],
  ];
}

export const codesHead =
  BYTE_ORDER_MARK +
  csvLine([
    ...['Vastaajatunnus', 'Voimassa alkaen', 'Voimassaolo päättyy', 'Vastaajien lkm', 'Kohteiden lkm'],
    ...background,
    ...['Työpaikkajakson kesto', 'Työelämässä oppimisen loppupvm'],
  ]);

/** Everybody who was asked, as lines of Arvo's list of codes (CSV: Kohteet). */
export function* sampleCodes(options: SampleOptions): Generator<string> {
  for (const asked of sampleAsked(options)) {
    const { code, from, to, days, workEnd, reply } = asked;
    yield csvLine([
      ...[code, isoFromDay(from), isoFromDay(to), reply === undefined ? 0 : 1, 1],
      ...backgroundOf(asked),
      ...[days ?? '', workEnd === undefined ? '' : isoFromDay(workEnd)],
    ]);
  }
}

export const repliesHead =
  BYTE_ORDER_MARK +
  csvLine([
    ...['Vastaajatunnus', 'Vastausaika', 'Sukupuoli', 'Syntymävuosi'],
    ...background,
    ...sampledQuestions.map(({ label }) => label.fi ?? ''),
  ]);

/** Their replies, a line for each respondent (CSV: Muodosta CSV), with a column for each question. */
export function* sampleReplies(options: SampleOptions): Generator<string> {
  for (const asked of sampleAsked(options)) {
    const { code, person, reply } = asked;
    if (reply === undefined) continue;
    const answers: Readonly<Record<string, string>> = reply.answers;
    const isStudent = asked.survey !== 'workplaceInstructor';
    yield csvLine([
      ...[code, isoFromDay(reply.day)],
      ...(isStudent ? [person.gender === 'male' ? 'mies' : 'nainen', yearOf(person.birthDay)] : ['', '']),
      ...backgroundOf(asked),
      ...sampledQuestions.map(({ key }) => answers[key] ?? ''),
    ]);
  }
}

function* sampleAsked(options: SampleOptions): Generator<Asked> {
  for (const { person, provider } of samplePersons(options)) {
    const random = createRandom(options.seed, options.provider, person.index, FEEDBACK);
    // Some like everything more than others, and schools differ.
    const mood = 3.4 + 1.2 * random.next();
    for (const right of person.rights) {
      if (right.kind !== 'wholeQualification' || right.nestedIn !== undefined) continue;
      const codeOf = (survey: string): string =>
        `${survey}${(options.provider * 10_000_000 + person.index * 8 + right.number).toString(36).toUpperCase()}`;
      const of = { right, person, provider };
      const ask = (asked: Omit<Asked, 'to' | 'reply'>, share: number): readonly Asked[] => {
        const to = asked.from + DAYS_TO_ANSWER;
        const day = asked.from + random.integer(0, DAYS_TO_ANSWER);
        const answers = drawAnswers(random, asked.survey, mood + 3 * right.school.completion);
        const isAnswered = random.chance(share) && day <= options.asOf;
        if (asked.from > options.asOf) return [];
        return [{ ...asked, to, ...(isAnswered ? { reply: { day, answers } } : {}) }];
      };
      const begun = right.start + 30;
      if (begun >= firstStudents) yield* ask({ ...of, survey: 'start', code: codeOf('A'), from: begun }, 0.58);
      if (right.graduated && right.ended !== undefined && right.ended >= firstStudents)
        yield* ask({ ...of, survey: 'completion', code: codeOf('P'), from: right.ended }, 0.66);
      for (const [position, { start, end }] of right.workplace.entries()) {
        if (end === undefined || end < firstInstructors) continue;
        const about = { code: codeOf(`T${position}`), from: end, workEnd: end, days: end - start + 1 };
        yield* ask({ ...of, ...about, survey: 'workplaceInstructor' }, 0.44);
      }
    }
  }
}

function drawAnswers(random: Random, survey: SampledSurvey, mood: number): NonNullable<Asked['reply']>['answers'] {
  const answers: Partial<Record<SampledQuestion, string>> = {};
  const drawn = (least: number, most: number, middle: number): string =>
    String(Math.min(most, Math.max(least, Math.round(middle + 2 * (random.next() - 0.5)))));
  for (const question of surveys[survey].questions) {
    if (question === 'comment') answers.comment = random.chance(0.2) ? 'Keksitty vastaus.' : '';
    else if (question === 'recommend') answers.recommend = drawn(0, 10, mood * 2 - 0.4);
    else if (question === 'facilities') answers.facilities = random.chance(0.06) ? '1' : drawn(2, 5, mood);
    // An answer that is left out.
    else answers[question] = random.chance(0.03) ? '' : drawn(1, 5, mood);
  }
  return answers;
}
