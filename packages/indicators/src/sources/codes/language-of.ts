import { langs, type Lang } from '@strapetsi/text';

/** Parts of words, whole words and endings of words. */
function anyOf(parts: string, words: string, endings: string): RegExp {
  return new RegExp(`${parts}|(?<!\\p{L})(?:${words})(?!\\p{L})|(?:${endings})(?!\\p{L})`, 'giu');
}

/**
 * Marks of a language in a name: spellings and words that the other two have hardly ever. They are those of code sets and schools,
 * not of the language at large.
 */
const marks: Readonly<Record<Lang, RegExp>> = {
  fi: anyOf(
    'aa|ii|uu|yy|ää|öö|uo|yö|äi|öi|äy|öy|koulu|oppi(?!ng)|opisto|opinno|opinto|tutkin|ammat|perus|suorit|kunta|kaupun|toimi|keskus|ohjaaj|asent|kieli|suom|lukio',
    'ja|muu|ei',
    'nen|nto|ntö|sto|stö|aste|taja|täjä|lija|ijä|seppä|mestari|maksu|uus|yys|itus|etus|otus',
  ),
  sv: anyOf(
    'å|ck|sj|skol|utbildning|examen|yrkes|svensk|lärov|lärar|kommun|gymnasi|studerand',
    'och|för|av|i|inom|med|den|det|som|till|vid|eller|från',
    'ning|het|isk|iska|ör|institut|institutet|lyceum|stad|stads|verket',
  ),
  en: anyOf(
    'school|educat|qualific|universit|vocation|college|subject|component|training|language|cycle|secondary|baccalaureate',
    'of|and|the|in|for|to|with|by|or|other|general|lower|upper|year|class',
    'tion|ence|ance|ary|ity|ics|ght',
  ),
};

/** Acronyms and the like are the same in every language. */
const WITHOUT_LOWER_CASE = /(?<!\p{L})[^\p{Ll}\s]+(?!\p{L})/gu;

/** How many marks of each language a name bears. */
export function languageMarks(name: string): Readonly<Record<Lang, number>> {
  const words = name.replace(WITHOUT_LOWER_CASE, ' ');
  const count = (lang: Lang): number => words.match(marks[lang])?.length ?? 0;
  return { fi: count('fi'), sv: count('sv'), en: count('en') };
}

/** The language that a name is written in, as far as its spelling tells; `undefined` where it does not. */
export function languageOf(name: string): Lang | undefined {
  const counts = languageMarks(name);
  const most = Math.max(...Object.values(counts));
  const best = langs.filter((lang) => counts[lang] === most);
  return most > 0 && best.length === 1 ? best[0] : undefined;
}
