import type { PlanRow } from '../../facts/further-tables.js';
import type { WorkplaceKind } from '../../facts/codes.js';
import type { DaySpan, WorkplacePeriod } from '../../facts/shared-days.js';

/** A period of learning at work as a plan has it. */
export interface PlanWorkplace extends WorkplacePeriod {
  readonly kind: WorkplaceKind;
  readonly interruptions: readonly DaySpan[];
  /** Business id of the employer or workplace, where it is known. */
  readonly employer: string | undefined;
  /** Where it stands in the plan. */
  readonly path: string;
}

/** A personal plan (HOKS), before it belongs to a study right. Nobody's name, address or number is in it. */
export interface PlanRecord {
  /** Number (oid) of the study right it is of: `rights.key` in facts. */
  readonly rightKey: string;
  /** Pseudonym of the learner, as in facts that were read with the same key; missing where the plan does not say whose it is. */
  readonly person: string | undefined;
  /** Number of the plan in its service, where it has one: a plan that is met again is not counted again. */
  readonly number: string | undefined;
  readonly plan: Omit<PlanRow, 'right'>;
  readonly workplaces: readonly PlanWorkplace[];
  /** Where it was read. */
  readonly where: { readonly file?: string; readonly record: number; readonly line?: number };
}
