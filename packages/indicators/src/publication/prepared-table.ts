import type { Aggregate, AggregateCell } from '../aggregate/aggregate.js';
import type { IsoDate } from '../days/day.js';
import type { Definition, DimensionId, Figure, Measure, Rule } from '../definitions/definition.js';
import { exclusionsOf } from '../definitions/exclusions.js';
import { hashOf } from '../definitions/hash.js';
import { partsOfFigure } from '../disclosure/figure-parts.js';
import { commonSlice, sliceOf } from '../disclosure/slices.js';
import type { Statement, TableStatements } from '../disclosure/statement.js';
import { onlyEntries } from '../engine/options.js';
import { NoSuchFigureError, WrongDefinitionError } from './errors.js';
import type { Cell, IndicatorTable, PublishedCount, TableDimension } from './indicator-table.js';
import type { Policy } from './policy.js';
import { isSmall, publishCount } from './publish-cell.js';
import { categoriesOf, publishFigure, type CellPlace, type ExactCell } from './publish-figure.js';
import { onlyOf, ruleOf, stateDimension, tableDimensions, tableMember } from './table-dimensions.js';
import { isPossible, keysOf, placeOf } from './table-keys.js';

/** What is to be published: an aggregate, the definition that it was calculated with, and which of its figures. */
export interface ToPublish {
  readonly aggregate: Aggregate;
  readonly definition: Definition;
  /** Id of a figure of the definition; its first one where absent. */
  readonly figure?: string;
}

function chosenFigure(definition: Definition, id: string | undefined): Figure {
  const figure = id === undefined ? definition.figures[0] : definition.figures.find((known) => known.id === id);
  if (figure !== undefined) return figure;
  throw new NoSuchFigureError(
    definition.figures.map((known) => known.id),
    id ?? 'nothing',
  );
}

const impossible: Cell = { status: 'notApplicable' };

/** The cells of one key: one, or one for each category of a distribution. */
function publishKey(
  cell: AggregateCell | undefined,
  figure: Figure,
  measure: Measure,
  policy: Policy,
  place: CellPlace,
): readonly Cell[] {
  if (cell !== undefined && 'matures' in cell)
    return everywhere({ status: 'immature', matures: cell.matures }, figure, measure);
  return publishFigure(exactOf(cell), figure, measure, policy, place);
}

function everywhere(cell: Cell, figure: Figure, measure: Measure): readonly Cell[] {
  return figure.kind === 'distribution' ? categoriesOf(measure).map(() => cell) : [cell];
}

function exactOf(cell: AggregateCell | undefined): ExactCell {
  return cell === undefined || 'matures' in cell ? { n: 0, amounts: [] } : cell;
}

function overlaps({ inForce }: Rule, period: { readonly from: IsoDate; readonly to: IsoDate }): boolean {
  return (inForce.from ?? '') <= period.to && (inForce.to ?? '9999-12-31') >= period.from;
}

function usedRules(aggregate: Aggregate, definition: Definition): readonly [Rule, ...Rule[]] {
  const used = definition.rules.filter((rule) =>
    aggregate.rule === undefined ? overlaps(rule, aggregate.period) : rule.id === aggregate.rule,
  );
  const [first, ...others] = used;
  if (first === undefined)
    throw new WrongDefinitionError('rule', 'a rule of the definition', aggregate.rule ?? 'none in force');
  return [first, ...others];
}

/** A table of which it is still to be decided what is withheld for others' sake. */
export interface PreparedTable {
  readonly statements: TableStatements;
  readonly dimensions: readonly TableDimension[];
  readonly rules: readonly [Rule, ...Rule[]];
  /** By key: what the policy alone lets be seen. */
  readonly cells: readonly (readonly Cell[])[];
}

/**
 * @throws WrongDefinitionError where the aggregate was not calculated with this definition.
 * @throws NoSuchFigureError where the definition has no such figure.
 */
export function prepareTable({ aggregate, definition, figure: figureId }: ToPublish, policy: Policy): PreparedTable {
  const hash = hashOf(definition);
  if (hash !== aggregate.indicator.hash)
    throw new WrongDefinitionError('indicator.hash', hash, aggregate.indicator.hash);
  const figure = chosenFigure(definition, figureId);
  const rules = usedRules(aggregate, definition);
  const dimensions = tableDimensions(aggregate, definition);
  const exact = new Map(aggregate.cells.map((cell) => [JSON.stringify(cell.key), cell]));
  const [rule] = rules;
  const possible = isPossible(aggregate);
  const common = commonSlice(aggregate);
  const windows = new Set(aggregate.by.filter((id) => ruleOf(definition, id, aggregate).from === 'windows'));
  const isWindow = (id: DimensionId): boolean => windows.has(id);
  const prepared = keysOf(dimensions).map((key) => {
    const cell = exact.get(JSON.stringify(key));
    const place = placeOf(key, dimensions, aggregate);
    if (!possible(key)) return { key, cells: everywhere(impossible, figure, rule.measure), statements: [] };
    const cells = publishKey(cell, figure, rule.measure, policy, place);
    if (cell !== undefined && 'matures' in cell) return { key, cells };
    const slice = sliceOf(key, aggregate.by, common, isWindow);
    const parts = partsOfFigure(exactOf(cell), figure, rule.measure, place.days);
    const statements = parts.map((one, at): Statement => {
      const isWithheld = cells[at]?.status === 'withheld';
      const isDominated = isWithheld && one.sums.length > 0 && !isSmall(one.whole.count, policy);
      return { slice, parts: one, isDominated };
    });
    return { key, cells, statements };
  });
  return {
    statements: { aggregate, definition, figure, rule, policy, common, keys: prepared, isWindow },
    dimensions,
    rules,
    cells: prepared.map(({ cells }) => cells),
  };
}

