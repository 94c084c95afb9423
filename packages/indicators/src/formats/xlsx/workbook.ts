import { strToU8, zipSync } from 'fflate';
import { sheetXml } from './sheet-xml.js';
import type { Sheet } from './sheet.js';
import { createStyleBook } from './styles.js';
import { DECLARATION, MAIN, xmlText } from './xml.js';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Every part has the same time, so that the same sheets are the same bytes. */
const TIME = '2000-01-01T00:00:00';

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const each = targets.map(
    ([type, target], at) => `<Relationship Id="rId${String(at + 1)}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
}

/**
 * An XLSX workbook (ECMA-376) of one sheet or more. A writer of our own: that of write-excel-file packs what is above 160 kB in a worker of
 * a blob, which waits for ever where a page’s content security policy refuses the worker.
 */
export function workbookFile(sheets: readonly Sheet[]): Uint8Array {
  const styles = createStyleBook();
  const parts = sheets.map(
    (sheet, at) => [`worksheets/sheet${String(at + 1)}.xml`, sheetXml(sheet, styles, at === 0)] as const,
  );
  const named = sheets.map(({ name }, at) => {
    const number = String(at + 1);
    return `<sheet name="${xmlText(name)}" sheetId="${number}" r:id="rId${number}"/>`;
  });
  const overrides = [
    ['/xl/workbook.xml', 'sheet.main'],
    ['/xl/styles.xml', 'styles'],
    ...parts.map(([path]) => [`/xl/${path}`, 'worksheet'] as const),
  ].map(([path, type]) => `<Override PartName="${String(path)}" ContentType="${SPREADSHEET}.${String(type)}+xml"/>`);
  const types = [
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    ...overrides,
  ];
  const files: Readonly<Record<string, string>> = {
    '[Content_Types].xml': `${DECLARATION}<Types xmlns="${PACKAGE}/content-types">${types.join('')}</Types>`,
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews><sheets>${named.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ...parts.map(([path]) => ['worksheet', path] as const),
      ['styles', 'styles.xml'],
    ]),
    ...Object.fromEntries(parts.map(([path, xml]) => [`xl/${path}`, xml])),
    'xl/styles.xml': styles.xml(),
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, xml]) => [path, strToU8(xml)])), { mtime: TIME });
}
