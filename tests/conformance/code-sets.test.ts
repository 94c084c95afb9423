import {
  calculate,
  codeEntry,
  noCodeLabels,
  ORGANISATIONS,
  parseCodeLabels,
  printCodeLabels,
  readCodes,
  readKoski,
  studentYears,
  updateLabels,
  withLabels,
} from '@strapetsi/indicators';
import type { CodeReading, Facts, Finding } from '@strapetsi/indicators';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';

const reference = new URL('../../../shared/reference/', import.meta.url);
const reason = existsSync(reference) ? undefined : 'code sets and organisations (../shared/reference) are not here';

beforeEach((context) => {
  if (reason !== undefined) context.skip(reason);
});

function read(file: string): { readonly reading: CodeReading; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const json: unknown = JSON.parse(readFileSync(new URL(file, reference), 'utf8'));
  return { reading: readCodes(json, { file, onFinding: (finding) => findings.push(finding) }), findings };
}

const codeSet = (name: string) => read(`koski/codes/${name}.json`);
const leftOut = (name: string) => codeSet(name).findings.map(({ found }) => found);

describe('the 18 code sets of KOSKI', () => {
  test('are read to the last code', () => {
    const counts = readdirSync(new URL('koski/codes/', reference)).map((file) => {
      const { reading } = read(`koski/codes/${file}`);
      const [codes] = [...reading.labels.sets.values()];
      return [file, reading.read, codes?.size, reading.refused];
    });
    // Counted in the files.
    expect(counts).toHaveLength(18);
    expect(counts).toContainEqual(['kieli.json', 196, 196, 0]);
    expect(counts).toContainEqual(['opintojenrahoitus.json', 16, 16, 0]);
    expect(counts).toContainEqual(['suorituksentyyppi.json', 141, 141, 0]);
    // 00000 is called "------".
    expect(counts).toContainEqual(['tutkintonimikkeet.json', 460, 459, 1]);
    expect(counts.filter(([, , , refused]) => refused !== 0)).toHaveLength(1);
  });

  test('give the funding codes 16 and 17 in Finnish only, and 13 without English', () => {
    const { reading } = codeSet('opintojenrahoitus');
    expect(codeEntry(reading.labels, 'opintojenrahoitus', '16')?.label).toEqual({ fi: 'Lukuvuosimaksu' });
    expect(codeEntry(reading.labels, 'opintojenrahoitus', '17')?.label).toEqual({ fi: 'Tilauskoulutus' });
    expect(codeEntry(reading.labels, 'opintojenrahoitus', '13')?.label).toEqual({
      fi: 'Työvoimakoulutus (valtiosopimukseen perustuva rahoitus)',
      sv: 'Arbetskraftsutbildning (som baserar sig på ett avtal med staten)',
    });
    expect(leftOut('opintojenrahoitus')).toHaveLength(5);
  });

  test('give the grade 5 to everyone, and the sentence about education at school to nobody', () => {
    const grades = codeSet('arviointiasteikkoammatillinen15').reading.labels;
    expect(codeEntry(grades, 'arviointiasteikkoammatillinen15', '5')?.label).toEqual({ fi: '5', sv: '5', en: '5' });
    const { reading, findings } = codeSet('osaamisenhankkimistapa');
    const atSchool = codeEntry(reading.labels, 'osaamisenhankkimistapa', 'oppilaitosmuotoinenkoulutus');
    expect(atSchool?.label).toEqual({ fi: 'Oppilaitosmuotoinen koulutus' });
    expect(findings.map(({ code }) => code)).toEqual(['name-sentence', 'name-sentence']);
  });

  test('leave out Finnish names of languages under Swedish, and keep those that Swedish has too', () => {
    // Of the 55 languages called the same in both, these are spelled the Finnish way, or English knows them by another name.
    expect(leftOut('kieli')).toEqual([
      'kieli GG, sv: guernsey',
      'kieli IM, sv: mansaari',
      'kieli IW, sv: Heprea (vanha)',
      'kieli IW, en: Heprea (vanha)',
      'kieli JE, sv: jersey',
      'kieli MH, sv: marshall',
      'kieli NA, sv: nauru',
      'kieli TA, sv: tamili',
      'kieli TE, sv: telugu',
      'kieli TI, sv: tigrinja',
      'kieli YO, sv: joruba',
    ]);
    const { labels } = codeSet('kieli').reading;
    expect(codeEntry(labels, 'kieli', 'HI')?.label).toEqual({ fi: 'hindi', sv: 'hindi', en: 'Hindi' });
    expect(codeEntry(labels, 'kieli', 'SE')?.label.sv).toBe('samiska');
  });

  test('leave out the 38 Finnish titles under English, and keep the one English title that Swedish has too', () => {
    const english = leftOut('tutkintonimikkeet').filter((found) => found.includes(', en: '));
    expect(english).toHaveLength(38);
    const { labels } = codeSet('tutkintonimikkeet').reading;
    expect(codeEntry(labels, 'tutkintonimikkeet', '10141')?.label).toMatchObject({
      sv: 'Receptionist',
      en: 'Receptionist',
    });
  });

  test('leave no text standing for Finnish and for another language that is written in Finnish', () => {
    for (const file of readdirSync(new URL('koski/codes/', reference))) {
      for (const codes of read(`koski/codes/${file}`).reading.labels.sets.values()) {
        for (const { label } of codes.values()) {
          if (label.fi === undefined || (label.sv !== label.fi && label.en !== label.fi)) continue;
          expect(label.fi).not.toMatch(/koulutus|tutkinto|suoritus|opetus|asentaja|mestari|maalari|maksu|[äö]/i);
        }
      }
    }
  });

  test('survive the file of code labels, and change nothing when read again', () => {
    const readings = readdirSync(new URL('koski/codes/', reference)).map((file) => read(`koski/codes/${file}`).reading);
    const { labels, changes } = updateLabels({ sets: new Map() }, readings);
    // The elements of all files, but for the one without a name.
    expect(changes.added).toHaveLength(readings.reduce((sum, { taken }) => sum + taken, 0));
    const printed = parseCodeLabels(JSON.parse(printCodeLabels(labels)));
    expect(printed).toEqual({ ok: true, labels });
    const again = updateLabels(labels, readings).changes;
    expect(Object.values(again).flat()).toEqual([]);
  });
});

