import { formatDate, formatList, type Lang, type LocalizedText } from '@strapetsi/text';
import type { Definition, Figure, Rule } from '../definitions/definition.js';
import { exclusionsOf } from '../definitions/exclusions.js';
import { hashOf } from '../definitions/hash.js';
import type { Explanation, ExplanationPart } from './explanation.js';
import { say, words } from './words.js';

type Text = Required<LocalizedText>;

/**
 * What an indicator means and how it is counted: figures with numerator and denominator, exclusions in order, rules with law or
 * method and validity, cuts, limits and guesses. Made of the definition alone, so that it cannot say anything else than what is computed.
 */
export function explainDefinition(definition: Definition, lang: Lang): Explanation {
  const { rules, dimensions, parameters = [], limits, unverified } = definition;
  const exclusions = [...exclusionsOf(rules).values()].map((label) => label[lang]);
  const parts: readonly (ExplanationPart | undefined)[] = [
    part(words.meaning, lang, [definition.meaning[lang]]),
    part(
      words.counted,
      lang,
      [],
      definition.figures.map((figure) => figureLine(figure, lang)),
    ),
    exclusions.length === 0
      ? part(words.leftOut, lang, [words.nothingLeftOut[lang]])
      : part(words.leftOut, lang, [], exclusions),
    part(
      words.rules,
      lang,
      [],
      rules.map((rule) => ruleLine(rule, lang)),
    ),
    part(words.cuts, lang, [
      `${formatList(
        dimensions.map(({ label }) => label[lang]),
        lang,
      )}.`,
    ]),
    listed(
      words.limits,
      lang,
      parameters.map(({ label, standard }) => `${label[lang]}: ${String(standard)}`),
    ),
    listed(
      words.heed,
      lang,
      limits.map((text) => text[lang]),
    ),
    listed(
      words.unverified,
      lang,
      unverified.map((text) => text[lang]),
    ),
    part(words.version, lang, [`${definition.id} ${definition.version} (${hashOf(definition).slice(0, 12)})`]),
  ];
  return { title: definition.name[lang], parts: parts.flatMap((one) => one ?? []) };
}

export function part(
  heading: Text,
  lang: Lang,
  sentences: readonly string[],
  lines: readonly string[] = [],
): ExplanationPart {
  return { heading: heading[lang], sentences, ...(lines.length === 0 ? {} : { lines }) };
}

/** A part that is left out where it has nothing to say. */
export function listed(heading: Text, lang: Lang, lines: readonly string[]): ExplanationPart | undefined {
  return lines.length === 0 ? undefined : part(heading, lang, [], lines);
}

function figureLine({ label, numerator, denominator }: Figure, lang: Lang): string {
  const details = [
    ...(numerator === undefined ? [] : [say(words.numerator, lang, numerator[lang])]),
    ...(denominator === undefined ? [] : [say(words.denominator, lang, denominator[lang])]),
  ];
  return [label[lang], ...details].join('. ');
}

function ruleLine({ label, inForce: { from, to }, sources }: Rule, lang: Lang): string {
  const validity = [
    ...(from === undefined ? [] : [say(words.inForceFrom, lang, formatDate(from, lang))]),
    ...(to === undefined ? [] : [say(words.inForceTo, lang, formatDate(to, lang))]),
  ];
  const when = validity.length === 0 ? words.everywhere[lang] : validity.join(', ');
  const cited = sources.map(({ title, reference }) => `${title[lang]} (${reference})`).join('; ');
  return `${label[lang]} (${when}). ${cited}`;
}
