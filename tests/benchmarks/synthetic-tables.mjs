import { hashOf } from '@strapetsi/indicators';

const dimensions = {
  gender: ['female', 'male'],
  ageGroup: ['15-19', '20-24', '25-29', '30-39', '40-'],
  qualificationType: ['1', '2', '3'],
};

/** Seeded numbers from 0 to 1. */
function random(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Persons of a network by provider, gender, age and type of qualification; providers from 20 to 1,100 persons, most of them young. */
export function randomCube(providers, seed) {
  const next = random(seed);
  return Array.from({ length: providers }, (_, number) => {
    const size = Math.exp(3 + 4 * next());
    return dimensions.gender.flatMap((gender) =>
      dimensions.ageGroup.flatMap((ageGroup) =>
        dimensions.qualificationType.map((qualificationType) => {
          const weight = (ageGroup === '15-19' ? 5 : 1) * (qualificationType === '1' ? 6 : 1) * next();
          const n = Math.floor((size * weight) / 30);
          return { provider: `P${String(number)}`, gender, ageGroup, qualificationType, n, x: Math.floor(n * next()) };
        }),
      ),
    );
  }).flat();
}

/** What there is to publish of a cube: three tables by provider and one dimension, with totals. */
export function tablesOf(cube, definition, isShare) {
  const providers = [...new Set(cube.map(({ provider }) => provider))].map((id) => ({ id, label: {} }));
  return Object.entries(dimensions).map(([dimension, members]) => {
    const cells = new Map();
    for (const { n, x, ...atom } of cube) {
      for (const provider of [atom.provider, '*']) {
        for (const member of [atom[dimension], '*']) {
          const key = [provider, member];
          const known = cells.get(key.join(' ')) ?? { key, n: 0, amounts: isShare ? [0, 0] : [0] };
          cells.set(key.join(' '), known);
          known.n += n;
          known.amounts[0] += n;
          if (isShare) known.amounts[1] += x;
        }
      }
    }
    const by = ['provider', dimension];
    const aggregate = {
      type: 'strapetsi.aggregate',
      schemaVersion: 1,
      indicator: { id: definition.id, version: definition.version, hash: hashOf(definition) },
      period: { from: '2024-01-01', to: '2024-12-31' },
      asOf: '2025-01-31',
      only: isShare ? { yearsAfter: ['1'] } : {},
      by,
      totals: by,
      members: { provider: providers, [dimension]: members.map((id) => ({ id, label: {} })) },
      providers,
      cells: [...cells.values()],
      population: 0,
      exclusions: [],
      findings: [],
      records: { read: 0, facts: 0, refused: 0 },
    };
    return { aggregate, definition };
  });
}

/** Systems of a small table of one count: so many rows and columns with all totals, seeded. */
export function smallSystem(rows, columns, seed) {
  const next = random(seed);
  const n = Array.from({ length: rows }, () =>
    Array.from({ length: columns }, () => Math.floor(1 + 3 ** (3.2 * next()))),
  );
  const sum = (values) => values.reduce((all, one) => all + one, 0);
  const table = [...n.map((row) => [...row, sum(row)])];
  table.push(Array.from({ length: columns + 1 }, (_, at) => sum(table.map((row) => row[at]))));
  const width = columns + 1;
  const quantities = table.flatMap((row, r) =>
    row.map((value, c) => {
      const level = Number(r === rows) + Number(c === columns);
      const base = { name: `${String(r)} ${String(c)}`, value, isWhole: true, takesAlong: [] };
      if (value < 5)
        return {
          ...base,
          weight: 0.3,
          known: { from: 1, to: 4 },
          knownWithheld: { from: 0, to: Infinity },
          guarded: { reach: { from: 1, to: 4 } },
        };
      const weight = 3 ** level * (1 + 0.1 * Math.log2(1 + value));
      return { ...base, weight, known: { from: value, to: value }, knownWithheld: { from: 5, to: Infinity } };
    }),
  );
  const at = (r, c) => r * width + c;
  const line = (whole, parts) => ({ terms: [[whole, 1], ...parts.map((part) => [part, -1])], acrossGroups: true });
  const across = table.map((_, r) =>
    line(
      at(r, columns),
      n[0].map((__, c) => at(r, c)),
    ),
  );
  const down = table[0].map((_, c) =>
    line(
      at(rows, c),
      n.map((__, r) => at(r, c)),
    ),
  );
  return { quantities, equations: [...across, ...down] };
}
