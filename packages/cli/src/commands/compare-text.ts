import type {
  ComparedRight,
  ComparedSum,
  Comparison,
  ExplainedGroup,
  RuleComparison,
  UnexplainedGroup,
  UnmatchedGroup,
} from '@strapetsi/indicators';
import { formatDate, formatDateRange, formatDifference, formatNumber, str } from '@strapetsi/text';
import type { Language } from '@strapetsi/text';
import type { FindingGroup } from '../findings-by-code.js';
import { textTable } from '../output/text-table.js';
import type { CompareResult, CompareRulesResult } from './compare.js';

const DECIMALS = 1;
const DAYS_OF_A_STUDENT_YEAR = 365;

/** Amounts of one comparison as a person reads them. */
function amounts(
  { figure, perUnit }: Pick<Comparison | RuleComparison, 'figure' | 'perUnit'>,
  { lang, msg }: Language,
) {
  const inUnit = (sum: number): number => sum / perUnit;
  const unit =
    figure === 'student-days'
      ? msg('student days', { desc: 'Unit, after a number: days of full-time study' })
      : msg('competence points', { desc: 'Unit, after a number' });
  return {
    number: (sum: number): string => formatNumber(inUnit(sum), lang, DECIMALS),
    years: (sum: number): string => formatNumber(inUnit(sum) / DAYS_OF_A_STUDENT_YEAR, lang, DECIMALS),
    withUnit: (sum: number): string => `${formatNumber(inUnit(sum), lang, DECIMALS)} ${unit}`,
    difference: (sum: number): string => `${formatDifference(inUnit(sum), lang, DECIMALS)} ${unit}`,
    signed: (sum: number): string => formatDifference(inUnit(sum), lang, DECIMALS),
    signedYears: (sum: number): string => formatDifference(inUnit(sum) / DAYS_OF_A_STUDENT_YEAR, lang, DECIMALS),
    head:
      figure === 'student-days'
        ? msg('Student days', { desc: 'Heading of a column of numbers' })
        : msg('Competence points', { desc: 'Heading of a column of numbers' }),
    hasYears: figure === 'student-days',
  };
}
type Amounts = ReturnType<typeof amounts>;

const rightsOf = (groups: readonly { readonly rights: number }[]): number =>
  groups.reduce((sum, { rights }) => sum + rights, 0);

/** The comparison with KOSKI's reports for a person at a terminal. */
export function comparisonText(result: CompareResult, language: Language): string {
  const { lang, msg } = language;
  const { records, report } = result;
  const number = (value: number): string => formatNumber(value, lang);
  const lines = [
    reportName(report.kind, language),
    periodText(result, language),
    msg(str`Documents: ${number(records.read)} = ${number(records.facts)} read + ${number(records.refused)} refused.`, {
      desc: 'Result of the check command: three numbers, the first is the sum of the others',
    }),
    msg(str`Rows of the report: ${number(report.rows)} read, ${number(report.refused)} refused.`, {
      desc: 'Result of the compare command: two numbers',
    }),
    ...report.findings.filter(({ severity }) => severity !== 'note').map((group) => findingText(group, language)),
  ];
  return `${[
    ...lines,
    ...result.comparisons.map((each) => oneComparison(each, language)),
    ...section(
      msg('Study rights that only we have:', { desc: 'Heading above a list' }),
      unmatchedTexts(result.comparisons, ({ onlyOurs }) => onlyOurs, language),
    ),
    ...section(
      msg('Study rights that only the report has:', { desc: 'Heading above a list' }),
      unmatchedTexts(result.comparisons, ({ onlyTheirs }) => onlyTheirs, language),
    ),
  ].join('\n')}\n`;
}

function reportName(kind: CompareResult['report']['kind'], { msg }: Language): string {
  switch (kind) {
    case 'student-years':
      return msg('KOSKI’s report of student years', { desc: 'Name of a report (opiskelijavuositiedot)' });
    case 'qualification':
      return msg('KOSKI’s report of performances in a qualification', {
        desc: 'Name of a report (ammatillinen tutkinto, suoritustietojen tarkistus)',
      });
    case 'partial-qualification':
      return msg('KOSKI’s report of performances in units of a qualification', {
        desc: 'Name of a report (tutkinnon osa/osia, suoritustietojen tarkistus)',
      });
  }
}

