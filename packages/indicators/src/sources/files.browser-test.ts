import { expect } from '@open-wc/testing';
import { employed } from '../definitions/outcomes.js';
import { studentYears } from '../definitions/student-years.js';
import { calculate } from '../engine/calculate.js';
import { readFacts } from '../facts-file/read-facts.js';
import { writeFacts } from '../facts-file/write-facts.js';
import type { Facts } from '../facts/facts.js';
import { codeEntry, readClassification, readCodes } from './codes/index.js';
import { readJsonStat } from './json-stat/index.js';
import { readKoskiReport, type KoskiReportRow } from './koski-reports/index.js';
import { parseMapping, readMapped } from './mapping/index.js';
import { readOutcomes } from './outcomes/index.js';

const pseudonymKey = 'a key of artificial data';
const codes: string[] = [];
const onFinding = ({ code }: { readonly code: string }): number => codes.push(code);
const file = (text: string): ReadableStream<Uint8Array> => new File([text], 'taulukko.csv').stream();
const learner = '1.2.246.562.24.00000000001';

async function all<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

describe('files of a provider in this engine', () => {
  beforeEach(() => codes.splice(0));
  afterEach(() => expect(codes).to.deep.equal([]));

  it('outcomes of graduates are read and calculated', async () => {
    const outcomes = file(
      'Oppijanumero;Koulutuksen järjestäjä;Valmistumispäivä;Vuosia valmistumisesta;Pääasiallinen toiminta\n' +
        `${learner};1.2.246.562.10.1;31.5.2021;1;Päätoiminen työllinen\n`,
    );
    const aggregate = await calculate(readOutcomes(outcomes, { pseudonymKey, onFinding }), employed, {
      by: ['yearsAfter'],
      period: { from: '2021-01-01', to: '2021-12-31' },
      asOf: '2024-01-01',
    });
    expect(aggregate.cells).to.deep.equal([{ key: ['1'], n: 1, amounts: [1, 1] }]);
  });

  it('tables of a student system are read by a mapping, kept in a facts file and read again', async () => {
    const parsed = parseMapping({
      type: 'strapetsi.mapping',
      schemaVersion: 1,
      tables: [
        {
          of: 'rights',
          fields: {
            'right.key': 'Oikeus',
            'person.learner': 'Oppija',
            'right.provider': { value: '1.2.246.562.10.1' },
            'right.education': { value: 'wholeQualification' },
          },
        },
        {
          of: 'periods',
          fields: {
            'right.key': 'Oikeus',
            'period.start': 'Alku',
            'period.end': 'Loppu',
            'period.state': { column: 'Tila', codes: { Läsnä: 'present' } },
          },
        },
      ],
    });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const sources = {
      'oikeudet.csv': file(`Oikeus;Oppija\n11;${learner}\n`),
      'jaksot.csv': file('Oikeus;Alku;Loppu;Tila\n11;1.1.2024;31.1.2024;Läsnä\n'),
    };
    const given = Object.entries(sources).map(([name, source]) => ({ name, source }));
    const facts: readonly Facts[] = await all(readMapped(given, parsed.mapping, { pseudonymKey, onFinding }));
    const records = { read: 1, facts: 1, refused: 0 };
    const kept = await all(writeFacts(facts, () => ({ right: { records, findings: [] } })));
    const again = readFacts(new Blob(kept.map((bytes) => new Uint8Array(bytes))).stream());
    const aggregate = await calculate(again, studentYears, {
      by: ['year'],
      period: { from: '2024-01-01', to: '2024-12-31' },
      asOf: '2025-01-31',
    });
    expect(aggregate.cells).to.deep.equal([{ key: ['2024'], n: 1, amounts: [31_000_000] }]);
  });

  it('a report of KOSKI is told by its columns and read', async () => {
    const head = 'opiskeluoikeus_oid;oppija_oid;opiskelijavuosikertyma;lasna_tai_valmistunut_paivat';
    const report = file(`${head}\n1.2.246.562.15.00000000001;${learner};152.5;150\n`);
    const rows: readonly KoskiReportRow[] = await all(readKoskiReport(report, { pseudonymKey, onFinding }));
    expect(rows.map(({ kind, rightOid }) => [kind, rightOid])).to.deep.equal([
      ['student-years', '1.2.246.562.15.00000000001'],
    ]);
    // Said of every report: it has sums, of which no indicator can be made.
    expect(codes.splice(0)).to.deep.equal(['sums-without-periods']);
  });

  it('code sets, classifications and benchmarks are read', async () => {
    const metadata = [
      { kieli: 'FI', nimi: 'suomi' },
      { kieli: 'SV', nimi: 'finska' },
    ];
    const { labels } = readCodes([{ koodiUri: 'kieli_fi', koodiArvo: 'FI', versio: 1, metadata }], { onFinding });
    expect(codeEntry(labels, 'kieli', 'FI')?.label).to.deep.equal({ fi: 'suomi', sv: 'finska' });
    const classes = await readClassification(file('tutkinto;ala;nimi\n331101;04;Kauppa\n'), {
      called: {
        id: 'field',
        version: '2026',
        label: { fi: 'Koulutusala', sv: 'Utbildningsområde', en: 'Field of education' },
      },
      onFinding,
    });
    expect(classes.ok && classes.classification.codes).to.deep.equal({ '331101': '04' });
    const reading = readJsonStat(
      {
        fi: {
          version: '2.0',
          class: 'dataset',
          id: ['Ikä'],
          size: [2],
          dimension: { Ikä: { category: { index: ['17', '18'] } } },
          value: [2.6, null],
          status: { 1: '...' },
        },
      },
      { id: 'kkesk', onFinding },
    );
    expect(reading.ok && reading.benchmark.cells.map(({ status }) => status)).to.deep.equal(['value', 'withheld']);
  });
});
