import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { discontinuation as table, text, years } from '../../testing/exported-table.js';
import { anyTable } from '../../testing/random-tables.js';
import type { Cell, IndicatorTable } from '../publication/indicator-table.js';
import { readTable } from '../sources/tables/index.js';
import { toCsv } from './csv.js';
import { NoSuchDimensionError } from './errors.js';

const lines = (csv: string): readonly string[] => csv.split('\r\n');

describe('a published table as CSV', () => {
  it('has a row for each figure, in words why there is none, and what is known of it', () => {
    expect(lines(toCsv(table, 'fi'))).toEqual([
      [
        'Oppilaitos;Vuosi;Eronneiden osuus;Yksikkö;Miksi luku puuttuu;"Eronneiden osuus, vähintään";"Eronneiden osuus, enintään"',
        ';Saatavilla alkaen;95 %:n luottamusvälin alaraja;95 %:n luottamusvälin yläraja;Osoittaja',
        ';Nimittäjä;"Nimittäjä, vähintään";"Nimittäjä, enintään"',
      ].join(''),
      'Koivurannan opisto;2023;0,25;osuus (0–1);;;;;0,1;0,5;3;12;;',
      'Koivurannan opisto;2024;;osuus (0–1);Ei näytetä;0,25;1;;;;;Ei näytetä;1;4',
      'Koivurannan opisto;2025;;osuus (0–1);Seuranta-aika kesken;;;2026-06-30;;;;;;',
      '"Strandby; yrkesinstitut";2023;0,3333333333333333;osuus (0–1);;;;;;;Ei näytetä;9;;',
      '"Strandby; yrkesinstitut";2024;;osuus (0–1);Ei sovellettavissa;;;;;;;;;',
      '"Strandby; yrkesinstitut";2025;;osuus (0–1);Ei tietoja;;;;;;;;;',
      '',
    ]);
  });

  it('has only the columns that say something', () => {
    const cells: readonly Cell[] = table.cells.map(() => ({ status: 'value', value: -1.5 }));
    expect(lines(toCsv({ ...table, cells }, 'sv')).slice(0, 2)).toEqual([
      'Läroanstalt;År;Andel avbrott;Enhet',
      'Koivurannan opisto;2023;-1,5;andel (0–1)',
    ]);
  });

  it('for programs has commas, decimal points, and on request ids and codes in columns of their own', () => {
    const [head, , withheld] = lines(toCsv(table, 'en', { dialect: 'plain', ids: true }));
    expect(head?.startsWith('school,School,year,Year,Share,Unit,status,Why there is no figure,')).toBe(true);
    expect(withheld?.startsWith('1.2.10,Koivurannan opisto,2024,2024,,share (0–1),withheld,Withheld,0.25,1,')).toBe(
      true,
    );
  });

  it('begins with a byte-order mark only on request', () => {
    expect(toCsv(table, 'fi', { byteOrderMark: true })).toBe(`\ufeff${toCsv(table, 'fi')}`);
    expect(toCsv(table, 'fi').startsWith('Oppilaitos;')).toBe(true);
  });

  it('with a dimension across has its members as columns, and words in the place of figures', () => {
    expect(lines(toCsv(table, 'sv', { across: 'year' }))).toEqual([
      'Läroanstalt;2023;2024;2025',
      'Koivurannan opisto;0,25;Visas inte (25–100\u00a0%);Tillgängligt från 30.6.2026',
      '"Strandby; yrkesinstitut";0,3333333333333333;Inte tillämpligt;Uppgift saknas',
      '',
    ]);
    expect(lines(toCsv(table, 'en', { across: 'school', ids: true, dialect: 'plain' }))).toEqual([
      'year,Year,Koivurannan opisto,"Strandby; yrkesinstitut"',
      '2023,2023,0.25,0.3333333333333333',
      '2024,2024,Withheld: 25–100%,Not applicable',
      '2025,2025,Available from 30 Jun 2026,No data',
      '',
    ]);
  });

  it('says which dimensions there are where it is asked for another one', () => {
    expect(() => toCsv(table, 'fi', { across: 'gender' })).toThrow(
      new NoSuchDimensionError(['school', 'year'], 'gender'),
    );
  });

  it('has targets and whether they are reached, each decision by itself, and others’ figures or why there are none', () => {
    const cells: readonly Cell[] = [{ status: 'value', value: 12 }, { status: 'noData' }];
    const target = (cell: number, value: number, reached?: boolean) => ({
      cell,
      value,
      ...(reached === undefined ? {} : { reached }),
      source: { fi: 'Strategia' },
      decidedBy: { fi: 'Hallitus' },
    });
    const beside: IndicatorTable = {
      ...table,
      figure: { id: 'students', label: text('Opiskelijat', 'Studerande', 'Students'), unit: 'students', decimals: 0 },
      dimensions: [{ ...years, members: years.members.slice(0, 2) }],
      cells,
      targets: [target(0, 10, true), target(1, 15), target(0, 13, false)],
      benchmarks: [
        {
          id: 'network',
          kind: 'network',
          label: { fi: 'Verkosto' },
          source: { fi: 'Verkosto' },
          cells: [{ status: 'value', value: 11.5, mark: 'p' }, { status: 'withheld' }],
        },
      ],
    };
    expect(lines(toCsv(beside, 'fi'))).toEqual([
      'Vuosi;Opiskelijat;Yksikkö;Miksi luku puuttuu;Tavoite;Tavoite saavutettu;Tavoite (2);Tavoite saavutettu (2);Verkosto',
      '2023;12;opiskelija;;10;kyllä;13;ei;11,5',
      '2024;;opiskelija;Ei tietoja;15;;;;Ei näytetä',
      '',
    ]);
  });

  it('of one figure alone is one row', () => {
    const alone: IndicatorTable = { ...table, dimensions: [], cells: [{ status: 'value', value: 0.5 }] };
    expect(toCsv(alone, 'en', { dialect: 'plain' })).toBe('Share,Unit\r\n0.5,share (0–1)\r\n');
  });

  it('is read by our own reader of tables', async () => {
    const rows = [];
    for await (const part of readTable(toCsv(table, 'fi', { byteOrderMark: true }))) rows.push(part);
    const [head, ...records] = rows;
    expect(head).toMatchObject({ line: 1 });
    expect(head !== undefined && 'names' in head && head.names.slice(0, 3)).toEqual([
      'Oppilaitos',
      'Vuosi',
      'Eronneiden osuus',
    ]);
    expect(records.map((row) => 'cells' in row && row.cells.slice(0, 3))).toEqual([
      ['Koivurannan opisto', '2023', '0,25'],
      ['Koivurannan opisto', '2024', ''],
      ['Koivurannan opisto', '2025', ''],
      ['Strandby; yrkesinstitut', '2023', '0,3333333333333333'],
      ['Strandby; yrkesinstitut', '2024', ''],
      ['Strandby; yrkesinstitut', '2025', ''],
    ]);
  });
});