function findingText({ code, count, message }: FindingGroup, { lang }: Language): string {
  return `  ${formatNumber(count, lang)} × ${code}: ${message[lang]}`;
}

function oneComparison(comparison: Comparison, language: Language): string {
  const { lang, msg } = language;
  const amount = amounts(comparison, language);
  const { notExplained, onlyOurs, onlyTheirs } = comparison;
  const count = (rights: number): string => formatNumber(rights, lang);
  const summary = [
    [msg('agree', { desc: 'Row of a table: study rights whose figures are the same' }), count(comparison.agree.rights)],
    [
      msg('explained by a rule', { desc: 'Row of a table: study rights whose figures differ' }),
      count(rightsOf(comparison.explained)),
    ],
    [msg('not explained', { desc: 'Row of a table: study rights whose figures differ' }), count(notExplained.rights)],
    [
      msg('only ours', { desc: 'Row of a table: study rights that the report does not have' }),
      count(rightsOf(onlyOurs)),
    ],
    [
      msg('only in the report', { desc: 'Row of a table: study rights that our documents do not have' }),
      count(rightsOf(onlyTheirs)),
    ],
  ];
  return [
    '',
    comparison.label[lang],
    totals(comparison, amount, language),
    '',
    textTable(summary, [1]),
    ...section(
      msg('Differences that a rule explains, report − ours:', { desc: 'Heading above a list' }),
      comparison.explained.map((group) => explainedText(group, amount, language)),
    ),
    ...section(
      msg('Differences without an explanation, report − ours:', { desc: 'Heading above a list' }),
      notExplained.rights === 0 ? [] : [unexplainedText(notExplained, amount, language)],
    ),
  ].join('\n');
}

export function section(heading: string, texts: readonly string[]): readonly string[] {
  return texts.length === 0 ? [] : ['', heading, ...texts];
}

function totals({ ours, theirs }: Comparison, amount: Amounts, { lang, msg }: Language): string {
  const years = (text: string): readonly string[] => (amount.hasYears ? [text] : []);
  return textTable(
    [
      [
        '',
        msg('Study rights', { desc: 'Heading of a column of numbers' }),
        amount.head,
        ...years(msg('Student years', { desc: 'Heading of a column of numbers' })),
      ],
      [
        msg('Ours', { desc: 'Row of a table of totals: figures of our own documents' }),
        formatNumber(ours.rights, lang),
        amount.number(ours.sum),
        ...years(amount.years(ours.sum)),
      ],
      [
        msg('Report', { desc: 'Row of a table of totals: figures of the report' }),
        formatNumber(theirs.rights, lang),
        amount.number(theirs.sum),
        ...years(amount.years(theirs.sum)),
      ],
      [
        msg('Report − ours', { desc: 'Row of a table of totals: difference' }),
        formatDifference(theirs.rights - ours.rights, lang),
        amount.signed(theirs.sum - ours.sum),
        ...years(amount.signedYears(theirs.sum - ours.sum)),
      ],
    ],
    [1, 2, 3],
  );
}

function sizeText(rights: number, sums: string, { lang, msg }: Language): string {
  return msg(str`Study rights: ${formatNumber(rights, lang)}; ${sums}`, {
    desc: 'Result of the compare command: number of study rights; a sum with its unit, or several',
  });
}

const differenceText = ({ rights, ours, theirs }: ComparedSum, amount: Amounts, language: Language): string =>
  sizeText(rights, amount.difference(theirs - ours), language);

function bothText(name: string, ours: string, theirs: string, { msg }: Language): string {
  return msg(str`${name}: ours ${ours}, report ${theirs}`, {
    desc: 'Result of the compare command: number of a study right or what is counted, our figure, the report’s figure',
  });
}

const exampleText = ({ right, ours, theirs }: ComparedRight, amount: Amounts, language: Language): string =>
  `    ${bothText(right, amount.number(ours), amount.number(theirs), language)}`;

export function periodText(
  { period: { from, to }, asOf }: Pick<CompareResult, 'period' | 'asOf'>,
  { lang, msg }: Language,
): string {
  return msg(str`Period ${formatDateRange(from, to, lang)}; our data as of ${formatDate(asOf, lang)}.`, {
    desc: 'Result of the compare command: a period, a day',
  });
}

