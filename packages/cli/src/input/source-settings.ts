import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import {
  parseCodeLabels,
  parseMapping,
  parseSurveyDescription,
  readClassification,
  type Classification,
  type CodeLabels,
  type Mapping,
  type SurveyDescription,
  qualificationTypes,
} from '@strapetsi/indicators';
import { str } from '@strapetsi/text';
import type { Language } from '@strapetsi/text';
import { CommandFailure } from '../failure.js';
import { cannotRead } from './files.js';
import { readJson } from './json.js';
import { isSystemError } from '../output/write.js';

interface Problem {
  readonly path: string;
  readonly found: string;
  readonly expected: string;
}

function cannotUse(file: string, { path, found, expected }: Problem, { msg }: Language): CommandFailure {
  const where = path === '' ? file : `${file}: ${path}`;
  return new CommandFailure(
    'bad-settings',
    msg(str`${where}: found ${found}, expected ${expected}.`, {
      desc: 'Command line error. A file and a place in it; what was found and expected (in English)',
    }),
  );
}

/** A mapping of a student system's tables. Throws `CommandFailure` with the first thing that is wrong in it. */
export async function readMapping(file: string, language: Language): Promise<Mapping> {
  const parsed = parseMapping(await wholeJson(file, language));
  if (parsed.ok) return parsed.mapping;
  const [problem] = parsed.problems;
  throw cannotUse(file, problem ?? { path: '', found: 'JSON', expected: 'a mapping' }, language);
}

/** Names of codes. Throws `CommandFailure`. */
export async function readLabels(file: string, language: Language): Promise<CodeLabels> {
  const parsed = parseCodeLabels(await wholeJson(file, language));
  if (parsed.ok) return parsed.labels;
  throw cannotUse(file, parsed.problem, language);
}

/** How the questions of surveys are answered. Throws `CommandFailure`. */
export async function readSurvey(file: string, language: Language): Promise<SurveyDescription> {
  const parsed = parseSurveyDescription(await wholeJson(file, language));
  if (parsed.ok) return parsed.description;
  throw cannotUse(file, parsed.problem, language);
}

/**
 * Lists that put codes into classes. A table is called after its file, `field.csv` is `field`, and its version is a part of the hash of
 * what stands in it. The list of types of qualification that the SDK brings along is there unless another is given. Throws `CommandFailure`.
 */
export async function readClassifications(
  files: readonly string[],
  language: Language,
): Promise<readonly Classification[]> {
  const read: Classification[] = [];
  for (const file of files) {
    const id = /([^/\\]+?)(\.[^./\\]+)*$/.exec(file)?.[1] ?? file;
    const bytes = await readFile(file).catch((error: unknown) => {
      throw isSystemError(error) ? cannotRead(file, error, language) : error;
    });
    const version = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
    const found = await readClassification(new Uint8Array(bytes), { called: { id, version, label: { fi: id } }, file });
    if (!found.ok) throw cannotUse(file, found.problem, language);
    read.push(found.classification);
  }
  return read.some(({ id }) => id === qualificationTypes.id) ? read : [...read, qualificationTypes];
}

async function wholeJson(file: string, language: Language): Promise<unknown> {
  return await readJson(file, language, process.stdin);
}
