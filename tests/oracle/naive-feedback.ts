import type { DimensionId, IsoDate, PlainPerson } from '@strapetsi/indicators';

type Response = NonNullable<PlainPerson['responses']>[number];
type Answer = NonNullable<Response['answers']>[number];

/** What a program of loops finds: amounts and the protected number by the ids of the members. */
export interface FeedbackFigures {
  readonly cells: ReadonlyMap<string, { readonly n: number; readonly amounts: readonly number[] }>;
  readonly population: number;
  readonly exclusions: Readonly<Record<string, number>>;
}

export interface FeedbackRequest {
  readonly by: readonly DimensionId[];
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly asOf: IsoDate;
}

interface Row {
  readonly person: PlainPerson;
  readonly response: Response;
  readonly answer?: Answer;
}

const keyOf = (code: Response['school']): string | undefined => (typeof code === 'object' ? code.key : code);

function ageGroupOf(age: number): string {
  if (age <= 14) return '00-14';
  if (age <= 19) return '15-19';
  if (age <= 24) return '20-24';
  if (age <= 29) return '25-29';
  if (age <= 39) return '30-39';
  return age <= 49 ? '40-49' : '50-99';
}

function motherTongueOf(code: string | undefined): string | undefined {
  if (code === undefined) return undefined;
  return ['FI', 'SV', 'SE'].includes(code) ? code.toLowerCase() : 'other';
}

function memberOf({ person, response, answer }: Row, id: DimensionId): string {
  const day = response.day ?? '';
  const members: Partial<Record<DimensionId, string | undefined>> = {
    survey: keyOf(response.survey),
    provider: keyOf(response.provider),
    school: keyOf(response.school),
    qualification: keyOf(response.qualification),
    education: response.education,
    question: keyOf(answer?.question),
    gender: person.gender,
    motherTongue: motherTongueOf(keyOf(person.motherTongue)),
    ageGroup: person.birthYear === undefined ? undefined : ageGroupOf(Number(day.slice(0, 4)) - person.birthYear),
    year: day.slice(0, 4),
    halfYear: `${day.slice(0, 4)}-H${day.slice(5, 7) < '07' ? '1' : '2'}`,
    month: day.slice(0, 7),
  };
  return members[id] ?? 'unknown';
}

function responsesOf(persons: readonly PlainPerson[], { from, to, asOf }: FeedbackRequest): readonly Row[] {
  return persons.flatMap((person) =>
    (person.responses ?? [])
      .filter(({ day }) => day !== undefined && from <= day && day <= to && day <= asOf)
      .map((response) => ({ person, response })),
  );
}

function answersOf(rows: readonly Row[]): readonly Required<Row>[] {
  return rows.flatMap(({ person, response }) =>
    response.answered ? (response.answers ?? []).map((answer) => ({ person, response, answer })) : [],
  );
}

/** Adds up amounts by cell; `n` is the sum of `persons`, or of different persons whose first amount is above zero. */
function added<R extends Row>(
  rows: readonly R[],
  by: readonly DimensionId[],
  amountsOf: (row: R) => readonly number[],
  personsOf?: (row: R) => number,
): FeedbackFigures['cells'] {
  const cells = new Map<string, { n: number; amounts: number[]; people: Set<PlainPerson> }>();
  for (const row of rows) {
    const key = by.map((id) => memberOf(row, id)).join(' ');
    const amounts = amountsOf(row);
    const cell = cells.get(key) ?? { n: 0, amounts: amounts.map(() => 0), people: new Set() };
    cells.set(key, cell);
    amounts.forEach((amount, at) => (cell.amounts[at] = (cell.amounts[at] ?? 0) + amount));
    if (personsOf !== undefined) cell.n += personsOf(row);
    else if ((amounts[0] ?? 0) > 0) cell.people.add(row.person);
  }
  return new Map(
    [...cells].map(([key, { n, amounts, people }]) => [key, { n: personsOf === undefined ? people.size : n, amounts }]),
  );
}

