import { asFields, asList, shapeOf, type Fields } from '../documents/fields.js';
import { codeElementOf, type Candidate } from './code-element.js';
import type { ClassRow, GatheredRows } from './class-rows.js';
import type { CodeReporter } from './findings.js';
import { checkName } from './translations.js';

/** Which codes a file of relations puts into which classes. */
export interface RelationPlan {
  /** The code set whose codes are classified, such as `koulutus`. */
  readonly codesOf: string;
  /** The code set whose codes are the classes, such as `koulutustyyppi`; that of the file unless given. */
  readonly classesOf?: string;
  /** Classes that several codes of `classesOf` make together, by those codes; the others are none. */
  readonly together?: Readonly<Record<string, readonly string[]>>;
}

/** Wherever the service keeps a relation, it says the same of two codes: that they belong together. */
const relationFields = ['withinCodeElements', 'includesCodeElements', 'levelsWithCodeElements'] as const;

interface Relation {
  readonly code: string;
  readonly version: number;
  readonly passive: boolean;
}

function relationsTo(set: string, fields: Fields): readonly Relation[] {
  return relationFields.flatMap((field) =>
    (asList(fields[field]) ?? []).flatMap((item) => {
      const {
        codeElementUri: uri,
        codeElementValue: value,
        codeElementVersion: version,
        passive,
      } = asFields(item) ?? {};
      if (typeof uri !== 'string' || !uri.startsWith(`${set}_`)) return [];
      const code = typeof value === 'string' && value !== '' ? value : uri.slice(set.length + 1);
      return [{ code, version: typeof version === 'number' ? version : 0, passive: passive === true }];
    }),
  );
}

interface Claim extends ClassRow {
  /** What is said of a version of the code that is in force counts before what is said of others, and of a newer before an older. */
  readonly passive: boolean;
  readonly version: number;
}

function classOf(code: string, together: RelationPlan['together']): string | undefined {
  if (together === undefined) return code;
  return Object.entries(together).find(([, codes]) => codes.includes(code))?.[0];
}

interface Element {
  readonly candidate: Candidate;
  readonly fields: Fields;
}

function claimsOf({ candidate, fields }: Element, plan: RelationPlan): readonly Claim[] {
  const { record, path, set, code: own } = candidate;
  const classified = set === plan.codesOf;
  const other = classified ? plan.classesOf : plan.codesOf;
  if (other === undefined || (!classified && set !== (plan.classesOf ?? set))) return [];
  const { label } = checkName(candidate.names, 'word');
  return relationsTo(other, fields).flatMap(({ code: related, version, passive }): Claim[] => {
    const classId = classOf(classified ? related : own, plan.together);
    if (classId === undefined) return [];
    if (classified) return [{ code: own, classId, label: {}, record, path, passive, version: candidate.version }];
    return [
      { code: related, classId, label: plan.together === undefined ? label : {}, record, path, passive, version },
    ];
  });
}

/** Of several versions of an element the newest. */
function newestElements(elements: readonly Element[]): readonly Element[] {
  const newest = new Map<string, Element>();
  for (const element of elements) {
    const key = `${element.candidate.set} ${element.candidate.code}`;
    const known = newest.get(key);
    if (known === undefined || known.candidate.version < element.candidate.version) newest.set(key, element);
  }
  return [...newest.values()];
}

function before(a: Claim, b: Claim): boolean {
  return a.passive === b.passive ? a.version > b.version : b.passive;
}

/** Of what is said of a code, only what is said of its newest version in force, or of its newest where none is. */
function* newestOf(claims: Iterable<Claim>): Generator<ClassRow> {
  const newest = new Map<string, Claim[]>();
  for (const claim of claims) {
    const [first] = newest.get(claim.code) ?? [];
    if (first === undefined || before(claim, first)) newest.set(claim.code, [claim]);
    else if (!before(first, claim)) newest.get(claim.code)?.push(claim);
  }
  for (const same of newest.values()) yield* same;
}

/**
 * Codes and classes from the relations of koodisto elements. Several versions of a code may be in several classes: the newest in
 * force decides.
 */
export function relationRows(json: unknown, plan: RelationPlan, reporter: CodeReporter): GatheredRows {
  const list: readonly unknown[] = Array.isArray(json) ? json : [json];
  let refused = 0;
  const elements = list.flatMap((value, at): Element[] => {
    const path = Array.isArray(json) ? `[${at}]` : '';
    const fields = asFields(value);
    const candidate = fields === undefined ? undefined : codeElementOf(fields, path, at + 1);
    if (fields !== undefined && candidate !== undefined) return [{ candidate, fields }];
    refused++;
    reporter.at(at + 1, undefined);
    reporter.report('not-a-code', path, shapeOf(value));
    return [];
  });
  const rows = [...newestOf(newestElements(elements).flatMap((element) => claimsOf(element, plan)))];
  return { rows, read: rows.length + refused, refused };
}
