import { parseDay, isoFromDay } from '@strapetsi/indicators';
import type { Day } from '@strapetsi/indicators';
import { str } from '@strapetsi/text';
import type { Language } from '@strapetsi/text';
import { CommandFailure } from './failure.js';
import type { Terminal } from './terminal.js';

/** 0: done. 1: done, and there is something to look at. 2: could not be done. */
export type ExitCode = 0 | 1 | 2;

/** What every command is given. */
export interface CommandContext {
  readonly terminal: Terminal;
  readonly language: Language;
  /** Called once, when the command has run. */
  readonly finish: (exitCode: ExitCode) => void;
}

/** Throws `CommandFailure` where the text is no whole number from `from` to `to`. */
export function wholeNumber(text: string, option: string, from: number, to: number, { msg }: Language): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= from && value <= to) return value;
  throw new CommandFailure(
    'bad-number',
    msg(str`${option} must be a whole number from ${from} to ${to}, not "${text}".`, {
      desc: 'Command line error. Option such as --students, two numbers, what was given',
    }),
  );
}

/** Throws `CommandFailure` where the text is not a day of the calendar. */
export function dayOption(text: string, option: string, { msg }: Language): Day {
  const day = parseDay(text);
  if (day !== undefined) return day;
  throw new CommandFailure(
    'bad-date',
    msg(str`${option} must be a day such as ${isoFromDay(20_089)}, not "${text}".`, {
      desc: 'Command line error. Option such as --from, an example in ISO format, what was given',
    }),
  );
}

/** Throws `CommandFailure` where the text is none of the choices. */
export function choice<T extends string>(text: string, option: string, choices: readonly T[], { msg }: Language): T {
  const found = choices.find((one) => one === text);
  if (found !== undefined) return found;
  throw new CommandFailure(
    'bad-choice',
    msg(str`${option} does not know "${text}".`, {
      desc: 'Command line error. Option such as --indicator, what was given',
    }),
    msg(str`Choose from: ${choices.join(', ')}.`, { desc: 'Command line hint. Codes separated by commas' }),
  );
}
