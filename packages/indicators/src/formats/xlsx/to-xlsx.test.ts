import { DOMParser } from '@xmldom/xmldom';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import readExcelFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { discontinuation as table, text } from '../../../testing/exported-table.js';
import { anyTable } from '../../../testing/random-tables.js';
import type { IndicatorTable } from '../../publication/indicator-table.js';
import { readTable } from '../../sources/tables/index.js';
import { NoSuchDimensionError } from '../errors.js';
import { toXlsx } from './to-xlsx.js';

/** The rows of a sheet from its first of several cells, as our own reader takes them; blank rows are none. */
async function rowsOf(workbook: Uint8Array, sheet: string | number): Promise<readonly (readonly string[])[]> {
  const rows: (readonly string[])[] = [];
  for await (const part of readTable(workbook, { sheet, isHead: (names) => names.length > 1 }))
    rows.push('names' in part ? part.names : part.cells);
  return rows;
}

/** Every part of the file, parsed as XML: a fault is thrown. */
function partsOf(workbook: Uint8Array): ReadonlyMap<string, Document> {
  const refuse = (fault: unknown): never => {
    throw new Error(String(fault));
  };
  const parser = new DOMParser({ errorHandler: { warning: refuse, error: refuse, fatalError: refuse } });
  return new Map(
    Object.entries(unzipSync(workbook)).map(([path, bytes]) => [
      path,
      parser.parseFromString(strFromU8(bytes), 'application/xml'),
    ]),
  );
}

const part = (workbook: Uint8Array, path: string): Document => {
  const found = partsOf(workbook).get(path);
  if (found === undefined) throw new Error(`There is no ${path}`);
  return found;
};

const attributes = (
  document: Pick<Document, 'getElementsByTagName'>,
  tag: string,
  name: string,
): readonly (string | null)[] =>
  Array.from(document.getElementsByTagName(tag), (element) => element.getAttribute(name));

/** The number format of each cell of a sheet, by its place. */
function formatsOf(workbook: Uint8Array, sheet: number): ReadonlyMap<string, string | undefined> {
  const styles = part(workbook, 'xl/styles.xml');
  const codes = new Map(
    Array.from(styles.getElementsByTagName('numFmt'), (one) => [
      one.getAttribute('numFmtId') ?? '',
      one.getAttribute('formatCode') ?? '',
    ]),
  );
  const [xfs] = Array.from(styles.getElementsByTagName('cellXfs'));
  const ids = xfs === undefined ? [] : attributes(xfs, 'xf', 'numFmtId');
  const cells = part(workbook, `xl/worksheets/sheet${String(sheet)}.xml`).getElementsByTagName('c');
  return new Map(
    Array.from(cells, (cell) => [cell.getAttribute('r') ?? '', codes.get(ids[Number(cell.getAttribute('s'))] ?? '')]),
  );
}

