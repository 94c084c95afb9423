import { correctedPoints, type FundedSurvey } from '../feedback/points.js';
import { priorEducationGroups, type CoefficientId } from './coefficients.js';
import type { DetailId } from './detail-lines.js';
import type { FundedProvider, FundedYear, NationalFunding, StudentYearsRow } from './input.js';
import { fundingMeasures, type FundingMeasure } from './measures.js';
import { computed, missing, product, sum, type InputId, type Quantity } from './quantity.js';

/** What a provider's values are computed with. */
export interface ValueContext {
  readonly fundingYear: number;
  readonly national: NationalFunding;
  /** The value of a coefficient, or that it is missing. */
  readonly coefficient: (id: CoefficientId) => Quantity;
  /** Takes down a line of the result, and gives the quantity back. */
  readonly line: (id: DetailId, quantity: Quantity) => Quantity;
}

/**
 * A provider's value of each measure, with the lines it is made of: means of two years, and points of the last funding period.
 * Formulas: CSCfi/antero e14a7bf3, p_lataa_f_amos_opiskelijavuodet_painotetut_uusi (11860), p_lataa_f_amos_tutkinnot_ja_tutkinnonosat_painotetut_uusi,
 * v_amos_opiskelijavuodet_uusi_rahoitusperusteet and the like of the other measures.
 */
export function providerValues(provider: FundedProvider, context: ValueContext): ReadonlyMap<FundingMeasure, Quantity> {
  const given = provider.values ?? {};
  const rests = (['startingLevel', 'costGroup', 'qualifications'] as const).some((one) => given[one] === undefined);
  const accepted = rests ? acceptedStudentYears(provider, context) : { notFreeFactor: 1, studentYears: 0 };
  const compute: Readonly<Record<FundingMeasure, () => Quantity>> = {
    startingLevel: () => startingLevel(provider, accepted, context),
    costGroup: () => costGroup(provider, accepted, context),
    qualifications: () => qualifications(provider, accepted, context),
    placed: () => meanOfYears(provider, (year) => year.placed ?? lacking('placed', provider, year)),
    workplaceSurvey: () => surveyPoints(provider, 'workplace', context),
    workplaceInstructorSurvey: () => surveyPoints(provider, 'workplaceInstructor', context),
    startSurvey: () => surveyPoints(provider, 'start', context),
    endSurvey: () =>
      sum([surveyPoints(provider, 'completion', context), surveyPoints(provider, 'completionOfUnits', context)]),
  };
  return new Map(fundingMeasures.map((measure) => [measure, given[measure] ?? compute[measure]()]));
}

function lacking(id: InputId, { id: provider }: FundedProvider, year?: FundedYear): Quantity {
  return missing({ kind: 'input', id, provider, ...(year === undefined ? {} : { year: year.year }) });
}

function meanOfYears(provider: FundedProvider, ofYear: (year: FundedYear) => Quantity): Quantity {
  if (provider.years === undefined) return lacking('years', provider);
  return product(0.5, sum(provider.years.map(ofYear)));
}

/** The mean of two years' student years, each row times what it is worth. */
function studentYears(provider: FundedProvider, worth: (row: StudentYearsRow, year: FundedYear) => Quantity): Quantity {
  return meanOfYears(provider, (year) => {
    if (year.studentYears === undefined) return lacking('studentYears', provider, year);
    return sum(year.studentYears.map((row) => product(row.studentYears, worth(row, year))));
  });
}

interface Accepted {
  /** What student years that are not free of charge are cut by. */
  readonly notFreeFactor: Quantity;
  readonly studentYears: Quantity;
}

/** The maximum over the accrual where it is exceeded, else 1. */
function cut(accrual: Quantity, maximum: Quantity | undefined): Quantity {
  if (maximum === undefined) return 1;
  return computed([accrual, maximum], (has = 0, most = 0) => (has > most ? most / has : 1));
}

function acceptedStudentYears(provider: FundedProvider, { line }: ValueContext): Accepted {
  const free = line(
    'studentYears.free',
    studentYears(provider, (row) => (row.free ? 1 : 0)),
  );
  const notFree = line(
    'studentYears.notFree',
    studentYears(provider, (row) => (row.free ? 0 : 1)),
  );
  const notFreeFactor = line('studentYears.notFreeFactor', cut(notFree, provider.licence?.notFree));
  const accepted = line('studentYears.accepted', sum([free, product(notFree, notFreeFactor)]));
  return { notFreeFactor, studentYears: accepted };
}

