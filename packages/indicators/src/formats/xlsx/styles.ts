import type { CellStyle } from './sheet.js';
import { DECLARATION, MAIN, xmlText } from './xml.js';

/** A style as the file numbers it. `isText`: stays a text when somebody edits the cell, though it begins as a formula does. */
export type FileStyle = CellStyle & { readonly isText?: boolean };

/** Numbers below it are formats that every workbook has (ECMA-376 part 1, 18.8.30). */
const FIRST_OWN_FORMAT = 164;

function numbered<T>(): { readonly all: readonly T[]; readonly of: (key: string, item: T) => number } {
  const all: T[] = [];
  const numbers = new Map<string, number>();
  const of = (key: string, item: T): number => {
    const number = numbers.get(key) ?? all.length;
    if (number === all.length) {
      all.push(item);
      numbers.set(key, number);
    }
    return number;
  };
  return { all, of };
}

export interface StyleBook {
  /** The number of a style, for the `s` of a cell. 0 is the standard style. */
  readonly numberOf: (style: FileStyle) => number;
  /** `styles.xml`, with every style that was asked for. */
  readonly xml: () => string;
}

export function createStyleBook(): StyleBook {
  const formats = numbered<string>();
  const styles = numbered<FileStyle>();
  const numberOf = (style: FileStyle): number =>
    styles.of(JSON.stringify([style.format, style.isBold, style.wraps, style.isText]), style);
  numberOf({});
  const formatOf = (format: string | undefined): number =>
    format === undefined ? 0 : FIRST_OWN_FORMAT + formats.of(format, format);

  const xf = ({ format, isBold, wraps, isText }: FileStyle): string => {
    const places = `numFmtId="${String(formatOf(format))}" fontId="${isBold === true ? '1' : '0'}" fillId="0" borderId="0" xfId="0"`;
    const quote = isText === true ? ' quotePrefix="1"' : '';
    const alignment = `<alignment vertical="top"${wraps === true ? ' wrapText="1"' : ''}/>`;
    return `<xf ${places}${quote} applyNumberFormat="1" applyFont="1" applyAlignment="1">${alignment}</xf>`;
  };

  const xml = (): string => {
    const xfs = styles.all.map(xf).join('');
    const own = formats.all
      .map((code, at) => `<numFmt numFmtId="${String(FIRST_OWN_FORMAT + at)}" formatCode="${xmlText(code)}"/>`)
      .join('');
    const font = (bold: string): string => `<font>${bold}<sz val="11"/><name val="Calibri"/><family val="2"/></font>`;
    return [
      `${DECLARATION}<styleSheet xmlns="${MAIN}">`,
      own === '' ? '' : `<numFmts count="${String(formats.all.length)}">${own}</numFmts>`,
      `<fonts count="2">${font('')}${font('<b/>')}</fonts>`,
      // Excel takes the first two fills for its own, whatever they are.
      '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
      '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
      `<cellXfs count="${String(styles.all.length)}">${xfs}</cellXfs>`,
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
      '</styleSheet>',
    ].join('');
  };
  return { numberOf, xml };
}
