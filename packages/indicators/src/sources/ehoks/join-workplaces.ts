import { workplaceKinds } from '../../facts/codes.js';
import type { Facts, WorkplaceColumns } from '../../facts/facts.js';
import type { Row } from '../../facts/further-tables.js';
import { interruptionsByRight } from '../../facts/interruptions.js';
import { shareBeforeDivision, sharedPieces, type WorkplacePeriod } from '../../facts/shared-days.js';
import type { PlanWorkplace } from './plan-record.js';

type Piece = Row<WorkplaceColumns>;

/** A period to be divided, and what its pieces carry. `first` is 0 for a piece that begins inside its period. */
interface Divided extends Pick<Piece, 'right' | 'kind' | 'employer' | 'area' | 'first'> {
  readonly period: WorkplacePeriod;
}

function piecesOf(workplaces: WorkplaceColumns): readonly Piece[] {
  return Array.from({ length: workplaces.count }, (_, at) => ({
    right: workplaces.right[at] ?? -1,
    kind: workplaces.kind[at] ?? 0,
    start: workplaces.start[at] ?? 0,
    end: workplaces.end[at] ?? 0,
    share: workplaces.share[at] ?? 0,
    first: workplaces.first[at] ?? 0,
    employer: workplaces.employer[at] ?? -1,
    area: workplaces.area[at] ?? -1,
  }));
}

function columnsOf(unordered: readonly Piece[]): WorkplaceColumns {
  const pieces = [...unordered].sort((a, b) => a.right - b.right || a.start - b.start);
  return {
    count: pieces.length,
    right: Int32Array.from(pieces, ({ right }) => right),
    kind: Uint8Array.from(pieces, ({ kind }) => kind),
    start: Int32Array.from(pieces, ({ start }) => start),
    end: Int32Array.from(pieces, ({ end }) => end),
    share: Int32Array.from(pieces, ({ share }) => share),
    first: Uint8Array.from(pieces, ({ first }) => first),
    employer: Int32Array.from(pieces, ({ employer }) => employer),
    area: Int32Array.from(pieces, ({ area }) => area),
  };
}

/** Pieces of one person that stay, as periods: their share is that of one period, whatever others had of their days. */
function undivided(ofPerson: readonly Piece[], right: number): readonly Divided[] {
  return ofPerson
    .filter((piece) => piece.right === right)
    .map(({ start, end, share, ...rest }) => ({
      ...rest,
      period: { start, end, share: shareBeforeDivision({ start, end, share }, ofPerson) },
    }));
}

function divide(periods: readonly Divided[]): readonly Piece[] {
  return sharedPieces(periods.map(({ period }) => period)).flatMap(({ period, start, end, share, first }) => {
    const of = periods[period];
    if (of === undefined) return [];
    const { right, kind, employer, area } = of;
    return { right, kind, start, end, share, first: first ? of.first : 0, employer, area };
  });
}

/**
 * Learning at work of a batch with that of plans: a right whose plans have workplace periods has these and no others, and the
 * days that a person's periods share are divided anew over all of them. Days on which the right is interrupted do not count.
 * @param ofPlans workplace periods by position of the right, of rights that have any
 * @param codeOf the position of an employer in the batch's dictionary
 * @returns also how many workplace periods were there before in the place of those of plans
 */
export function withWorkplacesOfPlans(
  { workplaces, rights, periods }: Pick<Facts, 'workplaces' | 'rights' | 'periods'>,
  ofPlans: ReadonlyMap<number, readonly PlanWorkplace[]>,
  codeOf: (employer: string | undefined) => number,
): { readonly workplaces: WorkplaceColumns; readonly replaced: number } {
  if (ofPlans.size === 0) return { workplaces, replaced: 0 };
  const interrupted = interruptionsByRight(periods.count, (row) => ({
    right: periods.right[row] ?? -1,
    state: periods.state[row] ?? 255,
    start: periods.start[row] ?? 0,
    end: periods.end[row] ?? 0,
  }));
  const personOf = (right: number): number => rights.person[right] ?? -1;
  const met = new Map<number, Piece[]>([...ofPlans.keys()].map((right) => [personOf(right), []]));
  const pieces: Piece[] = [];
  for (const piece of piecesOf(workplaces)) (met.get(personOf(piece.right)) ?? pieces).push(piece);
  const rightsOf = new Map<number, number[]>();
  for (let right = 0; right < rights.count; right++) {
    const person = personOf(right);
    if (met.has(person)) rightsOf.set(person, [...(rightsOf.get(person) ?? []), right]);
  }
  let replaced = 0;
  for (const [person, before] of met) {
    const divided = (rightsOf.get(person) ?? []).flatMap((right): readonly Divided[] => {
      const planned = ofPlans.get(right);
      if (planned === undefined) return undivided(before, right);
      replaced += before.filter((piece) => piece.right === right && piece.first === 1).length;
      return planned.map(({ kind, employer, interruptions, start, end, share }) => ({
        right,
        kind: workplaceKinds.indexOf(kind),
        employer: codeOf(employer),
        area: -1,
        first: 1,
        period: { start, end, share, interruptions: [...interruptions, ...(interrupted.get(right) ?? [])] },
      }));
    });
    pieces.push(...divide(divided));
  }
  return { workplaces: columnsOf(pieces), replaced };
}
