import type { Finding, Severity } from '@strapetsi/indicators';
import { formatNumber, str } from '@strapetsi/text';
import type { Language } from '@strapetsi/text';
import type { FindingGroup } from '../findings-by-code.js';
import { textTable } from './text-table.js';

/** Findings for a person at a terminal: how many of each kind, and what each means with its first places. */
export function findingsText(groups: readonly FindingGroup[], language: Language): string {
  const { lang, msg } = language;
  if (groups.length === 0) return msg('Nothing to remark.', { desc: 'Result of the check command' });
  const head = [
    msg('Severity', { desc: 'Heading of a column in a table of findings' }),
    msg('Count', { desc: 'Heading of a column in a table of findings' }),
    msg('Code', { desc: 'Heading of a column in a table of findings' }),
  ];
  const rows = groups.map(({ severity, count, code }) => [
    severityText(severity, language),
    formatNumber(count, lang),
    code,
  ]);
  const meanings = groups.flatMap(({ code, message, examples }) => [
    '',
    `${code}: ${message[lang]}`,
    ...examples.map((example) => `  ${placeText(example, language)}`),
  ]);
  return [textTable([head, ...rows], [1]), ...meanings].join('\n');
}

/** Whether records were lost or could not be used as they stand. */
export function hasErrors(groups: readonly FindingGroup[]): boolean {
  return groups.some(({ severity }) => severity === 'refused' || severity === 'error');
}

export function severityText(severity: Severity, { msg }: Language): string {
  switch (severity) {
    case 'refused':
      return msg('refused', { desc: 'Severity of a finding: the record gave nothing' });
    case 'error':
      return msg('error', { desc: 'Severity of a finding: a part of the record could not be used' });
    case 'warning':
      return msg('warning', { desc: 'Severity of a finding: read, but probably not what was meant' });
    case 'note':
      return msg('note', { desc: 'Severity of a finding: worth knowing' });
  }
}

/** Where a finding is, what stood there and what should. */
export function placeText(
  { where, found, expected }: Pick<Finding, 'where' | 'found' | 'expected'>,
  { msg }: Language,
): string {
  const line = where.line === undefined ? '' : `:${where.line}`;
  // Where each record has a line of its own, the line tells it.
  const record =
    where.record === undefined || where.record === where.line
      ? ''
      : msg(str`record ${where.record}`, { desc: 'Where a finding is: number of a record in a file' });
  const place = [`${where.file ?? ''}${line}`, record, where.path].filter((part) => part !== '').join(' ');
  if (place === '')
    return msg(str`found ${found}, expected ${expected}`, {
      desc: 'Of files as a whole: what was found; what should have been (in English)',
    });
  return msg(str`${place}: found ${found}, expected ${expected}`, {
    desc: 'Where a finding is: file, line and path; what stood there; what should stand there (in English)',
  });
}
