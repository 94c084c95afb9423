import { readFileSync, writeFileSync } from 'node:fs';
import { runCommand } from '../../packages/cli/testing/run-command.js';
import { root, type Example } from './examples.js';

const { scripts } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};

/** Exit code of a command that was done and found something, such as `strapetsi check`. */
const DONE_WITH_FINDINGS = 1;

interface Command {
  /** Line of the block, from 0. */
  readonly line: number;
  readonly words: readonly string[];
}

/** The commands of a block: `\` goes on in the next line, `#` begins a remark, `&&` parts two. */
function commandsIn(code: string): readonly Command[] {
  const commands: Command[] = [];
  let begun: { readonly line: number; readonly text: string } | undefined;
  code.split('\n').forEach((content, at) => {
    const text = `${begun?.text ?? ''}${content.replace(/(^|\s)#.*$/, '')}`;
    const line = begun?.line ?? at;
    begun = undefined;
    if (text.trimEnd().endsWith('\\')) begun = { line, text: text.trimEnd().slice(0, -1) };
    else for (const part of text.split('&&')) if (part.trim() !== '') commands.push({ line, words: wordsIn(part) });
  });
  return commands;
}

function wordsIn(text: string): readonly string[] {
  return [...text.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    ([, single, double, bare]) => single ?? double ?? bare ?? '',
  );
}

/** What npm can be told here: to install these packages, what is in the lock file, or to run a script that there is. */
function npmProblem([first = '', second = '']: readonly string[]): string | undefined {
  const name = first === 'run' ? second : first;
  if (first === 'ci' || name in scripts) return undefined;
  if (first === 'install' || first === 'i')
    return /^@strapetsi\/(text|indicators|charts|components|cli)$/.test(second) ? undefined : `no package ${second}`;
  return `no script ${name}`;
}

/**
 * Runs the `strapetsi` commands of a block in the current folder and looks whether there is what others name.
 * @returns how many commands there were
 * @throws with file and line of the documentation, where a command cannot be done or is none that is known here
 */
export async function runCommands({ file, line, code }: Example): Promise<number> {
  const commands = commandsIn(code);
  for (const { line: at, words } of commands) {
    const [program, ...rest] = words[0] === 'npx' ? words.slice(1) : words;
    const problem = program === 'npm' ? npmProblem(rest) : program === 'strapetsi' ? await failureOf(rest) : 'unknown';
    if (problem !== undefined) throw new Error(`${file}:${String(line + at)}: ${words.join(' ')}: ${problem}`);
  }
  return commands.length;
}

async function failureOf(words: readonly string[]): Promise<string | undefined> {
  const redirected = words.indexOf('>');
  const { exitCode, output, errors } = await runCommand(redirected < 0 ? words : words.slice(0, redirected));
  if (exitCode > DONE_WITH_FINDINGS) return `exit code ${String(exitCode)}: ${errors || output}`;
  const target = redirected < 0 ? undefined : words[redirected + 1];
  if (target !== undefined) writeFileSync(target, output);
  return undefined;
}
