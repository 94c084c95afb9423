import { dayFromIso } from '@strapetsi/indicators';
import { describe, expect, it } from 'vitest';
import { flaws } from './flaws.js';
import { maximumProviders, sampleProvider } from './providers.js';
import { sampleDocuments, type SampleOptions } from './sample.js';

const options: SampleOptions = {
  provider: 1,
  students: 600,
  from: dayFromIso('2018-01-01'),
  to: dayFromIso('2026-09-30'),
  asOf: dayFromIso('2026-10-31'),
  seed: 1,
  clean: true,
};

interface Code {
  readonly koodiarvo: string;
}
interface Right {
  readonly oid: string;
  readonly oppilaitos: { readonly oid: string; readonly nimi: { readonly fi?: string; readonly sv?: string } };
  readonly sisältyyOpiskeluoikeuteen?: { readonly oid: string };
  readonly ostettu?: boolean;
  readonly tila: {
    readonly opiskeluoikeusjaksot: readonly {
      readonly alku: string;
      readonly tila: Code;
      readonly opintojenRahoitus?: Code;
    }[];
  };
  readonly suoritukset: readonly { readonly tyyppi: Code; readonly vahvistus?: { readonly päivä: string } }[];
  readonly lisätiedot?: { readonly osaAikaisuusjaksot?: readonly unknown[] };
}
interface Document {
  readonly henkilö: {
    readonly oid: string;
    readonly hetu: string;
    readonly etunimet: string;
    readonly äidinkieli: Code;
  };
  readonly opiskeluoikeudet: readonly Right[];
}

function documents(changes: Partial<SampleOptions> = {}): readonly Document[] {
  return [...sampleDocuments({ ...options, ...changes })].map(({ line }) => JSON.parse(line) as Document);
}
const lines = (changes: Partial<SampleOptions>): string =>
  [...sampleDocuments({ ...options, ...changes })].map(({ line }) => line).join('\n');

const all = documents({ students: 3_000 });
const rights = all.flatMap((document) => document.opiskeluoikeudet);

