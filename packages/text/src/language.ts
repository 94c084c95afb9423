import type { Lang } from './localized-text.js';

/** A sentence with the values that it is filled in with. */
export interface StrResult {
  readonly strings: readonly string[];
  readonly values: readonly unknown[];
}

/** The type carries the mark by which lit-localize knows the templates of its `msg`. */
export type StrTag = ((strings: TemplateStringsArray, ...values: readonly unknown[]) => StrResult) & {
  readonly _LIT_LOCALIZE_STR_?: never;
};

/** For sentences with values: `` msg(str`Highest: ${value}`) ``. */
export const str: StrTag = (strings, ...values) => ({ strings, values });

/**
 * Translated sentences: the `templates` of a generated catalogue. `{2}` stands for the third value of the English sentence. The key is
 * that of `sentenceKey`, or the `id` that the call gives.
 */
export type Templates = Readonly<Record<string, string>>;

export interface MsgOptions {
  /** For translators: where the sentence is used and what is filled in. */
  readonly desc?: string;
  /** Only where one English sentence needs two translations; otherwise the id comes from the sentence. */
  readonly id?: string;
}

/**
 * The sentence in the language of its owner. The type carries the mark by which lit-localize finds the calls to extract,
 * so both the sentence and the options must be written out at the call.
 */
export type MsgFn = ((template: string | StrResult, options?: MsgOptions) => string) & {
  readonly _LIT_LOCALIZE_MSG_?: never;
};

/** A language to speak. Every element and report has its own: nothing is set for the page or the process. */
export interface Language {
  readonly lang: Lang;
  readonly msg: MsgFn;
}

/**
 * What a catalogue knows an English sentence by, written with `{0}`, `{1}` … for its values: FNV-1a, 32 bits. `tests/texts/sentence-key.mjs`
 * has it too, and `npm run check:texts` refuses two sentences with one key.
 */
export function sentenceKey(sentence: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < sentence.length; index += 1) {
    hash = Math.imul(hash ^ sentence.charCodeAt(index), 0x01000193);
  }
  return `s${(hash >>> 0).toString(36)}`;
}

/**
 * A language that speaks from `templates`. English is the language of the source code and needs none; a sentence that
 * `templates` does not have is said in English (`npm run check:texts` refuses a catalogue with such a hole).
 */
export function createLanguage(lang: Lang, templates: Templates = {}): Language {
  const msg: MsgFn = (source, options) => {
    const { strings, values } = typeof source === 'string' ? { strings: [source], values: [] } : source;
    const english = strings.reduce((text, next, index) => `${text}{${index - 1}}${next}`);
    const sentence = templates[options?.id ?? sentenceKey(english)] ?? english;
    return sentence.replace(/\{(\d+)\}/g, (_, position) => String(values[Number(position)]));
  };
  return { lang, msg };
}
