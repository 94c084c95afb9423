import type {
  CalculateOptions,
  Definition,
  DimensionId,
  DimensionRule,
  Expr,
  Measure,
  Rule,
} from '@strapetsi/indicators';
import type fc from 'fast-check';
import { codesOfRecords } from './random-records.js';
import { ownColumns } from './random-scopes.js';
import { type RandomSteps, randomSteps } from './random-steps.js';
import {
  classificationIds,
  classificationsOf,
  type Draw,
  drawn,
  type Place,
  randomDay,
  randomNumber,
  randomTruth,
} from './random-words.js';

const label = { fi: 'x', sv: 'x', en: 'x' };

/** A definition that can be run, and what is asked of it. */
export interface RandomRun {
  readonly definition: Definition;
  readonly options: CalculateOptions;
}

/**
 * Definitions over every root and child relation, with every step, expression, measure and dimension, well-formed by the way they are
 * made: what is named is in scope, days stand where days are meant, sums stay exact, a state or a cause is one of those listed.
 */
export const randomRuns: fc.Arbitrary<RandomRun> = drawn(runOf);

function runOf(draw: Draw): RandomRun {
  const parameters = draw.chance(40) ? [{ id: 'limit', label, standard: draw.int(60) }] : [];
  const ids = parameters.map(({ id }) => id);
  const made = randomSteps(draw, ids);
  const measure = randomMeasure(draw, made.place);
  const dimensions = randomDimensions(draw, made);
  const definition: Definition = {
    id: 'random',
    version: '1',
    name: label,
    meaning: label,
    direction: 'neither',
    ...(made.over === 'right' && draw.chance(50) ? {} : { over: made.over }),
    ...(parameters.length === 0 ? {} : { parameters }),
    rules: rulesOf(draw, made, measure),
    dimensions: dimensions.map(({ rule }) => rule),
    figures: [],
    limits: [],
    unverified: [],
  };
  return { definition, options: optionsOf(draw, definition, made, dimensions) };
}

/** One rule for all times, or two: the second looks at fewer rows and counts other amounts. */
function rulesOf(draw: Draw, { steps, place }: RandomSteps, measure: Measure): readonly Rule[] {
  const rule = (id: string, more: Partial<Rule>): Rule => ({
    id,
    label,
    inForce: {},
    steps,
    measure,
    sources: [],
    ...more,
  });
  if (draw.chance(65)) return [rule('only', {})];
  const [to, from] = draw.of([
    ['2021-12-31', '2022-01-01'],
    ['2022-06-30', '2022-07-01'],
    ['2022-09-30', '2022-10-01'],
  ] as const);
  const fewer = draw.chance(50)
    ? [...steps, { exclude: { id: 'by the second rule', label, when: randomTruth(draw, place) } }]
    : [...steps, { keep: { not: randomTruth(draw, place) } }];
  return [
    rule('first', { inForce: { to } }),
    rule('second', { inForce: { from }, steps: fewer, measure: likeThat(draw, measure, place) }),
  ];
}

/** A number whose square still adds up exactly. */
function small(draw: Draw, place: Place): Expr {
  return { min: [{ max: [randomNumber(draw, place), -999] }, 999] };
}

function amount(draw: Draw, place: Place): Expr {
  const { wide } = place.words;
  if (wide.length === 0 || draw.chance(50)) return randomNumber(draw, place);
  return draw.chance(50) ? draw.of(wide) : { multiply: [small(draw, place), draw.of(wide)] };
}

/** One of the codes, by conditions. */
function oneOf(draw: Draw, place: Place, codes: readonly number[]): Expr {
  return {
    when: [
      [randomTruth(draw, place), draw.of(codes)],
      [randomTruth(draw, place), draw.of(codes)],
    ],
    otherwise: draw.of(codes),
  };
}

function randomMeasure(draw: Draw, place: Place): Measure {
  const persons = draw.chance(30) ? { persons: randomNumber(draw, place, 1) } : {};
  const coded = (codes: readonly number[]) => codes.map((code) => ({ code, label }));
  const { dictionaries } = place.words;
  switch (draw.int(8)) {
    case 0:
      return { kind: 'count', ...persons };
    case 1:
      return { kind: 'share', whole: amount(draw, place), part: amount(draw, place), ...persons };
    case 2: {
      const weight = draw.chance(50) ? { weight: small(draw, place) } : {};
      return { kind: 'mean', of: small(draw, place), ...weight, ...persons };
    }
    case 3:
      return { kind: 'personDays', amount: amount(draw, place) };
    case 4:
      return { kind: 'distribution', of: oneOf(draw, place, [1, 4, 98]), categories: coded([1, 4, 98]) };
    case 5: {
      const upToMonths = draw.int(14);
      return { kind: 'timeToEvent', ...spanOf(draw, place), causes: coded([1, 7]), upToMonths };
    }
    case 6:
      return { kind: 'distinct', of: draw.of(dictionaries).column };
    default:
      return { kind: 'sum', amount: amount(draw, place), ...persons };
  }
}

function spanOf(draw: Draw, place: Place) {
  return {
    from: randomDay(draw, place),
    to: { min: [randomDay(draw, place), { param: 'asOf' }] } satisfies Expr,
    cause: oneOf(draw, place, [0, 1, 7]),
  };
}

/** A measure of other amounts that counts into the same cells. */
function likeThat(draw: Draw, measure: Measure, place: Place): Measure {
  if (draw.chance(40)) return measure;
  switch (measure.kind) {
    case 'sum':
    case 'personDays':
      return { ...measure, amount: amount(draw, place) };
    case 'share':
      return { ...measure, whole: amount(draw, place) };
    case 'mean':
      return { ...measure, of: small(draw, place) };
    case 'distribution':
      return { ...measure, of: oneOf(draw, place, [1, 98]) };
    case 'timeToEvent':
      return { ...measure, ...spanOf(draw, place) };
    default:
      return measure;
  }
}

