import type { DataText } from '@strapetsi/text';
import { TOTAL, type Aggregate, type AggregateCell, type Member } from '../aggregate/aggregate.js';
import { addMonths, dayFromIso, isoFromDay } from '../days/calendar.js';
import type { IsoDate } from '../days/day.js';
import { buildSystem } from '../disclosure/build-system.js';
import { partsOfFigure } from '../disclosure/figure-parts.js';
import { protect } from '../disclosure/protect.js';
import { commonSlice, sliceOf } from '../disclosure/slices.js';
import type { Statement, TableStatements } from '../disclosure/statement.js';
import { exclusionsOf } from '../definitions/exclusions.js';
import { hashOf } from '../definitions/hash.js';
import { isAbove } from '../definitions/hierarchies.js';
import type { Definition, DimensionId, DimensionRule, Figure, Measure, Rule } from '../definitions/definition.js';
import { checkpointLabel } from '../engine/members.js';
import { onlyEntries } from '../engine/options.js';
import { NoSuchFigureError, WrongDefinitionError } from './errors.js';
import type { Cell, IndicatorTable, PublishedCount, TableDimension, TableMember } from './indicator-table.js';
import { memberSpan } from './member-span.js';
import type { Policy } from './policy.js';
import { publishCount } from './publish-cell.js';
import { categoriesOf, publishFigure, type CellPlace, type ExactCell } from './publish-figure.js';

