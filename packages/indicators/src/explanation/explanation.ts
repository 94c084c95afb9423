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
