import type { ChartKind, Kind } from '@strapetsi/charts';
import type { Lang } from '@strapetsi/text';
import { loadMoreSentences } from '../languages/load-language.js';
import { Chunk } from './chunk.js';

/** Each kind of chart is a chunk of its own. */
export const kindChunks: Readonly<Record<ChartKind, Chunk<Kind>>> = {
  bar: new Chunk(async () => (await import('@strapetsi/charts/kinds/bar')).bar),
  line: new Chunk(async () => (await import('@strapetsi/charts/kinds/line')).line),
  'stacked-100': new Chunk(async () => (await import('@strapetsi/charts/kinds/stacked-100')).stacked100),
};

/** Sentences that bars and lines by themselves do not need. */
const sentences = new Map<Lang, Chunk<true>>();

function sentencesOf(lang: Lang): Chunk<true> {
  const chunk = sentences.get(lang) ?? new Chunk(() => loadMoreSentences(lang));
  sentences.set(lang, chunk);
  return chunk;
}

export const besideChunk = new Chunk(() => import('./chart-beside.js'));

/** What a chart of a kind still waits for, with or without something beside its figures. */
export function missingChunks(kind: ChartKind, hasBeside: boolean, lang: Lang): readonly Chunk<unknown>[] {
  const saysMore = hasBeside || (kind !== 'bar' && kind !== 'line');
  return [kindChunks[kind], ...(hasBeside ? [besideChunk] : []), ...(saysMore ? [sentencesOf(lang)] : [])].filter(
    ({ loaded }) => loaded === undefined,
  );
}

export const kindNames: readonly string[] = Object.keys(kindChunks);

/** The kind of that name, or nothing. */
export function knownKind(name: string | undefined): ChartKind | undefined {
  return name !== undefined && Object.hasOwn(kindChunks, name) ? (name as ChartKind) : undefined;
}
