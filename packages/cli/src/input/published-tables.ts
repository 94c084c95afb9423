import { parsePublished } from '@strapetsi/indicators';
import type { IndicatorTable } from '@strapetsi/indicators';
import { str } from '@strapetsi/text';
import type { Language } from '@strapetsi/text';
import { CommandFailure } from '../failure.js';
import { readJson } from './json.js';

/**
 * The tables of a file that strapetsi publish wrote: all of a release, or those of one indicator; at least one. Throws `CommandFailure`
 * where there are none.
 */
export async function readPublishedTables(
  file: string,
  indicator: string | undefined,
  input: NodeJS.ReadableStream,
  language: Language,
): Promise<readonly [IndicatorTable, ...IndicatorTable[]]> {
  const { msg } = language;
  const published = msg('Give a file that strapetsi publish wrote.', { desc: 'Command line hint' });
  const parsed = parsePublished(await readJson(file, language, input, published));
  if (!parsed.ok) {
    const { path, found, expected } = parsed.problem;
    throw new CommandFailure(
      'not-a-table',
      msg(str`${file} is not a published table: at ${path} found ${found}, expected ${expected}.`, {
        desc: 'Command line error. Name of a file; where; what was found and expected (in English)',
      }),
      published,
    );
  }
  const [first, ...others] = parsed.tables.filter((one) => indicator === undefined || one.indicator.id === indicator);
  if (first !== undefined) return [first, ...others];
  const known = [...new Set(parsed.tables.map((one) => one.indicator.id))].join(', ');
  throw new CommandFailure(
    'no-such-table',
    msg(str`${file} has no table of ${indicator ?? ''}.`, {
      desc: 'Command line error. Name of a file, id of an indicator',
    }),
    msg(str`Choose from: ${known}.`, { desc: 'Command line hint. Codes separated by commas' }),
  );
}
