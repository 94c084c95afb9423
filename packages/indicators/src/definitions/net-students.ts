import type { Definition, Expr } from './definition.js';
import { funding } from './dimensions.js';
import { isPresent, tuvaOfAnyLicence, vocationalRights, warehouse, vocationalDimensions } from './vocational.js';

const rowDays: Expr = { days: [{ column: 'row.start' }, { column: 'row.end' }] };

/**
 * Net students (netto-opiskelijat): days of presence and holiday, whole days whatever the part-time share, divided by the calendar
 * days of the time: how many students there were on an average day.
 */
export const netStudents: Definition = {
  id: 'net-students',
  version: '1.0.0',
  name: { fi: 'Netto-opiskelijat', sv: 'Nettoantal studerande', en: 'Net students' },
  meaning: {
    fi: 'Kuinka monta läsnä tai lomalla olevaa opiskelijaa ammatillisessa koulutuksessa on keskimäärin ollut ajanjakson päivinä: opiskelijapäivät jaettuna kalenteripäivillä.',
    sv: 'Hur många studerande som i genomsnitt varit närvarande eller på semester per dag i yrkesutbildningen: studerandedagarna dividerade med kalenderdagarna.',
    en: 'How many students there have been on average on the days of the time, present or on holiday: student days divided by calendar days.',
  },
  direction: 'neither',
  rules: [
    {
      id: 'calendar-days',
      label: {
        fi: 'Opiskelijapäivät kalenteripäivää kohti',
        sv: 'Studerandedagar per kalenderdag',
        en: 'Student days per calendar day',
      },
      inForce: {},
      steps: [
        ...vocationalRights,
        { each: 'period' },
        { slice: [{ column: 'period.start' }, { min: [{ column: 'period.end' }, { param: 'asOf' }] }] },
        { keep: isPresent('period.state') },
        {
          bind: 'tuvaDays',
          daysOfRights: {
            where: {
              all: [
                { column: 'other.tuva' },
                { not: { column: 'right.tuva' } },
                { not: { column: 'other.invalid' } },
                isPresent('otherPeriod.state'),
              ],
            },
            from: { column: 'row.start' },
            to: { column: 'row.end' },
          },
        },
        { bind: 'studentDays', to: { subtract: [rowDays, { column: 'tuvaDays' }] } },
        {
          exclude: {
            id: 'presentInTuva',
            label: {
              fi: 'Koko ajan läsnä TUVA-koulutuksessa',
              sv: 'Hela tiden närvarande i Hux-utbildning',
              en: 'Present in preparatory education (TUVA) all the time',
            },
            when: { equal: [{ column: 'studentDays' }, 0] },
          },
        },
      ],
      measure: { kind: 'sum', amount: { column: 'studentDays' } },
      sources: [
        warehouse(
          {
            fi: 'Netto-opiskelijat (Vipusen tietovarasto)',
            sv: 'Nettoantal studerande (Vipunens datalager)',
            en: 'Net students (the warehouse behind Vipunen)',
          },
          'p_lataa_amm_opiskelijat_netto_valitaulu (11997); measure “Netto-opiskelijamäärä” of the model Koski ammatillinen opiskelijat ja tutkinnot',
        ),
      ],
    },
  ],
  dimensions: [...vocationalDimensions, funding],
  figures: [
    {
      id: 'netStudents',
      label: { fi: 'Netto-opiskelijat', sv: 'Nettoantal studerande', en: 'Net students' },
      unit: 'students',
      kind: 'amount',
      perUnit: 1,
      perDay: true,
      decimals: 1,
    },
    {
      id: 'days',
      label: { fi: 'Opiskelijapäivät', sv: 'Studerandedagar', en: 'Student days' },
      unit: 'days',
      kind: 'amount',
      perUnit: 1,
      decimals: 0,
    },
  ],
  limits: [
    {
      fi: 'Ennen valtakunnallista vähennystä: päivä, jona sama henkilö on läsnä usealla järjestäjällä, on mukana jokaisen luvussa.',
      sv: 'Före nationellt avdrag: en dag då samma person är närvarande hos flera anordnare ingår i talen för var och en av dem.',
      en: 'Before national deduction: a day on which a person is present at several providers is in the figure of each.',
    },
    {
      fi: 'Osa-aikaisuus ei vaikuta: jokainen läsnä- tai lomapäivä on kokonainen. Kesken olevan ajanjakson päivistä mukana ovat vain ne, jotka ovat kuluneet.',
      sv: 'Deltid påverkar inte: varje närvaro- eller semesterdag är hel. Av dagarna i en pågående period ingår bara de som gått.',
      en: 'Part-time study makes no difference: each day of presence or holiday is whole. Of a time that has not ended, only the days that have passed are counted.',
    },
  ],
  unverified: [tuvaOfAnyLicence],
};
