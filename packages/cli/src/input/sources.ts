import { createReadStream } from 'node:fs';
import type { Command } from 'commander';
import { createPlanJoin, readArvo, readMapped, readOutcomes, rootRelations, withLabels } from '@strapetsi/indicators';
import type {
  CodeLabels,
  Facts,
  FactsFileOrigin,
  Finding,
  FindingSource,
  IsoDate,
  Mapping,
  RootRelation,
  SurveyDescription,
} from '@strapetsi/indicators';
import { str } from '@strapetsi/text';
import type { Language } from '@strapetsi/text';
import { CommandFailure } from '../failure.js';
import { collectFindings, type FindingCollector } from '../findings-by-code.js';
import type { Terminal } from '../terminal.js';
import { isFactsFileAt, joinFindings, openFactsFile } from './facts-file.js';
import { findFiles, type InputFile } from './files.js';
import { pseudonymKey } from './key.js';
import { openKoskiFiles } from './koski.js';
import { openPlanFiles } from './plans.js';
import { createPlanSchools } from './plan-schools.js';
import { readLabels, readMapping, readSurvey } from './source-settings.js';

/** Options that say what facts are read from. */
export interface SourceArguments {
  readonly plans?: readonly string[];
  readonly outcomes?: readonly string[];
  readonly feedback?: readonly string[];
  readonly survey?: string;
  readonly mapping?: string;
  readonly labels?: string;
  readonly keyFile?: string;
}

/** Adds the options of `SourceArguments` to a command. */
export function addSourceOptions(command: Command, { msg }: Language): Command {
  return command
    .option(
      '--plans <FILE...>',
      msg('personal plans of eHOKS, joined to their study rights', { desc: 'Help of an option' }),
    )
    .option('--outcomes <FILE...>', msg('outcomes of graduates: CSV or XLSX', { desc: 'Help of an option' }))
    .option('--feedback <FILE...>', msg('replies of Arvo: CSV, XLSX or JSON', { desc: 'Help of an option' }))
    .option(
      '--survey <FILE>',
      msg('how the questions are answered, where the replies do not say it: JSON', { desc: 'Help of an option' }),
    )
    .option(
      '--mapping <FILE>',
      msg('the files are tables of a student system, read as this mapping says: see strapetsi map --help', {
        desc: 'Help of an option',
      }),
    )
    .option('--labels <FILE>', msg('names of codes, which strapetsi codes update wrote', { desc: 'Help of an option' }))
    .option('--key-file <FILE>', msg('key of the pseudonyms: see strapetsi key --help', { desc: 'Help of an option' }));
}

type Counts = FactsFileOrigin[RootRelation];

/** All that is read for one command, as one stream of facts. */
export interface Sources {
  /** Names of the files, for messages. */
  readonly names: string;
  readonly facts: () => AsyncGenerator<Facts>;
  /** Records and findings so far, of the sources that give rows of a kind. */
  readonly counts: (of: RootRelation) => NonNullable<Counts>;
  readonly origin: () => FactsFileOrigin;
  /** To be called in the end, whatever came. */
  readonly close: () => void;
}

interface Kept {
  readonly records: { read: number; facts: number; refused: number };
  readonly findings: FindingCollector;
  /** Findings that a facts file told as counts. */
  readonly told: { readonly code: string; readonly severity: string; readonly count: number }[];
  used: boolean;
}

function newKept(): Kept {
  return { records: { read: 0, facts: 0, refused: 0 }, findings: collectFindings(0), told: [], used: false };
}

/** Who wants each finding, and not only how many there are. */
export interface FindingListener {
  /** What kind of source a finding comes from is told; those of plans have the school of their study right. */
  readonly tell: (source: FindingSource, finding: Finding) => void;
  /** The day that days still to come are measured by. */
  readonly asOf: IsoDate;
}

/**
 * Finds the files and prepares their reading. Nothing but the settings (mapping, labels, description of the survey) is read before
 * `facts`. Throws `CommandFailure` where there are none, or a setting cannot be used.
 */
