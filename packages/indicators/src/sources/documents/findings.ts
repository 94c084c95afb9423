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

/** Findings of every source that reads documents. */
export type DocumentFindingCode = keyof typeof documentFindings | 'not-json' | 'document-too-large';
