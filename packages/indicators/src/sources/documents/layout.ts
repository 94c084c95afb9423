import { beginsAt, type DocumentForm } from './form.js';
import { joined } from './joined.js';
import { BACKSLASH, CLOSES, kinds, NEWLINE, OPEN_BRACE, OPEN_BRACKET, OPENS, QUOTE, skipped } from './marks.js';
import { createBracketSplitter, createLineSplitter, createRefuser, type SplitEvents, type Splitter } from './split.js';

export type Layout = 'lines' | 'brackets' | 'other';

function startsAt(bytes: Uint8Array, at: number, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false;
  return true;
}

function firstSignificant(head: Uint8Array): number {
  let at = 0;
  while (at < head.length && skipped[head[at] ?? 0] === 1) at++;
  return at;
}

/** Whether brackets are closed at the end of the bytes, and whether that is inside a string. */
function balanceOf(bytes: Uint8Array): { readonly closed: boolean; readonly inString: boolean } {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    if (inString) {
      if (byte === BACKSLASH) i++;
      else if (byte === QUOTE) inString = false;
    } else if (byte === QUOTE) inString = true;
    else if (kinds[byte] === OPENS) depth++;
    else if (kinds[byte] === CLOSES) depth--;
  }
  return { closed: depth <= 0 && !inString, inString };
}

/**
 * How documents lie in a file, by its first bytes.
 * @param whole whether the head is all there is, or holds as much as one document may
 * @returns `undefined` where more bytes are needed
 */
export function layoutOf(head: Uint8Array, whole: boolean, form: DocumentForm): Layout | undefined {
  const first = firstSignificant(head);
  if (first === head.length) return whole ? 'lines' : undefined;
  const byte = head[first];
  if (byte === OPEN_BRACKET) return 'brackets';
  if (byte === 60 || startsAt(head, first, 'PK\u0003\u0004') || head.subarray(0, 1024).includes(0)) return 'other';
  if (byte !== OPEN_BRACE) return 'lines';
  const newline = head.indexOf(NEWLINE, first);
  if (newline === -1) return whole ? 'brackets' : undefined;
  const { closed, inString } = balanceOf(head.subarray(first, newline));
  if (closed || inString) return 'lines';
  // An open bracket at the line's end: printed over several lines, or a line that is cut off with another document after it.
  const next = newline + 1;
  const longest = Math.max(...form.starts.map((start) => start.length));
  if (!whole && head.length < next + 1 + longest) return undefined;
  return beginsAt(head, first, form) && beginsAt(head, next, form) ? 'lines' : 'brackets';
}

/** Puts first bytes together until they tell how documents lie in the file, and then splits. */
export function createSplitter(events: SplitEvents, limit: number, form: DocumentForm): Splitter {
  let parts: Uint8Array[] = [];
  let size = 0;
  let nextLook = 0;
  let splitter: Splitter | undefined;

  function decide(whole: boolean): void {
    const head = joined(parts, size);
    const layout = layoutOf(head, whole || size > limit, form);
    // Looked at again when there is twice as much, so that a very long first line is not copied over and over.
    nextLook = size * 2;
    if (layout === undefined) return;
    if (layout === 'lines') splitter = createLineSplitter(events, limit);
    else splitter = layout === 'brackets' ? createBracketSplitter(events, limit, form) : createRefuser(events);
    parts = [];
    splitter.push(head);
  }

  return {
    push(chunk) {
      if (splitter !== undefined) {
        splitter.push(chunk);
        return;
      }
      parts.push(chunk.slice());
      size += chunk.length;
      if (size >= nextLook || size > limit) decide(false);
    },
    end() {
      if (splitter === undefined) decide(true);
      splitter?.end();
    },
  };
}
