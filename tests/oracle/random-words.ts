import type { Expr, Param } from '@strapetsi/indicators';
import fc from 'fast-check';
import type { CodeColumn, Words } from './random-scopes.js';

/** Draws one thing after the other, so that what comes later can depend on what came before. */
export interface Draw {
  /** 0 … most */
  readonly int: (most: number) => number;
  /** The list is not empty. */
  readonly of: <T>(list: readonly T[]) => T;
  /** In so many of a hundred cases. */
  readonly chance: (percent: number) => boolean;
  readonly times: <T>(most: number, make: (at: number) => T) => readonly T[];
}

/** What is made by drawing, as an arbitrary that shrinks towards the first choices. */
export function drawn<T>(make: (draw: Draw) => T): fc.Arbitrary<T> {
  // Without bias: what is drawn towards its ends would be the first and the last choice again and again.
  return fc.noBias(fc.gen()).map((g) => {
    const int = (most: number): number => g(fc.nat, { max: most });
    return make({
      int,
      of(list) {
        const [first, ...others] = list;
        const found = others.length === 0 ? first : list[int(list.length - 1)];
        if (found === undefined) throw new Error('nothing to choose from');
        return found;
      },
      chance: (percent) => int(99) >= 100 - percent,
      times: (most, make) => Array.from({ length: int(most) }, (_, at) => make(at)),
    });
  });
}

/** Where an expression stands: what it can name, and which parameters there are. */
export interface Place {
  readonly words: Words;
  readonly params: readonly Param[];
}

const someDays = ['2020-02-29', '2021-07-01', '2021-08-31', '2022-12-31', '2023-07-01', '2024-01-01'];

export function randomDay(draw: Draw, place: Place, depth = 2): Expr {
  const leaf = (): Expr => {
    const { days } = place.words;
    const params = place.params.filter((param) => !param.startsWith('own.'));
    const kind = draw.int(9);
    if (kind < 7 && days.length > 0) return draw.of(days);
    return kind === 9 ? { day: draw.of(someDays) } : { param: draw.of(params) };
  };
  if (depth === 0) return leaf();
  const day = (): Expr => randomDay(draw, place, depth - 1);
  switch (draw.int(11)) {
    case 0:
      return { min: [day(), day()] };
    case 1:
      return { max: [day(), day()] };
    case 2:
      return { addMonths: [day(), draw.int(40) - 6] };
    case 3:
      return { add: [day(), draw.int(60)] };
    case 4:
      return { dayInYearOf: [day(), draw.of([2, 6, 9, 12]), draw.of([1, 20, 29, 30, 31])] };
    case 5:
      return { when: [[randomTruth(draw, place, depth - 1), day()]], otherwise: day() };
    case 6:
      return byCode(draw, place, day) ?? leaf();
    default:
      return leaf();
  }
}

/** At most some millions; may be missing. */
export function randomNumber(draw: Draw, place: Place, depth = 2): Expr {
  const leaf = (): Expr => {
    const { numbers, flags } = place.words;
    const own = place.params.filter((param) => param.startsWith('own.'));
    const kind = draw.int(9);
    if (kind < 5 && numbers.length > 0) return draw.of(numbers);
    if (kind < 7 && flags.length > 0) return draw.of(flags);
    if (kind === 8 && own.length > 0) return { param: draw.of(own) };
    return draw.int(12) - 2;
  };
  if (depth === 0) return leaf();
  const number = (): Expr => randomNumber(draw, place, depth - 1);
  const day = (): Expr => randomDay(draw, place, depth - 1);
  const known = (): Expr => ({ min: [day(), { param: 'asOf' }] });
  switch (draw.int(17)) {
    case 0:
      return { add: [number(), number()] };
    case 1:
      return { subtract: [number(), number()] };
    case 2:
      return { multiply: [leaf(), leaf()] };
    case 3:
      return { min: [number(), number()] };
    case 4:
      return { max: [number(), 0] };
    case 5:
      return { days: [day(), known()] };
    case 6:
      return { sharedDays: [day(), known(), day(), day()] };
    case 7:
      return { daysInMonth: [{ max: [day(), { param: 'from' }] }, known()], month: 1 + draw.int(11) };
    case 8:
      return { subtract: [{ yearOf: known() }, 2015] };
    case 9:
      return { subtract: [{ halfYearOf: known() }, 4040] };
    case 10:
      return { when: [[randomTruth(draw, place, depth - 1), number()]], otherwise: number() };
    case 11:
      return byCode(draw, place, number) ?? leaf();
    case 12:
      return classes(draw, place) ?? leaf();
    case 13:
      return randomTruth(draw, place, depth - 1);
    default:
      return leaf();
  }
}

