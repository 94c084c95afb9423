import { isoFromDay } from '@strapetsi/indicators';

/** What is asked, as `calculate` and `toSql` take it. */
export function requestsOf({ asOf, years, cohorts }) {
  const whole = ({ fromYear, toYear }) => ({
    period: { from: `${String(fromYear)}-01-01`, to: `${String(toYear)}-12-31` },
    asOf: isoFromDay(asOf),
  });
  return {
    studentYears: { by: ['year', 'school'], ...whole(years) },
    completion: { by: ['cohort', 'checkpoint', 'started'], ...whole(cohorts) },
  };
}
