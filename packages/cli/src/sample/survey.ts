import type { SurveyDescription } from '@strapetsi/indicators';
import type { LocalizedText } from '@strapetsi/text';

type Question = SurveyDescription['questions'][number];

function scale(key: string, text: Required<LocalizedText>, more: Partial<Question> = {}): Question {
  return { key, label: text, type: 'scale', range: { from: 1, to: 5 }, forFunding: true, ...more };
}

/** Invented questions: the wording of the national ones is in no public source. */
const questions = {
  guidance: scale('guidance', {
    fi: 'Esimerkki: Sain ohjausta opintojeni suunnitteluun.',
    sv: 'Exempel: Jag fick handledning i att planera mina studier.',
    en: 'Example: I was guided in planning my studies.',
  }),
  plan: scale('plan', {
    fi: 'Esimerkki: Suunnitelmani vastaa tavoitteitani.',
    sv: 'Exempel: Min plan motsvarar mina mål.',
    en: 'Example: My plan fits my aims.',
  }),
  learning: scale('learning', {
    fi: 'Esimerkki: Opin työpaikalla sitä, mitä olin suunnitellut.',
    sv: 'Exempel: På arbetsplatsen lärde jag mig det som jag hade planerat.',
    en: 'Example: At the workplace I learnt what I had planned.',
  }),
  readiness: scale('readiness', {
    fi: 'Esimerkki: Minulla on valmiudet siirtyä työelämään.',
    sv: 'Exempel: Jag är redo att övergå till arbetslivet.',
    en: 'Example: I am ready for working life.',
  }),
  facilities: scale(
    'facilities',
    {
      fi: 'Esimerkki: Tilat ja välineet tukivat oppimistani.',
      sv: 'Exempel: Lokalerna och redskapen stödde mitt lärande.',
      en: 'Example: Rooms and tools supported my learning.',
    },
    // As Arvo has it: 2–5, and 1 is "can't say".
    { range: { from: 2, to: 5 }, cantSay: 1, forFunding: false },
  ),
  recommend: {
    key: 'recommend',
    label: {
      fi: 'Esimerkki: Suosittelisitko oppilaitosta?',
      sv: 'Exempel: Skulle du rekommendera läroanstalten?',
      en: 'Example: Would you recommend the school?',
    },
    type: 'netPromoterScore',
  },
  cooperation: scale('cooperation', {
    fi: 'Esimerkki: Yhteistyö oppilaitoksen kanssa sujui.',
    sv: 'Exempel: Samarbetet med läroanstalten fungerade.',
    en: 'Example: Working with the school went well.',
  }),
  progress: scale('progress', {
    fi: 'Esimerkki: Opiskelija saavutti tavoitteensa.',
    sv: 'Exempel: Den studerande nådde sina mål.',
    en: 'Example: The student reached the aims.',
  }),
  comment: {
    key: 'comment',
    label: { fi: 'Esimerkki: Muuta palautetta?', sv: 'Exempel: Annan respons?', en: 'Example: Anything else?' },
    type: 'text',
  },
} as const satisfies Readonly<Record<string, Question>>;

export type SampledQuestion = keyof typeof questions;

/** Three of the national surveys: names as Arvo has them (kyselyn kohderyhmä), and the questions of each. */
export const surveys = {
  start: { targetGroup: 'aloittaneet', questions: ['guidance', 'plan', 'facilities', 'recommend', 'comment'] },
  completion: {
    targetGroup: 'tutkinnon_suorittaneet',
    questions: ['guidance', 'learning', 'readiness', 'facilities', 'recommend', 'comment'],
  },
  workplaceInstructor: {
    targetGroup: 'tyopaikkajakson_suorittaneet',
    questions: ['cooperation', 'progress', 'comment'],
  },
} as const satisfies Readonly<
  Record<string, { readonly targetGroup: string; readonly questions: readonly SampledQuestion[] }>
>;

export type SampledSurvey = keyof typeof surveys;

/** Every question once, in the order of the columns of the replies. */
export const sampledQuestions: readonly Question[] = Object.values(questions);

export const surveyDescription: SurveyDescription = {
  type: 'strapetsi.survey-description',
  schemaVersion: 1,
  questions: sampledQuestions,
};
