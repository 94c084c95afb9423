import {
  formatDate,
  formatDateRange,
  formatList,
  formatNumber,
  formatNumberRange,
  formatPeriod,
  textFor,
  type DataText,
  type Lang,
  type LocalizedText,
} from '@strapetsi/text';
import { words } from '../../explanation/words.js';
import type { IndicatorTable, PublishedCount } from '../../publication/indicator-table.js';
import { statusWords } from '../status-words.js';
import { memberName, unitName } from '../table-names.js';

type Text = Required<LocalizedText>;

/** A heading and what stands beside it; further lines of the same have no heading. */
export type AboutRow = readonly [heading: string, text: string];

const headings = {
  indicator: { fi: 'Indikaattori', sv: 'Indikator', en: 'Indicator' },
  figure: { fi: 'Luku', sv: 'Tal', en: 'Figure' },
  unit: { fi: 'Yksikkö', sv: 'Enhet', en: 'Unit' },
  period: { fi: 'Ajanjakso', sv: 'Tidsperiod', en: 'Period' },
  asOf: { fi: 'Tilanne', sv: 'Situationen', en: 'Situation on' },
  providers: { fi: 'Koulutuksen järjestäjä', sv: 'Utbildningsanordnare', en: 'Education provider' },
  only: { fi: 'Vain', sv: 'Endast', en: 'Only' },
  population: { fi: 'Perusjoukko', sv: 'Population', en: 'Population' },
  targets: { fi: 'Tavoitteiden lähteet', sv: 'Målens källor', en: 'Sources of targets' },
  benchmarks: { fi: 'Vertailutiedot', sv: 'Jämförelseuppgifter', en: 'Benchmarks' },
  events: { fi: 'Tapahtumat', sv: 'Händelser', en: 'Events' },
} as const satisfies Readonly<Record<string, Text>>;

function countText(count: PublishedCount, lang: Lang): string {
  if (count.status === 'value') return formatNumber(count.value, lang);
  const { range } = count;
  return range === undefined ? statusWords.withheld[lang] : formatNumberRange(range.from, range.to, lang);
}

function listed(heading: Text, lang: Lang, texts: readonly string[]): readonly AboutRow[] {
  return [...new Set(texts)].map((text, at) => [at === 0 ? heading[lang] : '', text]);
}

/** Parts that say something, one after the other. */
function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part.trim() !== '').join(' · ');
}

/** What a reader of the figures should have beside them: what they are, of whom and when, by which rule, and from whom. */
export function aboutRows(table: IndicatorTable, lang: Lang): readonly AboutRow[] {
  const { indicator, figure, policy, targets = [], benchmarks = [], annotations = [] } = table;
  const { asOf, asOfLatest = asOf } = table;
  const say = (text: DataText): string => textFor(text, lang);
  const only = table.only.map(({ dimension, label, members }): AboutRow => {
    const names = members.map((member) => memberName(dimension, member, lang));
    return [`${headings.only[lang]}: ${label[lang]}`, formatList(names, lang)];
  });
  const laws = indicator.sources.map(({ title, reference }) => joined(title[lang], reference));
  const leftOut = table.exclusions.map(({ label, count }) => `${label[lang]}: ${countText(count, lang)}`);
  const findings = table.findings.map(({ code, count }) => `${code}: ${countText(count, lang)}`);
  const compared = benchmarks.map(({ id, label, source, reference = '', asOf: day }) =>
    joined(textFor(label, lang, id), say(source), reference, day === undefined ? '' : formatDate(day, lang)),
  );
  return [
    [headings.indicator[lang], indicator.name[lang]],
    [headings.figure[lang], figure.label[lang]],
    [headings.unit[lang], unitName(figure.unit, lang)],
    [words.meaning[lang], indicator.meaning[lang]],
    [headings.period[lang], formatPeriod(table.period.from, table.period.to, lang)],
    [headings.asOf[lang], asOf === asOfLatest ? formatDate(asOf, lang) : formatDateRange(asOf, asOfLatest, lang)],
    ...listed(
      headings.providers,
      lang,
      table.providers.map((provider) => memberName('provider', provider, lang)),
    ),
    ...only,
    [headings.population[lang], countText(table.population, lang)],
    ...listed(words.leftOut, lang, leftOut),
    ...listed(words.rules, lang, laws),
    [words.protection[lang], joined(policy.label[lang], policy.reference)],
    ...listed(
      words.heed,
      lang,
      table.notes.map((note) => note[lang]),
    ),
    ...listed(
      headings.targets,
      lang,
      targets.map(({ source, decidedBy }) => joined(say(source), say(decidedBy))),
    ),
    ...listed(headings.benchmarks, lang, compared),
    ...listed(
      headings.events,
      lang,
      annotations.map(({ date, text }) => `${formatDate(date, lang)}: ${say(text)}`),
    ),
    ...listed(words.findings, lang, findings),
    [words.version[lang], joined(indicator.id, indicator.version, indicator.hash)],
  ];
}