function startingLevel(
  provider: FundedProvider,
  accepted: Accepted,
  { line, national, coefficient }: ValueContext,
): Quantity {
  const ofAverage = (row: StudentYearsRow, year: FundedYear): Quantity => {
    if (row.basicEducationAverage === undefined) return lacking('basicEducationAverage', provider, year);
    return coefficient(`startingLevel.average${row.basicEducationAverage}`);
  };
  const ofPriorEducation = (year: FundedYear): Quantity => {
    const own =
      year.notFreeStartingLevel ?? national.years?.find((one) => one.year === year.year)?.notFreeStartingLevel;
    if (typeof own === 'number') return own;
    const years = (group: (typeof priorEducationGroups)[number]): number => own?.[group] ?? 0;
    const all = priorEducationGroups.reduce((total, group) => total + years(group), 0);
    if (all === 0) return lacking('notFreeStartingLevel', provider, year);
    const weighted = priorEducationGroups.map((group) =>
      product(years(group), coefficient(`startingLevel.prior${group}`)),
    );
    return computed([sum(weighted)], (total = 0) => total / all);
  };
  const free = line(
    'startingLevel.free',
    studentYears(provider, (row, year) => (row.free ? ofAverage(row, year) : 0)),
  );
  const notFree = line(
    'startingLevel.notFree',
    studentYears(provider, (row, year) => (row.free ? 0 : product(ofPriorEducation(year), accepted.notFreeFactor))),
  );
  return sum([free, notFree]);
}

function costGroup(provider: FundedProvider, accepted: Accepted, { line, coefficient }: ValueContext): Quantity {
  const within = (row: StudentYearsRow): Quantity => (row.free ? 1 : accepted.notFreeFactor);
  const group = (row: StudentYearsRow, year: FundedYear): Quantity =>
    row.costGroup === undefined ? lacking('costGroup', provider, year) : coefficient(`costGroup.${row.costGroup}`);
  const base = (row: StudentYearsRow, year: FundedYear): Quantity => {
    switch (row.education) {
      case 'initial':
        return product(coefficient('qualificationType.initial'), group(row, year));
      case 'further':
      case 'specialist': {
        const type = row.labourMarket === true ? 'initial' : 'furtherOrSpecialist';
        return product(coefficient(`qualificationType.${type}`), group(row, year));
      }
      case 'preparatory':
      case 'telma':
        return coefficient('costGroup.preparatory');
      case 'other':
        return coefficient(row.labourMarket === true ? 'costGroup.otherLabourMarket' : 'costGroup.other');
    }
  };
  const supported = line(
    'demandingSupport.studentYears',
    studentYears(provider, (row) => (row.demandingSupport === true ? 1 : 0)),
  );
  const supportFactor = line('demandingSupport.factor', cut(supported, provider.licence?.demandingSupport));
  const support = (row: StudentYearsRow): Quantity => {
    if (row.demandingSupport !== true) return 0;
    const kind = row.education === 'preparatory' || row.education === 'telma' ? row.education : 'qualification';
    return product(coefficient(`demandingSupport.${kind}`), supportFactor);
  };
  const accommodation = (row: StudentYearsRow): Quantity => {
    if (row.accommodation === undefined) return 0;
    return coefficient(`accommodation.${row.accommodation === 'unlicensedBoarding' ? 'ordinary' : row.accommodation}`);
  };
  return sum([
    line(
      'costGroup.base',
      studentYears(provider, (row, year) => product(within(row), base(row, year))),
    ),
    line(
      'costGroup.demandingSupport',
      studentYears(provider, (row) => product(within(row), support(row))),
    ),
    line(
      'costGroup.accommodation',
      studentYears(provider, (row) => product(within(row), accommodation(row))),
    ),
  ]);
}

function qualifications(
  provider: FundedProvider,
  accepted: Accepted,
  { line, national, coefficient }: ValueContext,
): Quantity {
  const withoutPrior = (year: FundedYear): Quantity =>
    year.withoutPriorQualification ??
    national.years?.find((one) => one.year === year.year)?.withoutPriorQualification ??
    lacking('withoutPriorQualification', provider, year);
  const points = line(
    'qualifications.points',
    meanOfYears(provider, (year) =>
      product(
        coefficient('qualification.points'),
        year.wholeQualifications ?? lacking('wholeQualifications', provider, year),
        withoutPrior(year),
      ),
    ),
  );
  const competencePoints = line(
    'competencePoints.mean',
    meanOfYears(provider, (year) => year.competencePoints ?? lacking('competencePoints', provider, year)),
  );
  const maximum = line(
    'competencePoints.maximum',
    product(coefficient('competencePoints.perStudentYear'), accepted.studentYears),
  );
  const factor = line('competencePoints.factor', cut(competencePoints, maximum));
  return sum([points, line('competencePoints.accepted', product(competencePoints, factor))]);
}

/** Of the funding period that ended in June of the year before the funding year. */
function surveyPoints(provider: FundedProvider, survey: FundedSurvey, { fundingYear }: ValueContext): Quantity {
  const points = provider.feedback?.[survey];
  if (points === undefined) return lacking(`feedback.${survey}`, provider);
  // Where nobody was asked there is nothing to correct.
  return correctedPoints(survey, `${String(fundingYear - 2)}-${String(fundingYear - 1)}`, points) ?? points.points;
}
