import type { Aggregate, AggregateDifference, Member, MergedNetwork } from '@strapetsi/indicators';
import { formatDateRange, formatNumber, str, textFor } from '@strapetsi/text';
import type { Language } from '@strapetsi/text';

/** An aggregate and the file that it was read from. */
export interface FileAggregate {
  readonly file: string;
  readonly aggregate: Aggregate;
}

/** Names of providers by id. */
export type ProviderNames = ReadonlyMap<string, string>;

/** "Esimerkkiopisto (1.2.246.562.10.346830761110)" */
export function providerText(id: string, names: ProviderNames): string {
  const name = names.get(id);
  return name === undefined || name === id ? id : `${name} (${id})`;
}

export function namesOf(providers: readonly Member[], { lang }: Language): readonly (readonly [string, string])[] {
  return providers.map(({ id, label }) => [id, textFor(label, lang, id)]);
}

/** The network, who is missing and who was not expected, for a person at a terminal. */
export function mergeText(
  { network, missing, unexpected }: MergedNetwork,
  names: ProviderNames,
  language: Language,
): string {
  const { lang, msg } = language;
  const { providers, asOf, asOfLatest = asOf } = network;
  const list = (ids: readonly string[]): readonly string[] => ids.map((id) => `  ${providerText(id, names)}`);
  const lines = [
    msg(
      str`${network.indicator.id}. Providers: ${formatNumber(providers.length, lang)}. Records of ${formatDateRange(asOf, asOfLatest, lang)}.`,
      { desc: 'Summary of the merge command. Id of an indicator, a number, a day or a span of days' },
    ),
    ...(missing.length === 0
      ? []
      : [
          msg(str`Expected and missing: ${formatNumber(missing.length, lang)}`, {
            desc: 'Heading of the merge command above a list of providers. A number',
          }),
          ...list(missing),
        ]),
    ...(unexpected.length === 0
      ? []
      : [
          msg(str`Not expected: ${formatNumber(unexpected.length, lang)}`, {
            desc: 'Heading of the merge command above a list of providers. A number',
          }),
          ...list(unexpected.map(({ id }) => id)),
        ]),
  ];
  return `${lines.join('\n')}\n`;
}

/** What differs between aggregates, whose it is and in which file. */
export function differenceText(
  { path, expected, others }: AggregateDifference,
  files: readonly FileAggregate[],
  names: ProviderNames,
  language: Language,
): string {
  const { msg } = language;
  const lines = others.map(({ found, providers }) => {
    const whose = providers.map((id) => `${providerText(id, names)}, ${filesOf(id, files).join(', ')}`);
    return `    ${found}: ${whose.join('; ')}`;
  });
  const head = msg(str`${respectText(path, language)}: ${expected} in most, but`, {
    desc: 'What most aggregates say in some respect (in a notation without language), above a list of what others say',
  });
  return [`  ${head}`, ...lines].join('\n');
}

/** Files in which a provider stands. */
export function filesOf(id: string, files: readonly FileAggregate[]): readonly string[] {
  return files
    .filter(({ aggregate }) => aggregate.providers.some((provider) => provider.id === id))
    .map(({ file }) => file);
}

function respectText(path: string, { msg }: Language): string {
  switch (path) {
    case 'indicator.id':
      return msg('Indicator', { desc: 'In what aggregates differ' });
    case 'indicator.hash':
      return msg('Version of the calculation', { desc: 'In what aggregates differ' });
    case 'rule':
      return msg('Rule', { desc: 'In what aggregates differ' });
    case 'period':
      return msg('Period', { desc: 'In what aggregates differ' });
    case 'asOf':
      return msg('Day of the records', { desc: 'In what aggregates differ' });
    case 'parameters':
      return msg('Limits of one’s own', { desc: 'In what aggregates differ' });
    case 'classifications':
      return msg('Classifications', { desc: 'In what aggregates differ' });
    case 'only':
      return msg('Slice', { desc: 'In what aggregates differ: which members were counted only' });
    case 'by':
      return msg('Dimensions', { desc: 'In what aggregates differ' });
    case 'totals':
      return msg('Totals', { desc: 'In what aggregates differ' });
    case 'exclusions':
      return msg('Exclusions', { desc: 'In what aggregates differ' });
    default:
      return path;
  }
}
