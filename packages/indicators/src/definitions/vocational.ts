import type { ColumnName, DimensionRule, Exclusion, Expr, Source, Step } from './definition.js';
import {
  ageGroup,
  education,
  field,
  funding,
  gender,
  halfYear,
  language,
  location,
  method,
  month,
  motherTongue,
  organising,
  provider,
  qualification,
  qualificationType,
  school,
  year,
} from './dimensions.js';
import { fundings } from './funding.js';

/** What indicators of vocational study rights share: who is looked at, who is left out, and the cuts. */

/** A procedure of the national data warehouse, by its name and the number of the change it was read from. */
export function warehouse(title: Source['title'], procedure: string): Source {
  return { title, reference: `CSCfi/antero e14a7bf3, ${procedure}` };
}

const vocationalPerformances = [
  'valma',
  'telma',
  'muuammatillinenkoulutus',
  'nayttotutkintoonvalmistavakoulutus',
  'tutkinnonosaapienemmistäkokonaisuuksistakoostuvasuoritus',
];

/** A study right of vocational education (ammatillinenkoulutus) or of TUVA: the row's own, or another of the person. */
export function isVocational(right: 'right' | 'other'): Expr {
  return {
    any: [
      { in: `${right}.education`, codes: ['wholeQualification', 'qualificationUnits'] },
      { column: `${right}.tuva` },
      { in: `${right}.performanceType`, codes: vocationalPerformances },
    ],
  };
}

/** The name `state` (of the row's period, or of another right's) is one of a student. */
export function isPresent(state: ColumnName): Expr {
  return { in: state, codes: ['present', 'holiday'] };
}

/** Binds `invalid`: an invalidated right is treated as if it had not been, also where other rights are looked at. */
export const bindInvalid: Step = {
  bind: 'invalid',
  ofChildren: 'period',
  where: { in: 'period.state', codes: ['invalidated'] },
  take: 'any',
};

export const invalidated: Exclusion = {
  id: 'invalidated',
  label: { fi: 'Mitätöity opiskeluoikeus', sv: 'Annullerad studierätt', en: 'Invalidated study right' },
  when: { column: 'invalid' },
};

export const nested: Exclusion = {
  id: 'nested',
  label: {
    fi: 'Sisältyy toiseen opiskeluoikeuteen',
    sv: 'Ingår i en annan studierätt',
    en: 'Included in another study right',
  },
  when: { column: 'right.nested' },
};

/** Preparation for competence tests, a way of studying until 2018. */
export const preparingForTests: Exclusion = {
  id: 'preparingForTests',
  label: {
    fi: 'Näyttötutkintoon valmistava koulutus',
    sv: 'Utbildning som förbereder för fristående examen',
    en: 'Education preparing for a competence-based qualification',
  },
  when: { in: 'right.performanceType', codes: ['nayttotutkintoonvalmistavakoulutus'] },
};

/** The row's right is in force on some day of the period that is not after the day of the data: conditions that all hold. */
export const inForce: readonly Expr[] = [
  { atMost: [{ column: 'right.start' }, { min: [{ param: 'to' }, { param: 'asOf' }] }] },
  { atMost: [{ param: 'from' }, { column: 'right.end' }] },
];

/** Vocational rights in force in the period, without those that are parts of others. */
export const vocationalRights: readonly Step[] = [
  bindInvalid,
  { keep: { all: [...inForce, isVocational('right')] } },
  { exclude: invalidated },
  { exclude: nested },
];

/** Another right of the person is TUVA, and present or on holiday on some day from one to another. Needs `bindInvalid`. */
export function isPresentInTuva(from: Expr, to: Expr): Expr {
  return {
    all: [
      { column: 'other.tuva' },
      { not: { column: 'other.invalid' } },
      isPresent('otherPeriod.state'),
      { atMost: [{ column: 'otherPeriod.start' }, to] },
      { atMost: [from, { column: 'otherPeriod.end' }] },
      { atMost: [{ column: 'otherPeriod.start' }, { column: 'otherPeriod.end' }] },
    ],
  };
}

