import { expect, it } from 'vitest';
import { catalogue } from './catalogue.js';
import type { Definition, Figure, Measure } from './definition.js';
import { exclusionsOf } from './exclusions.js';

/**
 * Names that users hold on to, in tables they have stored and programs they have written: ids of figures with their units, of rules, of
 * what is left out, of categories and of cuts. One that changes here is a change for users, and needs a changeset.
 */
const right =
  'provider school location qualification qualificationType field gender ageGroup language motherTongue method organising';
const time = 'year halfYear month';
const vocational = `${right} education ${time} funding`;
const started = `${right} cohort`;
const outcome =
  'provider school qualification qualificationType field gender ageGroup motherTongue yearsAfter year halfYear';
const response = `survey provider school qualification qualificationType field education gender ageGroup motherTongue ${time}`;

interface Names {
  readonly direction: Definition['direction'];
  /** Ids, with the measure of all of them. */
  readonly rules: readonly [Measure['kind'], ...string[]];
  /** Id, unit, kind and decimals of each. */
  readonly figures: readonly string[];
  readonly leftOut: string;
  readonly cuts: string;
  readonly categories?: readonly number[];
}

const higher = 'higherIsBetter';
const lower = 'lowerIsBetter';
const discontinued = ['discontinued share share 1', 'left share share 1', 'wentOn share share 1'];
const situations = [...discontinued, 'situations share distribution 1'];
const whereDiscontinued = 'invalidated nested preparingForTests presentInTuva otherRight';
const ways = ['any share share 1', 'apprenticeship share share 1', 'ways share distribution 1'];

function recognised(cuts: string): Names {
  return {
    direction: 'neither',
    rules: ['share', 'assessment'],
    figures: ['share share quotient 1'],
    leftOut: 'invalidated nested',
    cuts: `${vocational} ${cuts}`,
  };
}

function sharedDays(direction: Names['direction']): Names {
  return {
    direction,
    rules: ['share', 'shared-days'],
    figures: ['share share quotient 1'],
    leftOut: 'invalidated nested',
    cuts: vocational,
  };
}

function mainActivity(direction: Names['direction']): Names {
  return {
    direction,
    rules: ['share', 'main-activity'],
    figures: ['share share partOfWhole 1'],
    leftOut: 'notYetKnown',
    cuts: outcome,
  };
}