/** How many responses have an answer for which something holds. */
function responsesWith(rows: readonly Required<Row>[], holds: (answer: Answer) => boolean): number {
  return new Set(rows.filter(({ answer }) => holds(answer)).map(({ response }) => response)).size;
}

export function naiveResponseRate(inDays: boolean) {
  return (persons: readonly PlainPerson[], request: FeedbackRequest): FeedbackFigures => {
    const rows = responsesOf(persons, request);
    const weightOf = ({ response }: Row) => (inDays ? (response.weight ?? 1) : 1);
    const askedOf = ({ response }: Row) => response.asked ?? 1;
    const amountsOf = (row: Row) => [askedOf(row) * weightOf(row), (row.response.answered ? 1 : 0) * weightOf(row)];
    return { cells: added(rows, request.by, amountsOf, askedOf), population: rows.length, exclusions: {} };
  };
}

const answeredOf = (rows: readonly Row[]): number => rows.filter(({ response }) => response.answered).length;

export function naiveMean(persons: readonly PlainPerson[], request: FeedbackRequest): FeedbackFigures {
  const rows = responsesOf(persons, request);
  const numbers = answersOf(rows).filter(({ answer }) => answer.value !== undefined);
  const amountsOf = ({ answer: { value = 0 } }: Required<Row>) => [1, value, value * value];
  return { cells: added(numbers, request.by, amountsOf), population: answeredOf(rows), exclusions: {} };
}

export function naiveDistribution(withCantSay: boolean) {
  return (persons: readonly PlainPerson[], request: FeedbackRequest): FeedbackFigures => {
    const rows = responsesOf(persons, request);
    const answers = answersOf(rows);
    const isCantSay = ({ value }: Answer) => value === undefined;
    const isOff = ({ value }: Answer) => value !== undefined && ![1, 2, 3, 4, 5].includes(value);
    const counted = answers.filter(({ answer }) => !isOff(answer) && (withCantSay || !isCantSay(answer)));
    const amountsOf = ({ answer: { value } }: Required<Row>) => {
      const amounts = [1, 2, 3, 4, 5].map((code) => (value === code ? 1 : 0));
      return withCantSay ? [...amounts, value === undefined ? 1 : 0] : amounts;
    };
    return {
      cells: added(counted, request.by, amountsOf, () => 1),
      population: answeredOf(rows),
      exclusions: {
        ...(withCantSay ? {} : { cantSay: responsesWith(answers, isCantSay) }),
        otherScale: responsesWith(answers, isOff),
      },
    };
  };
}

export function naivePromoters(persons: readonly PlainPerson[], request: FeedbackRequest): FeedbackFigures {
  const rows = responsesOf(persons, request);
  const answers = answersOf(rows);
  const isOn = ({ value }: Answer) => value !== undefined && value >= 0 && value <= 10;
  const amountsOf = ({ answer: { value = 0 } }: Required<Row>) => [
    value <= 6 ? 1 : 0,
    value === 7 || value === 8 ? 1 : 0,
    value >= 9 ? 1 : 0,
  ];
  return {
    cells: added(
      answers.filter(({ answer }) => isOn(answer)),
      request.by,
      amountsOf,
      () => 1,
    ),
    population: answeredOf(rows),
    exclusions: {
      cantSay: responsesWith(answers, ({ value }) => value === undefined),
      otherScale: responsesWith(answers, (answer) => answer.value !== undefined && !isOn(answer)),
    },
  };
}

export function naivePoints(persons: readonly PlainPerson[], request: FeedbackRequest): FeedbackFigures {
  const rows = responsesOf(persons, request);
  const counted = answersOf(rows).filter(({ answer }) => answer.forFunding === true && answer.value !== undefined);
  const amountsOf = ({ response, answer }: Required<Row>) => [(answer.value ?? 0) * (response.weight ?? 1)];
  return { cells: added(counted, request.by, amountsOf), population: answeredOf(rows), exclusions: {} };
}