export function randomTruth(draw: Draw, place: Place, depth = 2): Expr {
  const { codes, flags } = place.words;
  const leaf = (): Expr => {
    const kind = draw.int(5);
    if (kind === 0 && flags.length > 0) return draw.of(flags);
    if (kind < 3 && codes.length > 0) {
      const { column, codes: known } = draw.of(codes);
      return { in: column, codes: [draw.of(known), ...draw.times(2, () => draw.of(known))] };
    }
    if (kind === 3) return sameCode(draw, place) ?? { isMissing: randomDay(draw, place, 0) };
    const pair = [randomDay(draw, place, 0), randomDay(draw, place, 0)] as const;
    return kind === 4 ? { atMost: pair } : { less: pair };
  };
  if (depth === 0) return leaf();
  const truth = (): Expr => randomTruth(draw, place, depth - 1);
  const pair = (make: (one: Draw, at: Place, deep: number) => Expr): readonly [Expr, Expr] => [
    make(draw, place, depth - 1),
    make(draw, place, depth - 1),
  ];
  const make = draw.chance(60) ? randomDay : randomNumber;
  switch (draw.int(12)) {
    case 0:
      return { all: [truth(), ...draw.times(2, truth)] };
    case 1:
      return { any: [truth(), ...draw.times(2, truth)] };
    case 2:
      return { not: truth() };
    case 3:
      return { atMost: pair(make) };
    case 4:
      return { less: pair(make) };
    case 5:
      return { equal: pair(make) };
    case 6:
      return { isMissing: make(draw, place, depth - 1) };
    case 7:
      return { when: [[truth(), truth()]], otherwise: truth() };
    case 8:
      return byCode(draw, place, truth) ?? leaf();
    default:
      return leaf();
  }
}

/** Code columns of one dictionary, compared; or whether a code is missing. */
function sameCode(draw: Draw, { words: { dictionaries } }: Place): Expr | undefined {
  if (dictionaries.length === 0) return undefined;
  const one = draw.of(dictionaries);
  const others = dictionaries.filter(({ of }) => of === one.of);
  if (draw.chance(50)) return { isMissing: { column: one.column } };
  return { equal: [{ column: one.column }, { column: draw.of(others).column }] };
}

function byCode(draw: Draw, { words: { codes } }: Place, make: () => Expr): Expr | undefined {
  if (codes.length === 0) return undefined;
  const { column, codes: known } = draw.of(codes);
  const cases = Object.fromEntries(
    [draw.of(known), ...draw.times(1, () => draw.of(known))].map((code) => [code, make()]),
  );
  return { byCode: column, cases, otherwise: make() };
}

function classes(draw: Draw, { words: { codes } }: Place): Expr | undefined {
  if (codes.length === 0) return undefined;
  return { classify: draw.of(codes).column, by: draw.of(classificationIds) };
}

export const classificationIds = ['kinds', 'sizes'] as const;

/** Classes of all sorts of codes: some that nothing has, a class that is called unknown, and one that no class is. */
export function classificationsOf(columns: readonly CodeColumn[]) {
  const codes = [...new Set(columns.flatMap((column) => column.codes))].sort();
  const label = (id: string) => ({ fi: `Luokka ${id}`, sv: `Klass ${id}` });
  const list = (ids: readonly string[]) => ids.map((id) => ({ id, label: label(id) }));
  const inTurn = (ids: readonly string[]) =>
    Object.fromEntries(codes.flatMap((code, at) => (at % 5 === 4 ? [] : [[code, ids[at % ids.length] ?? '']])));
  return [
    {
      id: 'kinds',
      version: '1',
      label: label('kinds'),
      classes: list(['b', 'unknown', 'a']),
      codes: inTurn(['a', 'b', 'unknown', 'none of the classes']),
    },
    {
      id: 'sizes',
      version: '2026',
      label: label('sizes'),
      classes: list(['large', 'small', 'empty']),
      codes: inTurn(['small', 'large']),
    },
  ];
}
