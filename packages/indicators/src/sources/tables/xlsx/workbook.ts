import { unzipSync } from 'fflate';
import { joined } from '../../documents/joined.js';
import { otherZip } from '../problems.js';
import type { RawRow, TellOfFile } from '../raw-row.js';
import { isDayFormat } from './cell-text.js';
import { sheetRows } from './sheet.js';
import { DamagedXmlError, scanXml } from './xml.js';

const MIB = 1024 * 1024;
/** Unpacked; a sheet of 100,000 rights with 60 columns is about 200 MiB. */
const LARGEST_PART = 512 * MIB;

type Parts = (names: (name: string) => boolean) => Readonly<Record<string, Uint8Array>>;

interface Sheet {
  readonly name: string;
  /** Part of the package. */
  readonly part: string;
}

/** A relation of one part to another. */
interface Relation {
  readonly type: string;
  readonly target: string;
}

const text = (bytes: Uint8Array | undefined): string => (bytes === undefined ? '' : new TextDecoder().decode(bytes));

/** `../a/b.xml` seen from `xl/c.xml` is `a/b.xml`. */
function resolved(from: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path = from.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.') path.push(step);
  }
  return path.join('/');
}

/** Relations of a part, by their id. */
function relationsOf(part: string, parts: Parts): ReadonlyMap<string, Relation> {
  const at = part.lastIndexOf('/') + 1;
  const name = `${part.slice(0, at)}_rels/${part.slice(at)}.rels`;
  const relations = new Map<string, Relation>();
  const xml = text(parts((each) => each === name)[name]);
  if (xml === '') return relations;
  scanXml(xml, {
    open(element, attribute) {
      if (element !== 'Relationship') return;
      const type = (attribute('Type') ?? '').split('/').at(-1) ?? '';
      relations.set(attribute('Id') ?? '', { type, target: resolved(part, attribute('Target') ?? '') });
    },
  });
  return relations;
}

/** Texts that cells refer to by their number: runs put together, readings of characters (rPh) left out. */
function sharedTextsOf(xml: string): readonly string[] {
  const texts: string[] = [];
  if (xml === '') return texts;
  let inText = false;
  let inPhonetic = false;
  let value = '';
  scanXml(xml, {
    open(name) {
      if (name === 'si') value = '';
      else if (name === 'rPh') inPhonetic = true;
      else if (name === 't') inText = !inPhonetic;
    },
    text(part) {
      if (inText) value += part;
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') inPhonetic = false;
      else if (name === 'si') texts.push(value);
    },
  });
  return texts;
}

function dayStylesOf(xml: string): ReadonlySet<number> {
  const codes = new Map<number, string>();
  const days = new Set<number>();
  if (xml === '') return days;
  let inCellFormats = false;
  let style = 0;
  scanXml(xml, {
    open(name, attribute) {
      if (name === 'numFmt') codes.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '');
      else if (name === 'cellXfs') inCellFormats = true;
      else if (name === 'xf' && inCellFormats) {
        const id = Number(attribute('numFmtId') ?? 0);
        if (isDayFormat(id, codes.get(id))) days.add(style);
        style++;
      }
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false;
    },
  });
  return days;
}

function sheetsOf(xml: string, relations: ReadonlyMap<string, Relation>) {
  const sheets: Sheet[] = [];
  let from1904 = false;
  scanXml(xml, {
    open(name, attribute) {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attribute('date1904') ?? '');
      if (name !== 'sheet' || (attribute('state') ?? 'visible') !== 'visible') return;
      const relation = relations.get(attribute('r:id') ?? attribute('id') ?? '');
      if (relation?.type === 'worksheet') sheets.push({ name: attribute('name') ?? '', part: relation.target });
    },
  });
  return { sheets, from1904 };
}

const folded = (name: string): string => name.normalize('NFC').trim().toLowerCase();

function chosen(sheets: readonly Sheet[], wanted: string | number | undefined): Sheet | undefined {
  if (typeof wanted !== 'string') return sheets[(wanted ?? 1) - 1];
  return sheets.find(({ name }) => folded(name) === folded(wanted));
}

/** The rows of a workbook. What the file as a whole cannot give is told. */
function* rowsOfPackage(
  packed: Uint8Array,
  wanted: string | number | undefined,
  tell: TellOfFile,
): Generator<readonly RawRow[]> {
  let tooLarge = 0;
  const parts: Parts = (names) =>
    unzipSync(packed, {
      filter: ({ name, originalSize }) => {
        if (!names(name)) return false;
        if (originalSize > LARGEST_PART) tooLarge = originalSize;
        return originalSize <= LARGEST_PART;
      },
    });
  const workbook = [...relationsOf('', parts).values()].find(({ type }) => type === 'officeDocument')?.target;
  const relations = workbook === undefined ? undefined : relationsOf(workbook, parts);
  const related = (type: string): string | undefined =>
    [...(relations?.values() ?? [])].find((each) => each.type === type)?.target;
  const [texts, styles] = [related('sharedStrings'), related('styles')];
  const small = parts((name) => name === workbook || name === texts || name === styles);
  const book = text(small[workbook ?? '']);
  if (relations === undefined || book === '') {
    tell('not-a-table', otherZip);
    return;
  }
  const { sheets, from1904 } = sheetsOf(book, relations);
  const sheet = chosen(sheets, wanted);
  if (sheet === undefined) {
    tell('no-such-sheet', `1–${sheets.length}`);
    return;
  }
  const context = {
    sharedTexts: sharedTextsOf(text(small[texts ?? ''])),
    dayStyles: dayStylesOf(text(small[styles ?? ''])),
    from1904,
  };
  const bytes = parts((name) => name === sheet.part)[sheet.part];
  if (tooLarge > 0) tell('sheet-too-large', `${(tooLarge / MIB).toFixed(0)} MiB`);
  else if (bytes === undefined || !(yield* sheetRows(bytes, context))) tell('damaged-workbook', 'sheet');
}

/** Reads the first sheet that is not hidden, or the wanted one. Its rows are numbered as Excel shows them. */
export async function* workbookRows(
  pieces: AsyncIterable<Uint8Array>,
  wanted: string | number | undefined,
  tell: TellOfFile,
): AsyncGenerator<readonly RawRow[]> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const piece of pieces) {
    parts.push(piece.slice());
    size += piece.length;
  }
  const packed = joined(parts, size);
  parts.length = 0;
  try {
    yield* rowsOfPackage(packed, wanted, tell);
  } catch (error) {
    // fflate throws errors with a number as their code for whatever it cannot unpack.
    if (!(error instanceof DamagedXmlError) && !(error instanceof Error && 'code' in error)) throw error;
    tell('damaged-workbook', error instanceof DamagedXmlError ? 'XML' : 'zip');
  }
}