export interface PublishOptions {
  /** The definition the aggregate was calculated with; its hash is compared. */
  readonly definition: Definition;
  readonly policy: Policy;
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

/** A name that a provider gave in one language stands in the others too. */
function inEveryLanguage(label: DataText, id: string): DimensionRule['label'] {
  const any = label.fi ?? label.sv ?? label.en ?? id;
  return { fi: label.fi ?? any, sv: label.sv ?? any, en: label.en ?? any };
}

function ruleOf(definition: Definition, id: DimensionId, aggregate: Aggregate): DimensionRule {
  const own = aggregate.own?.[id];
  if (own !== undefined) return { id, label: inEveryLanguage(own, id), from: { dictionary: id } };
  const rule = definition.dimensions.find((dimension) => dimension.id === id);
  if (rule === undefined) throw new WrongDefinitionError('by', `one of the dimensions of ${definition.id}`, id);
  return rule;
}

function scaleOf({ from }: DimensionRule): TableDimension['scale'] {
  if (from === 'windows' || (typeof from === 'object' && 'halfYearOf' in from)) return 'time';
  if (from === 'checkpoints' || 'ageInYearOf' in from || 'number' in from) return 'ordinal';
  return 'nominal';
}

/** Members that the definition itself names, in its order. */
function namedIn(from: Exclude<DimensionRule['from'], string>): readonly Member[] {
  if ('codes' in from) return [...from.members, ...(from.others === undefined ? [] : [from.others])];
  if ('number' in from) return from.members;
  return 'groups' in from ? from.groups : [];
}

/** The definition's own order where it has one; else by id, in which years, half-years and numbered checkpoints stand rightly. */
function inOrder(members: readonly Member[], { from }: DimensionRule): readonly Member[] {
  const named = typeof from === 'object' ? namedIn(from) : [];
  if (named.length === 0) return members;
  const position = new Map(named.map(({ id }, index) => [id, index]));
  return [...members].sort((a, b) => (position.get(a.id) ?? named.length) - (position.get(b.id) ?? named.length));
}

function tableMember(member: Member): TableMember {
  return { id: member.id, label: member.label, ...memberSpan(member.id) };
}

const impossible: Cell = { status: 'notApplicable' };

const together = { fi: 'Yhteensä', sv: 'Totalt', en: 'Total' };

function tableDimensions(aggregate: Aggregate, definition: Definition): readonly TableDimension[] {
  return aggregate.by.map((id) => {
    const rule = ruleOf(definition, id, aggregate);
    const only = aggregate.only[id];
    const met = (aggregate.members[id] ?? []).filter((member) => only === undefined || only.includes(member.id));
    const total = aggregate.totals?.includes(id) === true ? [{ id: TOTAL, label: together }] : [];
    const members = [...inOrder(met, rule).map(tableMember), ...total];
    return { id, label: rule.label, scale: scaleOf(rule), members };
  });
}

/** Every combination of members, row-major: the last dimension runs fastest. */
function keysOf(dimensions: readonly TableDimension[]): readonly (readonly string[])[] {
  return dimensions.reduce<readonly (readonly string[])[]>(
    (keys, { members }) => keys.flatMap((key) => members.map(({ id }) => [...key, id])),
    [[]],
  );
}

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

/**
 * Whether a combination of members can occur: a school is not met with another provider than its own, nor a month in another year.
 * Members that nothing is above or below can stand with any.
 */
function isPossible({ by, cells }: Aggregate): (key: readonly string[]) => boolean {
  const nested = by.flatMap((upper, above) =>
    by.flatMap((lower, below) => (isAbove(upper, lower) ? [{ above, below }] : [])),
  );
  const pair = (key: readonly string[], { above, below }: (typeof nested)[number]): string =>
    JSON.stringify([above, key[above], below, key[below]]);
  const met = new Set(cells.flatMap(({ key }) => nested.map((places) => pair(key, places))));
  return (key) =>
    nested.every((places) => {
      const [upper = '', lower = ''] = [key[places.above], key[places.below]];
      return upper === TOTAL || lower === TOTAL || met.has(pair(key, places)) || isWithin(lower, upper);
    });
}

/** Of years, half-years and months, where one without records is still one. */
function isWithin(lower: string, upper: string): boolean {
  const [inner, outer] = [memberSpan(lower), memberSpan(upper)];
  if (inner.from === undefined || outer.from === undefined) return false;
  return inner.from >= outer.from && (inner.to ?? '') <= (outer.to ?? '');
}

/**
 * Where a cell stands in time: the last day of the period that its windows and cohorts leave, and how many days of it there have
 * been on the day of the data.
 */
function placeOf(key: readonly string[], dimensions: readonly TableDimension[], aggregate: Aggregate): CellPlace {
  let { from, to } = aggregate.period;
  key.forEach((id, at) => {
    const dimension = dimensions[at];
    if (dimension?.scale !== 'time') return;
    const span = memberSpan(id);
    if (span.from !== undefined && span.from > from) from = span.from;
    if (span.to !== undefined && span.to < to) to = span.to;
  });
  return {
    days: Math.max(0, dayFromIso(to < aggregate.asOf ? to : aggregate.asOf) - dayFromIso(from) + 1),
    followedFor: (months) => isoFromDay(addMonths(dayFromIso(to), months)),
  };
}

const situation = { fi: 'Tilanne', sv: 'Situation', en: 'Situation' };

function stateDimension(rule: Rule): TableDimension | undefined {
  if (rule.measure.kind !== 'distribution') return undefined;
  const members = rule.measure.categories.map(({ code, label }) => ({ id: String(code), label }));
  return { id: 'state', label: rule.measure.label ?? situation, scale: 'nominal', members };
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
interface Prepared {
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
function prepare({ aggregate, definition, figure: figureId }: ToPublish, policy: Policy): Prepared {
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
    return { key, cells, statements: parts.map((one): Statement => ({ slice, parts: one })) };
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

function tableOf({ statements, dimensions, rules, cells }: Prepared, withheld: WithheldIn): IndicatorTable {
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
    period: aggregate.period,
    asOf: aggregate.asOf,
    providers: aggregate.providers.map(tableMember),
    policy: { id: policy.id, label: policy.label, reference: policy.reference },
    // Of a dimension of the table, its members say it.
    only: onlyEntries(aggregate.only)
      .filter(([id]) => !aggregate.by.includes(id))
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
interface WithheldIn {
  readonly cell: (key: number, at: number) => Withheld;
  readonly count: (name: string) => boolean;
}

/** What is to be published: an aggregate, the definition that it was calculated with, and which of its figures. */
export interface ToPublish {
  readonly aggregate: Aggregate;
  readonly definition: Definition;
  /** Id of a figure of the definition; its first one where absent. */
  readonly figure?: string;
}

/**
 * What may be shown of several aggregates together: small groups withheld and counts rounded as the policy says, no figure that is not a
 * function of published numbers, and as much more withheld as is needed so that nothing withheld can be worked out from all the tables,
 * more closely than the policy allows.
 * @throws WrongDefinitionError where an aggregate was not calculated with its definition.
 * @throws NoSuchFigureError where a definition has no such figure.
 */
export function publishTogether(all: readonly ToPublish[], policy: Policy): readonly IndicatorTable[] {
  const prepared = all.map((one) => prepare(one, policy));
  const built = buildSystem(prepared.map(({ statements }) => statements));
  const { isWithheld } = protect(built.system);
  const is = (at: number | undefined): boolean => at !== undefined && isWithheld[at] === true;
  return prepared.map((table, number) =>
    tableOf(table, {
      cell: (key, at) => {
        const places = built.places[number]?.[key]?.[at];
        const sums = places?.sums ?? [];
        const figure = [places?.part, places?.rest, places?.rows, ...sums].some(is);
        return { whole: is(places?.whole), figure };
      },
      count: (name) => is(built.countOf(table.statements, name)),
    }),
  );
}

/**
 * What may be shown of an aggregate by itself. Tables that will be shown side by side are published together: `publishTogether`.
 * @throws WrongDefinitionError where the aggregate was not calculated with this definition.
 * @throws NoSuchFigureError where the definition has no such figure.
 */
export function publish(aggregate: Aggregate, { policy, ...options }: PublishOptions): IndicatorTable {
  const [table] = publishTogether([{ aggregate, ...options }], policy);
  if (table === undefined) throw new RangeError('No table');
  return table;
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

function checkpointLabelOf(id: string): Member['label'] {
  const months = Number(id);
  return checkpointLabel(Number.isInteger(months) ? months : 'lastMonthEnd');
}

function onlyOf(rule: DimensionRule, ids: readonly string[], aggregate: Aggregate): IndicatorTable['only'][number] {
  const { from } = rule;
  const named = typeof from === 'object' ? namedIn(from) : [];
  const known = named.length > 0 ? named : (aggregate.members[rule.id] ?? []);
  const unmet = (id: string): Member => ({ id, label: from === 'checkpoints' ? checkpointLabelOf(id) : {} });
  const members = ids.map((id) => tableMember(known.find((member) => member.id === id) ?? unmet(id)));
  return { dimension: rule.id, label: rule.label, members };
}
