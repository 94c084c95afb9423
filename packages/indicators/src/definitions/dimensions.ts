import type { DimensionRule, Expr, RootRelation } from './definition.js';
import { fundings } from './funding.js';

/** The cuts that indicators share. Ids of members sort in the order in which a reader expects them. */

export function providerOf(root: RootRelation): DimensionRule {
  return {
    id: 'provider',
    label: { fi: 'Koulutuksen järjestäjä', sv: 'Utbildningsanordnare', en: 'Education provider' },
    from: { dictionary: `${root}.provider` },
  };
}
export const provider = providerOf('right');

export function schoolOf(root: RootRelation): DimensionRule {
  return {
    id: 'school',
    label: { fi: 'Oppilaitos', sv: 'Läroanstalt', en: 'School' },
    from: { dictionary: `${root}.school` },
  };
}
export const school = schoolOf('right');

export const location: DimensionRule = {
  id: 'location',
  label: { fi: 'Toimipiste', sv: 'Verksamhetsställe', en: 'Location' },
  from: { dictionary: 'right.location' },
};

export function qualificationOf(root: RootRelation): DimensionRule {
  return {
    id: 'qualification',
    label: { fi: 'Tutkinto', sv: 'Examen', en: 'Qualification' },
    from: { dictionary: `${root}.qualification` },
  };
}
export const qualification = qualificationOf('right');

/** Initial, further or specialist; by a classification `qualificationType` of the run. */
export function qualificationTypeOf(root: RootRelation): DimensionRule {
  return {
    id: 'qualificationType',
    label: { fi: 'Tutkintotyyppi', sv: 'Examenstyp', en: 'Type of qualification' },
    from: { classified: `${root}.qualification`, by: 'qualificationType' },
  };
}
export const qualificationType = qualificationTypeOf('right');

/** Field of education; by a classification `field` of the run. */
export function fieldOf(root: RootRelation): DimensionRule {
  return {
    id: 'field',
    label: { fi: 'Koulutusala', sv: 'Utbildningsområde', en: 'Field of education' },
    from: { classified: `${root}.qualification`, by: 'field' },
  };
}
export const field = fieldOf('right');

export const language: DimensionRule = {
  id: 'language',
  label: { fi: 'Opetuskieli', sv: 'Undervisningsspråk', en: 'Language of study' },
  from: { dictionary: 'right.language' },
};

export const motherTongue: DimensionRule = {
  id: 'motherTongue',
  label: { fi: 'Äidinkieliryhmä', sv: 'Modersmålsgrupp', en: 'Mother tongue group' },
  from: {
    codes: 'person.motherTongue',
    members: [
      { codes: ['FI'], id: 'fi', label: { fi: 'Suomi', sv: 'Finska', en: 'Finnish' } },
      { codes: ['SV'], id: 'sv', label: { fi: 'Ruotsi', sv: 'Svenska', en: 'Swedish' } },
      { codes: ['SE'], id: 'se', label: { fi: 'Saame', sv: 'Samiska', en: 'Sámi' } },
    ],
    others: { id: 'other', label: { fi: 'Muu kieli', sv: 'Annat språk', en: 'Other language' } },
  },
};

export const method: DimensionRule = {
  id: 'method',
  label: { fi: 'Suoritustapa', sv: 'Sätt att avlägga examen', en: 'Way of completing' },
  from: {
    codes: 'right.method',
    members: [
      {
        codes: ['reform'],
        id: 'reform',
        label: { fi: 'Reformin mukainen', sv: 'Enligt reformen', en: 'Reform of 2018' },
      },
      {
        codes: ['curriculum'],
        id: 'curriculum',
        label: { fi: 'Opetussuunnitelman mukainen', sv: 'Enligt läroplanen', en: 'By curriculum (until 2018)' },
      },
      {
        codes: ['demonstration'],
        id: 'demonstration',
        label: { fi: 'Näyttötutkinto', sv: 'Fristående examen', en: 'By demonstrations (until 2018)' },
      },
    ],
  },
};

/**
 * Apprenticeship or not, by whether a way of acquiring competence (or, before 2018, form of organising) of apprenticeship shares a day
 * with the days from one to another; training agreements are school-based.
 */
