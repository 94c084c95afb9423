import type { Classification } from '../../definitions/classification.js';
import { parseClassification } from '../../definitions/classification-file.js';
import type { Finding } from '../../findings/finding.js';
import { createReporter } from '../../findings/reporter.js';
import type { ShapeProblem } from '../../shape/shape-problem.js';
import { bytesOf, type ByteSource } from '../documents/bytes.js';
import { decodeDocument } from '../documents/decode.js';
import { asFields } from '../documents/fields.js';
import { joined } from '../documents/joined.js';
import { tableFindings, type TableProblemCode } from '../tables/index.js';
import { classesFrom } from './class-rows.js';
import { tableRows } from './class-table.js';
import { codeFindings, type CodeFindingCode } from './findings.js';
import { relationRows, type RelationPlan } from './relations.js';

export type ClassificationFindingCode = CodeFindingCode | TableProblemCode;

export interface ClassificationReadOptions {
  /** What the classification is: `field`, `qualificationType` … as definitions name it. A file of our own format says it itself. */
  readonly called?: Pick<Classification, 'id' | 'version' | 'label'>;
  /** Of koodisto elements: which codes are put into which classes. */
  readonly relations?: RelationPlan;
  /** The classes that there are, in their order; a table may then leave out their names. */
  readonly classes?: Classification['classes'];
  /** The file's name, for findings. */
  readonly file?: string;
  readonly onFinding?: (finding: Finding) => void;
}

export type ClassificationReading =
  | {
      readonly ok: true;
      readonly classification: Classification;
      /** Rows, or relations, that a code was read from: `read === taken + refused`. */
      readonly read: number;
      readonly taken: number;
      readonly refused: number;
      readonly findings: Readonly<Partial<Record<ClassificationFindingCode, number>>>;
    }
  | { readonly ok: false; readonly problem: ShapeProblem };

const findingKinds = { ...tableFindings, ...codeFindings };

async function bytesIn(source: ByteSource, damaged: () => void): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const nothing = () => undefined;
  for await (const piece of bytesOf(source, { taken: nothing, damagedGzip: damaged, utf16: nothing })) {
    pieces.push(piece);
    size += piece.length;
  }
  return joined(pieces, size);
}

function beginsJson(bytes: Uint8Array): boolean {
  const first = bytes.find((byte) => byte > 32);
  return first === 0x7b || first === 0x5b;
}

function lacking(path: keyof ClassificationReadOptions, expected: string): ClassificationReading {
  return { ok: false, problem: { path, expected, found: 'nothing' } };
}

function ownFile(json: unknown): ClassificationReading {
  const parsed = parseClassification(json);
  if (!parsed.ok) return parsed;
  const read = Object.keys(parsed.classification.codes).length;
  return { ok: true, classification: parsed.classification, read, taken: read, refused: 0, findings: {} };
}

/**
 * Reads a classification: JSON of the format `strapetsi.classification`; koodisto elements with their relations; or a table (CSV,
 * XLSX) whose first columns are code and class, followed by the names of the class in Finnish, Swedish and English or by columns
 * called so. A code in several classes is left without, with a finding.
 * @returns a problem where JSON is not whole, a file of our own format is not what it should be, or an option is lacking
 */
export async function readClassification(
  source: ByteSource,
  options: ClassificationReadOptions = {},
): Promise<ClassificationReading> {
  const { called, relations, classes: known, file, onFinding } = options;
  const reporter = createReporter<ClassificationFindingCode>(findingKinds, file, onFinding);
  const bytes = await bytesIn(source, () => reporter.report('damaged-gzip', '', 'gzip'));
  const json = beginsJson(bytes) ? decodeDocument(bytes) : undefined;
  if (json?.ok === false) {
    const { expected, found, line, column } = json.error;
    return { ok: false, problem: { path: `${line}:${column}`, expected, found } };
  }
  if (asFields(json?.value)?.['type'] !== undefined) return ownFile(json?.value);
  if (called === undefined) return lacking('called', 'id, version and label');
  if (json !== undefined && relations === undefined) return lacking('relations', 'which codes are put into classes');
  const gathered =
    json === undefined || relations === undefined
      ? await tableRows(bytes, reporter)
      : relationRows(json.value, relations, reporter);
  const { classes, codes, refused: unclassified } = classesFrom(gathered.rows, known, reporter);
  const refused = gathered.refused + unclassified;
  return {
    ok: true,
    classification: { id: called.id, version: called.version, label: called.label, classes, codes },
    read: gathered.read,
    taken: gathered.read - refused,
    refused,
    findings: Object.fromEntries(reporter.counts),
  };
}
