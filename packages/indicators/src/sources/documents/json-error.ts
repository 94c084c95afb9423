/** Where a text stops being JSON. Says nothing of the text itself but punctuation, as names may stand anywhere in it. */
export interface JsonError {
  readonly offset: number;
  /** Line and column from 1. */
  readonly line: number;
  readonly column: number;
  /** True where nothing is wrong but that the text ends. */
  readonly cutOff: boolean;
  /** What stood there: a punctuation mark, or a kind of character. */
  readonly found: string;
  readonly expected: Wanted | 'valid text';
}

const PUNCTUATION = '{}[],:"\\\'';

/** What may stand where JSON breaks, other than a punctuation mark. */
export type CharacterKind =
  'end' | 'line break' | 'space' | 'letter' | 'digit' | 'control character' | 'sign' | 'nesting';

function kindAt(text: string, at: number): string {
  if (at >= text.length) return 'end';
  const character = text[at] ?? '';
  if (PUNCTUATION.includes(character)) return character;
  if (/\s/u.test(character)) return character === '\n' || character === '\r' ? 'line break' : 'space';
  if (/\p{L}/u.test(character)) return 'letter';
  if (/\p{Nd}/u.test(character)) return 'digit';
  return character < ' ' ? 'control character' : 'sign';
}

const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** The end of the string that begins at `at` (after its quote), or minus the offset of what breaks it, minus 1. */
function endOfString(text: string, at: number): number {
  let i = at + 1;
  for (; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 34) return i + 1;
    if (code < 32) return -i - 1;
    if (code !== 92) continue;
    i++;
    const escaped = text[i];
    if (escaped === undefined) break;
    if (escaped === 'u') {
      for (let digit = 0; digit < 4; digit++) {
        i++;
        if (i < text.length && !/[0-9a-f]/i.test(text[i] ?? '')) return -i - 1;
      }
    } else if (!'"\\/bfnrt'.includes(escaped)) return -i - 1;
  }
  return -text.length - 1;
}

function digitsFrom(text: string, at: number): number {
  let i = at;
  while (isDigit(text.charCodeAt(i))) i++;
  return i;
}

/** The end of the number that begins at `at`, or minus the offset of what breaks it, minus 1. */
function endOfNumber(text: string, at: number): number {
  let i = text[at] === '-' ? at + 1 : at;
  if (!isDigit(text.charCodeAt(i))) return -i - 1;
  i = text[i] === '0' ? i + 1 : digitsFrom(text, i);
  if (text[i] === '.') {
    const end = digitsFrom(text, i + 1);
    if (end === i + 1) return -end - 1;
    i = end;
  }
  if (text[i] === 'e' || text[i] === 'E') {
    const start = text[i + 1] === '+' || text[i + 1] === '-' ? i + 2 : i + 1;
    const end = digitsFrom(text, start);
    if (end === start) return -end - 1;
    i = end;
  }
  return i;
}

function endOfWord(text: string, at: number): number {
  for (const word of ['true', 'false', 'null']) {
    if (text.startsWith(word, at)) return at + word.length;
    if (at + word.length > text.length && word.startsWith(text.slice(at))) return -text.length - 1;
  }
  return -at - 1;
}

function endOfScalar(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code === 34) return endOfString(text, at);
  if (code === 45 || isDigit(code)) return endOfNumber(text, at);
  return endOfWord(text, at);
}

/** What could have stood there. */
export type Wanted =
  'value' | 'value or ]' | 'name' | 'name or }' | ':' | 'comma or }' | 'comma or ]' | 'end of document';

function locate(text: string, offset: number, expected: Wanted | 'valid text'): JsonError {
  let line = 1;
  let lineStart = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) {
    line++;
    lineStart = at + 1;
  }
  const cutOff = offset >= text.length;
  return { offset, line, column: offset - lineStart + 1, cutOff, found: kindAt(text, offset), expected };
}

/** The first place where the text breaks the grammar of JSON (RFC 8259); `undefined` where it does not. */
export function findJsonError(text: string): JsonError | undefined {
  const open: ('{' | '[')[] = [];
  let wanted: Wanted = 'value';
  const afterValue = (): Wanted => {
    const within = open.at(-1);
    if (within === undefined) return 'end of document';
    return within === '{' ? 'comma or }' : 'comma or ]';
  };
  let i = 0;
  for (;;) {
    while (isSpace(text.charCodeAt(i))) i++;
    if (i >= text.length) return wanted === 'end of document' ? undefined : locate(text, i, wanted);
    const character = text[i];
    if (wanted === 'value' || wanted === 'value or ]') {
      if (character === '{' || character === '[') {
        open.push(character);
        wanted = character === '{' ? 'name or }' : 'value or ]';
        i++;
      } else if (character === ']' && wanted === 'value or ]') {
        open.pop();
        wanted = afterValue();
        i++;
      } else {
        const end = endOfScalar(text, i);
        if (end < 0) return locate(text, -end - 1, -end - 1 === i ? wanted : 'valid text');
        i = end;
        wanted = afterValue();
      }
    } else if (wanted === 'name' || wanted === 'name or }') {
      if (character === '}' && wanted === 'name or }') {
        open.pop();
        wanted = afterValue();
        i++;
      } else {
        if (character !== '"') return locate(text, i, wanted);
        const end = endOfString(text, i);
        if (end < 0) return locate(text, -end - 1, 'valid text');
        i = end;
        wanted = ':';
      }
    } else if (wanted === ':') {
      if (character !== ':') return locate(text, i, wanted);
      wanted = 'value';
      i++;
    } else {
      const within = open.at(-1);
      if (character === ',' && within !== undefined) wanted = within === '{' ? 'name' : 'value';
      else if ((character === '}' && within === '{') || (character === ']' && within === '[')) {
        open.pop();
        wanted = afterValue();
      } else return locate(text, i, wanted);
      i++;
    }
  }
}
