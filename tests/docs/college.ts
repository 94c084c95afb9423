import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import {
  calculate,
  calculateInMemory,
  factsOf,
  minimumPolicy,
  publish,
  readKoski,
  studentYears,
} from '@strapetsi/indicators';

/**
 * The college of the guide, small enough to be counted on one's fingers. Sixteen learners began on 1 January 2023, numbers 1–10 at
 * Länsi and 11–16 at Itä, and studied without a break. Learner 7 resigned on 1 April 2024. Learners 1–6 and 11–13 qualified on
 * 31 May 2025 with 145 competence points assessed that day; the others were still there at the end of 2025. Learners 1–12 had a
 * personal plan on 10 January 2023. Everything else is in the files of the folder `college`.
 */

const LAENSI = { oid: '1.2.246.562.10.52251087186', nimi: { fi: 'Länsi', sv: 'Väst' } };
const ITAE = { oid: '1.2.246.562.10.42456023292', nimi: { fi: 'Itä', sv: 'Öst' } };
const PROVIDER = { oid: '1.2.246.562.10.346830761110', nimi: { fi: 'Esimerkkiopisto', sv: 'Exempelinstitutet' } };

const isGraduate = (n: number): boolean => n <= 6 || (n >= 11 && n <= 13);
const numbered = (n: number): string => String(n).padStart(11, '0');
const code = (koodiarvo: string, koodistoUri: string) => ({ koodiarvo, koodistoUri });

const unit = {
  tyyppi: code('ammatillisentutkinnonosa', 'suorituksentyyppi'),
  koulutusmoduuli: {
    tunniste: code('104085', 'tutkinnonosat'),
    pakollinen: true,
    laajuus: { arvo: 145, yksikkö: code('6', 'opintojenlaajuusyksikko') },
  },
  tutkinnonOsanRyhmä: code('1', 'ammatillisentutkinnonosanryhma'),
  arviointi: [{ arvosana: code('5', 'arviointiasteikkoammatillinen15'), päivä: '2025-05-31' }],
};

function studyRight(n: number, since: readonly (readonly [day: string, state: string])[], graduated: boolean) {
  const school = n <= 10 ? LAENSI : ITAE;
  return {
    oid: `1.2.246.562.15.${numbered(n)}`,
    koulutustoimija: PROVIDER,
    oppilaitos: school,
    tyyppi: code('ammatillinenkoulutus', 'opiskeluoikeudentyyppi'),
    tila: {
      opiskeluoikeusjaksot: [['2023-01-01', 'lasna'] as const, ...since].map(([alku, tila]) => ({
        alku,
        tila: code(tila, 'koskiopiskeluoikeudentila'),
        opintojenRahoitus: code('1', 'opintojenrahoitus'),
      })),
    },
    suoritukset: [
      {
        tyyppi: code('ammatillinentutkinto', 'suorituksentyyppi'),
        koulutusmoduuli: {
          tunniste: { ...code('361902', 'koulutus'), nimi: { fi: 'Luonto- ja ympäristöalan perustutkinto' } },
        },
        suoritustapa: code('reformi', 'ammatillisentutkinnonsuoritustapa'),
        toimipiste: school,
        suorituskieli: code('FI', 'kieli'),
        ...(graduated ? { vahvistus: { päivä: '2025-05-31' }, osasuoritukset: [unit] } : {}),
      },
    ],
  };
}

function document(n: number, ...rights: readonly object[]): string {
  return `${JSON.stringify({ henkilö: { oid: `1.2.246.562.24.${numbered(n)}` }, opiskeluoikeudet: rights })}\n`;
}

function documentOf(n: number): string {
  if (n === 7) return document(n, studyRight(n, [['2024-04-01', 'eronnut']], false));
  return document(n, studyRight(n, isGraduate(n) ? [['2025-05-31', 'valmistunut']] : [], isGraduate(n)));
}

const learners = Array.from({ length: 16 }, (_, at) => at + 1);

const plans = learners
  .filter((n) => n <= 12)
  .map((n) =>
    JSON.stringify({
      id: n,
      'oppija-oid': `1.2.246.562.24.${numbered(n)}`,
      'opiskeluoikeus-oid': `1.2.246.562.15.${numbered(n)}`,
      'ensikertainen-hyvaksyminen': '2023-01-10',
      hyvaksytty: '2023-01-10T09:00:00.000Z',
      paivitetty: '2023-01-10T09:00:00.000Z',
      'osaamisen-hankkimisen-tarve': true,
    }),
  );

/** Student days of 2025 in the report. It was made before the college put right that learner 8 had been present in April too. */
function daysOf(n: number): number {
  // 1 January to 31 May: 31 + 28 + 31 + 30 + 31, the day of the qualification among them.
  if (isGraduate(n)) return 151;
  return n === 8 ? 335 : 365;
}

const report = [
  'Opiskeluoikeuden oid;Oppijan oid;Opiskelijavuosikertymä (pv) - vanha laskentakaava (ennen v. 2026)',
  ...learners
    .filter((n) => n !== 7)
    .map((n) => `1.2.246.562.15.${numbered(n)};1.2.246.562.24.${numbered(n)};${String(daysOf(n))},0`),
];

/** On 1 February 2026 learner 8 resigned, and learner 17 had begun on 1 January 2026. */
const laterExport = [
  document(8, studyRight(8, [['2026-02-01', 'eronnut']], false)),
  document(17, { ...studyRight(17, [], false), tila: { opiskeluoikeusjaksot: [started2026()] } }),
];

function started2026() {
  return {
    alku: '2026-01-01',
    tila: code('lasna', 'koskiopiskeluoikeudentila'),
    opintojenRahoitus: code('1', 'opintojenrahoitus'),
  };
}

const options = {
  by: ['year', 'school'],
  period: { from: '2023-01-01', to: '2025-12-31' },
  asOf: '2026-01-31',
} as const;

/** Student years by year and school, as the college publishes them. */
async function publishedYears(): Promise<string> {
  const facts = readKoski(learners.map(documentOf).join(''), { pseudonymKey: 'a key of artificial data' });
  const aggregate = await calculate(facts, studentYears, options);
  return JSON.stringify(publish(aggregate, { definition: studentYears, policy: minimumPolicy(5) }));
}

/** The aggregate of another provider with six learners, present all the time. */
function aggregateOf(provider: string): string {
  const persons = Array.from({ length: 6 }, (_, n) => ({
    key: `${provider} ${String(n)}`,
    rights: [
      {
        key: `right of ${provider} ${String(n)}`,
        provider,
        education: 'wholeQualification' as const,
        julyRule: 'removed' as const,
        periods: [{ start: '2023-01-01', state: 'present' as const }],
      },
    ],
  }));
  return JSON.stringify(calculateInMemory(factsOf(persons), studentYears, { ...options, by: ['provider'] }));
}

const folder = new URL('./college/', import.meta.url);

/** The files of the college by name, as an example finds them in its folder. */
export async function collegeFiles(): Promise<ReadonlyMap<string, string | Uint8Array>> {
  return new Map<string, string | Uint8Array>([
    ['koski.ndjson.gz', gzipSync(learners.map(documentOf).join(''))],
    ['koski-february.ndjson.gz', gzipSync(laterExport.join(''))],
    ['plans.ndjson.gz', gzipSync(plans.join('\n'))],
    ['opiskelijavuositiedot_20250101-20251231.csv', report.join('\r\n')],
    ['student-years.json', await publishedYears()],
    ['west.aggregate.json', aggregateOf('west')],
    ['east.aggregate.json', aggregateOf('east')],
    ...readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder))] as const),
  ]);
}