export function organising(from: Expr, to: Expr): DimensionRule {
  return {
    id: 'organising',
    label: { fi: 'Järjestämismuoto', sv: 'Sätt att ordna utbildningen', en: 'Way of organising' },
    bind: {
      bind: 'inApprenticeship',
      ofChildren: 'spell',
      where: {
        all: [
          { in: 'spell.kind', codes: ['oppisopimus'] },
          { less: [0, { sharedDays: [from, to, { column: 'spell.start' }, { column: 'spell.end' }] }] },
        ],
      },
      take: 'any',
    },
    from: {
      number: { column: 'inApprenticeship' },
      members: [
        {
          value: 1,
          id: 'apprenticeship',
          label: { fi: 'Oppisopimuskoulutus', sv: 'Läroavtalsutbildning', en: 'Apprenticeship' },
        },
        {
          value: 0,
          id: 'schoolBased',
          label: { fi: 'Oppilaitosmuotoinen koulutus', sv: 'Läroanstaltsbaserad utbildning', en: 'School-based' },
        },
      ],
    },
  };
}

export function educationOf(root: 'right' | 'response'): DimensionRule {
  return {
    id: 'education',
    label: { fi: 'Koulutus', sv: 'Utbildning', en: 'Education' },
    from: {
      codes: `${root}.education`,
      members: [
        {
          codes: ['wholeQualification'],
          id: 'wholeQualification',
          label: { fi: 'Koko tutkinto', sv: 'Hel examen', en: 'Whole qualification' },
        },
        {
          codes: ['qualificationUnits'],
          id: 'qualificationUnits',
          label: { fi: 'Tutkinnon osa tai osia', sv: 'Examensdel eller examensdelar', en: 'Qualification units' },
        },
        {
          codes: ['preparatory'],
          id: 'preparatory',
          label: { fi: 'Valmentava koulutus', sv: 'Handledande utbildning', en: 'Preparatory education' },
        },
        {
          codes: ['generalUpperSecondary'],
          id: 'generalUpperSecondary',
          label: { fi: 'Lukiokoulutus', sv: 'Gymnasieutbildning', en: 'General upper secondary education' },
        },
        { codes: ['other'], id: 'other', label: { fi: 'Muu koulutus', sv: 'Annan utbildning', en: 'Other education' } },
      ],
    },
  };
}
export const education = educationOf('right');

export const workplaceKind: DimensionRule = {
  id: 'workplaceKind',
  label: {
    fi: 'Työpaikalla oppimisen muoto',
    sv: 'Form av lärande på arbetsplatsen',
    en: 'Way of learning at work',
  },
  from: {
    codes: 'workplace.kind',
    members: [
      {
        codes: ['apprenticeship'],
        id: 'apprenticeship',
        label: { fi: 'Oppisopimus', sv: 'Läroavtal', en: 'Apprenticeship agreement' },
      },
      {
        codes: ['trainingAgreement'],
        id: 'trainingAgreement',
        label: { fi: 'Koulutussopimus', sv: 'Utbildningsavtal', en: 'Training agreement' },
      },
      {
        codes: ['onTheJobLearning'],
        id: 'onTheJobLearning',
        label: {
          fi: 'Työssäoppiminen (ennen vuotta 2018)',
          sv: 'Inlärning i arbetet (före 2018)',
          en: 'On-the-job learning (before 2018)',
        },
      },
    ],
  },
};

export const area: DimensionRule = {
  id: 'area',
  label: { fi: 'Työpaikan kunta', sv: 'Arbetsplatsens kommun', en: 'Municipality of the workplace' },
  from: { dictionary: 'workplace.area' },
};

export const survey: DimensionRule = {
  id: 'survey',
  label: { fi: 'Kysely', sv: 'Enkät', en: 'Survey' },
  from: { dictionary: 'response.survey' },
};

export const question: DimensionRule = {
  id: 'question',
  label: { fi: 'Kysymys', sv: 'Fråga', en: 'Question' },
  from: { dictionary: 'answer.question' },
};

export const yearsAfter: DimensionRule = {
  id: 'yearsAfter',
  label: { fi: 'Valmistumisesta kulunut aika', sv: 'Tid efter examen', en: 'Time since graduation' },
  from: {
    number: { column: 'outcome.yearsAfter' },
    members: [1, 3, 5].map((years) => ({
      value: years,
      id: String(years),
      label:
        years === 1
          ? { fi: '1\u00a0vuosi', sv: '1\u00a0år', en: '1\u00a0year' }
          : { fi: `${String(years)}\u00a0vuotta`, sv: `${String(years)}\u00a0år`, en: `${String(years)}\u00a0years` },
    })),
  },
};