function explainedText(group: ExplainedGroup, amount: Amounts, language: Language): string {
  return [
    `  ${differenceText(group, amount, language)} [${group.changes.join(' + ')}]`,
    ...group.texts.map((text) => `    ${text[language.lang]}`),
    ...group.examples.map((example) => exampleText(example, amount, language)),
  ].join('\n');
}

function unexplainedText(group: UnexplainedGroup, amount: Amounts, language: Language): string {
  const { lang, msg } = language;
  const number = (value: number): string => formatNumber(value, lang, Number.isInteger(value) ? 0 : DECIMALS);
  return [
    `  ${differenceText(group, amount, language)}`,
    ...(group.differing.length === 0
      ? []
      : [
          `    ${msg('The records themselves differ: was our export made on the same day as the report?', {
            desc: 'Result of the compare command, above a list of what differs',
          })}`,
        ]),
    ...group.differing.map(({ label, rights }) => `      ${label[lang]}: ${formatNumber(rights, lang)}`),
    ...(group.findings.length === 0
      ? []
      : [
          `    ${msg('Our reading found something in these study rights; strapetsi check shows where:', {
            desc: 'Result of the compare command, above a list of findings',
          })}`,
        ]),
    ...group.findings.map(({ code, rights }) => `      ${code}: ${formatNumber(rights, lang)}`),
    ...group.examples.flatMap((example) => [
      [exampleText(example, amount, language), ...example.findings].join(' '),
      ...example.parts.map(
        ({ label, ours, theirs }) => `      ${bothText(label[lang], number(ours), number(theirs), language)}`,
      ),
    ]),
  ].join('\n');
}

/** Rights of one side: the same ones by every rule, with a sum by each. */
function unmatchedTexts(
  comparisons: readonly Comparison[],
  groupsOf: (comparison: Comparison) => readonly UnmatchedGroup[],
  language: Language,
): readonly string[] {
  const { lang } = language;
  const sameReason = (a: UnmatchedGroup, b: UnmatchedGroup): boolean =>
    a.reason === b.reason && a.findings?.join() === b.findings?.join();
  const [first] = comparisons;
  return (first === undefined ? [] : groupsOf(first)).map((group) => {
    const sums = comparisons.map((comparison) => {
      const sum = groupsOf(comparison).find((other) => sameReason(group, other))?.sum ?? 0;
      const said = amounts(comparison, language).withUnit(sum);
      return comparisons.length === 1 ? said : `${said} (${comparison.label[lang]})`;
    });
    const size = sizeText(group.rights, sums.join(', '), language);
    return [
      `  ${size} [${[group.reason, ...(group.findings ?? [])].join(': ')}]`,
      `    ${group.text[lang]}`,
      ...group.examples.map((right) => `    ${right}`),
    ].join('\n');
  });
}

/** The two national rules side by side, for a person at a terminal. */
export function rulesText({ period, asOf, rules }: CompareRulesResult, language: Language): string {
  const { lang, msg } = language;
  const amount = amounts(rules, language);
  const difference = rules.second.sum - rules.first.sum;
  const table = [
    ['', amount.head, msg('Student years', { desc: 'Heading of a column of numbers' })],
    ...[rules.first, rules.second].map(({ label, sum }) => [label[lang], amount.number(sum), amount.years(sum)]),
    [
      msg('Difference', { desc: 'Row of a table of totals' }),
      amount.signed(difference),
      amount.signedYears(difference),
    ],
  ];
  return `${[
    msg('Both national rules of student years on the same records', { desc: 'Title of a result' }),
    periodText({ period, asOf }, language),
    msg(
      str`Study rights: ${formatNumber(rules.rights, lang)}, of which ${formatNumber(rules.differing, lang)} differ.`,
      {
        desc: 'Result of the compare command: two numbers',
      },
    ),
    '',
    textTable(table, [1, 2]),
    ...section(
      msg('What makes the difference:', { desc: 'Heading above a list' }),
      rules.contributions.map(({ change, text, rights, difference: sum, examples }) =>
        [
          `  ${sizeText(rights, amount.difference(sum), language)} [${change}]`,
          `    ${text[lang]}`,
          ...examples.map(
            ({ right, first, second }) => `    ${right}: ${amount.number(first)} → ${amount.number(second)}`,
          ),
        ].join('\n'),
      ),
    ),
  ].join('\n')}\n`;
}
