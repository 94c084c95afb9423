import { employed, minimumPolicy, publishTogether, students, vipunen } from '@strapetsi/indicators';
import { printMachine, printTable } from './report.mjs';
import { isGuarded, protect } from '../../packages/indicators/dist/disclosure/protect.js';
import { randomCube, smallSystem, tablesOf } from './synthetic-tables.mjs';

/**
 * How long it takes to publish a release so that nothing withheld can be worked out, how that grows with the providers of a network, and how much is
 * withheld. Twenty indicators, half of them counts and half shares, each by provider and three dimensions, with all totals, published together.
 */
const INDICATORS = 20;
const [most = 90] = process.argv
  .slice(2)
  .filter((word) => !word.startsWith('--'))
  .map(Number);

printMachine();
for (const policy of [vipunen, minimumPolicy(5)]) {
  const rows = [];
  for (const providers of [10, 30, 90].filter((size) => size <= most)) {
    const items = Array.from({ length: INDICATORS }, (_, number) => {
      const definition = { ...(number % 2 === 0 ? students : employed) };
      return tablesOf(randomCube(providers, number + 1), definition, number % 2 === 1);
    });
    const start = process.cpuUsage();
    const tables = items.flatMap((ofIndicator) => publishTogether(ofIndicator, { policy }));
    const { user, system } = process.cpuUsage(start);
    const cells = tables.flatMap((table) => table.cells);
    const withheld = (reason) => cells.filter((cell) => cell.status === 'withheld' && cell.reason === reason).length;
    rows.push([
      String(providers),
      String(cells.length),
      String(withheld('primary')),
      String(withheld('complementary')),
      `${((user + system) / 1e6).toFixed(1)} s`,
      `${((user + system) / 1e3 / cells.length).toFixed(2)} ms`,
    ]);
  }
  printTable([policy.id, 'cells', 'withheld', 'for others’ sake', 'processor time', 'per cell'], rows);
}

/**
 * Of small tables the least that can be withheld is found by trying all sets of up to four cells. What a cell is worth is what `protect` goes by: a total
 * three times a part, a larger group a little more than a smaller.
 */
const TABLES = 100;
const LARGEST = 4;
const loss = { tables: 0, ours: 0, least: 0, ourCells: 0, leastCells: 0, asLittle: 0 };
for (let seed = 1; seed <= TABLES; seed++) {
  const system = smallSystem(3, 3, seed);
  const large = system.quantities.flatMap(({ guarded }, at) => (guarded === undefined ? [at] : []));
  const isFew = (at) => system.quantities[at].guarded !== undefined;
  const { isWithheld } = protect(system);
  // Elsewhere not everything can be guarded from those who take the reason at its word.
  if (!isGuarded(system, (at) => isFew(at) || isWithheld[at])) continue;
  const worthOf = (cells) => cells.reduce((sum, at) => sum + system.quantities[at].weight, 0);
  const ours = large.filter((at) => isWithheld[at]);
  const least = leastOf(system, large, isFew, worthOf) ?? ours;
  loss.tables++;
  loss.ours += worthOf(ours);
  loss.least += worthOf(least);
  loss.ourCells += ours.length;
  loss.leastCells += least.length;
  loss.asLittle += Number(worthOf(ours) <= worthOf(least) + 1e-9);
}
console.log(
  `${String(loss.tables)} tables of 3 × 3 cells with totals: besides the small ones ${String(loss.ourCells)} cells withheld, worth ${loss.ours.toFixed(0)}; ` +
    `at the least ${String(loss.leastCells)}, worth ${loss.least.toFixed(0)}: ${(loss.ours / loss.least).toFixed(2)} of the optimum; as little as can be in ${String(loss.asLittle)} tables`,
);

function leastOf(system, large, isFew, worthOf) {
  let least;
  for (let size = 0; size <= LARGEST; size++)
    for (const chosen of subsets(large, size)) {
      if (least !== undefined && worthOf(chosen) >= worthOf(least)) continue;
      if (isGuarded(system, (at) => isFew(at) || chosen.includes(at))) least = chosen;
    }
  return least;
}

function* subsets(values, size, from = 0) {
  if (size === 0) yield [];
  else
    for (let at = from; at <= values.length - size; at++)
      for (const rest of subsets(values, size - 1, at + 1)) yield [values[at], ...rest];
}
