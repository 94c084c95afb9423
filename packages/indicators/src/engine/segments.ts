import type { Definition, Rule } from '../definitions/definition.js';
import type { Day } from '../days/day.js';
import { checkpointList } from './checkpoints.js';
import type { Checkpoint } from './maturity.js';
import { ruleOn, type Period, type Window } from './windows.js';

export interface Segment {
  readonly rule: Rule;
  readonly windows: { readonly from: Day; readonly to: Day; readonly number: Int32Array };
}

/** Windows that follow each other under one rule; without windows the whole period under the rule of its first day. */
export function segmentsOf(
  definition: Definition,
  period: Period,
  windows: readonly Window[],
  asked: string | undefined,
): readonly Segment[] {
  const first = ruleOn(definition, period.from, asked);
  if (!first.steps.some((step) => 'slice' in step)) {
    return [{ rule: first, windows: { ...period, number: new Int32Array(0) } }];
  }
  const segments: { rule: Rule; first: number; last: number }[] = [];
  windows.forEach(({ rule }, at) => {
    const segment = segments.at(-1);
    if (segment?.rule === rule) segment.last = at;
    else segments.push({ rule, first: at, last: at });
  });
  return segments.map(({ rule, first: from, last: to }) => {
    const start = windows[from]!.start;
    const number = new Int32Array(windows[to]!.end - start + 1);
    for (let at = from; at <= to; at++) number.fill(at, windows[at]!.start - start, windows[at]!.end - start + 1);
    return { rule, windows: { from: start, to: windows[to]!.end, number } };
  });
}

export function checkpointsOf(rule: Rule): readonly Checkpoint[] {
  return rule.steps.flatMap((step) => ('checkpoints' in step ? checkpointList(step.checkpoints) : []));
}
