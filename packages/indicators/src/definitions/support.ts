import type { Definition, Expr } from './definition.js';
import { rightDimensions, rightsByWindow } from './workplace-learning.js';

const start: Expr = { column: 'row.start' };
const end: Expr = { column: 'row.end' };

const present: Expr = {
  all: [
    { in: 'period.state', codes: ['present', 'holiday'] },
    { less: [0, { sharedDays: [start, end, { column: 'period.start' }, { column: 'period.end' }] }] },
  ],
};

function withSpell(kinds: readonly string[]): Expr {
  return {
    all: [
      { in: 'spell.kind', codes: kinds },
      { less: [0, { sharedDays: [start, end, { column: 'spell.start' }, { column: 'spell.end' }] }] },
    ],
  };
}

const specialSupport = [
  'erityinenTuki',
  'erityisenTuenPäätös',
  'erityisenTuenPäätökset',
  'vaativanErityisenTuenErityinenTehtävä',
  'hojks',
];

/** Special support (erityinen tuki) among those who study. */
export const support: Definition = {
  id: 'special-support',
  version: '1.0.0',
  name: { fi: 'Erityinen tuki', sv: 'Särskilt stöd', en: 'Special support' },
  meaning: {
    fi: 'Kuinka suurella osalla opiskeluoikeuksista on vuoden aikana erityisen tuen jakso.',
    sv: 'Hur stor andel av studierätterna som har en period med särskilt stöd under året.',
    en: 'What share of study rights has a spell of special support in the year.',
  },
  direction: 'neither',
  rules: [
    {
      id: 'additional-information',
      label: {
        fi: 'Opiskeluoikeuden lisätietojen mukaan',
        sv: 'Enligt studierättens tilläggsuppgifter',
        en: 'By the additional information of the study right',
      },
      inForce: {},
      steps: [
        {
          keep: {
            in: 'right.education',
            codes: ['wholeQualification', 'qualificationUnits', 'preparatory', 'other'],
          },
        },
        {
          exclude: {
            id: 'startedFrom2026',
            label: {
              fi: 'Opiskeluoikeus alkanut 1.1.2026 tai myöhemmin: KOSKI ei sisällä tietoa tuesta',
              sv: 'Studierätten började 1.1.2026 eller senare: KOSKI innehåller ingen uppgift om stöd',
              en: 'Study right begun on 1 January 2026 or later: KOSKI does not hold support',
            },
            when: { atMost: [{ day: '2026-01-01' }, { column: 'right.start' }] },
          },
        },
        ...rightsByWindow,
        { bind: 'present', ofChildren: 'period', where: present, take: 'any' },
        { keep: { column: 'present' } },
        { bind: 'special', ofChildren: 'spell', where: withSpell(specialSupport), take: 'any' },
      ],
      measure: {
        kind: 'distribution',
        of: { column: 'special' },
        label: { fi: 'Tuki', sv: 'Stöd', en: 'Support' },
        categories: [
          { code: 1, label: { fi: 'Erityinen tuki', sv: 'Särskilt stöd', en: 'Special support' } },
          { code: 0, label: { fi: 'Ei erityistä tukea', sv: 'Inget särskilt stöd', en: 'No special support' } },
        ],
      },
      sources: [
        {
          title: {
            fi: 'KOSKI, ammatillisen opiskeluoikeuden lisätiedot',
            sv: 'KOSKI, tilläggsuppgifter om studierätten inom yrkesutbildning',
            en: 'KOSKI, additional information of vocational study rights',
          },
          reference:
            'Opetushallitus/koski 180e806b, Ammatillinen.scala; CSCfi/antero e14a7bf3, CSCVIPUNEN-4899 (no data of rights begun from 2026)',
        },
      ],
    },
  ],
  dimensions: rightDimensions,
  figures: [
    {
      id: 'special',
      label: { fi: 'Erityisen tuen osuus', sv: 'Andel med särskilt stöd', en: 'Share with special support' },
      unit: 'share',
      kind: 'share',
      of: [1],
      decimals: 1,
      numerator: {
        fi: 'opiskeluoikeudet, joilla on erityisen tuen jakso',
        sv: 'studierätter som har en period med särskilt stöd',
        en: 'study rights with a spell of special support',
      },
      denominator: {
        fi: 'opiskeluoikeudet, joissa on läsnäoloa tai lomaa',
        sv: 'studierätter med närvaro eller semester',
        en: 'study rights with presence or holiday',
      },
    },
  ],
  limits: [
    {
      fi: 'Vuoden 2026 alusta alkaneista opiskeluoikeuksista tukitietoa ei siirretä KOSKIin, joten osuus koskee pienenevää joukkoa.',
      sv: 'För studierätter som börjat från 2026 överförs ingen uppgift om stöd till KOSKI, så andelen gäller en krympande grupp.',
      en: 'Support is not sent to KOSKI for study rights begun from 2026 on, so the share is of a shrinking group.',
    },
  ],
  unverified: [],
};
