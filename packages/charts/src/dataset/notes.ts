import type { IndicatorTable } from '@strapetsi/indicators/table';
import { formatDate, formatList, str, textFor, type Language } from '@strapetsi/text';

/**
 * The small print of a table: its own notes, how small groups are kept from sight, the method, whose data it is and from when.
 * What the table leaves blank is not said.
 */
export function notesOf(table: IndicatorTable, { lang, msg }: Language): readonly string[] {
  const policy = table.policy.label[lang];
  const methods = [...new Set(table.indicator.sources.map(({ title }) => title[lang]))];
  const providers = table.providers.map(({ id, label }) => textFor(label, lang, id));
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
    providers.length > 0 &&
      msg(str`Data: ${formatList(providers, lang)}.`, {
        desc: 'Under a chart; filled in: names of education providers',
      }),
    table.asOf !== '' &&
      msg(str`Situation on ${formatDate(table.asOf, lang)}.`, {
        desc: 'Under a chart; filled in: a day',
      }),
  ].filter((note) => typeof note === 'string');
}
