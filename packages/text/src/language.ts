import { generateMsgId } from '@lit/localize/internal/id-generation.js';
import { str, type StrResult } from '@lit/localize/internal/str-tag.js';
import type { Lang } from './localized-text.js';

export { str, type StrResult };

/** Translated sentences by message id: the `templates` of a generated catalogue. */
export type Templates = Readonly<Record<string, string | StrResult>>;

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
 * A language that speaks from `templates`. English is the language of the source code and needs none; a sentence that
 * `templates` does not have is said in English (`npm run check:texts` refuses a catalogue with such a hole).
 */
export function createLanguage(lang: Lang, templates: Templates = {}): Language {
  const ids = new Map<string | TemplateStringsArray, string>();

  const msg: MsgFn = (source, options) => {
    const strings = typeof source === 'string' ? source : source.strings;
    let id = options?.id ?? ids.get(strings);
    if (id === undefined) {
      id = generateMsgId(strings, false);
      ids.set(strings, id);
    }
    const translated = templates[id];
    if (typeof source === 'string') return typeof translated === 'string' ? translated : source;
    if (translated === undefined) return fill(source.strings, source.values);
    if (typeof translated === 'string') return translated;
    return fill(
      translated.strings,
      translated.values.map((position) => source.values[Number(position)]),
    );
  };

  return { lang, msg };
}

function fill(strings: readonly string[], values: readonly unknown[]): string {
  return strings.map((text, index) => (index === 0 ? text : String(values[index - 1]) + text)).join('');
}
