import type { FindingKind } from '../../findings/reporter.js';

/** What can be wrong with a file of documents, whatever they are about. Sources say in their own words what the file should hold. */
export const documentFindings = {
  'damaged-gzip': {
    severity: 'error',
    expected: 'gzip',
    message: () => ({
      fi: 'Pakattu tiedosto on vioittunut tai katkennut. Siihen asti puretut tiedot on luettu; siirrä tiedosto uudelleen.',
      sv: 'Den packade filen är skadad eller avbruten. Det som gick att packa upp har lästs; överför filen på nytt.',
      en: 'The compressed file is damaged or cut off. What could be unpacked has been read; transfer the file again.',
    }),
  },
  'utf-16': {
    severity: 'note',
    expected: 'UTF-8',
    message: () => ({
      fi: 'Tiedosto on UTF-16-koodattu (näin käy esimerkiksi PowerShellin >-ohjauksessa). Se on luettu, mutta tallenna se mieluummin UTF-8-muodossa.',
      sv: 'Filen är kodad i UTF-16 (det händer till exempel med > i PowerShell). Den har lästs, men spara den hellre i UTF-8.',
      en: 'The file is in UTF-16 (PowerShell’s > does that, for example). It has been read, but save it as UTF-8 if you can.',
    }),
  },
  'not-utf-8': {
    severity: 'warning',
    expected: 'UTF-8',
    message: () => ({
      fi: 'Teksti ei ole UTF-8-muodossa. Se on luettu Latin-1-tekstinä (Windows-1252); tarkista ääkköset oppilaitosten nimissä ja vie tiedosto UTF-8-muodossa.',
      sv: 'Texten är inte UTF-8. Den har lästs som Latin-1 (Windows-1252); kontrollera å, ä och ö i läroanstalternas namn och exportera filen i UTF-8.',
      en: 'The text is not UTF-8. It has been read as Latin-1 (Windows-1252); check å, ä and ö in the names of the schools, and export the file as UTF-8.',
    }),
  },
  'invalid-json': {
    severity: 'refused',
    expected: 'JSON',
    message: (found) => ({
      fi: `Asiakirja ei ole eheää JSONia: ${found.fi}. Se on ohitettu kokonaan.`,
      sv: `Dokumentet är inte giltig JSON: ${found.sv}. Det har hoppats över i sin helhet.`,
      en: `The document is not valid JSON: ${found.en}. All of it has been skipped.`,
    }),
  },
  'cut-off': {
    severity: 'refused',
    expected: '}',
    message: () => ({
      fi: 'Asiakirja katkeaa kesken. Tiedonsiirto on todennäköisesti keskeytynyt tai levy täyttynyt: vie tiedot uudelleen.',
      sv: 'Dokumentet tar slut mitt i. Överföringen har troligen avbrutits eller disken blivit full: exportera uppgifterna på nytt.',
      en: 'The document ends in the middle. Probably the transfer was interrupted or a disk was full: export the data again.',
    }),
  },
} as const satisfies Readonly<Record<string, FindingKind>>;

/** What can be wrong with a value, in whatever document it stands. */
export const valueFindings = {
  'invalid-date': {
    severity: 'error',
    expected: 'YYYY-MM-DD',
    message: (found) => ({
      fi: `Päivämäärää ei ole kalenterissa, tai se on väärän muotoinen: ${found.fi}.`,
      sv: `Datumet finns inte i kalendern eller har fel form: ${found.sv}.`,
      en: `The date is not in the calendar, or has the wrong form: ${found.en}.`,
    }),
  },
  'end-before-start': {
    severity: 'error',
    expected: 'alku ≤ loppu',
    message: (found) => ({
      fi: `Loppupäivä on ennen alkupäivää (${found.fi}). Tieto on jätetty pois.`,
      sv: `Slutdatumet är tidigare än startdatumet (${found.sv}). Uppgiften har lämnats bort.`,
      en: `The end date is before the start date (${found.en}). It has been left out.`,
    }),
  },
  'business-id-invalid': {
    severity: 'warning',
    expected: 'NNNNNNN-N',
    message: () => ({
      fi: 'Y-tunnus on väärän muotoinen tai sen tarkistusnumero on väärä. Sitä ei käytetä, joten työnantajaa tai työpaikkaa ei tiedetä.',
      sv: 'FO-numret har fel form eller fel kontrollsiffra. Det används inte, så arbetsgivaren eller arbetsplatsen är inte känd.',
      en: 'The business id has the wrong form or a wrong check digit. It is not used, so the employer or workplace is not known.',
    }),
  },
} as const satisfies Readonly<Record<string, FindingKind>>;

/** Findings of every source that reads documents. */
export type DocumentFindingCode = keyof typeof documentFindings | 'not-json' | 'document-too-large';
