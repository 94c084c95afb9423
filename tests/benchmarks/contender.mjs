import { dayFromIso } from '@strapetsi/indicators';
import { syntheticFacts } from './synthetic-facts.mjs';

/**
 * One contender in a process of its own, so that its memory is its own and nobody's garbage is collected in another's time. The parent
 * asks for a task and is told how long it took, and what came out where it asks for that.
 */
const [name, rights] = process.argv.slice(2);
const run = {
  asOf: dayFromIso('2026-11-23'),
  years: { fromYear: 2022, toYear: 2026 },
  cohorts: { fromYear: 2018, toYear: 2026 },
};
const KIB = 1024;
const peak = () => process.resourceUsage().maxRSS * KIB;

const { prepare } = await import(`./contenders/${name}.mjs`);
const facts = syntheticFacts(Number(rights));
const contender = await prepare(facts, run);
const count = (table) => facts.reduce((sum, batch) => sum + batch[table].count, 0);
process.send({ loaded: peak(), rights: count('rights'), periods: count('periods'), persons: count('persons') });

process.on('message', async ({ task, withResult }) => {
  if (task === 'end') {
    contender.close();
    process.disconnect();
    return;
  }
  const used = process.cpuUsage();
  const start = performance.now();
  const result = await contender[task]();
  const wall = performance.now() - start;
  const { user, system } = process.cpuUsage(used);
  process.send({
    wall,
    processor: (user + system) / 1000,
    peak: peak(),
    ...(withResult ? { result: figures(result) } : {}),
  });
});

/** Cells by key: contenders make them in the order they please. */
function figures({ cells, population, exclusions }) {
  return {
    cells: Object.fromEntries(cells.map(({ key, ...figure }) => [key.join(' '), figure])),
    population,
    exclusions: Array.isArray(exclusions)
      ? Object.fromEntries(exclusions.map(({ id, count }) => [id, count]))
      : exclusions,
  };
}
