import { beginsAt, type DocumentForm } from './form.js';
import { joined } from './joined.js';
import {
  BACKSLASH,
  CLOSE_BRACKET,
  kinds,
  LINE,
  NEWLINE,
  NOTHING,
  OPEN_BRACE,
  OPEN_BRACKET,
  OPENS,
  QUOTE,
  skipped,
  STRING,
} from './marks.js';

/** What splitting bytes into documents comes upon. Bytes are only valid during the call. */
export interface SplitEvents {
  /**
   * A candidate for a document.
   * @returns whether it is JSON; if not, the splitting goes on where the next document seems to begin inside it
   */
  document(bytes: Uint8Array, line: number | undefined): boolean;
  /** A document over the limit: its bytes were not kept. */
  tooLarge(size: number, line: number | undefined): void;
  /** What is neither document nor white space; one run of it. */
  junk(sample: Uint8Array, line: number | undefined): void;
}

export interface Splitter {
  push(chunk: Uint8Array): void;
  end(): void;
}

const SAMPLE = 64;

const NO_BYTES = new Uint8Array(0);

/** A document of this size is looked into for another one, and again at each doubling. */
const FIRST_LOOK = 1024 * 1024;

/** A reply says little before the list that it wraps, and the list stands no deeper than `{"data": {"result": [`. */
const LONGEST_WRAPPER = 4096;
const DEEPEST_LIST = 3;

const COMMA = 44;

/** Bytes of one document that may lie in several chunks; none are kept over the limit. */
function createPieces(limit: number) {
  let parts: Uint8Array[] = [];
  let size = 0;
  return {
    get size() {
      return size;
    },
    add(piece: Uint8Array): void {
      size += piece.length;
      if (size > limit) parts = [];
      else parts.push(piece.slice());
    },
    /** All of them with the last one, which may still be the reader's own; `undefined` over the limit. */
    join(last: Uint8Array): Uint8Array | undefined {
      if (size + last.length > limit) return undefined;
      if (parts.length === 0) return last;
      return joined([...parts, last], size + last.length);
    },
    clear(): void {
      parts = [];
      size = 0;
    },
  };
}

/** Collects runs of what is no document. */
function createJunk(events: SplitEvents) {
  let sample = new Uint8Array(0);
  let size = 0;
  let firstLine: number | undefined;
  return {
    add(piece: Uint8Array, line: number): void {
      if (size === 0) {
        sample = piece.slice(0, SAMPLE);
        firstLine = line;
      }
      size += piece.length;
    },
    flush(): void {
      if (size > 0) events.junk(sample, firstLine);
      size = 0;
    },
  };
}

/** One document on each line (NDJSON): a broken line harms no other. */
export function createLineSplitter(events: SplitEvents, limit: number): Splitter {
  const pieces = createPieces(limit);
  const junk = createJunk(events);
  let line = 1;

  function finishLine(last: Uint8Array): void {
    const whole = pieces.join(last);
    const size = pieces.size + last.length;
    pieces.clear();
    if (whole === undefined) {
      junk.flush();
      events.tooLarge(size, line);
      return;
    }
    let from = 0;
    let to = whole.length;
    while (from < to && skipped[whole[from] ?? 0] === 1) from++;
    while (to > from && (skipped[whole[to - 1] ?? 0] === 1 || whole[to - 1] === COMMA)) to--;
    if (from === to) return;
    const first = whole[from];
    if (first === OPEN_BRACE || first === OPEN_BRACKET) {
      junk.flush();
      events.document(whole.subarray(from, to), line);
    } else junk.add(whole.subarray(from, to), line);
  }

  return {
    push(chunk) {
      let from = 0;
      for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
        finishLine(chunk.subarray(from, at));
        line++;
        from = at + 1;
      }
      if (from < chunk.length) pieces.add(chunk.subarray(from));
    },
    end() {
      finishLine(NO_BYTES);
      junk.flush();
    },
  };
}

function newlinesIn(bytes: Uint8Array, to: number): number {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE); at >= 0 && at < to; at = bytes.indexOf(NEWLINE, at + 1)) count++;
  return count;
}

/** Where, after its first byte, a document begins inside the bytes: at a bracket followed by one of the names. 0 where none does. */
export function nextDocumentIn(bytes: Uint8Array, form: DocumentForm): number {
  for (let at = bytes.indexOf(OPEN_BRACE, 1); at >= 0; at = bytes.indexOf(OPEN_BRACE, at + 1))
    if (beginsAt(bytes, at, form)) return at;
  return 0;
}

/**
 * Documents by their brackets: an array of them on however many lines, or documents one after another. A scan of bytes, aware of
 * strings and escapes; UTF-8 has none of these bytes inside other characters.
 */
