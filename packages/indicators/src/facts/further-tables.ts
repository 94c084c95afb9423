import type {
  AnswerColumns,
  OutcomeColumns,
  PlanColumns,
  ResponseColumns,
  StudyRightColumns,
  WorkplaceColumns,
} from './facts.js';
import { growingNumbers, inverse, orderRows, renumber, type GrowingNumbers } from './growing-numbers.js';
import { sharedPieces, type DaySpan, type SharedPiece } from './shared-days.js';

/** One row of a set of columns. */
export type Row<Columns> = {
  readonly [K in Exclude<keyof Columns, 'count'>]: Columns[K] extends readonly string[] ? string : number;
};

export type PlanRow = Row<PlanColumns>;
/** A whole period: `factsBuilder.finish` cuts it where others of the person share its days, and where its right is interrupted. */
export type WorkplaceRow = Omit<Row<WorkplaceColumns>, 'first'> & {
  /** 0 for the later part of a period whose beginning is a row of its own; 1 unless given. */
  readonly first?: number;
};
export type OutcomeRow = Row<OutcomeColumns>;
export type ResponseRow = Row<ResponseColumns>;
export type AnswerRow = Row<AnswerColumns>;

type Numbers<Columns> = { readonly [K in Exclude<keyof Columns, 'count' | 'key'>]: GrowingNumbers };

function columnsNamed<Name extends string>(names: readonly Name[]): Readonly<Record<Name, GrowingNumbers>> {
  const columns: Partial<Record<Name, GrowingNumbers>> = {};
  for (const name of names) columns[name] = growingNumbers();
  return columns as Readonly<Record<Name, GrowingNumbers>>;
}

function push<Name extends string>(
  columns: Readonly<Record<Name, GrowingNumbers>>,
  row: Readonly<Record<Name, number>>,
): number {
  let position = 0;
  for (const name in columns) {
    columns[name].push(row[name]);
    position = columns[name].length - 1;
  }
  return position;
}

const planNames = [
  'right',
  'approved',
  'lastApproved',
  'updated',
  'achieved',
  'needed',
  'priorUnits',
  'plannedUnits',
] as const;
const workplaceNames = ['right', 'kind', 'start', 'end', 'share', 'first', 'employer', 'area'] as const;
const outcomeNames = [
  'person',
  'provider',
  'school',
  'qualification',
  'graduated',
  'yearsAfter',
  'activity',
  'graduates',
] as const;
const responseNames = [
  'person',
  'provider',
  'school',
  'qualification',
  'survey',
  'education',
  'day',
  'asked',
  'answered',
  'weight',
] as const;
const answerNames = ['response', 'question', 'value', 'cantSay', 'forFunding'] as const;

/** The tables that not every source fills. */
export interface FurtherTables {
  plan(row: PlanRow): void;
  workplace(row: WorkplaceRow): void;
  /** The position of the new outcome. */
  outcome(row: OutcomeRow): number;
  /** The position of the new response; its answers may follow at any time before `take`. */
  response(row: ResponseRow): number;
  answer(row: AnswerRow): void;
  /** Rights were put in another order: old position → new. */
  renumberRights(positions: Int32Array): void;
  /**
   * Columns so far, in order; the tables are empty afterwards.
   * @param rights to find whose workplace periods share days
   * @param interruptions when each right was interrupted; asked only where there is learning at work
   */
  take(
    rights: StudyRightColumns,
    interruptions: () => ReadonlyMap<number, readonly DaySpan[]>,
  ): {
    readonly columns: {
      readonly plans: PlanColumns;
      readonly workplaces: WorkplaceColumns;
      readonly outcomes: OutcomeColumns;
      readonly responses: ResponseColumns;
      readonly answers: AnswerColumns;
    };
    /** New position → old, where rows were put in another order. */
    readonly orders: { readonly outcome?: Int32Array; readonly response?: Int32Array };
  };
}

