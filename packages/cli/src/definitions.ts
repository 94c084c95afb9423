import { completionByCohort, studentYears } from '@strapetsi/indicators';
import type { Definition } from '@strapetsi/indicators';

/** The indicators that the command line can calculate and publish. */
export const definitions: readonly Definition[] = [studentYears, completionByCohort];

export function definitionOf(id: string): Definition | undefined {
  return definitions.find((definition) => definition.id === id);
}