export function createBracketSplitter(events: SplitEvents, limit: number, form: DocumentForm): Splitter {
  const pieces = createPieces(limit);
  const junk = createJunk(events);
  let base = 0;
  let depth = 0;
  let inDocument = false;
  let inString = false;
  let escaped = false;
  let line = 1;
  let documentLine = 1;
  let nextLook = FIRST_LOOK;
  /** In what follows the list that a reply wraps, up to the reply's own end. */
  let inTail = false;

  function finish(last: Uint8Array): void {
    if (inTail) {
      inTail = inDocument = inString = escaped = false;
      return;
    }
    const whole = pieces.join(last);
    const size = pieces.size + last.length;
    pieces.clear();
    inDocument = inString = escaped = false;
    depth = base;
    if (whole === undefined) events.tooLarge(size, documentLine);
    else if (!events.document(whole, documentLine)) goOnWithin(whole);
  }

  /** A document that lacks a closing bracket takes the ones after it along: they are split again. */
  function goOnWithin(broken: Uint8Array): void {
    const next = nextDocumentIn(broken, form);
    if (next === 0) return;
    line = documentLine + newlinesIn(broken, next);
    scan(broken.slice(next));
  }

  function lookWithin(): void {
    nextLook = pieces.size * 2;
    const so = pieces.join(NO_BYTES);
    if (so === undefined || nextDocumentIn(so, form) === 0) return;
    finish(NO_BYTES);
  }

  /** A byte outside documents; true where a document begins with it. */
  function between(byte: number, chunk: Uint8Array, at: number): boolean {
    if (byte === NEWLINE) line++;
    if (skipped[byte] === 1 || byte === COMMA) return false;
    if (byte === OPEN_BRACE || (byte === OPEN_BRACKET && base > 0)) {
      junk.flush();
      inDocument = true;
      nextLook = FIRST_LOOK;
      depth = base + 1;
      documentLine = line;
      return true;
    }
    if (byte === OPEN_BRACKET) base = 1;
    else if (byte === CLOSE_BRACKET && base > 0) {
      inDocument = inTail = base > 1;
      depth = base - 1;
      base = 0;
    } else junk.add(chunk.subarray(at, at + 1), line);
    return false;
  }

  /** Whether a document so far is what stands before a list that a reply wraps; if so, documents are looked for in the list. */
  function wraps(last: Uint8Array): boolean {
    if (form.wrapper === undefined || base > 0 || inTail || pieces.size + last.length > LONGEST_WRAPPER) return false;
    if (!form.wrapper.test(String.fromCharCode(...(pieces.join(last) ?? NO_BYTES)))) return false;
    pieces.clear();
    base = depth;
    inDocument = false;
    return true;
  }

  /** The end of the string that `at` is in, or the end of the chunk. */
  function skipString(chunk: Uint8Array, at: number): number {
    const length = chunk.length;
    let i = at;
    if (escaped && i < length) {
      escaped = false;
      i++;
    }
    for (; i < length; i++) {
      const byte = chunk[i];
      if (byte === QUOTE) {
        inString = false;
        return i;
      }
      if (byte === BACKSLASH) {
        i++;
        if (i >= length) escaped = true;
      }
    }
    return length;
  }

  function scan(chunk: Uint8Array): void {
    const length = chunk.length;
    let start = 0;
    let i = 0;
    while (i < length) {
      if (!inDocument) {
        if (between(chunk[i] ?? 0, chunk, i)) start = i;
        i++;
        continue;
      }
      if (inString) {
        i = skipString(chunk, i) + 1;
        continue;
      }
      const kind = kinds[chunk[i] ?? 0] ?? NOTHING;
      i++;
      if (kind === NOTHING) continue;
      if (kind === STRING) inString = true;
      else if (kind === OPENS) {
        depth++;
        if (depth <= DEEPEST_LIST && chunk[i - 1] === OPEN_BRACKET) wraps(chunk.subarray(start, i));
      } else if (kind === LINE) line++;
      else if (--depth === base) {
        finish(chunk.subarray(start, i));
        // A rescan may have left an open document; what follows here belongs to it.
        start = i;
      }
    }
    if (!inDocument || inTail) return;
    pieces.add(chunk.subarray(start));
    if (pieces.size > nextLook && pieces.size <= limit) lookWithin();
  }

  return {
    push: scan,
    end() {
      // Each turn leaves less: a document that is cut off is given up to where the next one seems to begin.
      while (inDocument) finish(NO_BYTES);
      junk.flush();
    },
  };
}

/** A file that is not text of JSON at all: one refused record, however long it is. */
export function createRefuser(events: SplitEvents): Splitter {
  let sample = new Uint8Array(0);
  let size = 0;
  return {
    push(chunk) {
      if (size === 0) sample = chunk.slice(0, SAMPLE);
      size += chunk.length;
    },
    end() {
      if (size > 0) events.junk(sample, undefined);
    },
  };
}
