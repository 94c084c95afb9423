import fc from 'fast-check';
import type { DimensionId } from '../src/definitions/definition.js';
import { employed } from '../src/definitions/outcomes.js';
import { students } from '../src/definitions/students.js';
import { CannotProtectError } from '../src/publication/errors.js';
import type { IndicatorTable } from '../src/publication/indicator-table.js';
import { minimumPolicy, ownPolicy, vipunen, type Policy } from '../src/publication/policy.js';
import type { ToPublish } from '../src/publication/prepared-table.js';
import { publishTogether, type Released } from '../src/publication/publish.js';
import { aggregateOf } from './tables.js';

/** Some persons who have everything in common, and how many of them a numerator counts. */
interface Atom {
  readonly members: Readonly<Partial<Record<DimensionId, string>>>;
  readonly n: number;
  readonly x: number;
}

/** What one table is cut by, and of whom it is. */
interface Cut {
  readonly by: readonly DimensionId[];
  readonly hasTotals: boolean;
  readonly only?: Readonly<Partial<Record<DimensionId, readonly string[]>>>;
}

/** Releases one after the other, of the same persons on the same day. */
export interface RandomReleases {
  readonly policy: Policy;
  readonly isShare: boolean;
  readonly atoms: readonly Atom[];
  readonly releases: readonly (readonly Cut[])[];
}

const policies = [
  minimumPolicy(3),
  minimumPolicy(5),
  vipunen,
  ownPolicy({ minimum: 5, roundTo: 5 }),
  ownPolicy({ minimum: 4, protects: ['n'] }),
];
const cuts: readonly Cut[] = [
  { by: ['school'], hasTotals: true },
  { by: ['school', 'gender'], hasTotals: true },
  { by: ['provider', 'school'], hasTotals: true },
  { by: ['provider', 'ageGroup'], hasTotals: true },
  { by: ['gender'], hasTotals: false },
  { by: ['ageGroup', 'gender'], hasTotals: true },
  { by: ['school'], hasTotals: false, only: { gender: ['female'] } },
  { by: ['ageGroup'], hasTotals: true, only: { ageGroup: ['15-19', '20-24'] } },
  { by: [], hasTotals: false },
  { by: [], hasTotals: false, only: { ageGroup: ['15-19', '20-24'] } },
  { by: [], hasTotals: false, only: { ageGroup: ['20-24', '25-29'] } },
  { by: [], hasTotals: false, only: { gender: ['female'], ageGroup: ['15-19'] } },
];

const count = fc.oneof(
  { weight: 2, arbitrary: fc.constant(0) },
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 6 }) },
  { weight: 3, arbitrary: fc.integer({ min: 5, max: 40 }) },
);

const schools = [
  { provider: 'P', school: 'PA' },
  { provider: 'P', school: 'PB' },
  { provider: 'Q', school: 'QC' },
] as const;
const groups = schools.flatMap((place) =>
  ['female', 'male'].flatMap((gender) =>
    ['15-19', '20-24', '25-29'].map((ageGroup) => ({ ...place, gender, ageGroup })),
  ),
);

export const randomReleases: fc.Arbitrary<RandomReleases> = fc.record({
  policy: fc.constantFrom(...policies),
  isShare: fc.boolean(),
  atoms: fc.tuple(
    ...groups.map((members) =>
      fc
        .tuple(count, fc.double({ min: 0, max: 1, noNaN: true }))
        .map(([n, share]) => ({ members, n, x: Math.round(n * share) })),
    ),
  ),
  releases: fc.array(fc.subarray([...cuts], { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
});

/** What each release lets be seen, one after the other; `refused`: that one of them was. */
export function publishOneByOne({ policy, isShare, atoms, releases }: RandomReleases): {
  readonly tables: readonly IndicatorTable[];
  readonly refused: boolean;
} {
  const released: Released[] = [];
  for (const release of releases) {
    const items = release.map((cut) => toPublish(cut, atoms, isShare));
    try {
      const tables = publishTogether(items, { policy, released });
      tables.forEach((table, at) => {
        const item = items[at];
        if (item !== undefined) released.push({ ...item, policy, table });
      });
    } catch (error) {
      if (!(error instanceof CannotProtectError)) throw error;
      return { tables: released.map(({ table }) => table), refused: true };
    }
  }
  return { tables: released.map(({ table }) => table), refused: false };
}

function toPublish({ by, hasTotals, only = {} }: Cut, atoms: readonly Atom[], isShare: boolean): ToPublish {
  const definition = isShare ? employed : students;
  const leaves: Record<string, [number, ...number[]]> = {};
  for (const { members, n, x } of atoms) {
    const isIn = Object.entries(only).every(([id, ids]) => ids?.includes(members[id as DimensionId] ?? '') === true);
    if (!isIn) continue;
    const key = by.map((id) => members[id]).join(' ');
    const known = leaves[key] ?? (isShare ? [0, 0, 0] : [0, 0]);
    leaves[key] = [known[0] + n, ...(isShare ? [(known[1] ?? 0) + n, (known[2] ?? 0) + x] : [(known[1] ?? 0) + n])];
  }
  const providers = ['P', 'Q'].map((id) => ({ id, label: {} }));
  const over = {
    providers,
    only: isShare ? { ...only, yearsAfter: ['1'] } : only,
    ...(hasTotals ? { totals: by } : {}),
  };
  return { definition, aggregate: aggregateOf(by, leaves, over, definition) };
}
