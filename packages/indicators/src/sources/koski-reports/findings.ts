import type { FindingKind, Reporter } from '../../findings/reporter.js';
import { tableFindings } from '../tables/problems.js';

/** What can be wrong with one of KOSKI's reports. */
const reportFindings = {
  'not-a-koski-report': {
    severity: 'refused',
    expected: 'ammatillinenopiskelijavuositiedot | ammatillinentutkinto… | ammatillinenosittainen…',
    message: (found) => ({
      fi: `Taulukon sarakkeista ei tunnista KOSKIn opiskelijavuosiraporttia eikä ammatillisen tutkinnon tai sen osien suoritustietojen raporttia (${found.fi}). Anna raportti sellaisena kuin KOSKI sen antaa, otsikot suomeksi tai ruotsiksi.`,
      sv: `Av tabellens kolumner framgår inte att den är KOSKI:s rapport om studerandeår eller om prestationer i en yrkesinriktad examen eller dess delar (${found.sv}). Ge rapporten som KOSKI ger den, med rubriker på finska eller svenska.`,
      en: `The columns of the table do not show it to be KOSKI’s report of student years, or of performances in a qualification or its units (${found.en}). Give the report as KOSKI gives it, with headings in Finnish or Swedish.`,
    }),
  },
  'column-missing': {
    severity: 'refused',
    expected: 'raportti-excel-kolumni-…',
    message: (found) => ({
      fi: `Raportista puuttuu sarake, jota ilman sitä ei voi käyttää (${found.fi}). Hae raportti KOSKIsta uudelleen äläkä muuta sen otsikoita.`,
      sv: `Rapporten saknar en kolumn som behövs för att använda den (${found.sv}). Hämta rapporten på nytt ur KOSKI och ändra inte dess rubriker.`,
      en: `The report lacks a column without which it cannot be used (${found.en}). Get the report from KOSKI again, and do not change its headings.`,
    }),
  },
  'column-twice': {
    severity: 'warning',
    expected: '1 ×',
    message: (found) => ({
      fi: `Sarake on taulukossa useammin kuin kerran (${found.fi}). Ensimmäinen on luettu.`,
      sv: `Kolumnen finns mer än en gång i tabellen (${found.sv}). Den första har lästs.`,
      en: `The column is in the table more than once (${found.en}). The first one has been read.`,
    }),
  },
  'sums-without-periods': {
    severity: 'note',
    expected: 'opiskeluoikeusjaksot: [{alku, tila}]',
    message: () => ({
      fi: 'Raportti kertoo päivät ja osaamispisteet aikajaksolta yhteensä, ei jaksoina eikä arviointipäivinä. Siksi siihen voi verrata, mutta indikaattoreita ei voi laskea siitä: niihin tarvitaan opiskeluoikeudet JSON-muodossa.',
      sv: 'Rapporten anger dagar och kompetenspoäng som summor för tidsperioden, inte som perioder eller bedömningsdagar. Därför går det att jämföra med den, men inte att beräkna indikatorer av den: för dem behövs studierätterna som JSON.',
      en: 'The report gives days and competence points as sums for its period, not as periods or days of assessment. So it can be compared with, but indicators cannot be calculated from it: they need the study rights as JSON.',
    }),
  },
  'right-oid-invalid': {
    severity: 'refused',
    expected: '1.2.246.562.15.…',
    message: (found) => ({
      fi: `Rivin opiskeluoikeuden oid puuttuu tai ei ole oikean muotoinen (${found.fi}). Rivi on ohitettu, koska sitä ei voi yhdistää mihinkään opiskeluoikeuteen.`,
      sv: `Radens oid för studierätten saknas eller har fel form (${found.sv}). Raden har hoppats över eftersom den inte kan kopplas till någon studierätt.`,
      en: `The oid of the row’s study right is missing or does not have the right form (${found.en}). The row has been skipped, because it cannot be matched with any study right.`,
    }),
  },
  'right-met-again': {
    severity: 'refused',
    expected: '1 × oid',
    message: () => ({
      fi: 'Sama opiskeluoikeus on raportissa jo aiemmalla rivillä. Ensimmäinen rivi on luettu, tämä ohitettu.',
      sv: 'Samma studierätt finns redan på en tidigare rad i rapporten. Den första raden har lästs, den här har hoppats över.',
      en: 'The same study right stands on an earlier row of the report. The first row has been read, this one skipped.',
    }),
  },
  'figure-invalid': {
    severity: 'error',
    expected: '0 | 15,5 | 15.5 | 65.0 (54.0)',
    message: (found) => ({
      fi: `Solussa ei ole lukua (${found.fi}). Lukua ei verrata.`,
      sv: `Cellen innehåller inget tal (${found.sv}). Talet jämförs inte.`,
      en: `The cell does not hold a number (${found.en}). The figure is not compared.`,
    }),
  },
  'no-figure': {
    severity: 'refused',
    expected: '0 | 15,5 | 15.5 | 65.0 (54.0)',
    message: () => ({
      fi: 'Rivillä ei ole lukua, jota raportista verrataan. Rivi on ohitettu.',
      sv: 'Raden saknar det tal i rapporten som jämförs. Raden har hoppats över.',
      en: 'The row lacks the figure of the report that is compared. The row has been skipped.',
    }),
  },
  'date-invalid': {
    severity: 'warning',
    expected: 'YYYY-MM-DD | D.M.YYYY',
    message: (found) => ({
      fi: `Päivämäärää ei ole kalenterissa, tai se on väärän muotoinen (${found.fi}); sitä ei käytetä.`,
      sv: `Datumet finns inte i kalendern eller har fel form (${found.sv}); det används inte.`,
      en: `The date is not in the calendar, or has the wrong form (${found.en}); it is not used.`,
    }),
  },
  'no-learner': {
    severity: 'note',
    expected: '1.2.246.562.24.…',
    message: () => ({
      fi: 'Riviltä puuttuu oppijan oid. Opiskeluoikeudet yhdistetään oman oidinsa mukaan, joten vertailu ei siitä muutu.',
      sv: 'Raden saknar studerandens oid. Studierätterna kopplas ihop enligt sina egna oid, så jämförelsen påverkas inte.',
      en: 'The row has no learner oid. Study rights are matched by their own oids, so that the comparison does not change.',
    }),
  },
} as const satisfies Readonly<Record<string, FindingKind>>;

/** Everything that reading a report of KOSKI's can find, by code. */
export const koskiReportFindings = { ...tableFindings, ...reportFindings } satisfies Readonly<
  Record<string, FindingKind>
>;

export type KoskiReportFindingCode = keyof typeof koskiReportFindings;
export type KoskiReportReporter = Reporter<KoskiReportFindingCode>;
