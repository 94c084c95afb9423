import * as z from 'zod/mini';
import { pathText, valueAt, type SchemaIssue } from '../../shape/schema-problem.js';
import { foundText } from '../../shape/shape-problem.js';
import { nearest } from '../tables/columns.js';
import { fieldNames } from './fields.js';
import { mappingProblem, type MappingProblem } from './mapping-problem.js';
import { mappingSchema, namesIn, type Mapping } from './mapping.js';
import { meaningProblems } from './mapping-meaning.js';

export type ParsedMapping =
  | { readonly ok: true; readonly mapping: Mapping }
  | { readonly ok: false; readonly problems: readonly MappingProblem[] };

const kindNames: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true | false',
  array: '[…]',
  object: '{…}',
  null: 'null',
};

function expectedOf(issue: SchemaIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return kindNames[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return issue.values.map((value) => JSON.stringify(value)).join(' | ');
    case 'too_small':
      return `≥ ${String(issue.minimum)}`;
    case 'too_big':
      return `≤ ${String(issue.maximum)}`;
    case 'invalid_key':
      return 'a–z, 0–9, -';
    default:
      return issue.code;
  }
}

/** Names that are allowed where an unknown one stood: the nearest, or all of them. */
function namesAt(path: readonly PropertyKey[], unknown: string): string {
  const names = namesOfObject(path);
  const near = nearest(names, [unknown]);
  if (near !== undefined) return near;
  const group = `${unknown.split('.')[0] ?? ''}.`;
  const ofGroup = names.filter((name) => name.startsWith(group));
  return (ofGroup.length > 0 ? ofGroup : names).join(' | ');
}

/** A path is `tables`, a number, and then `fields`, `own` or `questions` with a name. */
function namesOfObject(path: readonly PropertyKey[]): readonly string[] {
  const [, , part, name, inside] = path;
  if (inside !== undefined) return namesIn.label;
  if (name !== undefined) {
    if (part === 'own') return namesIn.own;
    return part === 'questions' ? namesIn.question : namesIn.column;
  }
  if (part === 'fields') return fieldNames;
  return path.length === 0 ? namesIn.mapping : namesIn.table;
}

/**
 * Problems of an issue. Of what may be one of several things, those of the form that it comes nearest to: it is of the right
 * type, and least is wrong with it.
 */
function problemsOf(json: unknown, issue: SchemaIssue, at: readonly PropertyKey[] = []): readonly MappingProblem[] {
  const path = [...at, ...issue.path];
  const found = foundText(valueAt(json, path));
  if (issue.code === 'invalid_union') {
    const isOfOtherType = (branch: readonly SchemaIssue[]): boolean =>
      branch.every(({ code, path: within }) => code === 'invalid_type' && within.length === 0);
    const branches = issue.errors
      .filter((branch) => !isOfOtherType(branch))
      .map((branch) => branch.flatMap((each) => problemsOf(json, each, path)))
      .sort((a, b) => a.length - b.length);
    if (branches[0] !== undefined) return branches[0];
    const expected = issue.errors.flatMap((branch) => branch.map(expectedOf));
    const code = valueAt(json, path) === undefined ? 'missing' : 'wrong-value';
    return [mappingProblem(code, pathText(path), found, [...new Set(expected)].join(' | '))];
  }
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) =>
      mappingProblem('unknown-name', pathText([...path, key]), JSON.stringify(key), namesAt(path, key)),
    );
  if (issue.code === 'invalid_key')
    return [mappingProblem('unknown-name', pathText(path), JSON.stringify(path.at(-1)), expectedOf(issue))];
  const code = issue.code === 'invalid_type' && valueAt(json, path) === undefined ? 'missing' : 'wrong-value';
  return [mappingProblem(code, pathText(path), found, expectedOf(issue))];
}

/**
 * Checks a mapping that was read from a file: its shape, and whether what it says can be done. Says every problem with its place,
 * what was found and what was expected. Never throws.
 */
export function parseMapping(json: unknown): ParsedMapping {
  const read = z.safeParse(mappingSchema, json);
  const problems = read.success
    ? meaningProblems(read.data)
    : read.error.issues.flatMap((issue) => problemsOf(json, issue));
  return read.success && problems.length === 0 ? { ok: true, mapping: read.data } : { ok: false, problems };
}
