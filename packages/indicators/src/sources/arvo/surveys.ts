import type { DataText } from '@strapetsi/text';
import type { Education } from '../../facts/codes.js';
import { fundedSurveyRules, type FundedSurvey } from '../../feedback/points.js';
import { fold } from '../tables/columns.js';
import type { DescribedSurvey } from './description.js';
import { labelOf } from './question.js';
import { textOf, type ArvoRecord } from './record.js';

type Fields = ArvoRecord['fields'];

/** The survey of a reply, as the facts name it. */
export interface Survey {
  readonly key: string;
  readonly label: DataText;
  readonly education?: Education;
}

/** Names of the groups that national student feedback asks (kyselypohja_tarkenne), and of the surveys of working life. */
const national: ReadonlyMap<string, FundedSurvey> = new Map([
  ['aloittaneet', 'start'],
  ['aloituskysely', 'start'],
  ['tutkinnon_suorittaneet', 'completion'],
  ['valmistuneet', 'completion'],
  ['koko tutkinnon suorittaneet', 'completion'],
  ['tutkinnon_osia_suorittaneet', 'completionOfUnits'],
  ['osia_suorittaneet', 'completionOfUnits'],
  ['tutkinnon osia suorittaneet', 'completionOfUnits'],
  ['tyopaikkaohjaajakysely', 'workplaceInstructor'],
  ['tyopaikkajakson_suorittaneet', 'workplaceInstructor'],
  ['tyoelamapalaute', 'workplaceInstructor'],
  ['työelämäpalaute: työpaikkaohjaajan kysely', 'workplaceInstructor'],
  ['tyopaikkakysely', 'workplace'],
  ['työelämäpalaute: työpaikkakysely', 'workplace'],
]);

const studied: Readonly<Partial<Record<FundedSurvey, Education>>> = {
  completion: 'wholeQualification',
  completionOfUnits: 'qualificationUnits',
};

const educationNames: ReadonlyMap<string, Education> = new Map([
  ['koko tutkinto', 'wholeQualification'],
  ['koko tutkinnon suorittaminen', 'wholeQualification'],
  ['hel examen', 'wholeQualification'],
  ['tutkinnon osa', 'qualificationUnits'],
  ['tutkinnon osia', 'qualificationUnits'],
  ['tutkinnon osan tai osien suorittaminen', 'qualificationUnits'],
  ['examensdel', 'qualificationUnits'],
]);

/** What a respondent studies, where the record says it. */
export function educationNamed(value: unknown): Education | undefined {
  return educationNames.get(fold(textOf(value) ?? ''));
}

function nationalSurvey(fields: Fields): Survey | undefined {
  const found = [fields.targetGroup, fields.surveyType]
    .map((value) => national.get(fold(textOf(value) ?? '')))
    .find((survey) => survey !== undefined);
  if (found === undefined) return undefined;
  const education = studied[found];
  return {
    key: found,
    label: fundedSurveyRules[found].label,
    ...(education === undefined ? {} : { education }),
  };
}

export interface Surveys {
  describe(surveys: readonly DescribedSurvey[]): void;
  /** A round of a survey: what it says holds for all that name the round or the survey. */
  addRound(fields: Fields): void;
  /** What is known of the round or survey that a record names. */
  roundOf(fields: Fields): Fields | undefined;
  /**
   * The described survey that a record names, else the national one of its kind, else its own number or name, else the only one
   * that is described.
   */
  of(fields: Fields): Survey | undefined;
}

const idsOf = ({ roundId, surveyId }: Fields): readonly string[] =>
  [roundId, surveyId].flatMap((id, at) => (textOf(id) === undefined ? [] : [`${at}:${String(textOf(id))}`]));

export function createSurveys(): Surveys {
  const named = new Map<string, DescribedSurvey>();
  const described: DescribedSurvey[] = [];
  const rounds = new Map<string, Fields>();

  function roundOf(fields: Fields): Fields | undefined {
    return idsOf(fields)
      .map((id) => rounds.get(id))
      .find((round) => round !== undefined);
  }

  function ownSurvey(fields: Fields): Survey | undefined {
    const label = labelOf(textOf(fields.surveyFi), textOf(fields.surveySv), textOf(fields.surveyEn));
    const key = textOf(fields.surveyId) ?? Object.values(label)[0] ?? textOf(fields.roundId) ?? textOf(fields.round);
    return key === undefined ? undefined : { key, label };
  }

  return {
    roundOf,
    describe(surveys) {
      described.push(...surveys);
      for (const survey of surveys) {
        for (const name of [survey.key, ...Object.values(survey.label), ...(survey.names ?? [])])
          named.set(fold(name), survey);
      }
    },
    addRound(fields) {
      for (const id of idsOf(fields)) if (!rounds.has(id)) rounds.set(id, fields);
    },
    of(given) {
      const round = roundOf(given);
      const fields = round === undefined ? given : { ...round, ...given };
      const { roundId, surveyId, surveyFi, surveySv, surveyEn, targetGroup, surveyType } = fields;
      const name = [roundId, surveyId, surveyFi, surveySv, surveyEn, fields.round, targetGroup, surveyType]
        .map((value) => named.get(fold(textOf(value) ?? '')))
        .find((survey) => survey !== undefined);
      const only = described.length === 1 ? described[0] : undefined;
      return name ?? nationalSurvey(fields) ?? ownSurvey(fields) ?? only;
    },
  };
}