/** What of a cell is withheld for others' sake: of a small group, that it is small. */
interface Withheld {
  readonly whole: boolean;
  readonly figure: boolean;
}

/** A cell, less what is withheld for others' sake. */
function withoutWithheld(cell: Cell, { whole, figure }: Withheld, persons: number, policy: Policy): Cell {
  if ((!whole && !figure) || (cell.status !== 'value' && cell.status !== 'withheld')) return cell;
  const n = whole ? ({ status: 'withheld' } as const) : publishCount(persons, policy);
  return { status: 'withheld', reason: 'complementary', n };
}

export function finishTable(
  { statements, dimensions, rules, cells }: PreparedTable,
  withheld: WithheldIn,
): IndicatorTable {
  const { aggregate, definition, figure, rule, policy } = statements;
  const labels = exclusionsOf(rules);
  const used = aggregate.rule === undefined && definition.rules.length > 1 ? rules.map(({ label }) => label) : [];
  const state = stateDimension(rule);
  const shown = cells.map((ofKey, key) =>
    ofKey.map((cell, at) => {
      const persons = statements.keys[key]?.statements?.[at]?.parts.whole.count;
      return persons === undefined ? cell : withoutWithheld(cell, withheld.cell(key, at), persons, policy);
    }),
  );
  const count = (name: string, value: number): PublishedCount =>
    withheld.count(name) ? { status: 'withheld' } : publishCount(value, policy);
  return {
    type: 'strapetsi.indicator-table',
    schemaVersion: 1,
    indicator: {
      id: definition.id,
      version: definition.version,
      hash: aggregate.indicator.hash,
      name: definition.name,
      meaning: definition.meaning,
      direction: definition.direction,
      sources: rules.flatMap(({ sources }) => sources),
    },
    figure: { id: figure.id, label: figure.label, unit: figure.unit, decimals: figure.decimals },
    ...(aggregate.rule === undefined ? {} : { rule: aggregate.rule }),
    ...(aggregate.parameters === undefined ? {} : { parameters: aggregate.parameters }),
    period: aggregate.period,
    asOf: aggregate.asOf,
    ...(aggregate.asOfLatest === undefined ? {} : { asOfLatest: aggregate.asOfLatest }),
    providers: aggregate.providers.map(tableMember),
    policy: { id: policy.id, label: policy.label, reference: policy.reference },
    // Of a dimension of the table, its members say it; but not what a total is of.
    only: onlyEntries(aggregate.only)
      .filter(([id]) => !aggregate.by.includes(id) || aggregate.totals?.includes(id) === true)
      .map(([id, ids]) => onlyOf(ruleOf(definition, id, aggregate), ids, aggregate)),
    dimensions: figure.kind === 'distribution' && state !== undefined ? [...dimensions, state] : dimensions,
    cells: shown.flat(),
    population: count('population', aggregate.population),
    exclusions: aggregate.exclusions.map(({ id, count: value }) => ({
      id,
      label: labels.get(id) ?? { fi: id, sv: id, en: id },
      count: count(`excluded ${id}`, value),
    })),
    findings: aggregate.findings.map(({ code, count: value }) => ({ code, count: publishCount(value, policy) })),
    notes: [...used, ...settingsOf(aggregate, definition), ...definition.limits, ...definition.unverified],
  };
}

/** What of a table is withheld for others' sake. */
export interface WithheldIn {
  readonly cell: (key: number, at: number) => Withheld;
  readonly count: (name: string) => boolean;
}

type Text = IndicatorTable['notes'][number];

/** What the run was given beside the records: limits of its own and lists of classes. */
function settingsOf({ parameters, classifications = [] }: Aggregate, definition: Definition): readonly Text[] {
  const limits = (definition.parameters ?? []).map(({ id, label, standard }): Text => {
    const value = String(parameters?.[id] ?? standard);
    return { fi: `${label.fi}: ${value}`, sv: `${label.sv}: ${value}`, en: `${label.en}: ${value}` };
  });
  const lists = classifications.map(({ id, version }): Text => {
    const name = `${id} ${version}`;
    return { fi: `Luokitus: ${name}`, sv: `Klassificering: ${name}`, en: `Classification: ${name}` };
  });
  return [...limits, ...lists];
}
