import { parseAggregate } from '@strapetsi/indicators';
import type { Aggregate } from '@strapetsi/indicators';
import { str } from '@strapetsi/text';
import type { Language } from '@strapetsi/text';
import { CommandFailure } from '../failure.js';
import { readJson } from './json.js';

/** An aggregate from a file, plain or gzip; `-` is standard input. Throws `CommandFailure` where it is none. */
export async function readAggregate(
  file: string,
  language: Language,
  input: NodeJS.ReadableStream,
): Promise<Aggregate> {
  const { msg } = language;
  const hint = msg('Give a file that strapetsi calculate wrote.', { desc: 'Command line hint' });
  const parsed = parseAggregate(await readJson(file, language, input, hint));
  if (parsed.ok) return parsed.aggregate;
  const { path, expected, found } = parsed.problem;
  throw new CommandFailure(
    'no-aggregate',
    msg(str`${file} is not an aggregate: at ${path} there should be ${expected}, but there is ${found}.`, {
      desc: 'Command line error. File, place in it, what was expected, what was found (both in English)',
    }),
    hint,
  );
}
