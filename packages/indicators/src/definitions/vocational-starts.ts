import type { Expr, Source, Step } from './definition.js';

/** What indicators of a whole vocational qualification, from its start on, have in common. */

export const startingDay: Expr = { column: 'startingDay' };
export const asOf: Expr = { param: 'asOf' };

/** The first day of presence or holiday. */
export const bindStartingDay: Step = {
  bind: 'startingDay',
  ofChildren: 'period',
  where: { in: 'period.state', codes: ['present', 'holiday'] },
  take: { min: { column: 'period.start' } },
};

/** Starts in the period asked for, of education that leads to a whole vocational qualification. */
export const vocationalStarts: readonly Step[] = [
  {
    keep: {
      all: [
        { in: 'right.education', codes: ['wholeQualification'] },
        { atMost: [{ param: 'from' }, startingDay] },
        { atMost: [startingDay, { min: [{ param: 'to' }, asOf] }] },
      ],
    },
  },
  {
    exclude: {
      id: 'nested',
      label: {
        fi: 'Sisältyy toiseen opiskeluoikeuteen',
        sv: 'Ingår i en annan studierätt',
        en: 'Included in another study right',
      },
      when: { column: 'right.nested' },
    },
  },
];

export const cumulativeIncidence: Source = {
  title: {
    fi: 'Kumulatiivinen ilmaantuvuus kilpailevien päätetapahtumien vallitessa (Aalen–Johansenin estimaattori)',
    sv: 'Kumulativ incidens med konkurrerande händelser (Aalen–Johansens estimator)',
    en: 'Cumulative incidence with competing risks (Aalen–Johansen estimator)',
  },
  reference:
    'Aalen and Johansen (1978), An empirical transition matrix for non-homogeneous Markov chains based on censored observations, Scandinavian Journal of Statistics 5, 141–150',
};

export const GRADUATED = 1;
export const LEFT = 2;

/** Why studies ended; 0 stands for still under way. */
export const waysOut = [
  { code: GRADUATED, label: { fi: 'Suoritti tutkinnon', sv: 'Avlade examen', en: 'Completed the qualification' } },
  { code: LEFT, label: { fi: 'Lähti ilman tutkintoa', sv: 'Slutade utan examen', en: 'Left without a qualification' } },
];
