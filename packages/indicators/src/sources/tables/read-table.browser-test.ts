import { expect } from '@open-wc/testing';
import { strToU8, zipSync } from 'fflate';
import type { ByteSource } from '../documents/bytes.js';
import { readTable } from './index.js';

const text = 'Oppilaitos;Päivä\n"Töölö; ammattiopisto";31.12.2025\n';
const utf8 = new TextEncoder().encode(text);
const latin1 = Uint8Array.from(text, (character) => character.charCodeAt(0));

const relation = (id: string, type: string, target: string): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`;
const cells = (...values: readonly string[]): string =>
  `<row>${values.map((value) => `<c t="inlineStr"><is><t>${value}</t></is></c>`).join('')}</row>`;

const workbook = zipSync({
  '_rels/.rels': strToU8(relation('a', 'officeDocument', 'xl/workbook.xml')),
  'xl/workbook.xml': strToU8('<workbook xmlns:r="r"><sheets><sheet name="Taul1" r:id="b"/></sheets></workbook>'),
  'xl/_rels/workbook.xml.rels': strToU8(relation('b', 'worksheet', 'sheet.xml')),
  'xl/sheet.xml': strToU8(
    `<worksheet><sheetData>${cells('Oppilaitos', 'Päivä')}${cells('Töölö; ammattiopisto', '31.12.2025')}</sheetData></worksheet>`,
  ),
});

async function read(source: ByteSource) {
  const parts = [];
  const codes: string[] = [];
  for await (const part of readTable(source, { onProblem: ({ code }) => codes.push(code) })) {
    parts.push('names' in part ? part.names : part.cells);
  }
  return { parts, codes };
}

describe('reading tables in this engine', () => {
  const sources: readonly (readonly [string, () => ByteSource, readonly string[]])[] = [
    ['text', () => text, []],
    ['a file', () => new File([utf8], 'taulukko.csv').stream(), []],
    ['gzip', () => new Blob([utf8]).stream().pipeThrough(new CompressionStream('gzip')), []],
    ['Latin-1', () => latin1, ['not-utf-8']],
    ['a workbook', () => new Blob([new Uint8Array(workbook)]).stream(), []],
  ];
  for (const [name, source, problems] of sources) {
    it(`gives head and rows from ${name}`, async () => {
      const { parts, codes } = await read(source());
      expect(parts).to.deep.equal([
        ['Oppilaitos', 'Päivä'],
        ['Töölö; ammattiopisto', '31.12.2025'],
      ]);
      expect(codes).to.deep.equal(problems);
    });
  }
});
