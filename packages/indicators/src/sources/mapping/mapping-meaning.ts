import { readCell } from './cell.js';
import { fields, groupOf, isFieldName, ownerOf, tablePlans, type FieldName } from './fields.js';
import { pathText } from '../../shape/schema-problem.js';
import { mappingProblem, type MappingProblem } from './mapping-problem.js';
import type { CodeSource, ColumnSource, FieldSource, MappedTable, Mapping } from './mapping.js';

type Path = readonly PropertyKey[];

/** What a code of a mapping stands for; `undefined` where it stands for nothing. */
export function codeText(code: CodeSource | undefined): string | undefined {
  if (code === null || code === undefined) return undefined;
  return String(typeof code === 'object' ? code.code : code);
}

export const isColumnSource = (source: FieldSource): source is ColumnSource =>
  typeof source === 'object' && 'column' in source;

function wrongCodes(field: FieldName, source: FieldSource, path: Path): MappingProblem[] {
  if (typeof source === 'string') return [];
  const codes: (readonly [Path, CodeSource | undefined])[] = isColumnSource(source)
    ? [
        ...Object.entries(source.codes ?? {}).map(([text, code]) => [[...path, 'codes', text], code] as const),
        [[...path, 'otherwise'], source.otherwise],
        [[...path, 'default'], source.default],
      ]
    : [[[...path, 'value'], source.value]];
  return codes.flatMap(([at, code]) => {
    const text = codeText(code);
    if (text === undefined) return [];
    const read = readCell(fields[field], text);
    return read.ok ? [] : [mappingProblem('wrong-value', pathText(at), JSON.stringify(text), read.expected)];
  });
}

function fieldProblems(table: MappedTable, path: Path): MappingProblem[] {
  const { groups, needed } = tablePlans[table.of];
  const problems: MappingProblem[] = [];
  for (const [name, source] of Object.entries(table.fields)) {
    if (!isFieldName(name) || source === undefined) continue;
    const at = [...path, 'fields', name];
    if (!groups.includes(groupOf(name)) && !needed.includes(name)) {
      const allowed = [
        ...groups.map((group) => `${group}.…`),
        ...needed.filter((each) => !groups.includes(groupOf(each))),
      ];
      problems.push(mappingProblem('not-of-this-table', pathText(at), name, allowed.join(' | ')));
    } else problems.push(...wrongCodes(name, source, at));
  }
  return problems;
}

function neededProblems(table: MappedTable, mapping: Mapping, path: Path): MappingProblem[] {
  const { needed, neededOneOf } = tablePlans[table.of];
  const has = (name: FieldName): boolean => table.fields[name] !== undefined;
  const at = pathText([...path, 'fields']);
  const found = Object.keys(table.fields).join(', ');
  const problems: MappingProblem[] = [];
  for (const name of needed) if (!has(name)) problems.push(mappingProblem('missing', at, found, name));
  for (const names of neededOneOf)
    if (!names.some(has)) problems.push(mappingProblem('missing', at, found, names.join(' | ')));
  if (table.of === 'outcomes' && has('outcome.activity') && !has('outcome.yearsAfter'))
    problems.push(mappingProblem('missing', at, found, 'outcome.yearsAfter'));
  if (table.of === 'rights' && !has('right.key') && mapping.tables.length > 1)
    problems.push(mappingProblem('missing', at, found, 'right.key'));
  return problems;
}

function tableProblems(table: MappedTable, index: number, mapping: Mapping): MappingProblem[] {
  const path = ['tables', index];
  const problems = [...fieldProblems(table, path), ...neededProblems(table, mapping, path)];
  if (table.rows === 'together' && mapping.tables.length > 1)
    problems.push(mappingProblem('not-alone', pathText([...path, 'rows']), `tables: ${mapping.tables.length}`, '1'));
  if (table.questions !== undefined && table.of !== 'responses')
    problems.push(mappingProblem('not-of-this-table', pathText([...path, 'questions']), table.of, 'responses'));
  if (table.own !== undefined && table.of === 'answers')
    problems.push(mappingProblem('not-of-this-table', pathText([...path, 'own']), table.of, 'responses'));
  for (const name of Object.keys(table.own ?? {})) {
    const first = mapping.tables.find((each) => Object.hasOwn(each.own ?? {}, name));
    if (first !== undefined && ownerOf(first.of) !== ownerOf(table.of))
      problems.push(mappingProblem('own-name-taken', pathText([...path, 'own', name]), first.of, `${name}-2`));
  }
  return problems;
}

/** What study rights need from one of their tables or another. */
function rightProblems({ tables }: Mapping): MappingProblem[] {
  const ofRights = tables.filter(({ of }) => ownerOf(of) === 'right');
  if (ofRights.length === 0) return [];
  const has = (name: FieldName): boolean => ofRights.some((table) => table.fields[name] !== undefined);
  const found = ofRights.map(({ of }) => of).join(', ');
  const problems: MappingProblem[] = [];
  if (!has('right.start') && !ofRights.some(({ of }) => of === 'periods'))
    problems.push(mappingProblem('no-periods', 'tables', found, 'right.start | "of": "periods"'));
  if (!has('right.education') && !has('right.performanceType'))
    problems.push(mappingProblem('missing', 'tables', found, 'right.education | right.performanceType'));
  return problems;
}

/** What a mapping of the right shape says that cannot be done. */
export function meaningProblems(mapping: Mapping): readonly MappingProblem[] {
  const kinds = mapping.tables.map(({ of }) => of);
  const problems = mapping.tables.flatMap((table, index) => tableProblems(table, index, mapping));
  problems.push(...rightProblems(mapping));
  if (kinds.includes('answers') && !kinds.includes('responses'))
    problems.push(mappingProblem('missing', 'tables', kinds.join(', '), '"of": "responses"'));
  return problems;
}
