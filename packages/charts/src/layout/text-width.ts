/**
 * Widths of text without a browser, so that Node and every engine lay out the same. Each character has the wider advance of
 * DejaVu Sans (as wide as Verdana) and Liberation Sans (as Arial and Helvetica), in twentieths of an em: system-ui fonts are
 * narrower. What is not listed counts as a wide capital.
 */
const advances: ReadonlyMap<string, number> = new Map(
  Object.entries({
    '6': "'Iijl",
    '7': ' ,./:;f\u00a0’',
    '8': '!()-t',
    '9': 'r',
    '10': '"*J',
    '11': '?L_csz–”šž',
    '12': 'kvxy•',
    '13': '0123456789FTabdeghnopquåäöéü',
    '14': 'ABEKPSVXYZÅÄ',
    '15': 'CHNRU',
    '17': '#+<=>w−×',
  }).flatMap(([width, characters]) => [...characters].map((character) => [character, Number(width)] as const)),
);
const DEFAULT_ADVANCE = 18;
const WIDEST = 20;
const widest = '%Wm—…';
/** DejaVu Sans Bold against the regular weight, over running text. */
const BOLD = 1.13;

export interface Font {
  /** px */
  readonly size: number;
  readonly bold?: boolean;
}

/** px */
export function textWidth(text: string, { size, bold = false }: Font): number {
  let twentieths = 0;
  for (const character of text) {
    twentieths += widest.includes(character) ? WIDEST : (advances.get(character) ?? DEFAULT_ADVANCE);
  }
  return (twentieths / 20) * size * (bold ? BOLD : 1);
}

export interface Wrapped {
  readonly lines: readonly string[];
  /** The widest line, px. */
  readonly width: number;
  /** Whether a word had to be cut or lines left out. */
  readonly cut: boolean;
}

/** As many characters as fit, with what marks the cut; at least one. */
function head(text: string, maxWidth: number, font: Font, mark: string): string {
  const characters = [...text];
  let count = characters.length;
  while (count > 1 && textWidth(characters.slice(0, count).join('') + mark, font) > maxWidth) count -= 1;
  return characters.slice(0, count).join('');
}

/** Lines of at most `maxWidth` px, broken at spaces and after hyphens; a longer word is cut with a hyphen. */
function breakLines(text: string, maxWidth: number, font: Font): { readonly lines: string[]; readonly cut: boolean } {
  const lines: string[] = [];
  let line = '';
  let cut = false;
  for (const [, space = '', word = ''] of text.matchAll(/([ \t\n]*)([^ \t\n-]*-+(?=\p{L})|[^ \t\n]+)/gu)) {
    if (line !== '' && textWidth(line + space + word, font) <= maxWidth) {
      line += space + word;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    while (textWidth(line, font) > maxWidth && line.length > 2) {
      const start = head(line, maxWidth, font, '-');
      cut = true;
      lines.push(`${start}-`);
      line = line.slice(start.length);
    }
  }
  lines.push(line);
  return { lines, cut };
}

/** The text in at most `maxLines` lines of `maxWidth` px; the last one ends in "…" where there is more. */
export function wrap(text: string, maxWidth: number, font: Font, maxLines: number): Wrapped {
  const { lines: all, cut } = breakLines(text.trim(), maxWidth, font);
  const lines = all.slice(0, maxLines);
  const left = all.length > maxLines;
  if (left) lines.push(`${head(lines.pop() ?? '', maxWidth, font, '…')}…`);
  return { lines, width: Math.max(...lines.map((line) => textWidth(line, font))), cut: cut || left };
}