const names: Readonly<Record<string, Names>> = {
  'student-years': {
    direction: 'neither',
    rules: ['personDays', 'until-2025', 'from-2026'],
    figures: ['years studentYears amount 1', 'days days amount 0'],
    leftOut: 'nested noJulyRule',
    cuts: vocational,
  },
  students: {
    direction: 'neither',
    rules: ['count', 'month'],
    figures: ['students students persons 0'],
    leftOut: 'invalidated nested presentInTuva',
    cuts: vocational,
  },
  'students-on-20-september': {
    direction: 'neither',
    rules: ['count', 'statistical-day'],
    figures: ['students students persons 0'],
    leftOut: 'invalidated nested presentInTuva',
    cuts: vocational,
  },
  'net-students': {
    direction: 'neither',
    rules: ['sum', 'calendar-days'],
    figures: ['netStudents students amount 1', 'days days amount 0'],
    leftOut: 'invalidated nested presentInTuva',
    cuts: vocational,
  },
  'new-students': {
    direction: 'neither',
    rules: ['count', 'first-presence'],
    figures: ['newStudents students persons 0'],
    leftOut: 'invalidated nested straightToDemonstrations earlierRight presentInTuva',
    cuts: vocational,
  },
  qualifications: {
    direction: higher,
    rules: ['count', 'confirmation'],
    figures: ['qualifications qualifications count 0', 'persons graduates persons 0'],
    leftOut: 'invalidated nested',
    cuts: vocational,
  },
  'partial-qualifications': {
    direction: higher,
    rules: ['count', 'confirmation'],
    figures: ['performances studyRights count 0', 'persons graduates persons 0'],
    leftOut: 'invalidated nested',
    cuts: vocational,
  },
  'competence-points': {
    direction: higher,
    rules: ['sum', 'assessment'],
    figures: ['points competencePoints amount 1'],
    leftOut: 'invalidated nested',
    cuts: `${vocational} unitType recognition raised`,
  },
  'assessed-units': {
    direction: higher,
    rules: ['count', 'assessment'],
    figures: ['units units count 0'],
    leftOut: 'invalidated nested',
    cuts: `${vocational} unitType recognition raised`,
  },
  'completion-by-cohort': {
    direction: higher,
    rules: ['distribution', 'toinen-aste'],
    figures: ['completed share share 1', 'states share distribution 1'],
    leftOut: 'nested presentInTuva otherStart',
    cuts: `${right} cohort checkpoint started`,
    categories: [1, 2, 3, 4, 5, 6, 7, 8, 98],
  },
  'up-to-date-completion': {
    direction: higher,
    rules: ['timeToEvent', 'by-person'],
    figures: [
      'within36 share incidence 1',
      'within48 share incidence 1',
      'leftWithin36 share incidence 1',
      'leftWithin48 share incidence 1',
    ],
    leftOut: 'nested presentInTuva otherStart',
    cuts: started,
  },
  'time-to-qualification': {
    direction: lower,
    rules: ['timeToEvent', 'by-right'],
    figures: [
      'median months timeQuantile 0',
      'firstQuarter months timeQuantile 0',
      'thirdQuarter months timeQuantile 0',
    ],
    leftOut: 'nested invalidated',
    cuts: started,
  },
  'course-of-studies': {
    direction: higher,
    rules: ['distribution', 'ammatillinen'],
    figures: ['completed share share 1', 'discontinued share share 1', 'states share distribution 1'],
    leftOut: 'invalidated nested presentInTuva otherStart',
    cuts: `${right} education cohort checkpoint`,
    categories: [10, 20, 30, 40, 41, 42, 43, 50, 70, 80],
  },
  'outcome-of-started-studies': {
    direction: higher,
    rules: ['distribution', 'own-right'],
    figures: [
      'graduated share share 1',
      'underWay share share 1',
      'left share share 1',
      'outcomes share distribution 1',
    ],
    leftOut: 'invalidated nested presentInTuva otherStart',
    cuts: `${right} education cohort checkpoint`,
    categories: [1, 2, 3],
  },
  discontinuation: {
    direction: lower,
    rules: ['distribution', 'three-months'],
    figures: situations,
    leftOut: whereDiscontinued,
    cuts: vocational,
    categories: [0, 1, 5, 7, 9],
  },
  'discontinuation-by-field': {
    direction: lower,
    rules: ['distribution', 'three-months'],
    figures: situations,
    leftOut: whereDiscontinued,
    cuts: vocational,
    categories: [0, 1, 2, 3, 4, 5, 7, 9],
  },
  'discontinuation-by-september': {
    direction: lower,
    rules: ['distribution', 'statistics-finland'],
    figures: [
      'discontinuedVocational share share 1',
      'discontinuedAll share share 1',
      'completed share share 1',
      'situations share distribution 1',
    ],
    leftOut: 'invalidated nested otherRight',
    cuts: vocational,
    categories: [1, 2, 3, 4, 5],
  },
  'plan-timeliness': {
    direction: higher,
    rules: ['distribution', 'from-start'],
    figures: ['inTime share share 1', 'withPlan share share 1', 'timeliness share distribution 1'],
    leftOut: 'invalidated nested tooEarlyToSay approvalUnknown',
    cuts: `${vocational} cohort`,
    categories: [1, 2, 3],
  },
  'plan-updates': {
    direction: higher,
    rules: ['distribution', 'on-the-last-day'],
    figures: ['upToDate share share 1', 'withPlan share share 1', 'states share distribution 1'],
    leftOut: 'invalidated nested approvalUnknown',
    cuts: `${right} education funding`,
    categories: [1, 2, 3],
  },
  'recognised-units': recognised('unitType raised'),
  'recognised-areas': recognised('raised'),
  'recognised-points': recognised('unitType raised'),
  'funded-recognised-points': recognised('unitType raised'),
  'workplace-learning': sharedDays(higher),
  'apprenticeship-learning': sharedDays('neither'),
  'training-agreement-learning': sharedDays('neither'),
  'workplace-days': {
    direction: 'neither',
    rules: ['personDays', 'shared-days'],
    figures: ['days days amount 0', 'students students persons 0'],
    leftOut: 'invalidated nested',
    cuts: `${right} education ${time} workplaceKind area`,
  },
  'workplace-learners': {
    direction: higher,
    rules: ['distribution', 'any-day'],
    figures: ways,
    leftOut: 'invalidated nested',
    cuts: `${vocational} cohort`,
    categories: [1, 2, 3],
  },
  'graduates-with-workplace-learning': {
    direction: higher,
    rules: ['distribution', 'any-day-before'],
    figures: ways,
    leftOut: 'invalidated nested',
    cuts: `${vocational} cohort`,
    categories: [1, 2, 3],
  },
  'part-time': {
    direction: 'neither',
    rules: ['share', 'days'],
    figures: ['share share quotient 1'],
    leftOut: 'invalidated nested',
    cuts: vocational,
  },
  'special-support': {
    direction: 'neither',
    rules: ['distribution', 'additional-information'],
    figures: ['special share share 1'],
    leftOut: 'invalidated nested startedFrom2026',
    cuts: vocational,
    categories: [1, 0],
  },
  employers: {
    direction: higher,
    rules: ['distinct', 'business-ids'],
    figures: ['employers employers distinct 0'],
    leftOut: 'invalidated nested',
    cuts: `${right} education ${time} workplaceKind area`,
  },
  'workplace-agreements': {
    direction: higher,
    rules: ['count', 'begun'],
    figures: ['periods agreements count 0', 'students students persons 0'],
    leftOut: 'invalidated nested',
    cuts: `${vocational} workplaceKind area`,
  },
  employed: mainActivity(higher),
  'further-study': mainActivity(higher),
  'further-study-with-work': mainActivity(higher),
  'in-work-or-study': mainActivity(higher),
  unemployed: mainActivity(lower),
  emigrated: mainActivity('neither'),
  'feedback-response-rate': {
    direction: higher,
    rules: ['share', 'persons'],
    figures: ['rate share partOfWhole 1', 'asked respondents persons 0'],
    leftOut: '',
    cuts: response,
  },
  'feedback-response-days': {
    direction: higher,
    rules: ['share', 'days'],
    figures: ['rate share quotient 1', 'days days amount 0', 'asked respondents persons 0'],
    leftOut: '',
    cuts: response,
  },
  'feedback-mean': {
    direction: higher,
    rules: ['mean', 'answers'],
    figures: [
      'mean mean mean 2',
      'sampleDeviation mean standardDeviation 2',
      'populationDeviation mean standardDeviation 2',
      'respondents respondents persons 0',
    ],
    leftOut: '',
    cuts: `question ${response}`,
  },
  'feedback-distribution': {
    direction: 'neither',
    rules: ['distribution', 'answers'],
    figures: ['distribution share distribution 0'],
    leftOut: 'otherScale',
    cuts: `question ${response}`,
    categories: [1, 2, 3, 4, 5, 255],
  },
  'feedback-distribution-without-cant-say': {
    direction: 'neither',
    rules: ['distribution', 'opinions'],
    figures: ['distribution share distribution 0'],
    leftOut: 'cantSay otherScale',
    cuts: `question ${response}`,
    categories: [1, 2, 3, 4, 5],
  },
  'feedback-nps': {
    direction: higher,
    rules: ['distribution', 'answers'],
    figures: ['score points balance 0', 'groups share distribution 0'],
    leftOut: 'cantSay otherScale',
    cuts: `question ${response}`,
    categories: [1, 2, 3],
  },
  'feedback-corrected-points': {
    direction: higher,
    rules: ['sum', 'points'],
    figures: ['points points amount 0', 'respondents respondents persons 0'],
    leftOut: '',
    cuts: `question ${response}`,
  },
};

