import type { Coefficient, CoefficientId, FundingCoefficients } from './coefficients.js';

const from = (path: string): string => `CSCfi/antero e14a7bf3 (MIT, © 2017 CSC), ${path}`;

const weightsAndLimits = from('db/sql/11690, v_amos_koonti_rahoitusperusteet');
const averages = from('d_opintojen_kulku_keskiarvot.opv_kerroin (11018, 11100)');
const priorEducation = from('db/sql/11431, v_TK_K1_16_lahtotaso');
const qualifications = from('p_lataa_f_amos_tutkinnot_ja_tutkinnonosat_painotetut_uusi (72.0, 120.0)');

function values(source: string, ...pairs: readonly (readonly [CoefficientId, number])[]) {
  return pairs.map(([id, value]): readonly [CoefficientId, Coefficient] => [id, { value, source }]);
}

/** The same in each year of the transition. */
const everyYear = [
  ...values(
    weightsAndLimits,
    ['weight.startingLevel', 0.1],
    ['weight.costGroup', 0.4],
    ['weight.qualifications', 0.3],
    ['weight.placed', 0.18],
    ['weight.workplaceSurvey', 0.0025],
    ['weight.workplaceInstructorSurvey', 0.0075],
    ['weight.startSurvey', 0.0025],
    ['weight.endSurvey', 0.0075],
    ['limit.maximum', 1.1],
  ),
  ...values(
    averages,
    ['startingLevel.average4', 3.03],
    ['startingLevel.average5', 3.03],
    ['startingLevel.average6', 1.26],
    ['startingLevel.average7', 0.71],
    ['startingLevel.average8', 0.56],
    ['startingLevel.average9', 0.52],
    ['startingLevel.averageUnknown', 2],
  ),
  ...values(
    priorEducation,
    ['startingLevel.prior1', 0.25],
    ['startingLevel.prior2', 0.5],
    ['startingLevel.prior3', 1.5],
    ['startingLevel.prior4', 2],
    ['startingLevel.prior5', 3],
  ),
  ...values(qualifications, ['qualification.points', 72], ['competencePoints.perStudentYear', 120]),
];

const minimumByYear: ReadonlyMap<number, number> = new Map([
  [2026, 0.95],
  [2027, 0.93],
  [2028, 0.9],
]);

/**
 * What is public and undisputed of a funding year, each value with its source: weights, limits of change, starting levels and points of
 * qualifications of 2026–2028. The coefficients of cost groups, types of qualification and additions of these years are in no public
 * file, and those of 2020–2023 differ between sources: the user supplies them. `undefined` for other years.
 */
export function shippedFundingCoefficients(fundingYear: number): FundingCoefficients | undefined {
  const minimum = minimumByYear.get(fundingYear);
  if (minimum === undefined) return undefined;
  const year = String(fundingYear);
  return {
    type: 'strapetsi.funding-coefficients',
    schemaVersion: 1,
    version: `strapetsi-${year}-1`,
    inForce: { from: `${year}-01-01`, to: `${year}-12-31` },
    values: Object.fromEntries([...everyYear, ...values(weightsAndLimits, ['limit.minimum', minimum])]),
  };
}
