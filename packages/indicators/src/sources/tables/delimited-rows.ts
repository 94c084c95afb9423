import { linesIn, parseRecord, separatorOf } from './delimited.js';
import type { RawRow } from './raw-row.js';

/** Excel's own first line that names the separator. */
const SEPARATOR_LINE = /^"?sep=([^\r\n])"?(\r\n|\r|\n)/;

/** The rows of a text, which comes in blocks. */
export async function* delimitedRows(
  blocks: AsyncIterable<string>,
  given: string | undefined,
): AsyncGenerator<readonly RawRow[]> {
  let separator = given;
  let text = '';
  let line = 1;

  function rowsOf(whole: boolean): RawRow[] {
    const rows: RawRow[] = [];
    let at = 0;
    const named = line === 1 ? SEPARATOR_LINE.exec(text) : null;
    if (named !== null) {
      separator ??= named[1];
      at = named[0].length;
      line++;
    }
    const by = (separator ??= separatorOf(text.slice(at)));
    while (at < text.length) {
      const parsed = parseRecord(text, at, by, whole);
      if (parsed.kind === 'more') break;
      if (parsed.kind === 'record') rows.push({ kind: 'row', line, ...parsed.record, placed: false });
      else rows.push({ kind: 'lost', line, code: 'quote-not-closed', found: '"' });
      line += linesIn(text, at, parsed.next);
      at = parsed.next;
    }
    text = text.slice(at);
    return rows;
  }

  for await (const block of blocks) {
    text += block;
    yield rowsOf(false);
  }
  yield rowsOf(true);
}
