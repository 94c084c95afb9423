import type { Definition, Expr } from './definition.js';
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

function inSeptember(day: number): Expr {
  return { dayInYearOf: [{ param: 'window.end' }, 9, day] };
}

/** Students on 20 September (tilastopäivä 20.9.): persons present or on holiday that day. Years without that day have none. */
export const studentsOn20September: Definition = {
  id: 'students-on-20-september',
  version: '1.0.0',
  name: { fi: 'Opiskelijat 20.9.', sv: 'Studerande 20.9', en: 'Students on 20 September' },
  meaning: {
    fi: 'Kuinka moni oli tilastopäivänä 20. syyskuuta ammatillisessa koulutuksessa läsnä tai lomalla.',
    sv: 'Hur många som på statistikdagen den 20 september var närvarande i yrkesutbildning eller på semester från den.',
    en: 'How many were present in vocational education, or on holiday from it, on the statistical day, 20 September.',
  },
  direction: 'neither',
  rules: [
    {
      id: 'statistical-day',
      label: { fi: 'Tilastopäivä 20.9.', sv: 'Statistikdagen 20.9', en: 'Statistical day, 20 September' },
      inForce: {},
      steps: [
        ...vocationalRights,
        { each: 'period' },
        { slice: [{ column: 'period.start' }, { min: [{ column: 'period.end' }, { param: 'asOf' }] }] },
        {
          keep: {
            all: [
              isPresent('period.state'),
              { atMost: [{ column: 'row.start' }, inSeptember(20)] },
              { atMost: [inSeptember(20), { column: 'row.end' }] },
            ],
          },
        },
        ...withoutTuvaInMonth(inSeptember(1), inSeptember(30)),
      ],
      measure: { kind: 'count' },
      sources: [
        warehouse(
          {
            fi: 'Ammatillisen koulutuksen opiskelijat, tilastopäivä 20.9. (Vipusen tietovarasto)',
            sv: 'Studerande inom yrkesutbildning, statistikdagen 20.9 (Vipunens datalager)',
            en: 'Students of vocational education, statistical day 20 September (the warehouse behind Vipunen)',
          },
          'p_lataa_amm_opiskelijat_valitaulu (11998), tilastopaiva_20_9',
        ),
      ],
    },
  ],
  dimensions: [...vocationalDimensions, funding],
  figures: [
    {
      id: 'students',
      label: { fi: 'Opiskelijat 20.9.', sv: 'Studerande 20.9', en: 'Students on 20 September' },
      unit: 'students',
      kind: 'persons',
      decimals: 0,
    },
  ],
  limits: [
    severalProviders,
    personsOnce,
    {
      fi: 'Syyskuussa myös TUVA-koulutuksessa ollutta ei lueta muun koulutuksen opiskelijaksi, vaikka TUVA olisi päättynyt ennen 20. päivää: vähennys tehdään kuukausittain kuten kansallisessa tietovarastossa.',
      sv: 'Den som i september också varit i Hux-utbildning räknas inte som studerande i annan utbildning, även om Hux upphört före den 20: avdraget görs per månad som i det nationella datalagret.',
      en: 'Whoever was also in TUVA in September is not counted as a student of other education, even where TUVA ended before the 20th: the deduction is by month, as in the national warehouse.',
    },
  ],
  unverified: [tuvaOfAnyLicence],
};
