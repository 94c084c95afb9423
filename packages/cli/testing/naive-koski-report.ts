import type { ReportCell, ReportTable } from '../../indicators/testing/koski-report-files.js';

/**
 * KOSKI's report of student years made of documents by somebody with a calendar: every day of the period is asked what it is
 * worth. Written from the account of the national rules (Opetushallitus/koski 180e806b), without a look at our own program; it
 * lists every right of one school that has a day in the period, those included in others too, and counts to the period's end.
 */

interface Period {
  readonly alku: string;
  readonly tila: { readonly koodiarvo: string };
}
interface PartTime {
  readonly alku: string;
  readonly loppu?: string;
  readonly osaAikaisuus: number;
}
export interface SampleRight {
  readonly oid: string;
  readonly oppilaitos: { readonly oid: string };
  readonly tyyppi: { readonly koodiarvo: string };
  readonly sisältyyOpiskeluoikeuteen?: { readonly oid: string };
  readonly tila: { readonly opiskeluoikeusjaksot: readonly Period[] };
  readonly lisätiedot?: { readonly osaAikaisuusjaksot?: readonly PartTime[] };
  readonly suoritukset: readonly { readonly tyyppi: { readonly koodiarvo: string } }[];
}
export interface SampleDocument {
  readonly henkilö: { readonly oid: string };
  readonly opiskeluoikeudet: readonly SampleRight[];
}

const openStates = new Set(['lasna', 'loma', 'valiaikaisestikeskeytynyt']);
const withoutJuly = new Set(['ammatillinentutkinto', 'telma', 'tuvakoulutuksensuoritus']);
const withJuly = new Set([
  'ammatillinentutkintoosittainen',
  'tutkinnonosaapienemmistäkokonaisuuksistakoostuvasuoritus',
  'muuammatillinenkoulutus',
]);

function* days(from: string, to: string): Generator<string> {
  for (let at = Date.parse(from); at <= Date.parse(to); at += 86_400_000) yield new Date(at).toISOString().slice(0, 10);
}

/** The state on a day, and how many days it has gone on without a break. */
function stateOn({ tila: { opiskeluoikeusjaksot } }: SampleRight, day: string) {
  const begun = opiskeluoikeusjaksot.filter(({ alku }) => alku <= day);
  const last = begun.at(-1);
  if (last === undefined) return undefined;
  const state = last.tila.koodiarvo;
  if (!openStates.has(state) && last.alku !== day) return undefined;
  let first = last.alku;
  for (const { alku, tila } of [...begun].reverse()) {
    if (tila.koodiarvo !== state) break;
    first = alku;
  }
  return { state, age: (Date.parse(day) - Date.parse(first)) / 86_400_000 };
}

function percentOn({ lisätiedot }: SampleRight, day: string): number {
  const fits = ({ alku, loppu = '9999-12-31' }: PartTime): boolean => alku <= day && day <= loppu;
  return lisätiedot?.osaAikaisuusjaksot?.find(fits)?.osaAikaisuus ?? 100;
}

export interface NaiveFigures {
  readonly until2025: number;
  readonly from2026: number;
  readonly presentOrGraduated: number;
  readonly holidayCounted: number;
  readonly holidayOther: number;
  readonly averagePercent: number;
}

export function naiveFigures(right: SampleRight, from: string, to: string): NaiveFigures | undefined {
  const types = right.suoritukset.map(({ tyyppi }) => tyyppi.koodiarvo);
  const noJuly = types.some((type) => withoutJuly.has(type));
  const noValue = !noJuly && !types.some((type) => withJuly.has(type));
  const sums = { old: 0, now: 0, present: 0, counted: 0, other: 0, percents: 0, days: 0 };
  for (const day of days(from, to)) {
    const on = stateOn(right, day);
    if (on === undefined) continue;
    const percent = percentOn(right, day);
    sums.days++;
    sums.percents += percent;
    const counts2026 = !noValue && day >= '2023-07-01' && !(noJuly && day.slice(5, 7) === '07');
    // In hundredths of a day, so that no sum of fractions is rounded.
    if (on.state === 'lasna') [sums.old, sums.now] = [sums.old + percent, sums.now + (counts2026 ? percent : 0)];
    if (on.state === 'valmistunut') [sums.old, sums.now] = [sums.old + 100, sums.now + (counts2026 ? 100 : 0)];
    if (on.state === 'lasna' || on.state === 'valmistunut') sums.present++;
    if (on.state !== 'loma') continue;
    if (on.age < 28) [sums.old, sums.counted] = [sums.old + percent, sums.counted + 1];
    else sums.other++;
    if (counts2026 && day <= '2025-12-31') sums.now += percent;
  }
  if (sums.days === 0) return undefined;
  return {
    until2025: sums.old / 100,
    from2026: sums.now / 100,
    presentOrGraduated: sums.present,
    holidayCounted: sums.counted,
    holidayOther: sums.other,
    averagePercent: sums.percents / sums.days,
  };
}

export const studentYearHead = [
  'Opiskeluoikeuden oid',
  'Sisältyy opiskeluoikeuteen',
  'Oppijan oid',
  'Sukunimi',
  'Opiskelijavuosikertymä (pv) - vanha laskentakaava (ennen v. 2026)',
  'Opiskelijavuosikertymä (pv) - nykyinen laskentakaava (1.7.2023 alkaen)',
  'Läsnä tai valmistunut (pv)',
  'Opiskelijavuoteen kuuluvat lomat (pv)',
  'Muut lomat (pv)',
  'Osa-aikaisuus keskimäärin (%)',
];

/** The report of one school. `change` may alter the figures of a right, or leave it out. */
export function naiveKoskiReport(
  documents: readonly SampleDocument[],
  school: string,
  [from, to]: readonly [string, string],
  change: (figures: NaiveFigures, right: SampleRight) => NaiveFigures | undefined = (figures) => figures,
): ReportTable {
  const rows: ReportCell[][] = [];
  for (const { henkilö, opiskeluoikeudet } of documents) {
    for (const right of opiskeluoikeudet) {
      if (right.oppilaitos.oid !== school || right.tyyppi.koodiarvo !== 'ammatillinenkoulutus') continue;
      const counted = naiveFigures(right, from, to);
      const figures = counted === undefined ? undefined : change(counted, right);
      if (figures === undefined) continue;
      rows.push([
        right.oid,
        right.sisältyyOpiskeluoikeuteen?.oid ?? '',
        henkilö.oid,
        'Sukunimi',
        { decimal: figures.until2025 },
        { decimal: figures.from2026 },
        figures.presentOrGraduated,
        figures.holidayCounted,
        figures.holidayOther,
        { decimal: figures.averagePercent },
      ]);
    }
  }
  return { head: studentYearHead, rows };
}
