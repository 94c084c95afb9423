import { withBeside } from '@strapetsi/charts/beside';
import type { Dataset } from '@strapetsi/charts';
import type { IndicatorTable } from '@strapetsi/indicators/table';
import { besideProblem } from '@strapetsi/indicators/table-context';
import type { Problem } from './problem.js';

export type Besides =
  { readonly ok: true; readonly dataset: Dataset } | { readonly ok: false; readonly problem: Problem };

/** The dataset with what stands beside its figures, whose shape is looked at first: pages whose tables have nothing of it never need this. */
export function datasetWithBeside(dataset: Dataset, table: IndicatorTable): Besides {
  const problem = besideProblem(table);
  if (problem !== undefined) return { ok: false, problem: { code: 'notPublished', problem } };
  return { ok: true, dataset: withBeside(dataset, table) };
}
