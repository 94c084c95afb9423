import {
  calculateInMemory,
  feedbackCorrectedPoints,
  feedbackMean,
  feedbackNps,
  feedbackResponseDays,
  minimumPolicy,
  publish,
  type Definition,
  type DimensionId,
  type SurveyDescription,
} from '@strapetsi/indicators';
import { beforeAll, describe, expect, test } from 'vitest';
import { readFiles, type Reading } from './arvo-files.js';

/**
 * Feedback of workplaces in Arvo's form (headings of service/csv.clj), by the example of docs/feedback.md. The statement is one that
 * turkuai.fi shows of the survey to workplace instructors; the replies are made up, and the figures worked out by hand.
 */
const description: SurveyDescription = {
  type: 'strapetsi.survey-description',
  schemaVersion: 1,
  surveys: [
    { key: 'workplace', label: { fi: 'Työpaikkakysely', sv: 'Enkät till arbetsplatser' }, names: ['4712'] },
    {
      key: 'workplaceInstructor',
      label: { fi: 'Työpaikkaohjaajakysely', sv: 'Enkät till arbetsplatshandledare' },
      names: ['Ohjaajakysely syksy 2025'],
    },
  ],
  questions: [
    {
      key: 'cooperation',
      label: { fi: 'Yhteistyö oppilaitoksen kanssa oli sujuvaa.' },
      type: 'scale',
      range: { from: 1, to: 5 },
      forFunding: true,
    },
    { key: 'recommend', label: { fi: 'Suosittelisitteko?' }, type: 'netPromoterScore', range: { from: 0, to: 10 } },
  ],
};

const csv = [
  'Vastaajatunnus;Vastausaika;Kysely;Tutkinto;Työpaikkajakson kesto;Yhteistyö oppilaitoksen kanssa oli sujuvaa.;Suosittelisitteko?',
  'W1;2025-09-10;4712;371101;30;5;10',
  'W2;2025-09-11;4712;371101;10;4;6',
  'W3;2025-09-12;4712;351301;20;eos;9',
  'I1;2025-09-13;Ohjaajakysely syksy 2025;371101;40;3;',
  'I2;2025-09-14;Ohjaajakysely syksy 2025;351301;5;5;',
  '',
].join('\n');

let reading: Reading;
beforeAll(async () => {
  reading = await readFiles([csv], { description });
});

function run(
  definition: Definition,
  by: readonly DimensionId[],
  only: Readonly<Record<string, readonly string[]>> = {},
) {
  const period = { from: '2025-07-01', to: '2026-06-30' };
  return calculateInMemory(reading.batches, definition, { by, only, period, asOf: '2026-06-30' });
}

function amounts(...[definition, by, only]: Parameters<typeof run>): Readonly<Record<string, unknown>> {
  const { cells } = run(definition, by, only);
  return Object.fromEntries(cells.map((cell) => [cell.key.join(' '), 'amounts' in cell ? cell.amounts : cell.matures]));
}

describe('feedback of workplaces and of workplace instructors', () => {
  test('are two surveys by their description, each reply with the days of its period', () => {
    expect(reading.responses.map(({ survey, weight }) => [survey, weight])).toEqual([
      ['workplace', 30],
      ['workplace', 10],
      ['workplace', 20],
      ['workplaceInstructor', 40],
      ['workplaceInstructor', 5],
    ]);
  });

  test('have means, “can’t say” left out', () => {
    // 5 + 4 of two, squares 25 + 16; 3 + 5 of two, squares 9 + 25.
    expect(amounts(feedbackMean, ['survey'], { question: ['cooperation'] })).toEqual({
      workplace: [2, 9, 41],
      workplaceInstructor: [2, 8, 34],
    });
  });

  test('have a net promoter score: two promoters and one detractor of three are 33', () => {
    const aggregate = run(feedbackNps, [], { question: ['recommend'] });
    const { cells } = publish(aggregate, { definition: feedbackNps, policy: minimumPolicy(2) });
    expect(cells).toMatchObject([{ value: 33 }]);
  });

  test('count for funding by the days of the period', () => {
    // 5 × 30 + 4 × 10; 3 × 40 + 5 × 5.
    expect(amounts(feedbackCorrectedPoints, ['survey'])).toEqual({ workplace: [190], workplaceInstructor: [145] });
    // Of no day asked, for there is no list of codes: 30 + 10 + 20 days and 40 + 5.
    expect(amounts(feedbackResponseDays, ['survey'])).toEqual({ workplace: [0, 60], workplaceInstructor: [0, 45] });
  });

  test('are shown by the qualification that was learnt', () => {
    expect(amounts(feedbackMean, ['survey', 'qualification'], { question: ['cooperation'] })).toEqual({
      'workplace 371101': [2, 9, 41],
      'workplaceInstructor 351301': [1, 5, 25],
      'workplaceInstructor 371101': [1, 3, 9],
    });
  });
});
