import { cohort } from './dimensions.js';
import type { Definition, Figure } from './definition.js';
import {
  asOf,
  bindStartingDay,
  cumulativeIncidence,
  GRADUATED,
  LEFT,
  startingDay,
  vocationalStarts,
  waysOut,
} from './vocational-starts.js';
import { cutsOf } from './vocational.js';

const SEVEN_YEARS = 84;
const graduated = { column: 'graduated' };
const end = { column: 'right.end' };

function quantile(id: string, share: number, label: Figure['label']): Figure {
  return { id, label, unit: 'months', decimals: 0, kind: 'timeQuantile', cause: GRADUATED, quantile: share };
}

/**
 * Whole months from the first day of presence to graduation, right by right. Who is still under way is censored on the day of the data; any
 * other final state is leaving, which rules graduation out. So the median is told before everybody has finished, and is not
 * drawn down by the quick ones who have.
 */
export const timeToQualification: Definition = {
  id: 'time-to-qualification',
  version: '1.0.0',
  name: { fi: 'Tutkinnon suorittamisaika', sv: 'Tid till examen', en: 'Time to qualification' },
  meaning: {
    fi: 'Kuinka monta täyttä kuukautta aloittamisesta kuluu, ennen kuin puolet aloittaneista on suorittanut tutkinnon, kun myös vielä opiskelevat ja ilman tutkintoa lähteneet ovat mukana.',
    sv: 'Hur många hela månader efter starten det tar innan hälften av dem som började har avlagt examen, när även de som ännu studerar och de som slutat utan examen räknas med.',
    en: 'How many whole months after the start it takes until half of those who started have completed the qualification, with those still studying and those who left without one counted in.',
  },
  direction: 'lowerIsBetter',
  rules: [
    {
      id: 'by-right',
      label: {
        fi: 'Aloittamisesta valmistumiseen opiskeluoikeuksittain',
        sv: 'Från start till examen enligt studierätt',
        en: 'From start to graduation by study right',
      },
      inForce: {},
      steps: [
        bindStartingDay,
        {
          bind: 'graduated',
          ofChildren: 'period',
          where: { in: 'period.state', codes: ['graduated'] },
          take: { min: { column: 'period.start' } },
        },
        {
          bind: 'invalid',
          ofChildren: 'period',
          where: { in: 'period.state', codes: ['invalidated'] },
          take: 'any',
        },
        ...vocationalStarts,
        {
          exclude: {
            id: 'invalidated',
            label: { fi: 'Mitätöity opiskeluoikeus', sv: 'Annullerad studierätt', en: 'Invalidated study right' },
            when: { column: 'invalid' },
          },
        },
      ],
      measure: {
        kind: 'timeToEvent',
        from: startingDay,
        to: {
          when: [
            [{ atMost: [graduated, asOf] }, graduated],
            [{ atMost: [end, asOf] }, end],
          ],
          otherwise: asOf,
        },
        cause: {
          when: [
            [{ atMost: [graduated, asOf] }, GRADUATED],
            [{ atMost: [end, asOf] }, LEFT],
          ],
          otherwise: 0,
        },
        causes: waysOut,
        upToMonths: SEVEN_YEARS,
      },
      sources: [cumulativeIncidence],
    },
  ],
  dimensions: [...cutsOf(startingDay), cohort(startingDay)],
  figures: [
    quantile('median', 0.5, {
      fi: 'Puolet on suorittanut tutkinnon (mediaani)',
      sv: 'Hälften har avlagt examen (median)',
      en: 'Half have completed the qualification (median)',
    }),
    quantile('firstQuarter', 0.25, {
      fi: 'Neljäsosa on suorittanut tutkinnon',
      sv: 'En fjärdedel har avlagt examen',
      en: 'A quarter have completed the qualification',
    }),
    quantile('thirdQuarter', 0.75, {
      fi: 'Kolme neljäsosaa on suorittanut tutkinnon',
      sv: 'Tre fjärdedelar har avlagt examen',
      en: 'Three quarters have completed the qualification',
    }),
  ],
  limits: [
    {
      fi: 'Ennen valtakunnallista vähennystä: toisen järjestäjän opiskelijaksi siirtynyt on täällä lähtenyt ilman tutkintoa.',
      sv: 'Före nationellt avdrag: den som bytt till en annan anordnare har här slutat utan examen.',
      en: 'Before national deduction: whoever moved to another provider has left without a qualification here.',
    },
    {
      fi: 'Aika on kalenteriaikaa, johon sisältyvät myös lomat ja väliaikaiset keskeytykset.',
      sv: 'Tiden är kalendertid där även semestrar och tillfälliga avbrott ingår.',
      en: 'Time is calendar time, with holidays and temporary interruptions in it.',
    },
  ],
  unverified: [
    {
      fi: 'Tutkinnon suorittamisajalle ei ole löytynyt julkaistua valtakunnallista määritelmää; aika alkaa ensimmäisestä läsnä- tai lomapäivästä, kuten opintojen kulussa.',
      sv: 'Ingen publicerad nationell definition av tiden till examen har hittats; tiden börjar den första närvaro- eller semesterdagen, liksom i studieförloppet.',
      en: 'No published national definition of the time to qualification has been found; time begins on the first day of presence or holiday, as in completion by cohort.',
    },
  ],
};
