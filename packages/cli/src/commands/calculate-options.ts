import {
  CalculateOptionsError,
  fundingSetIds,
  isoFromDay,
  membersOfFundingSet,
  PersonTwiceError,
  WorkerCalculationError,
} from '@strapetsi/indicators';
import type { CalculateOptions, Definition, DimensionId } from '@strapetsi/indicators';
import { str } from '@strapetsi/text';
import type { Language } from '@strapetsi/text';
import { choice, dayOption, wholeNumber } from '../command.js';
import { membersOf } from '../definitions.js';
import { CommandFailure } from '../failure.js';

/** What is asked of an indicator, as the command line was given it. */
export interface CalculateRequest {
  readonly by?: string;
  readonly totals?: string;
  readonly from: string;
  readonly to: string;
  readonly asOf?: string;
  readonly rule?: string;
  readonly only?: readonly string[];
  readonly set?: readonly string[];
}

/** Throws `CommandFailure` for days, dimensions or members that the command line cannot make sense of. */
export function calculateOptions(
  given: CalculateRequest,
  definition: Definition,
  language: Language,
): CalculateOptions {
  const dimensions = definition.dimensions.map(({ id }) => id);
  const dimensionNamed = (id: string, option: string): DimensionId =>
    isOwnColumn(id) ? id : choice(id, option, dimensions, language);
  const by = listOf(given.by).map((id) => dimensionNamed(id, '--by'));
  const totals = listOf(given.totals).map((id) =>
    choice(
      id,
      '--totals',
      by.filter((one) => !isTime(one)),
      language,
    ),
  );
  const only: Partial<Record<DimensionId, readonly string[]>> = {};
  for (const text of given.only ?? []) {
    const [name = '', members = ''] = text.split(/=(.*)/s);
    const dimension = dimensionNamed(name, '--only');
    const asked = dimension === 'funding' ? withFundingSets(listOf(members), language) : listOf(members);
    if (asked.length === 0) throw noMember(text, language);
    only[dimension] = [...new Set([...(only[dimension] ?? []), ...asked])];
    const known = membersOf(definition, dimension);
    if (known !== undefined) for (const member of asked) choice(member, `--only ${dimension}=`, known, language);
  }
  for (const id of apartIn(definition)) {
    if (!by.includes(id) && only[id]?.length !== 1) throw neededDimension(definition, id, language);
  }
  return {
    by,
    ...(totals.length === 0 ? {} : { totals: [...new Set(totals)] }),
    period: {
      from: isoFromDay(dayOption(wholeYear(given.from, '01-01'), '--from', language)),
      to: isoFromDay(dayOption(wholeYear(given.to, '12-31'), '--to', language)),
    },
    asOf: given.asOf === undefined ? today() : isoFromDay(dayOption(given.asOf, '--as-of', language)),
    only,
    ...(given.set === undefined ? {} : { parameters: parametersOf(given.set, definition, language) }),
    ...(given.rule === undefined
      ? {}
      : {
          rule: choice(
            given.rule,
            '--rule',
            definition.rules.map(({ id }) => id),
            language,
          ),
        }),
  };
}

/** A year is no sum of what its months hold, nor the starters of two half-years one cohort. */
function isTime(id: DimensionId): boolean {
  return ['year', 'halfYear', 'month', 'cohort', 'checkpoint'].includes(id);
}

/** Dimensions whose members cannot be added: somebody is in a situation at each checkpoint, and so many years after. */
function apartIn({ apart = [], dimensions }: Definition): readonly DimensionId[] {
  return [...apart, ...dimensions.flatMap(({ id, from }) => (from === 'checkpoints' ? [id] : []))];
}

function neededDimension(definition: Definition, id: DimensionId, { msg }: Language): CommandFailure {
  const [member = 'ID'] = membersOf(definition, id) ?? [];
  return new CommandFailure(
    'dimension-needed',
    msg(str`${definition.id} must be told apart by ${id}: figures of two of its members cannot be added.`, {
      desc: 'Command line error. Code of an indicator, code of a dimension',
    }),
    `--by ${id} … / --only ${id}=${member}`,
  );
}

/** `@basic` and the other sets stand for their members; a set can be given beside single codes and other sets. */
function withFundingSets(asked: readonly string[], language: Language): readonly string[] {
  const sets = fundingSetIds.map((id) => `@${id}` as const);
  return asked.flatMap((member) => {
    if (!member.startsWith('@')) return [member];
    const set = choice(member, '--only funding=', sets, language);
    return fundingSetIds.flatMap((id) => (`@${id}` === set ? membersOfFundingSet(id) : []));
  });
}

/** A column that the provider's mapping added: which there are is known only with the records. */
function isOwnColumn(id: string): id is `own.${string}` {
  return id.startsWith('own.');
}

/** `days=14` for each of the definition's own limits. */
function parametersOf(
  given: readonly string[],
  { parameters = [] }: Definition,
  language: Language,
): Readonly<Record<string, number>> {
  const known = parameters.map(({ id }) => id);
  return Object.fromEntries(
    given.map((text) => {
      const [name = '', value = ''] = text.split(/=(.*)/s);
      return [choice(name, '--set', known, language), wholeNumber(value, `--set ${name}`, 0, 1_000_000, language)];
    }),
  );
}

export function listOf(text: string | undefined): readonly string[] {
  return (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

export function wholeYear(text: string, rest: string): string {
  return /^\d{4}$/.test(text) ? `${text}-${rest}` : text;
}

/** In Finland, where the records are kept; the order of year, month and day is the ISO one in Sweden. */
export function today(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki' }).format();
}

function noMember(text: string, { msg }: Language): CommandFailure {
  return new CommandFailure(
    'only-without-member',
    msg(str`--only ${text} names no member.`, { desc: 'Command line error. What was given' }),
    '--only started=vocational',
  );
}

/** What is wrong with the request or the files, said to a person; anything else is passed on as it is. */
export function asFailure(error: unknown, { msg }: Language): unknown {
  if (error instanceof PersonTwiceError) {
    return new CommandFailure(
      'person-twice',
      msg('Some learners are in two of the files, so that they would be counted twice.', {
        desc: 'Command line error',
      }),
      msg('Give one export in which each learner stands once, or join the files first.', { desc: 'Command line hint' }),
    );
  }
  if (error instanceof CalculateOptionsError && error.code === 'classification-missing') {
    // The error ends with the id of the list, which a file is called after.
    const id = error.expected.split(' ').at(-1) ?? '';
    return new CommandFailure(
      error.code,
      msg(str`A list of classes is needed: ${id}.`, { desc: 'Command line error. Id of a list of classes' }),
      `--classification ${id}.csv`,
    );
  }
  if (error instanceof WorkerCalculationError) {
    return new CommandFailure(
      'worker',
      msg(str`A worker could not calculate: ${error.message}`, {
        desc: 'Command line error. What went wrong (in English)',
      }),
    );
  }
  if (error instanceof CalculateOptionsError && error.code === 'period-order') {
    return new CommandFailure(
      error.code,
      msg(str`The last day is before the first: ${error.found}.`, {
        desc: 'Command line error. Two days in ISO format',
      }),
    );
  }
  if (error instanceof CalculateOptionsError) {
    return new CommandFailure(
      error.code,
      msg(str`${error.path}: found ${error.found}, expected ${error.expected}.`, {
        desc: 'Command line error. Name of an option; what was given and what can be given (in English)',
      }),
    );
  }
  return error;
}