describe('the replies of the code service', () => {
  test('give one code of several versions', () => {
    const { reading } = read('ehoks/replies/koodisto-service_rest_codeelement_tutkinnonosat__100031.json');
    expect(codeEntry(reading.labels, 'tutkinnonosat', '100031')?.label).toEqual({
      fi: 'Moottorin ja voimansiirron huolto ja korjaus',
      sv: 'Motor- och transmissionsservice och -reparation',
    });
    expect([reading.read, reading.taken, reading.whole.size]).toEqual([2, 2, 0]);
  });

  test('give a whole set with its validity', () => {
    const { reading } = read('ehoks/replies/koodisto-service_rest_json_urasuunnitelma_koodi.json');
    expect([...reading.whole]).toEqual(['urasuunnitelma']);
    expect(codeEntry(reading.labels, 'urasuunnitelma', '0001')).toEqual({
      label: { fi: 'Jatko-opinnot', sv: 'Fortsatta studier' },
      from: '2019-01-22',
    });
  });

  test.each(['koodisto-value.json', 'rest_codeelement_ravintolakokinatjarjestys__4_2.json'])(
    'give one code as an object: %s',
    (file) => {
      const { reading } = read(`ehoks/replies/${file}`);
      expect(codeEntry(reading.labels, 'ravintolakokinatjarjestys', '4')).toEqual({
        label: { fi: 'Fine dining ‑ruoanvalmistus' },
        from: '2015-05-01',
      });
    },
  );
});

