import type { ChildRelation, Expr, Param, RootRelation, Step } from '@strapetsi/indicators';
import {
  childrenOf,
  childWords,
  joinWords,
  noWords,
  otherWords,
  ownWords,
  personWords,
  rootWords,
  type Words,
} from './random-scopes.js';
import { type Draw, type Place, randomDay, randomNumber, randomTruth } from './random-words.js';

const label = { fi: 'x', sv: 'x', en: 'x' };

/** Steps that fit together, and what there is to name after them. */
export interface RandomSteps {
  readonly over: RootRelation;
  readonly steps: readonly Step[];
  readonly place: Place;
  /** What rows are made of: whole roots where neither is true. */
  readonly sliced: boolean;
  /** The day that checkpoints follow. */
  readonly checkpointsAfter: Expr | undefined;
}

/** Steps while they are drawn. */
interface Making {
  readonly over: RootRelation;
  readonly steps: Step[];
  place: Place;
  /** Names that can be read of another right. */
  others: Words;
  dropped: boolean;
  multiplied: boolean;
  names: number;
}

const runParams: readonly Param[] = ['from', 'to', 'asOf', 'lastMonthEnd'];

export function randomSteps(draw: Draw, parameters: readonly string[]): RandomSteps {
  const over = draw.of<RootRelation>(['right', 'right', 'right', 'outcome', 'response']);
  const making: Making = {
    over,
    steps: [],
    place: {
      words: joinWords(rootWords[over], personWords, ownWords(over)),
      params: [...runParams, ...parameters.map((id): Param => `own.${id}`)],
    },
    others: otherWords,
    dropped: false,
    multiplied: false,
    names: 0,
  };
  for (let left = draw.int(4); left > 0; left--) addStep(draw, making);
  const { sliced, checkpointsAfter } = multiply(draw, making);
  for (let left = draw.int(3); left > 0; left--) addStep(draw, making);
  return { over, steps: making.steps, place: making.place, sliced, checkpointsAfter };
}

function addStep(draw: Draw, making: Making): void {
  const { over, steps, place } = making;
  const exclusion = (): string => `left out ${String(steps.length)}`;
  const ofRights = over === 'right' ? 4 : 0;
  switch (draw.int(5 + (childrenOf[over].length > 0 ? 2 : 0) + ofRights)) {
    case 0:
      steps.push({
        keep: { any: [randomTruth(draw, place), { not: randomTruth(draw, place) }, randomTruth(draw, place)] },
      });
      making.dropped = true;
      return;
    case 1:
      steps.push({
        exclude: { id: exclusion(), label, when: { all: [randomTruth(draw, place), randomTruth(draw, place)] } },
      });
      making.dropped = true;
      return;
    case 2:
      steps.push(firstOf(draw, making, exclusion()));
      making.dropped = true;
      return;
    case 3:
    case 4:
    case 5:
      return bindValue(draw, making);
    case 6:
    case 7:
      return childrenOf[over].length > 0 ? bindOfChildren(draw, making) : bindValue(draw, making);
    case 8:
      return bindName(making, 'flags', (bind) => ({ bind, anyOtherRight: randomTruth(draw, withOthers(making)) }));
    case 9:
      return bindName(making, 'numbers', (bind) => ({
        bind,
        daysOfRights: {
          where: randomTruth(draw, withOthers(making)),
          from: randomDay(draw, place),
          to: { min: [randomDay(draw, place), { param: 'asOf' }] },
        },
      }));
    default:
      return bindName(making, 'numbers', (bind) => lowest(draw, making, bind));
  }
}

function withOthers({ place, others }: Making): Place {
  return { ...place, words: joinWords(place.words, others, others) };
}

function lowest(draw: Draw, making: Making, bind: string): Step {
  const place = withOthers(making);
  const chain: Expr = {
    when: [
      [randomTruth(draw, place, 1), draw.int(5)],
      [randomTruth(draw, place, 1), draw.int(9)],
    ],
    otherwise: draw.int(9),
  };
  const value = draw.chance(50) ? chain : randomNumber(draw, place, 1);
  const others = draw.chance(30) ? { othersOnly: true as const } : {};
  return { bind, lowestOverRights: { where: randomTruth(draw, place), value, otherwise: draw.int(9), ...others } };
}

function firstOf(draw: Draw, { over, place }: Making, id: string): Step {
  const any = (): Expr => (draw.chance(50) ? randomDay(draw, place, 1) : randomNumber(draw, place, 1));
  const key: readonly Expr[] = over === 'outcome' || draw.chance(30) ? [] : [{ column: `${over}.key` }];
  return {
    firstOf: [{ column: `${over}.person` }, ...draw.times(2, any)],
    orderBy: [...draw.times(2, any), ...key],
    otherwise: { id, label },
  };
}

