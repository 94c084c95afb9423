import type { LocalizedText } from '@strapetsi/text';
import type { DimensionRule, Expr, Source, Step } from './definition.js';
import {
  ageGroup,
  educationOf,
  fieldOf,
  gender,
  halfYear,
  month,
  motherTongue,
  providerOf,
  qualificationOf,
  qualificationTypeOf,
  question,
  schoolOf,
  survey,
  year,
} from './dimensions.js';

// What the definitions of feedback share.

type Text = Required<LocalizedText>;

const day: Expr = { column: 'response.day' };

/** Replies, and persons asked, of the period. A row without a day is in none. */
export const inPeriod: Step = {
  keep: {
    all: [
      { atMost: [{ param: 'from' }, day] },
      { atMost: [day, { param: 'to' }] },
      { atMost: [day, { param: 'asOf' }] },
    ],
  },
};

/** Each row in its year, half-year or month. */
export const inWindows: Step = { slice: [day, day] };

/** The answers of replies. */
export const answers: readonly Step[] = [
  inPeriod,
  { keep: { column: 'response.answered' } },
  { each: 'answer' },
  inWindows,
];

export const responseDimensions: readonly DimensionRule[] = [
  survey,
  providerOf('response'),
  schoolOf('response'),
  qualificationOf('response'),
  qualificationTypeOf('response'),
  fieldOf('response'),
  educationOf('response'),
  gender,
  ageGroup(day),
  motherTongue,
  year,
  halfYear,
  month,
];

export const answerDimensions: readonly DimensionRule[] = [question, ...responseDimensions];

export const arvo: Source = {
  title: {
    fi: 'Arvo-palautepalvelun raportit',
    sv: 'Rapporterna i responstjänsten Arvo',
    en: 'Reports of the national feedback service Arvo',
  },
  reference: 'CSCfi/arvo b2a8a7fc, raportointi.clj',
};

export const act: Source = {
  title: {
    fi: 'Laki opetus- ja kulttuuritoimen rahoituksesta ja asetus ammatillisen koulutuksen rahoituksen laskentaperusteista',
    sv: 'Lagen om finansiering av undervisnings- och kulturverksamhet och förordningen om grunderna för beräkning av finansieringen för yrkesutbildning',
    en: 'Act on the financing of education and culture, and decree on the calculation of funding for vocational education',
  },
  reference: '1705/2009 (32 g §), 1244/2020',
};

export const chooseQuestions: Text = {
  fi: 'Luku on mielekäs vain samaa asteikkoa käyttäville kysymyksille: rajaa kysymykset tai jaottele kysymyksittäin.',
  sv: 'Talet är meningsfullt bara för frågor med samma skala: avgränsa frågorna eller dela in enligt fråga.',
  en: 'The figure means something only for questions on the same scale: choose the questions, or show it by question.',
};

export const onlyThoseWhoAnswered: Text = {
  fi: 'Vain vastanneet ovat mukana; heidän vastauksensa voivat poiketa muiden kokemuksista.',
  sv: 'Bara de som svarat ingår; deras svar kan avvika från de övrigas erfarenheter.',
  en: 'Only those who answered are included; their answers may differ from the experiences of the others.',
};

export const oneDay: Text = {
  fi: 'Vastaus kuuluu siihen jaksoon, jonka päivä sille on luettaessa valittu: vastauspäivä tai rahoituksessa käytettävä päivä.',
  sv: 'Ett svar hör till den period vars dag har valts vid inläsningen: svarsdagen eller den dag som används i finansieringen.',
  en: 'A reply belongs to the period of the day that was chosen on reading: the day of the answer, or the one that funding uses.',
};