/** A dimension, and ids that its members may have. */
interface Cut {
  readonly rule: DimensionRule;
  readonly ids: readonly string[];
}

const freeIds: readonly DimensionId[] = ['school', 'gender', 'funding', 'started', 'area', 'question', 'cohort'];
const halfYears = ['2019-H2', '2020-H1', '2020-H2', '2021-H2', '2022-H1', '2022-H2', '2023-H1'];
const windowIds = {
  year: ['2020', '2021', '2022', '2023'],
  halfYear: halfYears,
  month: ['2021-08', '2022-06', '2022-07', '2022-09', '2022-10', '2023-01'],
} as const;

function randomDimensions(draw: Draw, { place, sliced, checkpointsAfter }: RandomSteps): readonly Cut[] {
  const cuts: Cut[] = [];
  if (sliced) {
    for (const id of ['year', 'halfYear', 'month'] as const)
      cuts.push({ rule: { id, label, from: 'windows' }, ids: windowIds[id] });
  }
  if (checkpointsAfter !== undefined) {
    cuts.push({ rule: { id: 'checkpoint', label, from: 'checkpoints' }, ids: ['06', '12', '18', '24', 'latest'] });
    cuts.push({ rule: { id: 'cohort', label, from: { halfYearOf: checkpointsAfter } }, ids: halfYears });
  }
  for (const id of freeIds) {
    if (draw.chance(50) || cuts.some(({ rule }) => rule.id === id)) continue;
    cuts.push(randomCut(draw, id, place));
  }
  return cuts;
}

function randomCut(draw: Draw, id: DimensionId, place: Place): Cut {
  const { codes, dictionaries } = place.words;
  switch (draw.int(6)) {
    case 0: {
      const { column, of } = draw.of(dictionaries);
      return { rule: { id, label, from: { dictionary: column } }, ids: dictionaryCodes(of) };
    }
    case 1: {
      const { column, codes: known } = draw.of(codes);
      const [first = '', second = '', ...others] = known;
      const members = [
        { codes: [second], id: 'second', label },
        { codes: [first, second, ...others.slice(0, 1)], id: 'first', label },
      ];
      const rest = draw.chance(50) ? { others: { id: draw.of(['rest', 'first', 'unknown']), label } } : {};
      return { rule: { id, label, from: { codes: column, members, ...rest } }, ids: ['first', 'second', 'rest'] };
    }
    case 2: {
      const members = [3, 1, 2, 0].map((value) => ({ value, id: value === 2 ? 'unknown' : String(value), label }));
      return { rule: { id, label, from: { number: randomNumber(draw, place), members } }, ids: ['0', '1', '3'] };
    }
    case 3:
      return {
        rule: { id, label, from: { classified: draw.of(codes).column, by: draw.of(classificationIds) } },
        ids: ['a', 'b', 'large', 'small'],
      };
    case 4:
      return { rule: { id, label, from: { halfYearOf: randomDay(draw, place) } }, ids: halfYears };
    case 5: {
      const groups = [
        { id: 'young', from: 0, to: 19, label },
        { id: 'old', from: 18, to: 150, label },
      ];
      return { rule: { id, label, from: { ageInYearOf: randomDay(draw, place), groups } }, ids: ['young', 'old'] };
    }
    default: {
      const number: Expr = place.words.numbers.length === 0 ? 1 : draw.of(place.words.numbers);
      const members = [1, 3, 5].map((value) => ({ value, id: String(value), label }));
      return { rule: { id, label, from: { number, members } }, ids: ['1', '3', '5'] };
    }
  }
}

function dictionaryCodes(of: string): readonly string[] {
  return Object.entries(codesOfRecords).find(([name]) => name === of)?.[1] ?? [];
}

const periods = [
  { from: '2018-01-01', to: '2024-12-31' },
  { from: '2021-07-01', to: '2022-12-31' },
  { from: '2022-06-15', to: '2022-10-10' },
];

function optionsOf(draw: Draw, definition: Definition, made: RandomSteps, cuts: readonly Cut[]): CalculateOptions {
  const own: Cut = {
    rule: { id: `own.${ownColumns[made.over]}`, label, from: { dictionary: '' } },
    ids: codesOfRecords[ownColumns[made.over]],
  };
  const all = draw.chance(50) ? [own, ...cuts] : cuts;
  const by = all.filter(() => draw.chance(35)).slice(0, 3);
  const chosen = by.map(({ rule }) => rule.id).reverse();
  const needed = made.checkpointsAfter === undefined || chosen.includes('checkpoint') ? [] : (['checkpoint'] as const);
  const only = all.flatMap(({ rule, ids }): (readonly [DimensionId, readonly string[]])[] => {
    const atOne = needed.some((id) => id === rule.id);
    if (atOne) return [[rule.id, [draw.of(ids)]]];
    return draw.chance(12) ? [[rule.id, [draw.of(['unknown', ...ids]), ...draw.times(5, () => draw.of(ids))]]] : [];
  });
  const rule = definition.rules.length > 1 && draw.chance(25) ? { rule: draw.of(definition.rules).id } : {};
  const parameters =
    definition.parameters !== undefined && draw.chance(50) ? { parameters: { limit: draw.int(400) } } : {};
  return {
    by: chosen,
    period: draw.of(periods),
    asOf: draw.of(['2022-08-31', '2024-06-15', '2027-01-31']),
    ...rule,
    ...parameters,
    only: Object.fromEntries(only),
    classifications: classificationsOf(made.place.words.codes),
  };
}