describe('A sample', () => {
  it('is the same bytes for the same seed, and other ones for another', () => {
    expect(lines({ seed: 7 })).toBe(lines({ seed: 7 }));
    expect(lines({ seed: 7 })).not.toBe(lines({ seed: 8 }));
  });

  it('draws each learner alone: a longer sample begins with the shorter one', () => {
    expect(lines({ students: 50 }).startsWith(lines({ students: 20 }))).toBe(true);
  });

  it('has identity codes only from the artificial range 900–999, with the right check character', () => {
    for (const { henkilö } of all) {
      const [, birth = '', number = '', check] = /^(\d{6})[-A](9\d\d)(.)$/.exec(henkilö.hetu) ?? [];
      // Digital and Population Data Services Agency: the remainder by 31 of the nine digits picks the character.
      expect(check, henkilö.hetu).toBe('0123456789ABCDEFHJKLMNPRSTUVWXY'[Number(birth + number) % 31]);
    }
  });

  it('has no names of people', () => {
    for (const { henkilö } of all) expect(henkilö.etunimet).toMatch(/^Oppilas \d+$/);
    expect(JSON.stringify(all[0]?.henkilö)).toContain('Esimerkki');
  });

  it('has oids of the form of real ones, each learner and each right its own', () => {
    const learners = all.map(({ henkilö }) => henkilö.oid);
    const rightOids = rights.map(({ oid }) => oid);
    for (const oid of learners) expect(oid).toMatch(/^1\.2\.246\.562\.24\.\d{11}$/);
    for (const oid of rightOids) expect(oid).toMatch(/^1\.2\.246\.562\.15\.\d{11}$/);
    expect(new Set(learners).size).toBe(learners.length);
    expect(new Set(rightOids).size).toBe(rightOids.length);
  });

  it('has periods in order, none of them after the day of the export, and holidays only until 2025', () => {
    for (const right of rights) {
      const days = right.tila.opiskeluoikeusjaksot.map(({ alku }) => alku);
      expect([...new Set(days)].sort()).toEqual(days);
      expect((days.at(-1) ?? '') <= '2026-10-31').toBe(true);
    }
    const holidays = rights.flatMap((right) =>
      right.tila.opiskeluoikeusjaksot.filter(({ tila }) => tila.koodiarvo === 'loma').map(({ alku }) => alku),
    );
    expect(holidays.length).toBeGreaterThan(0);
    expect(holidays.every((day) => day < '2026-01-01')).toBe(true);
  });

  it('confirms a performance on the day of graduation, and only then', () => {
    for (const right of rights) {
      const last = right.tila.opiskeluoikeusjaksot.at(-1);
      expect(right.suoritukset[0]?.vahvistus?.päivä).toBe(
        last?.tila.koodiarvo === 'valmistunut' ? last.alku : undefined,
      );
    }
  });

  it('has what real exports have: kinds of education, states, funding, part time, nested and bought rights, several rights', () => {
    const kinds = new Set(rights.map((right) => right.suoritukset[0]?.tyyppi.koodiarvo));
    const states = new Set(
      rights.flatMap((right) => right.tila.opiskeluoikeusjaksot.map(({ tila }) => tila.koodiarvo)),
    );
    const fundings = new Set(
      rights.flatMap((right) => right.tila.opiskeluoikeusjaksot.map((period) => period.opintojenRahoitus?.koodiarvo)),
    );
    expect(kinds).toEqual(
      new Set([
        'ammatillinentutkinto',
        'ammatillinentutkintoosittainen',
        'lukionoppimaara',
        'muuammatillinenkoulutus',
        'telma',
        'tuvakoulutuksensuoritus',
        'valma',
      ]),
    );
    expect(states).toEqual(
      new Set([
        'eronnut',
        'katsotaaneronneeksi',
        'lasna',
        'loma',
        'peruutettu',
        'valiaikaisestikeskeytynyt',
        'valmistunut',
      ]),
    );
    for (const code of ['1', '2', '10', '14', undefined]) expect(fundings).toContain(code);
    expect(rights.some((right) => right.sisältyyOpiskeluoikeuteen !== undefined)).toBe(true);
    expect(rights.some((right) => right.ostettu === true)).toBe(true);
    expect(rights.some((right) => right.lisätiedot?.osaAikaisuusjaksot !== undefined)).toBe(true);
    expect(all.some((document) => document.opiskeluoikeudet.length > 1)).toBe(true);
  });

  it('names schools in Finnish, in Swedish or in both, and has two schools with very few students', () => {
    const names = new Map(rights.map(({ oppilaitos }) => [oppilaitos.oid, Object.keys(oppilaitos.nimi).join('+')]));
    expect(new Set(names.values())).toEqual(new Set(['fi', 'sv', 'fi+sv']));
    const sizes = new Map<string, number>();
    for (const { oppilaitos } of rights) sizes.set(oppilaitos.oid, (sizes.get(oppilaitos.oid) ?? 0) + 1);
    expect([...sizes.values()].filter((size) => size < 40)).toHaveLength(2);
  });

  it('lets six or seven of ten who start a whole qualification complete one within four years', () => {
    const starters = all.filter(({ opiskeluoikeudet: [first] }) => {
      const start = first?.tila.opiskeluoikeusjaksot[0]?.alku ?? '';
      return (
        first?.suoritukset[0]?.tyyppi.koodiarvo === 'ammatillinentutkinto' && start > '2018' && start < '2022-10-31'
      );
    });
    const completed = starters.filter(({ opiskeluoikeudet }) => {
      const [year = '', rest = ''] = (opiskeluoikeudet[0]?.tila.opiskeluoikeusjaksot[0]?.alku ?? '').split(/-(.*)/);
      return opiskeluoikeudet.some(({ suoritukset: [performance] }) => {
        const day = performance?.vahvistus?.päivä;
        return (
          performance?.tyyppi.koodiarvo === 'ammatillinentutkinto' &&
          day !== undefined &&
          day <= `${Number(year) + 4}-${rest}`
        );
      });
    });
    expect(starters.length).toBeGreaterThan(1_000);
    expect(completed.length / starters.length).toBeGreaterThan(0.58);
    expect(completed.length / starters.length).toBeLessThan(0.7);
  });

  it('has documents of about the size of real ones', () => {
    const bytes = Buffer.byteLength(lines({ students: 500 })) / 500;
    expect(bytes).toBeGreaterThan(10_000);
    expect(bytes).toBeLessThan(18_000);
  });

  it('has every flaw of real exports, each line at most one, and none when clean', () => {
    const flawed = [...sampleDocuments({ ...options, students: 3_000, clean: false })].filter((line) => line.flaw);
    expect(new Set(flawed.map(({ flaw }) => flaw))).toEqual(new Set(flaws));
    expect(flawed.length / 3_000).toBeLessThan(0.01);
    expect([...sampleDocuments(options)].filter((line) => line.flaw)).toEqual([]);
  });

  it('refuses more students than it has oids for, and days out of order', () => {
    expect(() => lines({ students: 2_000_000 })).toThrow(RangeError);
    expect(() => lines({ from: options.asOf, to: options.from })).toThrow(RangeError);
  });
});

describe('A sample of providers', () => {
  it('gives each provider and school a name and an oid of its own', () => {
    const providers = Array.from({ length: maximumProviders }, (_, index) => sampleProvider(index + 1, 1));
    expect(new Set(providers.map(({ name }) => name.fi)).size).toBe(maximumProviders);
    const oids = providers.flatMap(({ oid, schools }) => [
      oid,
      ...schools.flatMap((one) => [one.oid, one.location.oid]),
    ]);
    expect(new Set(oids).size).toBe(oids.length);
    for (const oid of oids) expect(oid).toMatch(/^1\.2\.246\.562\.10\.\d{11}$/);
  });

  it('shares no learner between two providers', () => {
    const first = new Set(documents().map(({ henkilö }) => henkilö.oid));
    expect(documents({ provider: 2 }).some(({ henkilö }) => first.has(henkilö.oid))).toBe(false);
  });

  it('refuses a provider that it has no name for', () => {
    expect(() => sampleProvider(0, 1)).toThrow(RangeError);
    expect(() => sampleProvider(maximumProviders + 1, 1)).toThrow(RangeError);
  });
});