describe('a published table as XLSX', () => {
  const workbook = toXlsx([table], 'fi');

  it('is read cell by cell as it stands in the table: figures, and words where there is none', async () => {
    const share = 'osuus (0–1)';
    expect(await rowsOf(workbook, 1)).toEqual([
      [
        'Oppilaitos',
        'Vuosi',
        'Eronneiden osuus',
        'Yksikkö',
        '95 %:n luottamusvälin alaraja',
        '95 %:n luottamusvälin yläraja',
        'Osoittaja',
        'Nimittäjä',
        'Nimittäjä, vähintään',
        'Nimittäjä, enintään',
      ],
      ['Koivurannan opisto', '2023', '0.25', share, '0.1', '0.5', '3', '12', '', ''],
      ['Koivurannan opisto', '2024', 'Ei näytetä (25–100\u00a0%)', share, '', '', '', 'Ei näytetä', '1', '4'],
      ['Koivurannan opisto', '2025', 'Saatavilla 30.6.2026 alkaen', share, '', '', '', '', '', ''],
      ['Strandby; yrkesinstitut', '2023', '0.333333333333333', share, '', '', 'Ei näytetä', '9', '', ''],
      ['Strandby; yrkesinstitut', '2024', 'Ei sovellettavissa', share, '', '', '', '', '', ''],
      ['Strandby; yrkesinstitut', '2025', 'Ei tietoja', share, '', '', '', '', '', ''],
    ]);
  });

  it('has numbers that are numbers with all their digits, and years that are names', async () => {
    const [sheet] = await readExcelFile(Buffer.from(workbook));
    expect(sheet?.data[1]?.slice(0, 3)).toEqual(['Koivurannan opisto', '2023', 0.25]);
    expect(sheet?.data[4]?.slice(2, 3)).toEqual([1 / 3]);
    expect(sheet?.data[1]?.slice(6, 8)).toEqual([3, 12]);
  });

  it('shows shares in per cent and other numbers in groups, with the decimals of the figure', () => {
    const shown = formatsOf(workbook, 1);
    expect(['C2', 'E2', 'G2', 'H2', 'I3', 'C3', 'A2'].map((place) => shown.get(place))).toEqual([
      '0.0 %',
      '0.0 %',
      '#,##0',
      '#,##0',
      '#,##0',
      undefined,
      undefined,
    ]);
    const years: IndicatorTable = { ...table, figure: { ...table.figure, unit: 'studentYears', decimals: 2 } };
    expect(formatsOf(toXlsx([years], 'fi'), 1).get('C2')).toBe('#,##0.00');
  });

  it('keeps the head in sight, in bold, and makes columns wide enough', () => {
    const sheet = part(workbook, 'xl/worksheets/sheet1.xml');
    expect(attributes(sheet, 'pane', 'ySplit')).toEqual(['1']);
    expect(attributes(sheet, 'pane', 'state')).toEqual(['frozen']);
    // "Strandby; yrkesinstitut" is 23 long, "Saatavilla 30.6.2026 alkaen" 27, "2023" shorter than the narrowest.
    expect(attributes(sheet, 'col', 'width').slice(0, 3)).toEqual(['25', '8', '29']);
  });

  it('with a dimension across has its members as columns', async () => {
    expect(await rowsOf(toXlsx([table], 'en', { across: 'year' }), 1)).toEqual([
      ['School', '2023', '2024', '2025'],
      ['Koivurannan opisto', '0.25', 'Withheld: 25–100%', 'Available from 30 Jun 2026'],
      ['Strandby; yrkesinstitut', '0.333333333333333', 'Not applicable', 'No data'],
    ]);
    expect(() => toXlsx([table], 'fi', { across: 'gender' })).toThrow(NoSuchDimensionError);
  });

  it('says on a sheet of its own what the figures are, of whom, when, by which rule and beside what', async () => {
    const full: IndicatorTable = {
      ...table,
      indicator: {
        ...table.indicator,
        sources: [{ title: text('Laki 531/2017', 'Lag 531/2017', 'Act 531/2017'), reference: '61 §' }],
      },
      asOfLatest: '2025-02-15',
      policy: { ...table.policy, reference: 'oma sääntö' },
      only: [
        {
          dimension: 'gender',
          label: text('Sukupuoli', 'Kön', 'Gender'),
          members: [{ id: '2', label: text('Naiset', 'Kvinnor', 'Women') }],
        },
      ],
      exclusions: [
        { id: 'nested', label: text('Sisältyvät', 'Ingående', 'Included'), count: { status: 'value', value: 1200 } },
        {
          id: 'short',
          label: text('Lyhyet', 'Korta', 'Short'),
          count: { status: 'withheld', range: { from: 1, to: 4 } },
        },
      ],
      notes: [text('Huomaa.', 'Obs.', 'Note.')],
      targets: [{ cell: 0, value: 0.2, source: { fi: 'Strategia 2030' }, decidedBy: { fi: 'Hallitus' } }],
      benchmarks: [
        {
          id: 'network',
          kind: 'network',
          label: { fi: 'Verkosto' },
          source: { fi: 'Verkoston julkaisu' },
          asOf: '2025-01-31',
          cells: table.cells.map(() => ({ status: 'noData' })),
        },
      ],
      annotations: [{ date: '2024-08-01', text: { fi: 'Uusi opetussuunnitelma' } }],
      findings: [{ code: 'unknown-state', count: { status: 'value', value: 6 } }],
    };
    expect(await rowsOf(toXlsx([full], 'fi'), 'Tietoja taulukosta')).toEqual([
      ['Indikaattori', 'Eronneet'],
      ['Luku', 'Eronneiden osuus'],
      ['Yksikkö', 'osuus (0–1)'],
      ['Mitä luku kertoo', 'Merkitys.'],
      ['Ajanjakso', '2023–2025'],
      ['Tilanne', '31.1.–15.2.2025'],
      ['Koulutuksen järjestäjä', 'Järjestäjä'],
      ['Vain: Sukupuoli', 'Naiset'],
      ['Perusjoukko', '21'],
      ['Mitä jätetään pois', 'Sisältyvät: 1\u00a0200'],
      ['', 'Lyhyet: 1–4'],
      ['Millä säännöllä', 'Laki 531/2017 · 61 §'],
      ['Miten pienet ryhmät suojataan', 'Sääntö · oma sääntö'],
      ['Mitä on hyvä tietää', 'Huomaa.'],
      ['Tavoitteiden lähteet', 'Strategia 2030 · Hallitus'],
      ['Vertailutiedot', 'Verkosto · Verkoston julkaisu · 31.1.2025'],
      ['Tapahtumat', '1.8.2024: Uusi opetussuunnitelma'],
      ['Havainnot tiedoissa', 'unknown-state: 6'],
      ['Määritelmän versio', 'discontinuation · 1 · abc'],
    ]);
    const swedish = await rowsOf(toXlsx([full], 'sv'), 'Om tabellen');
    expect(swedish.slice(3, 8)).toEqual([
      ['Vad talet berättar', 'Betydelse.'],
      ['Tidsperiod', '2023–2025'],
      ['Situationen', '31.1–15.2.2025'],
      ['Utbildningsanordnare', 'Järjestäjä'],
      ['Endast: Kön', 'Kvinnor'],
    ]);
  });

  it('of several tables has a sheet for each, called unlike the others', async () => {
    const other: IndicatorTable = { ...table, dimensions: [], cells: [{ status: 'value', value: 0.5 }] };
    const sheets = await readExcelFile(Buffer.from(toXlsx([table, other], 'fi')));
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['Eronneet', 'Eronneet (2)', 'Tietoja taulukosta']);
    expect(sheets[1]?.data).toEqual([
      ['Eronneiden osuus', 'Yksikkö'],
      [0.5, 'osuus (0–1)'],
    ]);
    const about = sheets[2]?.data.map(([heading]) => heading) ?? [];
    expect([about.indexOf('Eronneet'), about.filter((heading) => heading === 'Eronneet (2)').length]).toEqual([0, 1]);
  });

  it('is the same bytes whenever it is made', () => {
    expect(toXlsx([table], 'fi')).toEqual(workbook);
  });
});

