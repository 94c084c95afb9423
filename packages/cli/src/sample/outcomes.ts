import { dayFromYmd, isoFromDay, yearOf } from '@strapetsi/indicators';
import { BYTE_ORDER_MARK, csvLine } from '../output/csv.js';
import { learnerOid } from './document.js';
import { createRandom, type Random } from './random.js';
import { samplePersons, type SampleOptions } from './sample.js';

const OUTCOMES = 2;

const columns = [
  'Oppijanumero',
  'Sukupuoli',
  'Syntymävuosi',
  'Koulutuksen järjestäjän oid',
  'Koulutuksen järjestäjän nimi',
  'Koulutuksen järjestäjän nimi ruotsiksi',
  'Oppilaitoksen oid',
  'Oppilaitoksen nimi',
  'Oppilaitoksen nimi ruotsiksi',
  'Tutkintokoodi',
  'Tutkinnon nimi',
  'Tutkinnon nimi ruotsiksi',
  'Valmistumispäivä',
  'Vuosia valmistumisesta',
  'Pääasiallinen toiminta',
];

export const outcomesHead = BYTE_ORDER_MARK + csvLine(columns);

/**
 * Main activity of the sample's graduates one, three and five years after, as lines of CSV: a row for a graduate and a year,
 * where its last day has been by the day of the export.
 */
export function* sampleOutcomes(options: SampleOptions): Generator<string> {
  for (const { person, provider } of samplePersons(options)) {
    const random = createRandom(options.seed, options.provider, person.index, OUTCOMES);
    for (const right of person.rights) {
      if (right.kind !== 'wholeQualification' || !right.graduated || right.ended === undefined) continue;
      const { school, qualification } = right;
      for (const years of [1, 3, 5]) {
        const activity = drawActivity(random, years);
        if (dayFromYmd(yearOf(right.ended) + years, 12, 31) > options.asOf) continue;
        yield csvLine([
          learnerOid(person, provider, options.seed),
          person.gender === 'male' ? 'mies' : 'nainen',
          yearOf(person.birthDay),
          ...[provider.oid, provider.name.fi ?? '', provider.name.sv ?? ''],
          ...[school.oid, school.name.fi ?? '', school.name.sv ?? ''],
          ...[qualification.code, qualification.name.fi ?? '', qualification.name.sv ?? ''],
          isoFromDay(right.ended),
          years,
          activity,
        ]);
      }
    }
  }
}

/** Codes 1–8 of Statistics Finland; shares are invented. The more years, the fewer are unemployed or conscripts. */
function drawActivity(random: Random, years: number): string {
  return random.weighted([
    [46 + 3 * years, '1'],
    [12 + years, '2'],
    [13 - years, '3'],
    [13 - years, '4'],
    [years === 1 ? 6 : 1, '5'],
    [1, '6'],
    [5, '7'],
    [1 + 0.3 * years, '8'],
  ]);
}