describe('whatever is in a table', () => {
  it('another program reads each figure of it, with its key and status, from a row of its own', () => {
    fc.assert(
      fc.property(anyTable, fc.constantFrom('excel' as const, 'plain' as const), (any, dialect) => {
        const csv = toCsv(any, 'sv', { dialect, ids: true });
        const read = parse(csv, {
          delimiter: dialect === 'excel' ? ';' : ',',
          columns: (head: string[]) => head.map((_, at) => String(at)),
        });
        const dimensions = any.dimensions.length;
        const said = (read as readonly Readonly<Record<string, string>>[]).map((row) => {
          const field = (at: number): string => row[String(at)] ?? '';
          const value = field(2 * dimensions).replace(',', '.');
          const key = any.dimensions.map((_, at) => field(2 * at));
          return { key, status: field(2 * dimensions + 2), value: value === '' ? undefined : Number(value) };
        });
        const strides = any.dimensions.map((_, at) =>
          any.dimensions.slice(at + 1).reduce((product, { members }) => product * members.length, 1),
        );
        const expected = any.cells.map((cell, at) => ({
          key: any.dimensions.map(({ members }, axis) => {
            const id = members[Math.floor(at / (strides[axis] ?? 1)) % members.length]?.id ?? '';
            return /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(id) ? `'${id}` : id;
          }),
          status: cell.status,
          value: cell.status === 'value' ? cell.value : undefined,
        }));
        expect(said).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });
});
