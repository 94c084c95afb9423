import { funding } from './dimensions.js';
import type { Definition, Expr } from './definition.js';
import { vocationalDimensions, vocationalRights } from './vocational.js';

const days: Expr = { days: [{ column: 'row.start' }, { column: 'row.end' }] };

/** Days of presence that are studied part time. */
export const partTime: Definition = {
  id: 'part-time',
  version: '1.0.0',
  name: { fi: 'Osa-aikainen opiskelu', sv: 'Deltidsstudier', en: 'Part-time study' },
  meaning: {
    fi: 'Kuinka suuri osa läsnäolopäivistä opiskellaan osa-aikaisesti.',
    sv: 'Hur stor andel av närvarodagarna som är deltidsstudier.',
    en: 'What share of the days of presence is studied part time.',
  },
  direction: 'neither',
  rules: [
    {
      id: 'days',
      label: { fi: 'Läsnäolopäivien mukaan', sv: 'Enligt närvarodagar', en: 'By days of presence' },
      inForce: {},
      steps: [
        ...vocationalRights,
        { each: 'period' },
        { keep: { in: 'period.state', codes: ['present'] } },
        { slice: [{ column: 'period.start' }, { min: [{ column: 'period.end' }, { param: 'asOf' }] }] },
      ],
      measure: {
        kind: 'share',
        whole: days,
        part: { when: [[{ less: [{ column: 'period.share' }, 1_000_000] }, days]], otherwise: 0 },
      },
      sources: [
        {
          title: {
            fi: 'KOSKI, opiskeluoikeuden osa-aikaisuusjaksot',
            sv: 'KOSKI, studierättens deltidsperioder',
            en: 'KOSKI, part-time periods of study rights',
          },
          reference: 'Opetushallitus/koski 180e806b, Ammatillinen.scala (osaAikaisuusjaksot)',
        },
      ],
    },
  ],
  dimensions: [...vocationalDimensions, funding],
  figures: [
    {
      id: 'share',
      label: { fi: 'Osa-aikaisten päivien osuus', sv: 'Andel deltidsdagar', en: 'Share of part-time days' },
      unit: 'share',
      kind: 'quotient',
      per: 1,
      decimals: 1,
      numerator: {
        fi: 'läsnäolopäivät, joiden osa-aikaisuus on alle 100 prosenttia',
        sv: 'närvarodagar med mindre än 100 procents studier',
        en: 'days of presence at less than 100 per cent',
      },
      denominator: { fi: 'läsnäolopäivät', sv: 'närvarodagar', en: 'days of presence' },
    },
  ],
  limits: [
    {
      fi: 'Opiskelu on kokoaikaista, jos KOSKI-tiedoissa ei ole osa-aikaisuusjaksoa. Lomapäivät eivät ole läsnäolopäiviä.',
      sv: 'Studierna är på heltid om det inte finns någon deltidsperiod i KOSKI. Semesterdagar är inte närvarodagar.',
      en: 'Studies are full time where KOSKI has no part-time period. Days of holiday are no days of presence.',
    },
  ],
  unverified: [],
};
