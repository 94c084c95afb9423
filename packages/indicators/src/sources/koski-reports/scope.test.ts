import { describe, expect, test } from 'vitest';
import { reportAsExcelCsv, reportAsXlsx } from '../../../testing/koski-report-files.js';
import { dayFromIso } from '../../days/calendar.js';
import { readReportScope, reportScopeFromName } from './scope.js';

const SCHOOL = '1.2.246.562.10.52251087186';
const year = { from: dayFromIso('2025-01-01'), to: dayFromIso('2025-12-31') };

describe('the period and school of a report', () => {
  test.each([
    [`opiskelijavuositiedot_${SCHOOL}_20250101-20251231.xlsx`, { window: year, school: SCHOOL }],
    [`uppgifter om studerandeår_${SCHOOL}_20250101-20251231.csv`, { window: year, school: SCHOOL }],
    [
      `/home/a/Ammatillinen_tutkinnon_osa_ja_osia_${SCHOOL}_20250101-20251231 (1).xlsx`,
      { window: year, school: SCHOOL },
    ],
    ['opiskelijavuodet 2025.xlsx', {}],
    ['raportti_20251231-20250101.xlsx', {}],
    ['raportti_20250230-20251231.xlsx', {}],
  ])('of the name %s', (name, scope) => {
    expect(reportScopeFromName(name)).toEqual(scope);
  });

  test('of the sheet of instructions, in Finnish and in Swedish', async () => {
    const table = { head: ['Opiskeluoikeuden oid'], rows: [['1.2.246.562.15.1']] };
    for (const [school, period] of [
      ['Oppilaitoksen oid-tunniste', 'Aikajakso'],
      ['Läroanstaltens oid-beteckning', 'Tidsperiod'],
    ]) {
      const text = `Otsikko\n${school}: ${SCHOOL}\n${period}: 1.1.2025 - 31.12.2025\nRaportti luotu: 5.2.2026 10:00 (4.2.2026 23:10 tietojen pohjalta)\n\nOhjeita`;
      expect(await readReportScope(await reportAsXlsx(table, text))).toEqual({ window: year, school: SCHOOL });
    }
  });

  test('is not known of a workbook without that sheet, or of a CSV', async () => {
    const table = { head: ['Opiskeluoikeuden oid'], rows: [['1.2.246.562.15.1']] };
    expect(await readReportScope(await reportAsXlsx(table))).toEqual({});
    expect(await readReportScope(reportAsExcelCsv(table))).toEqual({});
  });
});
