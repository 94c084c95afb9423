import { OPEN_BRACE, skipped } from './marks.js';

/** What documents of a format look like to whoever splits them. */
export interface DocumentForm {
  /** Field names with which a document may begin, and no object inside one: as bytes, in their quotes. */
  readonly starts: readonly Uint8Array[];
  /** What stands before a list of documents that a reply wraps, from the reply's first bracket to the list's own. */
  readonly wrapper?: RegExp;
}

/**
 * @param names of first fields, such as `henkilö`; where they are not ASCII, their Latin-1 bytes are known too
 * @param wrapper what stands before a wrapped list, such as `/^{"data":\[$/`
 */
export function documentForm(names: readonly string[], wrapper?: RegExp): DocumentForm {
  const encoder = new TextEncoder();
  const starts = names.flatMap((name) => {
    const utf8 = encoder.encode(`"${name}"`);
    return utf8.length === name.length + 2 ? [utf8] : [utf8, latin1(`"${name}"`)];
  });
  return wrapper === undefined ? { starts } : { starts, wrapper };
}

function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

/** Whether a bracket at `at` is followed by one of the names. */
export function beginsAt(bytes: Uint8Array, at: number, { starts }: DocumentForm): boolean {
  if (bytes[at] !== OPEN_BRACE) return false;
  let i = at + 1;
  while (skipped[bytes[i] ?? 0] === 1) i++;
  return starts.some((start) => start.every((byte, offset) => bytes[i + offset] === byte));
}
