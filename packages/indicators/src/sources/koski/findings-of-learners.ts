import type { FindingKind } from '../../findings/reporter.js';
import { documentFindings } from '../documents/findings.js';

const DOCUMENT = '{"henkilö": {…}, "opiskeluoikeudet": [{…}]}';

/** What can be wrong with a file, a document or the person in it. */
export const learnerFindings = {
  ...documentFindings,
  'empty-file': {
    severity: 'error',
    expected: DOCUMENT,
    message: () => ({
      fi: 'Tiedosto on tyhjä. Tarkista, että tiedot vietiin järjestelmästä loppuun asti.',
      sv: 'Filen är tom. Kontrollera att exporten ur systemet slutfördes.',
      en: 'The file is empty. Check that the export from the system was completed.',
    }),
  },
  'not-json': {
    severity: 'refused',
    expected: `${DOCUMENT} | [{…}, {…}] | NDJSON`,
    message: (found) => ({
      fi: `Tämä ei ole JSON-tekstiä (${found.fi}). Anna KOSKI-tiedot JSON-muodossa, esimerkiksi yksi oppija rivillä.`,
      sv: `Det här är inte JSON-text (${found.sv}). Ge KOSKI-uppgifterna som JSON, till exempel en studerande per rad.`,
      en: `This is not JSON text (${found.en}). Give the KOSKI data as JSON, for example one learner on each line.`,
    }),
  },
  'document-too-large': {
    severity: 'refused',
    expected: '≤ maxDocumentBytes (16 MiB)',
    message: (found) => ({
      fi: `Asiakirja on liian suuri (${found.fi}), ja se on ohitettu. Yhden oppijan tiedot ovat tavallisesti alle 100 kilotavua; ehkä rivinvaihdot tai listan hakasulkeet puuttuvat.`,
      sv: `Dokumentet är för stort (${found.sv}) och har hoppats över. En studerandes uppgifter är vanligen under 100 kilobyte; kanske saknas radbrytningar eller listans hakparenteser.`,
      en: `The document is too large (${found.en}) and has been skipped. One learner’s data usually take less than 100 kilobytes; perhaps line breaks or the brackets of the list are missing.`,
    }),
  },
  'not-koski-document': {
    severity: 'refused',
    expected: DOCUMENT,
    message: () => ({
      fi: 'Tämä ei ole KOSKI-asiakirja: siinä pitäisi olla henkilö ja lista opiskeluoikeudet. Se on ohitettu.',
      sv: 'Det här är inte ett KOSKI-dokument: där borde finnas en person (henkilö) och en lista över studierätter (opiskeluoikeudet). Det har hoppats över.',
      en: 'This is not a KOSKI document: it should hold a person (henkilö) and a list of study rights (opiskeluoikeudet). It has been skipped.',
    }),
  },
  'no-study-rights': {
    severity: 'refused',
    expected: 'opiskeluoikeudet: [{…}]',
    message: () => ({
      fi: 'Oppijalla ei ole yhtään opiskeluoikeutta, joten hänestä ei ole mitään laskettavaa.',
      sv: 'Den studerande har inga studierätter, så det finns inget att räkna.',
      en: 'The learner has no study rights, so there is nothing to count.',
    }),
  },
  'no-usable-study-right': {
    severity: 'refused',
    expected: 'opiskeluoikeudet: [{…}]',
    message: () => ({
      fi: 'Yhtäkään oppijan opiskeluoikeutta ei voitu lukea; muut havainnot kertovat, miksi.',
      sv: 'Ingen av den studerandes studierätter kunde läsas; de övriga observationerna berättar varför.',
      en: 'None of the learner’s study rights could be read; the other findings say why.',
    }),
  },
  'person-met-again': {
    severity: 'refused',
    expected: '1 × henkilö',
    message: () => ({
      fi: 'Sama oppija on jo luettu aiemmin tiedostosta. Jotta ketään ei lasketa kahdesti, tämä asiakirja on ohitettu. Poista kaksoiskappaleet tai järjestä tiedosto oppijan mukaan.',
      sv: 'Samma studerande har redan lästs tidigare i filen. För att ingen ska räknas två gånger har dokumentet hoppats över. Ta bort dubbletter eller ordna filen enligt studerande.',
      en: 'The same learner has been read earlier in the file. So that nobody is counted twice, this document has been skipped. Remove duplicates, or sort the file by learner.',
    }),
  },
  'no-identity': {
    severity: 'warning',
    expected: 'henkilö.oid | henkilö.hetu',
    message: () => ({
      fi: 'Henkilöltä puuttuu sekä oppijanumero (oid) että henkilötunnus. Hänet lasketaan erilliseksi henkilöksi, eikä häntä voi yhdistää muiden tiedostojen tietoihin.',
      sv: 'Personen saknar både studentnummer (oid) och personbeteckning. Personen räknas för sig och kan inte kopplas ihop med uppgifter i andra filer.',
      en: 'The person has neither a learner number (oid) nor an identity code. They are counted as a separate person and cannot be matched with other files.',
    }),
  },
  'learner-oid-invalid': {
    severity: 'warning',
    expected: '1.2.246.562.24.…',
    message: () => ({
      fi: 'Oppijanumero (oid) ei ole oikean muotoinen; sitä ei käytetä.',
      sv: 'Studentnumret (oid) har fel form; det används inte.',
      en: 'The learner number (oid) does not have the right form; it is not used.',
    }),
  },
  'identity-code-invalid': {
    severity: 'warning',
    expected: 'DDMMYY-NNNC',
    message: () => ({
      fi: 'Henkilötunnus ei ole oikean muotoinen; siitä ei saada syntymävuotta eikä sukupuolta.',
      sv: 'Personbeteckningen har fel form; den ger varken födelseår eller kön.',
      en: 'The identity code does not have the right form; it gives neither year of birth nor gender.',
    }),
  },
  'identity-code-check': {
    severity: 'warning',
    expected: 'DDMMYYNNN mod 31',
    message: () => ({
      fi: 'Henkilötunnuksen tarkistusmerkki on väärä: tunnuksessa on todennäköisesti näppäilyvirhe. Se on silti luettu.',
      sv: 'Personbeteckningens kontrolltecken är fel: beteckningen innehåller troligen ett skrivfel. Den har lästs ändå.',
      en: 'The check character of the identity code is wrong: the code probably has a typing error. It has been read all the same.',
    }),
  },
  'birth-date-invalid': {
    severity: 'warning',
    expected: 'YYYY-MM-DD',
    message: () => ({
      fi: 'Syntymäaika ei ole päivämäärä; sitä ei käytetä.',
      sv: 'Födelsetiden är inte ett datum; den används inte.',
      en: 'The date of birth is not a date; it is not used.',
    }),
  },
  'mother-tongue-invalid': {
    severity: 'note',
    expected: 'FI | SV | …',
    message: () => ({
      fi: 'Äidinkieli ei ole kielikoodi; sitä ei käytetä.',
      sv: 'Modersmålet är inte en språkkod; det används inte.',
      en: 'The mother tongue is not a language code; it is not used.',
    }),
  },
} as const satisfies Readonly<Record<string, FindingKind>>;
