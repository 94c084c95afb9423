import { textFor } from '@strapetsi/text';
import type { Language } from '@strapetsi/text';
import { csvOf } from '../output/csv.js';
import { severityText } from '../output/findings-text.js';
import type { FindingsResult } from './findings.js';

/** A row for each place that is shown, to be sent to whoever puts it right. */
export function findingsCsv({ schools }: FindingsResult, language: Language): string {
  const { lang, msg } = language;
  const head = [
    msg('School', { desc: 'Heading of a column: code of a school' }),
    msg('Name of the school', { desc: 'Heading of a column' }),
    msg('What to put right', { desc: 'Heading of a column' }),
    msg('What to do', { desc: 'Heading of a column' }),
    msg('Severity', { desc: 'Heading of a column in a table of findings' }),
    msg('Code', { desc: 'Heading of a column in a table of findings' }),
    msg('Meaning', { desc: 'Heading of a column: what a finding means' }),
    msg('File', { desc: 'Heading of a column: name of a file' }),
    msg('Record', { desc: 'Heading of a column: number of a record in a file' }),
    msg('Line', { desc: 'Heading of a column: number of a line in a file' }),
    msg('Place', { desc: 'Heading of a column: where in a record' }),
    msg('Found', { desc: 'Heading of a column: what stood there' }),
    msg('Expected', { desc: 'Heading of a column: what should stand there' }),
  ];
  const rows = schools.flatMap(({ school, fixes }) =>
    fixes.flatMap(({ label, toDo, findings }) =>
      findings.flatMap(({ code, severity, message, examples }) =>
        examples.map(({ where, found, expected }) => [
          ...[school?.id ?? '', school === undefined ? '' : textFor(school.label, lang), label[lang], toDo[lang]],
          ...[severityText(severity, language), code, message[lang]],
          ...[where.file ?? '', where.record ?? '', where.line ?? '', where.path, found, expected],
        ]),
      ),
    ),
  );
  return csvOf([head, ...rows]);
}
