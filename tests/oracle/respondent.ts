import {
  calculateInMemory,
  factsOf,
  type CalculateOptions,
  type Definition,
  type PlainPerson,
} from '@strapetsi/indicators';

type PlainResponse = NonNullable<PlainPerson['responses']>[number];
type PlainAnswer = NonNullable<PlainResponse['answers']>[number];

// Persons who were asked for feedback, made up for the tests of its definitions.

export const provider = { key: '1111111-1', label: { fi: 'Esimerkkikoulutus' } } as const;

let made = 0;

/** A person with one response; answered on 15 March 2025 unless said otherwise. */
export function respondent(
  response: Partial<PlainResponse> = {},
  person: Omit<Partial<PlainPerson>, 'key' | 'rights' | 'responses'> = {},
): PlainPerson {
  made++;
  const answered = response.answered ?? true;
  return {
    key: made.toString(16).padStart(32, '0'),
    rights: [],
    ...person,
    responses: [{ key: `r${made}`, provider, survey: 'start', day: '2025-03-15', ...response, answered }],
  };
}

/** A reply with one answer to each question: a number, or "can't say". */
export function reply(
  answers: Readonly<Record<string, number | 'eos'>>,
  response: Partial<PlainResponse> = {},
  person: Omit<Partial<PlainPerson>, 'key' | 'rights' | 'responses'> = {},
): PlainPerson {
  const given = Object.entries(answers).map(([question, value]): PlainAnswer =>
    value === 'eos' ? { question } : { question, value },
  );
  return respondent({ answers: given, ...response }, person);
}

interface Result {
  /** Amounts by key, the members joined by a space. */
  readonly cells: Readonly<Record<string, readonly number[]>>;
  /** The protected number by key. */
  readonly n: Readonly<Record<string, number>>;
  readonly population: number;
  readonly excluded: Readonly<Record<string, number>>;
}

export function run(
  definition: Definition,
  persons: readonly PlainPerson[],
  options: Partial<CalculateOptions> = {},
): Result {
  const aggregate = calculateInMemory(factsOf(persons), definition, {
    by: [],
    period: { from: '2025-01-01', to: '2025-12-31' },
    asOf: '2026-01-31',
    ...options,
  });
  const cells = aggregate.cells.flatMap((cell) => ('amounts' in cell ? [cell] : []));
  return {
    cells: Object.fromEntries(cells.map(({ key, amounts }) => [key.join(' '), amounts])),
    n: Object.fromEntries(cells.map(({ key, n }) => [key.join(' '), n])),
    population: aggregate.population,
    excluded: Object.fromEntries(aggregate.exclusions.map(({ id, count }) => [id, count])),
  };
}
