import type { Definition } from './definition.js';
import { followUpSource, ownState, ripeLater, startDimensions, starts, startsInTime } from './started-studies.js';

const GRADUATED = 1;
const UNDER_WAY = 2;
const LEFT = 3;

/**
 * What the education that was started has led to (aloitetun koulutuksen tilanne): graduated, under way or left, every six months. Other
 * studies of the person make no difference: `course-of-studies` tells those.
 */
export const outcomeOfStartedStudies: Definition = {
  id: 'outcome-of-started-studies',
  version: '1.0.0',
  name: {
    fi: 'Aloitetun koulutuksen tilanne',
    sv: 'Situationen i den påbörjade utbildningen',
    en: 'Outcome of the studies that were started',
  },
  meaning: {
    fi: 'Kuinka suuri osa samana puolivuotena aloittaneista on valmistunut aloittamastaan koulutuksesta, opiskelee siinä yhä tai on eronnut siitä 6–60 kuukauden kuluttua.',
    sv: 'Hur stor del av dem som började under samma halvår som efter 6–60 månader har utexaminerats från den påbörjade utbildningen, ännu studerar i den eller har skrivits ut från den.',
    en: 'What share of those who began in the same half-year have, 6 to 60 months on, graduated from the education they began, are still in it, or have left it.',
  },
  direction: 'higherIsBetter',
  rules: [
    {
      id: 'own-right',
      label: {
        fi: 'Aloitetun opiskeluoikeuden tila',
        sv: 'Statusen för den påbörjade studierätten',
        en: 'State of the study right that was started',
      },
      inForce: {},
      steps: [
        ...starts,
        ...ownState,
        {
          bind: 'outcome',
          to: {
            when: [
              [{ column: 'ownGraduated' }, GRADUATED],
              [{ column: 'ownContinues' }, UNDER_WAY],
            ],
            otherwise: LEFT,
          },
        },
      ],
      measure: {
        kind: 'distribution',
        of: { column: 'outcome' },
        categories: [
          { code: GRADUATED, label: { fi: 'Valmistunut', sv: 'Utexaminerad', en: 'Graduated' } },
          { code: UNDER_WAY, label: { fi: 'Koulutus kesken', sv: 'Utbildningen pågår', en: 'Studies under way' } },
          { code: LEFT, label: { fi: 'Eronnut', sv: 'Utskriven', en: 'Left' } },
        ],
      },
      sources: [followUpSource],
    },
  ],
  dimensions: startDimensions,
  figures: [
    {
      id: 'graduated',
      label: { fi: 'Valmistuneet', sv: 'Utexaminerade', en: 'Graduated' },
      unit: 'share',
      kind: 'share',
      of: [GRADUATED],
      decimals: 1,
      numerator: {
        fi: 'niistä ne, joissa on valmistuttu',
        sv: 'de av dem där den studerande har utexaminerats',
        en: 'those of them whose learner has graduated',
      },
      denominator: startsInTime,
    },
    {
      id: 'underWay',
      label: { fi: 'Koulutus kesken', sv: 'Utbildningen pågår', en: 'Studies under way' },
      unit: 'share',
      kind: 'share',
      of: [UNDER_WAY],
      decimals: 1,
      numerator: {
        fi: 'niistä ne, joissa koulutus on kesken',
        sv: 'de av dem där utbildningen pågår',
        en: 'those of them where studies are under way',
      },
      denominator: startsInTime,
    },
    {
      id: 'left',
      label: { fi: 'Eronneet', sv: 'Utskrivna', en: 'Left' },
      unit: 'share',
      kind: 'share',
      of: [LEFT],
      decimals: 1,
      numerator: {
        fi: 'niistä ne, joissa on erottu',
        sv: 'de av dem där den studerande har skrivits ut',
        en: 'those of them whose learner has left',
      },
      denominator: startsInTime,
    },
    {
      id: 'outcomes',
      label: { fi: 'Tilanteiden jakauma', sv: 'Fördelning enligt situation', en: 'Distribution of situations' },
      unit: 'share',
      kind: 'distribution',
      decimals: 1,
      numerator: {
        fi: 'aloitukset kussakin tilanteessa',
        sv: 'påbörjade studier i varje situation',
        en: 'starts in each situation',
      },
      denominator: startsInTime,
    },
  ],
  limits: [
    {
      fi: 'Luku koskee vain aloitettua opiskeluoikeutta: järjestäjää tai tutkintoa vaihtanut on eronnut.',
      sv: 'Talet gäller endast den påbörjade studierätten: den som bytt anordnare eller examen har skrivits ut.',
      en: 'The figure is of the study right that was started only: whoever changed provider or qualification has left.',
    },
  ],
  unverified: [ripeLater],
};
