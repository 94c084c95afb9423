import type { IndicatorTable } from '@strapetsi/indicators';
import { cellsOf, dimensionOf, tableOf } from '../../indicators/testing/small-tables.js';
import { writeRelease, type WrittenRelease } from '../src/release/write-release.js';
import { speak } from '../src/languages/languages.js';

const schools = dimensionOf('school', 'A', 'B');

/** Three tables that all say the number of their release in every cell. */
export function numberedTables(number: number): readonly IndicatorTable[] {
  return ['students', 'new-students', 'net-students'].map((id) => {
    const table = tableOf([schools], cellsOf(number, number));
    return { ...table, indicator: { ...table.indicator, id } };
  });
}

/** The number that all tables of a release say; nothing where they are not of one release. */
export function numberIn(tables: readonly IndicatorTable[]): number | undefined {
  const numbers = new Set(
    tables.flatMap(({ cells }) => cells.map((cell) => (cell.status === 'value' ? cell.value : -1))),
  );
  const [number] = numbers;
  return tables.length === 3 && numbers.size === 1 ? number : undefined;
}

export function writeNumbered(folder: string, number: number, keep: number): Promise<WrittenRelease> {
  return writeRelease(folder, numberedTables(number), { released: '2026-02-02', keep }, speak('en'));
}