describe('organisations', () => {
  test('of six providers are read to the last one, each under the one it belongs to', () => {
    const { reading } = read('koski/organisations/koulutustoimijat-ammatillinen.mock.json');
    const all = [...(reading.labels.sets.get(ORGANISATIONS) ?? [])].map(([, entry]) => entry);
    // Counted in the file, as are the types.
    expect([reading.read, all.length, reading.refused]).toEqual([768, 768, 0]);
    const ofKind = (kind: string) => all.filter((entry) => entry.kind === kind).length;
    expect(['provider', 'school', 'location', 'other'].map(ofKind)).toEqual([6, 230, 187, 345]);
    expect(all.filter(({ parent }) => parent === undefined)).toHaveLength(6);
    expect(codeEntry(reading.labels, ORGANISATIONS, '1.2.246.562.10.31006647163')).toEqual({
      label: { fi: 'Espoon aikuislukio, Viherlaakson toimipiste' },
      kind: 'location',
      parent: '1.2.246.562.10.21719388718',
      // 1122843600000 and 1280610000000 are midnights of Finland.
      from: '2005-08-01',
      to: '2010-08-01',
    });
  });

  test('called the same in three languages belong to the language that their name is written in', () => {
    const { reading } = read('koski/organisations/koulutustoimijat-ammatillinen.mock.json');
    const labels = [...(reading.labels.sets.get(ORGANISATIONS)?.values() ?? [])].map(({ label }) => label);
    expect(labels).toContainEqual({ fi: 'Espoon aikuislukio' });
    expect(labels).toContainEqual({ sv: 'Helsingfors svenska sjukvårdsinstitut' });
    expect(labels).toContainEqual({ fi: 'Omnia', sv: 'Omnia', en: 'Omnia' });
    expect(labels).toContainEqual({ fi: 'Helsingin kaupunki', sv: 'Helsingfors stad' });
    const kept = labels.filter(({ fi, sv }) => fi !== undefined && fi === sv);
    expect(kept.filter(({ fi }) => /lukio|koulu|oppilaitos|opisto|skola|förskola/i.test(fi ?? ''))).toEqual([]);
  });

  test('of a single reply keep their parent, and nothing of their addresses', () => {
    const { reading } = read('ehoks/replies/organisaatio-service_api_1.2.246.562.10.21122461771.json');
    expect([...(reading.labels.sets.get(ORGANISATIONS) ?? [])]).toEqual([
      [
        '1.2.246.562.10.21122461771',
        {
          label: { fi: 'Lappeenrannan musiikkiopisto' },
          kind: 'location',
          parent: '1.2.246.562.10.84189747029',
          from: '1992-01-01',
        },
      ],
    ]);
  });

  test('asked for by number give their names only', () => {
    const { reading } = read('ehoks/replies/organisaatio-service_api_findbyoids.json');
    expect([reading.read, reading.taken, reading.subtrees.size]).toEqual([3, 3, 0]);
    expect(codeEntry(reading.labels, ORGANISATIONS, '1.2.246.562.10.12424158689')).toEqual({
      label: { fi: 'Testiorganisaatio 1' },
    });
  });
});

describe('what is no code set', () => {
  test.each(['koski_api_oppija_1.2.246.562.24.44651722625.json', 'eperusteet-peruste-7534950.json'])(
    'is refused without a word of what it holds: %s',
    (file) => {
      const { reading, findings } = read(`ehoks/replies/${file}`);
      expect([reading.taken, reading.labels.sets.size]).toEqual([0, 0]);
      expect(findings).toHaveLength(reading.read);
      for (const { code, found } of findings) {
        expect(code).toBe('not-a-code');
        expect(found).toMatch(/^object\(\d+\)$/);
      }
    },
  );
});

describe('KOSKI’s example documents with the names of the registers', () => {
  test('name schools that the documents leave unnamed, and a provider in Swedish too', async () => {
    const registers = [
      'koski/codes/suorituksentyyppi.json',
      'koski/organisations/koulutustoimijat-ammatillinen.mock.json',
    ];
    const { labels } = updateLabels(
      noCodeLabels,
      registers.map((file) => read(file).reading),
    );
    const koski = (name: string) =>
      readKoski(readFileSync(new URL(`koski/examples/${name}.json`, reference)), {
        pseudonymKey: 'a key of artificial data',
      });
    const namesIn = async (facts: AsyncIterable<Facts>, by: 'provider' | 'school') => {
      const period = { from: '2016-01-01', to: '2022-12-31' };
      const aggregate = await calculate(facts, studentYears, { by: [by], period, asOf: '2023-01-01' });
      return aggregate.members[by]?.map(({ label }) => label);
    };
    const unnamed = 'ammatillinen-uusi_2022-07-14';
    expect(await namesIn(koski(unnamed), 'school')).toEqual([{}]);
    expect(await namesIn(withLabels(koski(unnamed), labels), 'school')).toEqual([
      { fi: 'Stadin ammatti- ja aikuisopisto' },
    ]);
    const inFinnish = 'tutkintokoulutukseenvalmentavakoulutus-valmistunut_2022-10-17';
    expect(await namesIn(koski(inFinnish), 'provider')).toEqual([{ fi: 'Helsingin kaupunki' }]);
    expect(await namesIn(withLabels(koski(inFinnish), labels), 'provider')).toEqual([
      { fi: 'Helsingin kaupunki', sv: 'Helsingfors stad' },
    ]);
  });
});
