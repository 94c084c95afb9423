import {
  boughtFromOthers,
  earliestAssessment,
  partDimensions,
  performances,
  raised,
  recognition,
  unitRows,
  unitType,
} from './assessed-parts.js';
import type { Definition } from './definition.js';

/** Competence points are kept in thousandths. */
const ONE_POINT = 1000;

/**
 * Competence points (osaamispisteet) of the units of qualifications, by the first day on which a unit was assessed. Raised and
 * recognised ones are among them, and told apart by dimensions.
 */
export const competencePoints: Definition = {
  id: 'competence-points',
  version: '1.0.0',
  name: { fi: 'Osaamispisteet', sv: 'Kompetenspoäng', en: 'Competence points' },
  meaning: {
    fi: 'Kuinka monta osaamispistettä tutkinnon osista on kertynyt, arviointipäivän mukaan; korotetut ja tunnustetut osat ovat mukana ja eroteltavissa.',
    sv: 'Hur många kompetenspoäng som samlats av examensdelar, enligt bedömningsdagen; höjda och erkända examensdelar ingår och kan skiljas åt.',
    en: 'How many competence points have been earned from units of qualifications, by the day of assessment; raised and recognised units are included and can be told apart.',
  },
  direction: 'higherIsBetter',
  rules: [
    {
      id: 'assessment',
      label: { fi: 'Arviointipäivän mukaan', sv: 'Enligt bedömningsdagen', en: 'By the day of assessment' },
      inForce: {},
      steps: unitRows,
      measure: { kind: 'sum', amount: { column: 'credit.points' } },
      sources: [performances],
    },
  ],
  dimensions: [...partDimensions, unitType, recognition, raised],
  figures: [
    {
      id: 'points',
      label: { fi: 'Osaamispisteet', sv: 'Kompetenspoäng', en: 'Competence points' },
      unit: 'competencePoints',
      kind: 'amount',
      perUnit: ONE_POINT,
      decimals: 1,
    },
  ],
  limits: [
    boughtFromOthers,
    {
      fi: 'Painottamaton luku: yhteiset tutkinnon osat luetaan osina, ei osa-alueina, eikä rahoituksen kertoimia ole käytetty.',
      sv: 'Oviktat tal: gemensamma examensdelar räknas som hela delar, inte som delområden, och finansieringens koefficienter har inte använts.',
      en: 'Unweighted: common units are counted as units and not by their areas, and no coefficients of funding are applied.',
    },
  ],
  unverified: [earliestAssessment],
};