export function createFurtherTables(): FurtherTables {
  const plans: Numbers<PlanColumns> = columnsNamed(planNames);
  const periods = columnsNamed(workplaceNames);
  const outcomes: Numbers<OutcomeColumns> = columnsNamed(outcomeNames);
  const responses: Numbers<ResponseColumns> = columnsNamed(responseNames);
  const answers: Numbers<AnswerColumns> = columnsNamed(answerNames);
  let responseKeys: string[] = [];
  return {
    plan: (row) => void push(plans, row),
    workplace: (row) => void push(periods, { ...row, first: row.first ?? 1 }),
    outcome: (row) => push(outcomes, row),
    response({ key, ...numbers }) {
      responseKeys.push(key);
      return push<Exclude<keyof ResponseRow, 'key'>>(responses, numbers);
    },
    answer: (row) => void push(answers, row),
    renumberRights(positions) {
      renumber(plans.right, positions);
      renumber(periods.right, positions);
    },
    take(rights, interruptions) {
      orderRows(plans, 'right');
      const outcomeOrder = orderRows(outcomes, 'person');
      const order = orderRows(responses, 'person');
      if (order !== undefined) {
        renumber(answers.response, inverse(order));
        responseKeys = Array.from(order, (old) => responseKeys[old] ?? '');
      }
      orderRows(answers, 'response');
      const keys = responseKeys;
      responseKeys = [];
      const columns = {
        plans: {
          count: plans.right.length,
          right: plans.right.take(),
          approved: plans.approved.take(),
          lastApproved: plans.lastApproved.take(),
          updated: plans.updated.take(),
          achieved: plans.achieved.take(),
          needed: Uint8Array.from(plans.needed.take()),
          priorUnits: plans.priorUnits.take(),
          plannedUnits: plans.plannedUnits.take(),
        },
        workplaces: takeWorkplaces(periods, rights, interruptions),
        outcomes: {
          count: outcomes.person.length,
          person: outcomes.person.take(),
          provider: outcomes.provider.take(),
          school: outcomes.school.take(),
          qualification: outcomes.qualification.take(),
          graduated: outcomes.graduated.take(),
          yearsAfter: Uint8Array.from(outcomes.yearsAfter.take()),
          activity: Uint8Array.from(outcomes.activity.take()),
          graduates: outcomes.graduates.take(),
        },
        responses: {
          count: keys.length,
          key: keys,
          person: responses.person.take(),
          provider: responses.provider.take(),
          school: responses.school.take(),
          qualification: responses.qualification.take(),
          survey: responses.survey.take(),
          education: Uint8Array.from(responses.education.take()),
          day: responses.day.take(),
          asked: responses.asked.take(),
          answered: Uint8Array.from(responses.answered.take()),
          weight: responses.weight.take(),
        },
        answers: {
          count: answers.response.length,
          response: answers.response.take(),
          question: answers.question.take(),
          value: answers.value.take(),
          cantSay: Uint8Array.from(answers.cantSay.take()),
          forFunding: Uint8Array.from(answers.forFunding.take()),
        },
      };
      return {
        columns,
        orders: {
          ...(outcomeOrder === undefined ? {} : { outcome: outcomeOrder }),
          ...(order === undefined ? {} : { response: order }),
        },
      };
    },
  };
}

/** Cuts whole periods into pieces, person by person. */
function takeWorkplaces(
  periods: Readonly<Record<(typeof workplaceNames)[number], GrowingNumbers>>,
  rights: StudyRightColumns,
  interruptions: () => ReadonlyMap<number, readonly DaySpan[]>,
): WorkplaceColumns {
  orderRows(periods, 'right');
  const interrupted = periods.right.length === 0 ? undefined : interruptions();
  const personOf = (at: number): number => rights.person[periods.right.get(at)] ?? -1;
  const pieces: SharedPiece[] = [];
  const count = periods.right.length;
  for (let from = 0; from < count;) {
    let to = from + 1;
    while (to < count && personOf(to) === personOf(from)) to++;
    const first = from;
    const ofPerson = Array.from({ length: to - from }, (_, at) => ({
      start: periods.start.get(first + at),
      end: periods.end.get(first + at),
      share: periods.share.get(first + at),
      interruptions: interrupted?.get(periods.right.get(first + at)) ?? [],
    }));
    for (const piece of sharedPieces(ofPerson)) pieces.push({ ...piece, period: first + piece.period });
    from = to;
  }
  const rightOf = ({ period }: SharedPiece): number => periods.right.get(period);
  pieces.sort((a, b) => rightOf(a) - rightOf(b) || a.start - b.start || a.period - b.period);
  const workplaces: WorkplaceColumns = {
    count: pieces.length,
    right: Int32Array.from(pieces, rightOf),
    kind: Uint8Array.from(pieces, ({ period }) => periods.kind.get(period)),
    start: Int32Array.from(pieces, ({ start }) => start),
    end: Int32Array.from(pieces, ({ end }) => end),
    share: Int32Array.from(pieces, ({ share }) => share),
    first: Uint8Array.from(pieces, ({ first, period }) => (first ? periods.first.get(period) : 0)),
    employer: Int32Array.from(pieces, ({ period }) => periods.employer.get(period)),
    area: Int32Array.from(pieces, ({ period }) => periods.area.get(period)),
  };
  for (const name of workplaceNames) periods[name].take();
  return workplaces;
}
