import {
  isoFromDay,
  NO_DAY,
  readArvo,
  type ArvoFile,
  type Facts,
  type Finding,
  type ReadArvoOptions,
  type ReadArvoSummary,
} from '@strapetsi/indicators';

/** A response as the facts hold it, in words. */
export interface ReadResponse {
  readonly key: string;
  readonly provider?: string;
  readonly school?: string;
  readonly qualification?: string;
  readonly survey?: string;
  readonly education?: string;
  readonly day?: string;
  readonly asked: number;
  readonly answered: boolean;
  readonly weight: number;
  readonly gender?: string;
  readonly birthYear?: number;
  readonly motherTongue?: string;
  /** By question: a number, "can't say" (`eos`), or several numbers. */
  readonly answers: Readonly<Record<string, number | 'eos' | readonly (number | 'eos')[]>>;
  readonly forFunding: readonly string[];
  readonly own: Readonly<Record<string, string>>;
}

export interface Reading {
  readonly batches: readonly Facts[];
  readonly responses: readonly ReadResponse[];
  readonly findings: readonly Finding[];
  readonly codes: readonly string[];
  readonly summary: ReadArvoSummary;
}

const educations = ['wholeQualification', 'generalUpperSecondary', 'preparatory', 'qualificationUnits', 'other'];
const genders = ['male', 'female', 'other'];

/** What is missing is left out, so that expectations name only what is there. */
function known<T extends object>(all: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries: unknown = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  return entries as { [K in keyof T]?: Exclude<T[K], undefined> };
}

function answersOf({ answers, dictionaries }: Facts, response: number) {
  const read: Record<string, (number | 'eos')[]> = {};
  const forFunding = new Set<string>();
  for (let at = 0; at < answers.count; at++) {
    if (answers.response[at] !== response) continue;
    const question = dictionaries.question.keys[answers.question[at] ?? -1] ?? '?';
    (read[question] ??= []).push(answers.cantSay[at] === 1 ? 'eos' : (answers.value[at] ?? Number.NaN));
    if (answers.forFunding[at] === 1) forFunding.add(question);
  }
  const one = Object.entries(read).map(([question, values]) => [question, values.length === 1 ? values[0] : values]);
  return { answers: Object.fromEntries(one) as ReadResponse['answers'], forFunding: [...forFunding] };
}

function responsesOf(facts: Facts): readonly ReadResponse[] {
  const { responses, persons, dictionaries, own } = facts;
  return responses.key.map((key, at) => {
    const person = responses.person[at] ?? -1;
    const named = (name: 'provider' | 'school' | 'qualification' | 'survey') =>
      dictionaries[name].keys[responses[name][at] ?? -1];
    const day = responses.day[at] ?? NO_DAY;
    return {
      key,
      asked: responses.asked[at] ?? Number.NaN,
      answered: responses.answered[at] === 1,
      weight: responses.weight[at] ?? Number.NaN,
      ...known({
        provider: named('provider'),
        school: named('school'),
        qualification: named('qualification'),
        survey: named('survey'),
        education: educations[responses.education[at] ?? -1],
        day: day === NO_DAY ? undefined : isoFromDay(day),
        gender: genders[persons.gender[person] ?? -1],
        birthYear: persons.birthYear[person] === 0 ? undefined : persons.birthYear[person],
        motherTongue: dictionaries.language.keys[persons.motherTongue[person] ?? -1],
      }),
      ...answersOf(facts, at),
      own: Object.fromEntries(
        Object.entries(own).flatMap(([name, { values, dictionary }]) => {
          const value = dictionary.keys[values[at] ?? -1];
          return value === undefined ? [] : [[name, value]];
        }),
      ),
    };
  });
}

export const KEY = 'a key of thirty-two characters!!';

/** Reads files given as text, bytes or objects of Arvo's interface. */
export async function readFiles(
  files: readonly (ArvoFile | ArvoFile['content'] | readonly object[])[],
  options: Partial<ReadArvoOptions> = {},
): Promise<Reading> {
  const findings: Finding[] = [];
  const batches: Facts[] = [];
  const given = files.map((file): ArvoFile => {
    if (Array.isArray(file)) return { content: JSON.stringify(file) };
    return typeof file === 'object' && 'content' in file ? file : { content: file as ArvoFile['content'] };
  });
  let summary: ReadArvoSummary | undefined;
  const reading = readArvo(given, {
    pseudonymKey: KEY,
    onFinding: (finding) => findings.push(finding),
    onSummary: (counts) => {
      summary = counts;
    },
    ...options,
  });
  for await (const batch of reading) batches.push(batch);
  if (summary === undefined) throw new Error('no summary');
  return {
    batches,
    responses: batches.flatMap(responsesOf),
    findings,
    codes: findings.map(({ code }) => code),
    summary,
  };
}
