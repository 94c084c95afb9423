import type { TableMember } from '@strapetsi/indicators/table';
import { pick, textFor, type Lang } from '@strapetsi/text';

/** Members of these are called by their name, which is nobody's to translate; other labels carry the mark where they are not translated. */
const named = ['provider', 'school', 'location'];

export function memberLabel(dimension: string, { id, label }: TableMember, lang: Lang): string {
  return named.includes(dimension) ? (pick(label, lang)?.text ?? id) : textFor(label, lang, id);
}
