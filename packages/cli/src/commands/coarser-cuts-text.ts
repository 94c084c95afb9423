import { coarserCuts } from '@strapetsi/indicators';
import type { CoarserCut, IndicatorTable, Policy, ToPublish } from '@strapetsi/indicators';
import { formatShare, str } from '@strapetsi/text';
import type { Language } from '@strapetsi/text';
import { tableName } from './publish-release-text.js';

/** Above this share of withheld cells a table is more asterisks than answers. */
const MUCH = 1 / 3;
const PROPOSED = 3;

/** For tables of which much is withheld: what to leave out or put together so that more of the persons would be seen, the best first. */
export function coarserCutsText(
  published: readonly ToPublish[],
  tables: readonly IndicatorTable[],
  policy: Policy,
  language: Language,
): readonly string[] {
  const { msg } = language;
  return published.flatMap((one, at) => {
    const table = tables[at];
    if (table === undefined || withheldShare(table) <= MUCH) return [];
    const cuts = coarserCuts(one, policy).slice(0, PROPOSED);
    if (cuts.length === 0) return [];
    return [
      msg(str`Much of ${tableName(table, language)} is withheld. More would be seen:`, {
        desc: 'Summary of the publish command, above a list. Name of a table',
      }),
      ...cuts.map((cut) => `  ${cutText(cut, table, language)}`),
    ];
  });
}

function withheldShare({ cells }: IndicatorTable): number {
  const said = cells.filter(({ status }) => status === 'value' || status === 'withheld').length;
  return said === 0 ? 0 : cells.filter(({ status }) => status === 'withheld').length / said;
}

function cutText({ dimension, bands, kept }: CoarserCut, { dimensions }: IndicatorTable, language: Language): string {
  const { lang, msg } = language;
  const label = dimensions.find(({ id }) => id === dimension)?.label[lang] ?? dimension;
  const share = formatShare(kept, lang, 0);
  if (bands === undefined) {
    return msg(str`without ${label} (${dimension}): cells with ${share} of the persons are shown`, {
      desc: 'A proposal: a dimension to leave out, its code, a share',
    });
  }
  const joined = bands.map((ids) => ids.join(' + ')).join(' | ');
  return msg(str`${label} in bands (${joined}): cells with ${share} of the persons are shown`, {
    desc: 'A proposal: a dimension whose members are put together, codes of these, a share',
  });
}
