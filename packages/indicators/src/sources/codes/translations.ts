import { langs, type DataText, type Lang } from '@strapetsi/text';
import { languageMarks, languageOf } from './language-of.js';

/** Why a text that stands for a language is not a name in it. */
export type NameFault = 'placeholder' | 'copy' | 'sentence';

export interface LeftOut {
  readonly lang: Lang;
  readonly fault: NameFault;
  readonly text: string;
}

export interface CheckedName {
  readonly label: DataText;
  readonly leftOut: readonly LeftOut[];
}

/** What a register gives for each language: the name, and where there is one a shorter name that may stand in for it. */
export type GivenName = Readonly<Partial<Record<Lang, readonly string[]>>>;

/** `word`: of a code. `proper`: of an organisation, which may be called the same in every language. */
export type NameKind = 'word' | 'proper';

/** Seen in the registers: `paaasiallinen_toiminta_SV`, `sv*ei luvallinen kieli`, `------`. */
const PLACEHOLDER = /_(?:FI|SV|EN)$|^(?:fi|sv|en)\*|^[^\p{L}\d]*$/u;

/** Nothing in it is a word: a grade "5", a share "25–50". */
const ONLY_FIGURES = /^[\d\s.,:%+–-]+$/;

/**
 * A name that is much longer than the Finnish one says something about the thing instead of naming it: so many words, and so many
 * times the Finnish ones. English needs more words for a Finnish compound than Swedish does.
 */
const sentence: Readonly<Record<Lang, { readonly words: number; readonly times: number }>> = {
  fi: { words: 15, times: 1 },
  sv: { words: 8, times: 4 },
  en: { words: 10, times: 5 },
};

/** So many marks of Finnish, and none of the language it stands for, are no chance. */
const SURELY_FINNISH = 3;

/** One spelling of the same text: composed letters, single spaces. */
export function tidy(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

function wordsIn(text: string): number {
  return text === '' ? 0 : text.split(' ').length;
}

function faultOf(text: string, lang: Lang, finnish: string | undefined): NameFault | undefined {
  if (PLACEHOLDER.test(text)) return 'placeholder';
  const words = wordsIn(text);
  const { words: many, times } = sentence[lang];
  const known = finnish === undefined || finnish === text ? 0 : wordsIn(finnish);
  if (words >= many && known > 0 && words >= times * known) return 'sentence';
  if (words >= 5 && /[.!?]$/.test(text)) return 'sentence';
  if (lang === 'fi') return undefined;
  const marks = languageMarks(text);
  return marks.fi >= SURELY_FINNISH && marks[lang] === 0 ? 'copy' : undefined;
}

/** The texts of each language that could be names, each by itself; and what cannot. */
function namesByThemselves(given: GivenName, leftOut: LeftOut[]): Map<Lang, string> {
  const names = new Map<Lang, string>();
  const finnish = given.fi?.map(tidy).find((text) => text !== '');
  for (const lang of langs) {
    const texts = (given[lang] ?? []).map(tidy).filter((text) => text !== '');
    const name = texts.find((text) => faultOf(text, lang, finnish) === undefined);
    if (name !== undefined) names.set(lang, name);
    const [first] = texts;
    if (name !== undefined || first === undefined) continue;
    leftOut.push({ lang, fault: faultOf(first, lang, finnish) ?? 'copy', text: first });
  }
  return names;
}

/** Whether another language has the same word in a spelling of its own: Finnish "hindi", English "Hindi". */
function spelledApart(text: string, others: readonly string[]): boolean {
  const folded = text.toLowerCase();
  return others.some((other) => other.split(/[;,/]/).some((one) => one.trim().toLowerCase() === folded));
}

/** For which of the languages that share one text it is a name in that language. */
function ownersOf(text: string, sharing: readonly Lang[], others: readonly string[], kind: NameKind): readonly Lang[] {
  if (!/\p{Ll}{2}/u.test(text) || spelledApart(text, others)) return sharing;
  const language = languageOf(text);
  if (language !== undefined && sharing.includes(language)) return [language];
  // Swedish and English share many words; what is copied is Finnish, or a proper name.
  if (language === undefined && (kind === 'proper' || !sharing.includes('fi'))) return sharing;
  return sharing.slice(0, 1);
}

/**
 * What of a name can be shown to whom. A text that stands for several languages is kept for the one it is written in, as far as its
 * spelling tells (where it does not: for all in the name of an organisation, for Finnish in that of a code). A
 * placeholder, a sentence and Finnish text under another language are left out, so that a reader is told that there is no translation.
 */
export function checkName(given: GivenName, kind: NameKind): CheckedName {
  const leftOut: LeftOut[] = [];
  const names = namesByThemselves(given, leftOut);
  const figures = [...names.values()].find((text) => ONLY_FIGURES.test(text));
  if (figures !== undefined && names.size === 1) {
    return { label: { fi: figures, sv: figures, en: figures }, leftOut };
  }
  const label: { -readonly [K in keyof DataText]: DataText[K] } = {};
  for (const text of new Set(names.values())) {
    const sharing = langs.filter((lang) => names.get(lang) === text);
    const others = [...names.values()].filter((other) => other !== text);
    const owners = sharing.length === 1 ? sharing : ownersOf(text, sharing, others, kind);
    for (const lang of sharing) {
      if (owners.includes(lang)) label[lang] = text;
      else leftOut.push({ lang, fault: 'copy', text });
    }
  }
  return { label, leftOut };
}