it('definitions are those that users know', () => {
  expect(catalogue.map(({ id }) => id)).toEqual(Object.keys(names));
});

it.each(catalogue.map((definition) => [definition.id, definition] as const))('%s keeps its names', (id, definition) => {
  const { direction, rules, figures, dimensions } = definition;
  const measures = rules.map(({ measure }) => measure);
  const kinds = new Set(measures.map(({ kind }) => kind));
  const categories = measures.flatMap((measure) =>
    measure.kind === 'distribution' ? measure.categories.map(({ code }) => code) : [],
  );
  expect({
    direction,
    rules: [...kinds, ...rules.map((rule) => rule.id)],
    figures: figures.map((figure) => [figure.id, figure.unit, figure.kind, figure.decimals].join(' ')),
    leftOut: [...exclusionsOf(rules).keys()].join(' '),
    cuts: dimensions.map((dimension) => dimension.id).join(' '),
    ...(categories.length === 0 ? {} : { categories }),
  }).toEqual(names[id]);
});

/** What may be drawn from which measure (`definition.ts`). */
const measuresOf: Readonly<Record<Figure['kind'], readonly Measure['kind'][]>> = {
  amount: ['personDays', 'sum', 'share'],
  count: ['count', 'sum'],
  persons: ['personDays', 'count', 'sum', 'share', 'mean', 'distinct'],
  partOfWhole: ['share'],
  quotient: ['share'],
  share: ['distribution'],
  distribution: ['distribution'],
  balance: ['distribution'],
  mean: ['mean'],
  standardDeviation: ['mean'],
  incidence: ['timeToEvent'],
  timeQuantile: ['timeToEvent'],
  distinct: ['distinct'],
};

it.each(catalogue.map((definition) => [definition.id, definition] as const))(
  '%s draws figures that its measure has, of categories that there are',
  (_id, { rules, figures }) => {
    for (const { measure } of rules) {
      const codes = measure.kind === 'distribution' ? measure.categories.map(({ code }) => code) : [];
      for (const figure of figures) {
        expect(measuresOf[figure.kind]).toContain(measure.kind);
        if (figure.kind === 'share') {
          expect(figure.of).not.toEqual([]);
          expect(figure.outOf).not.toEqual([]);
          expect(codes).toEqual(expect.arrayContaining([...figure.of, ...(figure.outOf ?? [])]));
        }
        if (figure.kind === 'balance') {
          expect(figure.plus).not.toEqual([]);
          expect(figure.minus).not.toEqual([]);
          expect(codes).toEqual(expect.arrayContaining([...figure.plus, ...figure.minus]));
        }
      }
    }
  },
);