function bindValue(draw: Draw, making: Making): void {
  const { place } = making;
  switch (draw.int(2)) {
    case 0:
      return bindName(making, 'days', (bind) => ({ bind, to: randomDay(draw, place) }));
    case 1:
      return bindName(making, 'numbers', (bind) => ({ bind, to: randomNumber(draw, place) }));
    default:
      return bindName(making, 'flags', (bind) => ({ bind, to: randomTruth(draw, place) }));
  }
}

function bindOfChildren(draw: Draw, making: Making): void {
  const relation = draw.of(childrenOf[making.over]);
  const { place } = making;
  const inner: Place = { ...place, words: joinWords(place.words, childWords[relation], childWords[relation]) };
  const where = draw.chance(20) ? { all: [] } : randomTruth(draw, inner);
  const ofChildren = { ofChildren: relation, where };
  switch (draw.int(4)) {
    case 0:
      return bindName(making, 'flags', (bind) => ({ bind, ...ofChildren, take: 'any' }));
    case 1:
      return bindName(making, 'days', (bind) => ({ bind, ...ofChildren, take: { min: randomDay(draw, inner, 1) } }));
    case 2:
      return bindName(making, 'days', (bind) => ({ bind, ...ofChildren, take: { max: randomDay(draw, inner, 1) } }));
    case 3:
      return bindName(making, 'numbers', (bind) => ({
        bind,
        ...ofChildren,
        take: { max: randomNumber(draw, inner, 1) },
      }));
    default:
      return bindName(making, 'numbers', (bind) => ({
        bind,
        ...ofChildren,
        take: { sum: randomNumber(draw, inner, 1) },
      }));
  }
}

function bindName(making: Making, kind: 'days' | 'numbers' | 'flags', step: (name: string) => Step): void {
  const name = `${kind.slice(0, -1)}${String(++making.names)}`;
  making.steps.push(step(name));
  const words = (column: string): Words => ({ ...noWords, [kind]: [{ column }] });
  making.place = { ...making.place, words: joinWords(making.place.words, words(name)) };
  if (!making.dropped && !making.multiplied) making.others = joinWords(making.others, words(`other.${name}`));
}

/** Days that are no open ends: what follows them by months has a date. */
const pastDays = {
  right: ['right.start', 'right.confirmed', 'right.estimatedEnd'],
  outcome: ['outcome.graduated'],
  response: ['response.day'],
} as const;

/** Makes rows of roots, or not. */
function multiply(draw: Draw, making: Making): Pick<RandomSteps, 'sliced' | 'checkpointsAfter'> {
  const children = childrenOf[making.over];
  const none = { sliced: false, checkpointsAfter: undefined };
  const kind = draw.int(9);
  if (kind < 2) return none;
  making.multiplied = true;
  if (kind < 4) {
    const after: Expr = { column: draw.of(pastDays[making.over]) };
    const months = draw.of([[6, 12], [24, 6, 18], [12], []]);
    const lastMonthEnd = months.length === 0 || draw.chance(50);
    making.steps.push({ checkpoints: { after, months, lastMonthEnd } });
    making.place = { ...making.place, params: [...making.place.params, 'checkpoint.day', 'checkpoint.day'] };
    return { sliced: false, checkpointsAfter: after };
  }
  let child: ChildRelation | undefined;
  if (kind < 8 && children.length > 0) {
    child = draw.of(children);
    making.steps.push({ each: child });
    making.place = { ...making.place, words: joinWords(making.place.words, childWords[child], childWords[child]) };
    if (draw.chance(25)) addStep(draw, making);
    if (draw.chance(40)) return none;
  }
  slice(draw, making, child);
  return { sliced: true, checkpointsAfter: undefined };
}

function slice(draw: Draw, making: Making, child: ChildRelation | undefined): void {
  const own: readonly [Expr, Expr] | undefined =
    child === 'period' || child === 'spell' || child === 'workplace'
      ? [{ column: `${child}.start` }, { column: `${child}.end` }]
      : undefined;
  const [a, b] =
    own !== undefined && draw.chance(70) ? own : [randomDay(draw, making.place, 1), randomDay(draw, making.place, 1)];
  const end: Expr = draw.chance(50) ? { min: [b, { param: 'asOf' }] } : b;
  const later: Expr = draw.chance(50)
    ? { addMonths: [{ param: 'window.end' }, draw.int(14)] }
    : { dayInYearOf: [{ addMonths: [{ param: 'window.start' }, 12] }, 9, 20] };
  making.steps.push({
    slice: [a, end],
    ...(draw.chance(15) ? { into: 'months' as const } : {}),
    ...(draw.chance(20) ? { matureOn: later } : {}),
  });
  making.place = {
    words: joinWords(making.place.words, { ...noWords, days: [{ column: 'row.start' }, { column: 'row.end' }] }),
    params: [...making.place.params, 'window.start', 'window.end'],
  };
}
