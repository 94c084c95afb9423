import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Command } from 'commander';
import { str } from '@strapetsi/text';
import type { CommandContext } from '../command.js';
import { CommandFailure } from '../failure.js';
import { isSystemError } from '../output/write.js';

export function addKeyCommand(program: Command, context: CommandContext): void {
  const { msg } = context.language;
  program
    .command('key')
    .argument('<FILE>', msg('where to write the key', { desc: 'Help of an argument' }))
    .summary(msg('make a key for the pseudonyms of learners', { desc: 'Help: one line about the key command' }))
    .description(
      msg(
        'Writes a new random key (64 hexadecimal digits) to a file that only you can read. Learners become pseudonyms with it. Without a key of your own each run draws one and forgets it; you need one only where pseudonyms must be the same from run to run. Never keep the key where the data is.',
        { desc: 'Help of the key command' },
      ),
    )
    .usage('FILE')
    .addHelpText(
      'after',
      `\n${msg('Examples:', { desc: 'Help: heading above example commands' })}
  strapetsi key ~/.strapetsi-key
  strapetsi calculate koski.ndjson --indicator student-years --key-file ~/.strapetsi-key -o aggregate.json`,
    )
    .action(async (file: string) => {
      await makeKey(file, context);
      context.finish(0);
    });
}

async function makeKey(file: string, { terminal, language: { msg } }: CommandContext): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (isSystemError(error, 'EEXIST')) {
      throw new CommandFailure(
        'key-exists',
        msg(str`${file} exists already, and a key that is lost cannot be made again.`, {
          desc: 'Command line error. Name of a file',
        }),
        msg('Choose another name, or take the file away yourself.', { desc: 'Command line hint' }),
      );
    }
    if (!isSystemError(error)) throw error;
    throw new CommandFailure(
      'cannot-write',
      msg(str`Cannot write ${file}: ${error.code ?? error.message}.`, {
        desc: 'Command line error. Name of a file, reason code of the operating system such as EACCES',
      }),
    );
  }
  terminal.output.write(
    `${msg(str`A new key is in ${file}. Keep it apart from the data.`, { desc: 'The key command is done. Name of a file' })}\n`,
  );
}
