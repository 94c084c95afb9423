/** A language of the interface. Finnish and Swedish are equal; English is a courtesy. */
export type Lang = 'fi' | 'sv' | 'en';

export const langs: readonly Lang[] = ['fi', 'sv', 'en'];

/** A text of ours: always in Finnish and Swedish. */
export interface LocalizedText {
  readonly fi: string;
  readonly sv: string;
  readonly en?: string;
}

/** A text of a national code set or an organisation register: any of the languages may be missing. */
export type DataText = Partial<LocalizedText>;

/** What a reader of `wanted` gets. */
export interface PickedText {
  readonly text: string;
  /** The language of `text`, for the `lang` attribute. */
  readonly lang: Lang;
  /** False where the text is not in the wanted language and must carry the "not translated" mark. */
  readonly translated: boolean;
}

const chains: Readonly<Record<Lang, readonly Lang[]>> = {
  fi: ['fi', 'sv', 'en'],
  sv: ['sv', 'fi', 'en'],
  en: ['en', 'fi', 'sv'],
};

/**
 * The text for a reader of `wanted`: fi ↔ sv → en, and en → fi → sv. Blank strings count as missing.
 * `undefined` where no language has a text.
 */
export function pick(text: DataText, wanted: Lang): PickedText | undefined {
  for (const lang of chains[wanted]) {
    const found = text[lang];
    if (found !== undefined && found.trim() !== '') {
      return { text: found, lang, translated: lang === wanted };
    }
  }
  return undefined;
}

const marks: Readonly<Record<Lang, string>> = { fi: 'ei suomeksi', sv: 'inte på svenska', en: 'not in English' };

/**
 * The "not translated" mark in the reader's language. It stands after the text, in parentheses and outside the element
 * that carries the text's own `lang`.
 */
export function notTranslatedMark(wanted: Lang): string {
  return marks[wanted];
}

/**
 * The text for a reader of `wanted` where no markup can tell its language, with its mark where it needs one:
 * "Lukuvuosimaksu (inte på svenska)". `otherwise` where no language has a text.
 */
export function textFor(text: DataText, wanted: Lang, otherwise = ''): string {
  const picked = pick(text, wanted);
  if (picked === undefined) return otherwise;
  return picked.translated ? picked.text : `${picked.text} (${notTranslatedMark(wanted)})`;
}
