import type { Definition } from './definition.js';
import { funding } from './dimensions.js';
import {
  isPresent,
  personsOnce,
  severalProviders,
  tuvaOfAnyLicence,
  vocationalRights,
  warehouse,
  vocationalDimensions,
  withoutTuvaInMonth,
} from './vocational.js';

/**
 * Students (opiskelijat): persons with a period of presence or holiday that touches the month. A year or half-year holds whoever is a
 * student in one of its months.
 */
export const students: Definition = {
  id: 'students',
  version: '1.0.0',
  name: { fi: 'Opiskelijat', sv: 'Studerande', en: 'Students' },
  meaning: {
    fi: 'Kuinka moni on ollut ammatillisessa koulutuksessa läsnä tai lomalla vähintään yhtenä päivänä kuukaudessa; vuoden luvussa ovat kaikki, jotka ovat olleet opiskelijoina jossakin sen kuukausista.',
    sv: 'Hur många som varit närvarande i yrkesutbildning eller på semester minst en dag under månaden; i talet för ett år ingår alla som varit studerande under någon av dess månader.',
    en: 'How many have been present in vocational education, or on holiday from it, on at least one day of the month; a year holds everybody who has been a student in one of its months.',
  },
  direction: 'neither',
  rules: [
    {
      id: 'month',
      label: { fi: 'Opiskelijat kuukausittain', sv: 'Studerande per månad', en: 'Students month by month' },
      inForce: {},
      steps: [
        ...vocationalRights,
        { each: 'period' },
        {
          slice: [{ column: 'period.start' }, { min: [{ column: 'period.end' }, { param: 'asOf' }] }],
          into: 'months',
        },
        { keep: isPresent('period.state') },
        ...withoutTuvaInMonth({ param: 'window.start' }, { param: 'window.end' }),
      ],
      measure: { kind: 'count' },
      sources: [
        warehouse(
          {
            fi: 'Ammatillisen koulutuksen opiskelijat kuukausittain (Vipusen tietovarasto)',
            sv: 'Studerande inom yrkesutbildning per månad (Vipunens datalager)',
            en: 'Students of vocational education by month (the warehouse behind Vipunen)',
          },
          'p_lataa_amm_opiskelijat_valitaulu (11998); measure “opiskelijat” of the model Koski ammatillinen opiskelijat ja tutkinnot',
        ),
      ],
    },
  ],
  dimensions: [...vocationalDimensions, funding],
  figures: [
    {
      id: 'students',
      label: { fi: 'Opiskelijat', sv: 'Studerande', en: 'Students' },
      unit: 'students',
      kind: 'persons',
      decimals: 0,
    },
  ],
  limits: [severalProviders, personsOnce],
  unverified: [tuvaOfAnyLicence],
};
