import { isoFromDay } from '../src/days/calendar.js';
import { NO_DAY, OPEN } from '../src/days/day.js';
import type { Finding } from '../src/findings/finding.js';
import type { ByteSource } from '../src/sources/documents/bytes.js';
import { readPlans, type PlanRecord, type PlanSummary, type ReadPlansOptions } from '../src/sources/ehoks/index.js';

// Artificial personal plans in the form of the eHOKS service, and a reading of them.

export type Json = Record<string, unknown>;

export const KEY = 'a key of artificial data';

// 2345678-0: 2·7 + 3·9 + 4·10 + 5·5 + 6·8 + 7·4 + 8·2 = 198 = 18 · 11.
export const BUSINESS_ID = '2345678-0';

export const way = (rest: Json = {}): Json => ({
  'yksiloiva-tunniste': 'a',
  'osaamisen-hankkimistapa-koodi-uri': 'osaamisenhankkimistapa_koulutussopimus',
  alku: '2024-01-08',
  loppu: '2024-03-28',
  'osa-aikaisuustieto': 80,
  'tyopaikalla-jarjestettava-koulutus': {
    'vastuullinen-tyopaikka-ohjaaja': { nimi: 'Oona Ohjaaja', sahkoposti: 'oona@example.invalid' },
    'tyopaikan-nimi': 'Konditoria Ky',
    'tyopaikan-y-tunnus': BUSINESS_ID,
  },
  ...rest,
});

export const unit = (ways: readonly unknown[], rest: Json = {}): Json => ({
  'tutkinnon-osa-koodi-uri': 'tutkinnonosat_103590',
  'osaamisen-hankkimistavat': ways,
  ...rest,
});

export const plan = (n: number, rest: Json = {}): Json => ({
  'oppija-oid': `1.2.246.562.24.${String(n).padStart(11, '0')}`,
  'opiskeluoikeus-oid': `1.2.246.562.15.${String(n).padStart(11, '0')}`,
  'ensikertainen-hyvaksyminen': '2023-08-20',
  hyvaksytty: '2023-09-01T20:59:59.000Z',
  paivitetty: '2024-01-15T22:30:00.000Z',
  'osaamisen-hankkimisen-tarve': true,
  id: n,
  ...rest,
});

export interface Reading {
  readonly plans: readonly PlanRecord[];
  readonly findings: readonly Finding[];
  readonly codes: readonly string[];
  readonly summary: PlanSummary;
}

export async function read(source: ByteSource, options: Partial<ReadPlansOptions> = {}): Promise<Reading> {
  const plans: PlanRecord[] = [];
  const findings: Finding[] = [];
  const reading = readPlans(source, { pseudonymKey: KEY, ...options, onFinding: (finding) => findings.push(finding) });
  for (;;) {
    const next = await reading.next();
    if (next.done === true) {
      return { plans, findings, codes: findings.map(({ code }) => code), summary: next.value };
    }
    plans.push(next.value);
  }
}

export const readOne = (rest: Json): Promise<Reading> => read(JSON.stringify(plan(1, rest)));
export const iso = (day: number): string => (day === OPEN ? 'open' : day === NO_DAY ? '–' : isoFromDay(day));
