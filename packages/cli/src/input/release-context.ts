import { basename, dirname, extname, join } from 'node:path';
import {
  parseBenchmarkDescription,
  parsePublished,
  parseTargets,
  readJsonStat,
  readRelease,
  type NetworkBenchmark,
  type ReleaseContext,
  type ShapeProblem,
  type StatisticsBenchmark,
} from '@strapetsi/indicators';
import { langs, str } from '@strapetsi/text';
import type { Language } from '@strapetsi/text';
import { CommandFailure } from '../failure.js';
import { loadFrom, problemText } from '../release/release-folder.js';
import { readJson } from './json.js';

export interface ContextFiles {
  /** File of targets and events. */
  readonly targets?: string;
  /** Descriptions of statistics, or published tables, releases and catalogues of a network. */
  readonly benchmark?: readonly string[];
}

/** What is to stand beside the figures of a release. Throws `CommandFailure` where a file is not what it should be, and says where. */
export async function readContext(
  { targets, benchmark = [] }: ContextFiles,
  language: Language,
  input: NodeJS.ReadableStream,
): Promise<ReleaseContext> {
  const networks: NetworkBenchmark[] = [];
  const statistics: StatisticsBenchmark[] = [];
  for (const file of benchmark) {
    const json = await readJson(file, language, input);
    const type: unknown = typeof json === 'object' && json !== null ? Reflect.get(json, 'type') : undefined;
    if (type === 'strapetsi.benchmark') statistics.push(await statisticsOf(json, file, language, input));
    else if (type === 'strapetsi.catalogue') networks.push(await networkIn(file, language));
    else networks.push(networkOf(json, file, language));
  }
  if (targets === undefined) return { networks, statistics };
  const parsed = parseTargets(await readJson(targets, language, input));
  if (!parsed.ok) throw wrongFile(targets, parsed.problem, language);
  return { targets: parsed.targets, networks, statistics };
}

function wrongFile(file: string, { path, expected, found }: ShapeProblem, { msg }: Language): CommandFailure {
  return new CommandFailure(
    'wrong-context-file',
    path === ''
      ? msg(str`${file} is not what it should be: expected ${expected}, found ${found}.`, {
          desc: 'Command line error. File, what was expected, what was found (both in English)',
        })
      : msg(str`${file} is not what it should be: at ${path} expected ${expected}, found ${found}.`, {
          desc: 'Command line error. File, place in it, what was expected, what was found (both in English)',
        }),
    msg('How targets and benchmarks are written: docs/release.md.', { desc: 'Command line hint' }),
  );
}

const label: NetworkBenchmark['label'] = { fi: 'Verkosto', sv: 'Nätverket', en: 'Network' };

function networkOf(json: unknown, file: string, language: Language): NetworkBenchmark {
  const published = parsePublished(json);
  if (published.ok) return { id: basename(file, extname(file)), label, tables: published.tables };
  const { problem } = published;
  const expected = `"strapetsi.benchmark", "strapetsi.catalogue", ${problem.expected}`;
  throw wrongFile(file, problem.path === 'type' ? { ...problem, expected } : problem, language);
}

/** The release of which a file is the catalogue. */
async function networkIn(file: string, language: Language): Promise<NetworkBenchmark> {
  const folder = dirname(file);
  const read = await readRelease(loadFrom(folder));
  if (read.ok) return { id: basename(folder), label, tables: read.tables };
  const [problem] = read.problems;
  throw new CommandFailure(
    'release-not-whole',
    language.msg(
      str`The release in ${folder} is not whole: ${problem === undefined ? '' : problemText(problem, language)}`,
      {
        desc: 'Command line error. Name of a folder, what is wrong as a sentence',
      },
    ),
  );
}

async function statisticsOf(
  json: unknown,
  file: string,
  language: Language,
  input: NodeJS.ReadableStream,
): Promise<StatisticsBenchmark> {
  const parsed = parseBenchmarkDescription(json);
  if (!parsed.ok) throw wrongFile(file, parsed.problem, language);
  const { description } = parsed;
  const names = langs.flatMap((lang) => {
    const name = description.files[lang];
    return name === undefined ? [] : [[lang, join(dirname(file), name)] as const];
  });
  const documents: Partial<Record<(typeof langs)[number], unknown>> = {};
  for (const [lang, name] of names) documents[lang] = await readJson(name, language, input);
  const read = readJsonStat(documents, { id: description.id });
  if (read.ok) return { description, benchmark: read.benchmark };
  throw wrongFile(names.map(([, name]) => name).join(', '), read.problem, language);
}