export const gender: DimensionRule = {
  id: 'gender',
  label: { fi: 'Sukupuoli', sv: 'Kön', en: 'Gender' },
  from: {
    codes: 'person.gender',
    members: [
      { codes: ['male'], id: 'male', label: { fi: 'Mies', sv: 'Man', en: 'Male' } },
      { codes: ['female'], id: 'female', label: { fi: 'Nainen', sv: 'Kvinna', en: 'Female' } },
      { codes: ['other'], id: 'other', label: { fi: 'Muu', sv: 'Annat', en: 'Other' } },
    ],
  },
};

/** Statistics Finland's age groups of VET students, with the youngest and the oldest in one group each. */
export function ageGroup(day: Expr): DimensionRule {
  return {
    id: 'ageGroup',
    label: { fi: 'Ikäryhmä', sv: 'Åldersgrupp', en: 'Age group' },
    from: {
      ageInYearOf: day,
      groups: [
        { id: '00-14', from: 0, to: 14, label: { fi: 'Alle 15-vuotiaat', sv: 'Under 15 år', en: 'Under 15' } },
        { id: '15-19', from: 15, to: 19, label: { fi: '15–19-vuotiaat', sv: '15–19 år', en: '15–19' } },
        { id: '20-24', from: 20, to: 24, label: { fi: '20–24-vuotiaat', sv: '20–24 år', en: '20–24' } },
        { id: '25-29', from: 25, to: 29, label: { fi: '25–29-vuotiaat', sv: '25–29 år', en: '25–29' } },
        { id: '30-39', from: 30, to: 39, label: { fi: '30–39-vuotiaat', sv: '30–39 år', en: '30–39' } },
        { id: '40-49', from: 40, to: 49, label: { fi: '40–49-vuotiaat', sv: '40–49 år', en: '40–49' } },
        {
          id: '50-99',
          from: 50,
          to: 150,
          label: { fi: '50 vuotta täyttäneet', sv: '50 år och äldre', en: '50 and over' },
        },
      ],
    },
  };
}

export const year: DimensionRule = {
  id: 'year',
  label: { fi: 'Vuosi', sv: 'År', en: 'Year' },
  from: 'windows',
};

export const halfYear: DimensionRule = {
  id: 'halfYear',
  label: { fi: 'Puolivuosi', sv: 'Halvår', en: 'Half-year' },
  from: 'windows',
};

export const month: DimensionRule = {
  id: 'month',
  label: { fi: 'Kuukausi', sv: 'Månad', en: 'Month' },
  from: 'windows',
};

export const funding: DimensionRule = {
  id: 'funding',
  label: { fi: 'Opintojen rahoitus', sv: 'Studiernas finansiering', en: 'Funding of studies' },
  from: { codes: 'period.funding', members: fundings },
};

export function cohort(day: Expr): DimensionRule {
  return {
    id: 'cohort',
    label: { fi: 'Aloituskohortti', sv: 'Startkohort', en: 'Starting cohort' },
    from: { halfYearOf: day },
  };
}

export const checkpoint: DimensionRule = {
  id: 'checkpoint',
  label: { fi: 'Tarkasteluajankohta', sv: 'Uppföljningstidpunkt', en: 'Checkpoint' },
  from: 'checkpoints',
};

export const started: DimensionRule = {
  id: 'started',
  label: { fi: 'Aloitettu koulutus', sv: 'Påbörjad utbildning', en: 'Education started' },
  from: {
    codes: 'right.education',
    members: [
      {
        codes: ['wholeQualification', 'qualificationUnits'],
        id: 'vocational',
        label: { fi: 'Ammatillinen koulutus', sv: 'Yrkesutbildning', en: 'Vocational education' },
      },
      {
        codes: ['generalUpperSecondary'],
        id: 'generalUpperSecondary',
        label: { fi: 'Lukiokoulutus', sv: 'Gymnasieutbildning', en: 'General upper secondary education' },
      },
      {
        codes: ['preparatory'],
        id: 'preparatory',
        label: { fi: 'Valmentava koulutus', sv: 'Handledande utbildning', en: 'Preparatory education' },
      },
    ],
  },
};
