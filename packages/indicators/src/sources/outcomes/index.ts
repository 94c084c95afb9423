export { readOutcomes, type ReadOutcomesOptions } from './read-outcomes.js';
export type { OutcomeDefaults } from './columns.js';
