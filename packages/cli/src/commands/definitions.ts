import type { Command } from 'commander';
import { eqavet, explainDefinition, explanationText, hashOf } from '@strapetsi/indicators';
import type { Definition } from '@strapetsi/indicators';
import { str } from '@strapetsi/text';
import type { Language } from '@strapetsi/text';
import type { CommandContext } from '../command.js';
import { definitionOf, definitions, sentence } from '../definitions.js';
import { CommandFailure } from '../failure.js';
import { eqavetText } from './eqavet-text.js';

interface DefinitionsArguments {
  readonly json?: true;
  readonly eqavet?: true;
}

export function addDefinitionsCommand(program: Command, context: CommandContext): void {
  const { language, terminal, finish } = context;
  const { msg } = language;
  program
    .command('definitions')
    .argument('[ID...]', msg('codes of indicators; none: all of them', { desc: 'Help of an argument' }))
    .summary(
      msg('list the indicators, or explain how one is counted', {
        desc: 'Help: one line about the definitions command',
      }),
    )
    .description(
      msg(
        'Lists every indicator with what it means. With codes it explains them: what is counted, what is left out, by which law or method, what they can be shown by, and what is not covered. The texts are made of the definitions that are computed.',
        { desc: 'Help of the definitions command' },
      ),
    )
    .usage(msg('[ID...] [options]', { desc: 'Help: how the command is written; ID is the code of an indicator' }))
    .option('--json', msg('result as JSON', { desc: 'Help of an option' }))
    .option(
      '--eqavet',
      msg('EQAVET indicators 4, 5 and 8: by which figures they are had, and what is not covered', {
        desc: 'Help of an option',
      }),
    )
    .addHelpText(
      'after',
      `\n${msg('Examples:', { desc: 'Help: heading above example commands' })}
  strapetsi definitions --lang sv
  strapetsi definitions student-years
  strapetsi definitions student-years --json > student-years.definition.json`,
    )
    .action((ids: string[], { json, eqavet: isEqavet }: DefinitionsArguments) => {
      if (isEqavet && ids.length > 0) {
        throw new CommandFailure(
          'bad-choice',
          msg('--eqavet and codes of indicators cannot be used together.', { desc: 'Command line error' }),
        );
      }
      if (isEqavet) {
        terminal.output.write(json ? `${JSON.stringify(eqavet)}\n` : eqavetText(language));
        finish(0);
        return;
      }
      const asked = ids.map((id) => definitionOf(id) ?? failUnknown(id, language));
      if (json) terminal.output.write(`${JSON.stringify(asJson(asked.length > 0 ? asked : definitions))}\n`);
      else terminal.output.write(asked.length > 0 ? explanations(asked, language) : listText(language));
      finish(0);
    });
}

function failUnknown(id: string, { msg }: Language): never {
  throw new CommandFailure(
    'bad-choice',
    msg(str`There is no indicator ${id}.`, { desc: 'Command line error. What was given' }),
    msg(str`Choose from: ${definitions.map((one) => one.id).join(', ')}.`, {
      desc: 'Command line hint. Codes separated by commas',
    }),
  );
}

/** The definitions themselves, each with its hash. */
function asJson(asked: readonly Definition[]): readonly (Definition & { readonly hash: string })[] {
  return asked.map((definition) => ({ ...definition, hash: hashOf(definition) }));
}

function explanations(asked: readonly Definition[], { lang }: Language): string {
  return asked.map((definition) => explanationText(explainDefinition(definition, lang))).join('\n');
}

function listText({ lang, msg }: Language): string {
  const entries = definitions.map(({ id, name, meaning }) => `${id}\n  ${sentence(name[lang])} ${meaning[lang]}`);
  const hint = msg('How one is counted: strapetsi definitions ID', {
    desc: 'Below the list of indicators: a command; ID stands for the code of an indicator',
  });
  return `${[...entries, hint].join('\n\n')}\n`;
}
