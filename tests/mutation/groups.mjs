/**
 * What is mutated together, and the folders whose tests must catch it: those beside the sources and quick, so that a mutant is caught
 * where it lives. `testFiles` names those of the tests' folders that are asked, where not all are.
 * @type {Record<string, { mutated: string[], only?: string, except?: string[], tests: string[], testFiles?: string[] }>}
 */
export const groups = {
  definitions: { mutated: ['indicators/src/definitions'], tests: ['indicators/src/definitions'] },
  engine: {
    mutated: ['indicators/src/engine'],
    except: ['calendar-table.ts'],
    tests: ['indicators/src/engine'],
  },
  /** By itself: its table is made when a test file is read, which takes long where it is instrumented. */
  calendar: {
    mutated: ['indicators/src/engine'],
    only: 'calendar-table.ts',
    tests: ['indicators/src/engine'],
    testFiles: ['calendar-table.test.ts', 'expression.test.ts'],
  },
  results: groupOf('aggregate', 'days', 'shape', 'feedback', 'funding', 'statistics'),
  /** Together: what is published is what disclosure control leaves. */
  protection: groupOf('publication', 'disclosure', 'ledger'),
  release: groupOf('release', 'release/context'),
  audit: groupOf('audit'),
  texts: { mutated: ['text/src'], tests: ['text/src'] },
};

/** @param {...string} names folders of the indicators */
function groupOf(...names) {
  const folders = names.map((name) => `indicators/src/${name}`);
  return { mutated: folders, tests: folders };
}

/**
 * Tests that cannot be asked: the first reads the sources as text, which a mutated source is not any more; the others need vitest to
 * load modules anew or to compare with a file, or want more random cases than there is time for.
 */
export const leftOut = [
  'catalogue.test.ts',
  'table-schema.test.ts',
  'aggregate-schema.test.ts',
  'random-releases.test.ts',
];

export const groupName = process.env.MUTATION_GROUP ?? 'definitions';
const asked = groups[groupName];
if (asked === undefined) throw new Error(`There is no group ${groupName}: ${Object.keys(groups).join(', ')}.`);
export const group = asked;

/** One of so many mutants is tried: a sample where there is no time for all. */
export const every = Number(process.env.MUTATION_EVERY ?? 1);