/**
 * Drops the rows of a month in which the person is present in TUVA while the row's period lasts: as the warehouse counts, whoever is
 * in TUVA is a student of TUVA only.
 */
export function withoutTuvaInMonth(from: Expr, to: Expr): readonly Step[] {
  return [
    {
      bind: 'inTuva',
      anyOtherRight: {
        all: [
          isPresentInTuva(from, { min: [to, { param: 'asOf' }] }),
          { atMost: [{ column: 'otherPeriod.start' }, { column: 'period.end' }] },
          { atMost: [{ column: 'period.start' }, { column: 'otherPeriod.end' }] },
        ],
      },
    },
    {
      exclude: {
        id: 'presentInTuva',
        label: {
          fi: 'Läsnä TUVA-koulutuksessa samassa kuussa',
          sv: 'Närvarande i Hux-utbildning under samma månad',
          en: 'Present in preparatory education (TUVA) in the same month',
        },
        when: { all: [{ not: { column: 'right.tuva' } }, { column: 'inTuva' }] },
      },
    },
  ];
}

/**
 * The cuts by what a right is and whose.
 * @param age the day of the year whose end a person's age is that of
 * @param from first day of those that tell the way of organising
 * @param to their last one
 */
export function cutsOf(age: Expr, from: Expr = age, to: Expr = from): readonly DimensionRule[] {
  return [
    provider,
    school,
    location,
    qualification,
    qualificationType,
    field,
    gender,
    ageGroup(age),
    language,
    motherTongue,
    method,
    organising(from, to),
  ];
}

export const windowDimensions: readonly DimensionRule[] = [year, halfYear, month];

/** The cuts of an indicator whose rows stand in windows, without the funding. */
export const vocationalDimensions: readonly DimensionRule[] = [
  ...cutsOf({ param: 'window.start' }, { column: 'row.start' }, { column: 'row.end' }),
  education,
  ...windowDimensions,
];

/** How the studies were paid for, of a name that holds the code of a period. */
export function fundingOf(code: ColumnName): DimensionRule {
  const members = fundings.map(({ codes, id, label }) => ({ value: Number(codes[0]), id, label }));
  return { ...funding, from: { number: { column: code }, members } };
}

/** Binds the funding of the right on a day that is bound already: the largest code where periods overlap. */
export function bindFundingOn(name: ColumnName, day: Expr): Step {
  return {
    bind: name,
    ofChildren: 'period',
    where: {
      all: [{ atMost: [{ column: 'period.start' }, day] }, { atMost: [day, { column: 'period.end' }] }],
    },
    take: { max: { column: 'period.funding' } },
  };
}

type Text = Source['title'];

export const personsOnce: Text = {
  fi: 'Henkilö lasketaan kussakin luvussa kerran, joten usean oppilaitoksen, tutkinnon tai kuukauden luvuista ei saa kokonaismäärää laskemalla ne yhteen.',
  sv: 'En person räknas en gång i varje tal. Därför ger talen för flera läroanstalter, examina eller månader inte totalantalet när de räknas ihop.',
  en: 'A person is counted once in each figure, so figures of several schools, qualifications or months do not add up to the total.',
};

export const severalProviders: Text = {
  fi: 'Ennen valtakunnallista vähennystä: usean järjestäjän opiskelija on mukana jokaisen järjestäjän luvussa.',
  sv: 'Före nationellt avdrag: den som studerar hos flera anordnare ingår i talen för var och en av dem.',
  en: 'Before national deduction: a student of several providers is in the figure of each of them.',
};

export const tuvaOfAnyLicence: Text = {
  fi: 'Opetushallinnon tiedoissa TUVA-koulutus jaotellaan järjestämisluvan mukaan; tässä kaikki TUVA-opiskeluoikeudet luetaan ammatilliseen koulutukseen.',
  sv: 'I utbildningsförvaltningens uppgifter delas Hux-utbildningen in enligt tillstånd att ordna utbildning; här räknas alla studierätter i Hux till yrkesutbildningen.',
  en: 'The national figures tell TUVA apart by the licence it is provided under; here every TUVA study right is counted as vocational.',
};
