import type { CodeChange, CodeEntry, LabelChanges, NameChange } from '@strapetsi/indicators';
import { formatNumber, langs, str, textFor } from '@strapetsi/text';
import type { Language } from '@strapetsi/text';
import { textTable } from '../output/text-table.js';
import { severityText } from '../output/findings-text.js';
import type { CodesUpdate, FoundCode } from './codes.js';

type Row = readonly string[];

/** What an update changed, for a person at a terminal. */
export function updateText(result: CodesUpdate, examples: number, language: Language): string {
  const { lang, msg } = language;
  const number = (value: number): string => formatNumber(value, lang);
  const { codes, changes, findings } = result;
  const head = msg(
    str`Codes: ${number(codes.read)} = ${number(codes.taken)} read + ${number(codes.refused)} refused.`,
    { desc: 'Result of the codes update command: three numbers, the first is the sum of the others' },
  );
  const parts = sectionsOf(changes, language).filter(({ rows }) => rows.length > 0);
  const sections = parts.flatMap(({ title, rows }) => {
    const shown = rows.slice(0, examples);
    const rest = rows.length - shown.length;
    return [
      '',
      `${title} ${number(rows.length)}`,
      ...(shown.length === 0 ? [] : [indented(textTable(shown))]),
      ...(rest > 0 && shown.length > 0
        ? [`  ${msg(str`… and ${number(rest)} more`, { desc: 'After a list that is cut: how many are not shown' })}`]
        : []),
    ];
  });
  const nothing = msg('Nothing has changed.', { desc: 'Result of the codes update command' });
  return `${[head, ...(parts.length === 0 ? [nothing] : sections), ...findingLines(findings, language)].join('\n')}\n`;
}

function sectionsOf(
  { added, gone, renamed, translated, outdated }: LabelChanges,
  { lang, msg }: Language,
): readonly { readonly title: string; readonly rows: readonly Row[] }[] {
  const ofCode = ({ set, code, label }: CodeChange): Row => [set, code, textFor(label, lang)];
  const ofName = ({ set, code, lang: one, text }: NameChange): Row => [set, code, one, text];
  return [
    { title: msg('New codes:', { desc: 'Heading above a list, followed by their number' }), rows: added.map(ofCode) },
    {
      title: msg('Gone from their set:', { desc: 'Heading above a list of codes, followed by their number' }),
      rows: gone.map(ofCode),
    },
    {
      title: msg('Renamed:', { desc: 'Heading above a list of names of codes, followed by their number' }),
      rows: renamed.map((change) => [change.set, change.code, change.lang, `${change.before} → ${change.text}`]),
    },
    {
      title: msg('Newly translated:', { desc: 'Heading above a list of names of codes, followed by their number' }),
      rows: translated.map(ofName),
    },
    {
      title: msg('Left out, because the code is called something else now:', {
        desc: 'Heading above a list of names of codes, followed by their number',
      }),
      rows: outdated.map(ofName),
    },
  ];
}

function indented(text: string): string {
  return text.replace(/^/gm, '  ');
}

function findingLines(findings: CodesUpdate['findings'], language: Language): readonly string[] {
  const { lang } = language;
  return findings.flatMap(({ code, severity, count, message, examples }) => {
    const title = `${severityText(severity, language)} ${code} ${formatNumber(count, lang)}`;
    const [first] = examples;
    if (first === undefined || count === 1) return ['', title, `  ${message[lang]}`];
    return ['', title, `  ${message[lang]}`, ...examples.slice(1).map(({ found }) => `  ${found}`)];
  });
}

/** A code with its names, for a person at a terminal. */
export function entryText(
  { set, code, label, from, to, gone }: FoundCode,
  above: readonly CodeEntry[],
  { lang, msg }: Language,
): string {
  const names = langs.map((one) => [
    one,
    label[one] ?? msg('(no name)', { desc: 'In the place of the name of a code in a language' }),
  ]);
  const days = [from, to].some((day) => day !== undefined) ? [`${from ?? ''}–${to ?? ''}`] : [];
  const belongs = above.map((entry) => textFor(entry.label, lang)).join(' < ');
  return `${[
    `${set} ${code}`,
    indented(textTable(names)),
    ...days.map((text) => `  ${msg(str`In force: ${text}`, { desc: 'When a code is in force: two days' })}`),
    ...(belongs === ''
      ? []
      : [
          `  ${msg(str`Belongs to: ${belongs}`, { desc: 'Names of organisations that an organisation is a part of' })}`,
        ]),
    ...(gone === true ? [`  ${msg('No longer in its code set', { desc: 'Said of a code' })}`] : []),
  ].join('\n')}\n`;
}