describe('whatever is in a table', () => {
  it('the file is whole, no cell of it is a formula, and each figure is read as it was published', async () => {
    await fc.assert(
      fc.asyncProperty(anyTable, async (any) => {
        const workbook = toXlsx([any], 'en');
        const parts = partsOf(workbook);
        expect([...parts.keys()].sort()).toEqual([
          '[Content_Types].xml',
          '_rels/.rels',
          'xl/_rels/workbook.xml.rels',
          'xl/styles.xml',
          'xl/workbook.xml',
          'xl/worksheets/sheet1.xml',
          'xl/worksheets/sheet2.xml',
        ]);
        for (const document of parts.values()) expect(document.getElementsByTagName('f')).toHaveLength(0);
        const [sheet] = await readExcelFile(Buffer.from(workbook));
        const figures = sheet?.data.slice(1).map((row) => row[any.dimensions.length]);
        expect(figures?.map((one) => (typeof one === 'number' ? one : undefined))).toEqual(
          any.cells.map((cell) => (cell.status === 'value' ? cell.value : undefined)),
        );
        expect(figures?.filter((one) => one === null || one === '')).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('a text that begins as a formula stays one when somebody edits it', () => {
    const [school] = table.dimensions;
    if (school === undefined) throw new Error('no dimension');
    const members = school.members.map((member) => ({ ...member, label: { fi: '=HYPERLINK("http://x")' } }));
    const workbook = toXlsx([{ ...table, dimensions: [{ ...school, members }, ...table.dimensions.slice(1)] }], 'fi');
    const style = part(workbook, 'xl/worksheets/sheet1.xml').getElementsByTagName('c')[10];
    expect(style?.getAttribute('r')).toBe('A2');
    const xfs = part(workbook, 'xl/styles.xml').getElementsByTagName('cellXfs')[0]?.getElementsByTagName('xf');
    expect(xfs?.[Number(style?.getAttribute('s'))]?.getAttribute('quotePrefix')).toBe('1');
    expect(style?.textContent).toBe('=HYPERLINK("http://x")');
  });
});
