import type { DimensionRule, Expr } from './definition.js';
import { fundings } from './funding.js';

/** The cuts that indicators share. Ids of members sort in the order in which a reader expects them. */

export const provider: DimensionRule = {
  id: 'provider',
  label: { fi: 'Koulutuksen järjestäjä', sv: 'Utbildningsanordnare', en: 'Education provider' },
  from: { dictionary: 'right.provider' },
};

export const school: DimensionRule = {
  id: 'school',
  label: { fi: 'Oppilaitos', sv: 'Läroanstalt', en: 'School' },
  from: { dictionary: 'right.school' },
};

export const location: DimensionRule = {
  id: 'location',
  label: { fi: 'Toimipiste', sv: 'Verksamhetsställe', en: 'Location' },
  from: { dictionary: 'right.location' },
};

export const qualification: DimensionRule = {
  id: 'qualification',
  label: { fi: 'Tutkinto', sv: 'Examen', en: 'Qualification' },
  from: { dictionary: 'right.qualification' },
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
