import type { Exclusion, Rule } from './definition.js';

/** Everything that rules leave out, by id, in the order of their steps. */
export function exclusionsOf(rules: readonly Rule[]): ReadonlyMap<string, Exclusion['label']> {
  const steps = rules.flatMap((rule) => rule.steps);
  return new Map(
    steps.flatMap((step) => {
      if ('exclude' in step) return [[step.exclude.id, step.exclude.label] as const];
      return 'firstOf' in step ? [[step.otherwise.id, step.otherwise.label] as const] : [];
    }),
  );
}
