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

/** Units of qualifications that were assessed; how many of them were recognised, funded or not, is told apart by `recognition`. */
export const assessedUnits: Definition = {
  id: 'assessed-units',
  version: '1.0.0',
  name: { fi: 'Arvioidut tutkinnon osat', sv: 'Bedömda examensdelar', en: 'Assessed units' },
  meaning: {
    fi: 'Kuinka monta tutkinnon osaa on arvioitu hyväksytysti, arviointipäivän mukaan; tunnustetut ja korotetut osat ovat mukana ja eroteltavissa.',
    sv: 'Hur många examensdelar som har bedömts med godkänt resultat, enligt bedömningsdagen; erkända och höjda examensdelar ingår och kan skiljas åt.',
    en: 'How many units of qualifications have been assessed and passed, by the day of assessment; recognised and raised units are included and can be told apart.',
  },
  direction: 'higherIsBetter',
  rules: [
    {
      id: 'assessment',
      label: { fi: 'Arviointipäivän mukaan', sv: 'Enligt bedömningsdagen', en: 'By the day of assessment' },
      inForce: {},
      steps: unitRows,
      measure: { kind: 'count' },
      sources: [performances],
    },
  ],
  dimensions: [...partDimensions, unitType, recognition, raised],
  figures: [
    {
      id: 'units',
      label: { fi: 'Arvioidut tutkinnon osat', sv: 'Bedömda examensdelar', en: 'Assessed units' },
      unit: 'units',
      kind: 'count',
      decimals: 0,
      numerator: {
        fi: 'arvioidut tutkinnon osat, tunnustetut ja korotetut mukaan lukien',
        sv: 'bedömda examensdelar, även de erkända och de höjda',
        en: 'assessed units, recognised and raised ones among them',
      },
    },
  ],
  limits: [
    boughtFromOthers,
    {
      fi: 'Osa lasketaan, vaikka sen laajuus puuttuu; osaamispisteisiin se ei tuo mitään.',
      sv: 'En examensdel räknas även om dess omfattning saknas; till kompetenspoängen bidrar den inte.',
      en: 'A unit counts even where its extent is missing; to the competence points it adds nothing.',
    },
  ],
  unverified: [earliestAssessment],
};
