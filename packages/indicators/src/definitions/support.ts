import type { Definition, Expr } from './definition.js';
import { bindFundingOn, fundingOf, isPresent, vocationalDimensions, vocationalRights } from './vocational.js';

const start: Expr = { column: 'row.start' };
const end: Expr = { column: 'row.end' };

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

/** KOSKI takes no spells of special support (erityinenTuki) after this day. */
const LAST_DAY_OF_SUPPORT = '2025-12-31';

/** Special support (erityinen tuki) among those who study, until the end of 2025. */
export const support: Definition = {
  id: 'special-support',
  version: '1.0.0',
  name: { fi: 'Erityinen tuki', sv: 'Särskilt stöd', en: 'Special support' },
  meaning: {
    fi: 'Kuinka suurella osalla opiskeluoikeuksista on tarkastelujaksolla erityisen tuen jakso.',
    sv: 'Hur stor andel av studierätterna som har en period med särskilt stöd under observationsperioden.',
    en: 'What share of study rights has a spell of special support in the window.',
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
        ...vocationalRights,
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
        {
          slice: [
            { column: 'right.start' },
            { min: [{ column: 'right.end' }, { param: 'asOf' }, { day: LAST_DAY_OF_SUPPORT }] },
          ],
        },
        {
          bind: 'presentTo',
          ofChildren: 'period',
          where: {
            all: [
              isPresent('period.state'),
              { less: [0, { sharedDays: [start, end, { column: 'period.start' }, { column: 'period.end' }] }] },
            ],
          },
          take: { max: { min: [{ column: 'period.end' }, end] } },
        },
        { keep: { not: { isMissing: { column: 'presentTo' } } } },
        bindFundingOn('fundingThen', { column: 'presentTo' }),
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
            'Opetushallitus/koski 180e806b, Ammatillinen.scala, AmmatillinenValidation (last day of use of the spells); CSCfi/antero e14a7bf3, CSCVIPUNEN-4899 (no data of rights begun from 2026)',
        },
      ],
    },
  ],
  dimensions: [...vocationalDimensions, fundingOf('fundingThen')],
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
      fi: 'Mukana ovat erityisen tuen, vaativan erityisen tuen tehtävän ja HOJKSin jaksot sekä TUVA-koulutuksen erityisen tuen päätökset.',
      sv: 'Perioder med särskilt stöd, med uppdraget för krävande särskilt stöd och med individuell plan (HOJKS) ingår, och beslut om särskilt stöd i Hux-utbildning.',
      en: 'Spells of special support, of the task of demanding special support and of an individual plan (HOJKS) are included, and decisions on special support in TUVA.',
    },
    {
      fi: 'KOSKI ei ota vastaan erityisen tuen jaksoja 1.1.2026 alkaen, joten luku päättyy vuoden 2025 loppuun. eHOKSin oppimisen tuki (1.8.2026 alkaen) ei ole mukana.',
      sv: 'KOSKI tar inte emot perioder med särskilt stöd från 1.1.2026, så talet slutar vid utgången av 2025. Lärandestödet i ePUK (från 1.8.2026) ingår inte.',
      en: 'KOSKI takes no spells of special support from 1 January 2026, so the figure ends with 2025. The learning support of eHOKS (from 1 August 2026) is not included.',
    },
  ],
  unverified: [],
};
