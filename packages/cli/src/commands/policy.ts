import type { Command } from 'commander';
import { arvo, minimumPolicy, statisticsFinland, vipunen } from '@strapetsi/indicators';
import type { Policy } from '@strapetsi/indicators';
import type { Language } from '@strapetsi/text';
import { choice, wholeNumber } from '../command.js';
import { CommandFailure } from '../failure.js';

export interface PolicyArguments {
  readonly policy: string;
  readonly minimum?: string;
}

const named: Readonly<Record<string, Policy>> = { vipunen, arvo, 'statistics-finland': statisticsFinland };

export function addPolicyOptions(command: Command, { msg }: Language): Command {
  return command
    .option(
      '--policy <NAME>',
      msg(
        'vipunen: groups under five withheld, counts rounded to threes; arvo and statistics-finland: as these services do; minimum: groups under K withheld',
        { desc: 'Help of an option; vipunen, arvo, statistics-finland and minimum are codes' },
      ),
      'vipunen',
    )
    .option('--minimum <K>', msg('the K of the policy minimum', { desc: 'Help of an option; minimum is a code' }));
}

/** Throws `CommandFailure` for an unknown policy or a minimum that it cannot use. */
export function choosePolicy(given: PolicyArguments, language: Language): Policy {
  const { msg } = language;
  const name = choice(given.policy, '--policy', [...Object.keys(named), 'minimum'], language);
  const policy = named[name];
  if (policy === undefined) {
    if (given.minimum !== undefined) return minimumPolicy(wholeNumber(given.minimum, '--minimum', 2, 1000, language));
    throw new CommandFailure(
      'minimum-missing',
      msg('The policy minimum needs to know the smallest group that is shown.', {
        desc: 'Command line error; minimum is a code',
      }),
      '--policy minimum --minimum 5',
    );
  }
  if (given.minimum === undefined) return policy;
  throw new CommandFailure(
    'minimum-unused',
    msg('--minimum belongs to the policy minimum; the others have limits of their own.', {
      desc: 'Command line error; minimum is a code',
    }),
    `--policy minimum --minimum ${given.minimum}`,
  );
}