export async function openSources(
  args: readonly string[],
  given: SourceArguments,
  terminal: Terminal,
  language: Language,
  listener?: FindingListener,
): Promise<Sources> {
  const records = await findFiles(args, language);
  const plans = await findFiles(given.plans ?? [], language);
  const outcomes = await findFiles(given.outcomes ?? [], language);
  const feedback = await findFiles(given.feedback ?? [], language);
  // Plans alone give no facts, but findings.
  const all = [...records, ...outcomes, ...feedback, ...(listener === undefined ? [] : plans)];
  if (all.length === 0) throw nothingGiven(language);
  const mapping = given.mapping === undefined ? undefined : await readMapping(given.mapping, language);
  const labels = given.labels === undefined ? undefined : await readLabels(given.labels, language);
  const survey = given.survey === undefined ? undefined : await readSurvey(given.survey, language);
  const key = await pseudonymKey(given.keyFile, terminal.environment, language);
  const kept = { right: newKept(), outcome: newKept(), response: newKept() };
  const factsFiles: InputFile[] = [];
  const recordFiles: InputFile[] = [];
  for (const file of records) ((await isFactsFileAt(file.path)) ? factsFiles : recordFiles).push(file);
  const note = (of: RootRelation, source: FindingSource) => (finding: Finding) => {
    kept[of].findings.add(finding);
    listener?.tell(source, finding);
  };
  const closers: (() => void)[] = [];

  async function* ofRecords(): AsyncGenerator<Facts> {
    if (mapping !== undefined) yield* mapped(recordFiles, mapping, key, kept, note);
    else if (recordFiles.length > 0) {
      kept.right.used = true;
      const reader = openKoskiFiles(
        { files: recordFiles, pseudonymKey: key, onFinding: note('right', 'koski') },
        terminal,
        language,
      );
      closers.push(reader.close);
      for (const facts of reader.facts()) yield* facts;
      addCounts(kept.right, reader.counts());
    }
    for (const file of factsFiles) yield* ofFactsFile(file, kept, language);
  }

  async function* withPlans(facts: AsyncGenerator<Facts>): AsyncGenerator<Facts> {
    if (plans.length === 0) {
      yield* facts;
      return;
    }
    const tell = note('right', 'plans');
    const schools = listener === undefined ? undefined : createPlanSchools(tell);
    const onFinding = schools?.add ?? tell;
    const asOf = listener === undefined ? {} : { asOf: listener.asOf };
    const reader = openPlanFiles({ files: plans, pseudonymKey: key, onFinding, ...asOf }, terminal, language);
    const read = schools === undefined ? reader.plans() : schools.plans(reader.plans());
    const { join, finish } = await createPlanJoin(read, onFinding).finally(reader.close);
    for await (const batch of facts) {
      const joined = join(batch);
      schools?.met(joined);
      yield joined;
    }
    // Without study rights no plan can be said to fit none.
    if (records.length > 0) finish();
    schools?.finish();
  }

  async function* everything(): AsyncGenerator<Facts> {
    yield* withPlans(ofRecords());
    for (const file of outcomes) {
      kept.outcome.used = true;
      const read = readOutcomes(streamOf(file, terminal), {
        pseudonymKey: key,
        file: file.path,
        onFinding: note('outcome', 'tables'),
      });
      addCounts(kept.outcome, yield* read);
    }
    if (feedback.length > 0)
      yield* replies(feedback, key, survey, kept.response, note('response', 'feedback'), terminal);
  }

  const countsOf = (of: RootRelation): NonNullable<Counts> => {
    const { records: counted, findings, told } = kept[of];
    return { records: { ...counted }, findings: joinFindings([...findings.counts(), ...told]) };
  };
  return {
    names: all.map(({ path }) => path).join(' '),
    facts: () => labelled(everything(), labels),
    counts: countsOf,
    origin: () => ({
      ...(kept.right.used ? { right: countsOf('right') } : {}),
      ...(kept.outcome.used ? { outcome: countsOf('outcome') } : {}),
      ...(kept.response.used ? { response: countsOf('response') } : {}),
    }),
    close() {
      for (const close of closers) close();
    },
  };
}

async function* labelled(facts: AsyncGenerator<Facts>, labels: CodeLabels | undefined): AsyncGenerator<Facts> {
  yield* labels === undefined ? facts : withLabels(facts, labels);
}

function addCounts(
  { records }: Kept,
  counted: { readonly read: number; readonly facts: number; readonly refused: number },
): void {
  records.read += counted.read;
  records.facts += counted.facts;
  records.refused += counted.refused;
}

type Note = (of: RootRelation, source: FindingSource) => (finding: Finding) => void;
type AllKept = Readonly<Record<RootRelation, Kept>>;

async function* mapped(
  files: readonly InputFile[],
  mapping: Mapping,
  key: Uint8Array,
  kept: AllKept,
  note: Note,
): AsyncGenerator<Facts> {
  const of = rootOf(mapping);
  kept[of].used = true;
  const summary = yield* readMapped(
    files.map(({ path }) => ({ source: createReadStream(path), file: path })),
    mapping,
    { pseudonymKey: key, onFinding: note(of, 'tables') },
  );
  addCounts(kept[of], summary);
}

/** A mapping's tables are those of study rights, or of outcomes or replies alone. */
function rootOf({ tables }: Mapping): RootRelation {
  if (tables.every(({ of }) => of === 'outcomes')) return 'outcome';
  return tables.every(({ of }) => of === 'responses' || of === 'answers') ? 'response' : 'right';
}

async function* ofFactsFile({ path }: InputFile, kept: AllKept, language: Language): AsyncGenerator<Facts> {
  const file = openFactsFile(path, language);
  yield* file.facts();
  const origin = file.origin();
  for (const of of rootRelations) {
    const told = origin[of];
    if (told === undefined) continue;
    kept[of].used = true;
    addCounts(kept[of], told.records);
    kept[of].told.push(...told.findings);
  }
}

async function* replies(
  files: readonly InputFile[],
  key: Uint8Array,
  description: SurveyDescription | undefined,
  kept: Kept,
  onFinding: (finding: Finding) => void,
  terminal: Terminal,
): AsyncGenerator<Facts> {
  kept.used = true;
  const opened = files.map((file) => ({ name: file.path, content: streamOf(file, terminal) }));
  addCounts(
    kept,
    yield* readArvo(opened, {
      pseudonymKey: key,
      onFinding,
      ...(description === undefined ? {} : { description }),
    }),
  );
}

function streamOf({ path }: InputFile, terminal: Terminal): AsyncIterable<Uint8Array | string> {
  return path === '-' ? terminal.input : createReadStream(path);
}

function nothingGiven({ msg }: Language): CommandFailure {
  return new CommandFailure(
    'no-files',
    msg('There is nothing to read: no file was given.', { desc: 'Command line error' }),
    'strapetsi calculate koski.ndjson.gz … / --outcomes FILE / --feedback FILE',
  );
}

/** Files that gave no facts at all. */
export function nothingRead(files: string, { msg }: Language): CommandFailure {
  return new CommandFailure(
    'nothing-read',
    msg(str`No record could be read: ${files}.`, { desc: 'Command line error. Names of files' }),
    msg('See why: strapetsi findings, with the same files.', { desc: 'Command line hint with a command' }),
  );
}
