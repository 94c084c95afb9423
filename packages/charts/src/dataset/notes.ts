import type { IndicatorTable } from '@strapetsi/indicators/table';
import { formatDate, formatList, str, type Language } from '@strapetsi/text';
import { memberLabel } from './member-label.js';

/**
 * The small print of a table: its own notes, how small groups are kept from sight, and the method. What the table leaves blank
 * is not said.
 */
export function notesOf(table: IndicatorTable, { lang, msg }: Language): readonly string[] {
  const policy = table.policy.label[lang];
  const methods = [...new Set(table.indicator.sources.map(({ title }) => title[lang]))];
  return [
    ...table.notes.map((note) => note[lang]),
    policy !== '' &&
      msg(str`Small groups: ${policy}.`, {
        desc: 'Under a chart; filled in: the rule by which figures of small groups are withheld',
      }),
    methods.length > 0 &&
      msg(str`Method: ${formatList(methods, lang)}.`, {
        desc: 'Under a chart; filled in: titles of laws or methods',
      }),
  ].filter(isSaid);
}

function isSaid(sentence: string | false): sentence is string {
  return sentence !== false;
}

/** Whose data it is and from when, for a line under the chart. */
export function originOf({ providers, asOf }: IndicatorTable, { lang, msg }: Language): string {
  const names = providers.map((provider) => memberLabel('provider', provider, lang));
  return [
    names.length > 0 &&
      msg(str`Data: ${formatList(names, lang)}.`, {
        desc: 'Under a chart; filled in: names of education providers',
      }),
    asOf !== '' &&
      msg(str`Situation on ${formatDate(asOf, lang)}.`, {
        desc: 'Under a chart; filled in: a day',
      }),
  ]
    .filter(isSaid)
    .join(' ');
}
