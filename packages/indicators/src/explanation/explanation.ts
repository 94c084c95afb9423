/** One part of an explanation: a heading, and sentences or short lines under it. */
export interface ExplanationPart {
  readonly heading: string;
  readonly sentences: readonly string[];
  /** Lines of a list, such as exclusions with their counts. */
  readonly lines?: readonly string[];
}

/** What a figure means and how it was made, in one language, for a reader who knows schools but no data. */
export interface Explanation {
  readonly title: string;
  readonly parts: readonly ExplanationPart[];
}

/** The same as plain text: headings with a colon, list lines with a bullet. */
export function explanationText({ title, parts }: Explanation): string {
  const blocks = parts.map(({ heading, sentences, lines = [] }) =>
    [`${heading}:`, ...sentences.map((sentence) => `  ${sentence}`), ...lines.map((line) => `  • ${line}`)].join('\n'),
  );
  return `${[title, ...blocks].join('\n\n')}\n`;
}

/** The same as Markdown, its title as a heading of the given level. */
export function explanationMarkdown({ title, parts }: Explanation, level: 1 | 2 | 3 = 2): string {
  const hashes = '#'.repeat(level);
  const blocks = parts.map(({ heading, sentences, lines = [] }) =>
    [`**${heading}**`, ...sentences.map(escaped), lines.map((line) => `- ${escaped(line)}`).join('\n')]
      .filter((text) => text !== '')
      .join('\n\n'),
  );
  return `${[`${hashes} ${title}`, ...blocks].join('\n\n')}\n`;
}

/** Characters that would become markup. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>]/g, (character) => `\\${character}`);
}
