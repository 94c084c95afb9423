import type { FindingKind, Reporter } from '../../findings/reporter.js';
import { documentFindings } from '../documents/findings.js';
import { tableFindings } from '../tables/problems.js';
import { replyFindings } from './findings-of-replies.js';

/** What can be wrong with a file of feedback, whatever it holds. */
const fileFindings = {
  'not-json': {
    severity: 'refused',
    expected: '[{…}, {…}] | {"data": [{…}]} | NDJSON | CSV',
    message: (found) => ({
      fi: `Tämä ei ole JSON-tekstiä eikä taulukko (${found.fi}). Anna palaute CSV- tai XLSX-tiedostona tai Arvon rajapinnan JSON-muodossa.`,
      sv: `Det här är varken JSON-text eller en tabell (${found.sv}). Ge responsen som CSV eller XLSX eller som JSON ur Arvos gränssnitt.`,
      en: `This is neither JSON text nor a table (${found.en}). Give the feedback as CSV or XLSX, or as JSON of Arvo’s interface.`,
    }),
  },
  'document-too-large': {
    severity: 'refused',
    expected: '≤ maxDocumentBytes (16 MiB)',
    message: (found) => ({
      fi: `Yksi JSON-olio on liian suuri (${found.fi}), ja se on ohitettu. Ehkä listan hakasulkeet puuttuvat.`,
      sv: `Ett JSON-objekt är för stort (${found.sv}) och har hoppats över. Kanske saknas listans hakparenteser.`,
      en: `One JSON object is too large (${found.en}) and has been skipped. Perhaps the brackets of the list are missing.`,
    }),
  },
  'unknown-table': {
    severity: 'refused',
    expected: 'Vastaajatunnus; … | Kysymys; Vastaus | Kohteiden lkm; …',
    message: (found) => ({
      fi: `Taulukon sarakkeista ei tunnista palautetta eikä kyselyn kohteita (${found.fi}). Vastauksissa on oltava sarake Vastaajatunnus tai vastaajaid, kohteissa Kohteiden lkm.`,
      sv: `Av tabellens kolumner framgår varken respons eller vilka som fått enkäten (${found.sv}). Svar ska ha kolumnen Svarskod eller vastaajaid, målgrupper Svarsantal.`,
      en: `The columns of the table show neither feedback nor who was asked (${found.en}). Replies need a column Answer identifier or vastaajaid, targets ResponseCount.`,
    }),
  },
  'unknown-record': {
    severity: 'refused',
    expected: 'vastaajaid, kysymysid, numerovalinta … | vastaajatunnus … | tunnuksia …',
    message: (found) => ({
      fi: `Tietueesta ei tunnista vastausta, vastaajatunnusta eikä kyselyn tietoja (${found.fi}). Se on ohitettu.`,
      sv: `Av posten framgår varken ett svar, en svarskod eller uppgifter om en enkät (${found.sv}). Den har hoppats över.`,
      en: `The record shows neither an answer, a code nor data of a survey (${found.en}). It has been skipped.`,
    }),
  },
  'invalid-description': {
    severity: 'refused',
    expected: 'strapetsi.survey-description',
    message: (found) => ({
      fi: `Kyselyn kuvauksessa on virhe (${found.fi}). Kuvausta ei ole käytetty.`,
      sv: `Enkätens beskrivning innehåller ett fel (${found.sv}). Beskrivningen har inte använts.`,
      en: `The description of the survey has an error (${found.en}). It has not been used.`,
    }),
  },
  'types-inferred': {
    severity: 'note',
    expected: 'strapetsi.survey-description',
    message: (found) => ({
      fi: `Tiedosto ei kerro kysymysten tyyppejä, joten ne on päätelty vastauksista: ${found.fi}. Sanalliset vastaukset ohitetaan, koska valintoja ei erota vapaasta tekstistä. Anna kyselyn kuvaus, jos haluat valinnat mukaan.`,
      sv: `Filen anger inte frågornas typer, så de har utlästs ur svaren: ${found.sv}. Svar i ord lämnas bort, eftersom val inte kan skiljas från fri text. Ge en beskrivning av enkäten om valen ska ingå.`,
      en: `The file does not say how its questions are answered, so that was guessed from the answers: ${found.en}. Answers in words are left out, because choices cannot be told from free text. Give a description of the survey to have them read.`,
    }),
  },
  'column-not-described': {
    severity: 'note',
    expected: 'questions[].key | label | names',
    message: (found) => ({
      fi: `Sarake ei ole kyselyn kuvauksessa eikä tunnettu taustatieto (${found.fi}). Sitä ei ole luettu.`,
      sv: `Kolumnen finns inte i enkätens beskrivning och är ingen känd bakgrundsuppgift (${found.sv}). Den har inte lästs.`,
      en: `The column is neither in the description of the survey nor known background information (${found.en}). It has not been read.`,
    }),
  },
  'targets-missing': {
    severity: 'note',
    expected: 'kohteiden_lkm',
    message: () => ({
      fi: 'Kyselyn kohteista ei ole tietoa, joten vastausosuutta ei voi laskea. Anna myös vastaajatunnukset tai kohteiden määrät.',
      sv: 'Uppgift om vilka som fått enkäten saknas, så svarsprocenten kan inte beräknas. Ge också svarskoderna eller målgruppernas storlek.',
      en: 'Nothing says who was asked, so the response rate cannot be computed. Give the codes of respondents or the numbers of persons asked as well.',
    }),
  },
  'targets-twice': {
    severity: 'refused',
    expected: 'vastaajatunnus … | tunnuksia …',
    message: () => ({
      fi: 'Kohteet on annettu sekä vastaajatunnuksina että ryhmien lukumäärinä. Jotta ketään ei lasketa kahdesti, lukumäärät on ohitettu.',
      sv: 'Målgruppen har getts både som svarskoder och som antal per grupp. För att ingen ska räknas två gånger har antalen hoppats över.',
      en: 'Targets were given both as codes of respondents and as numbers of groups. So that nobody is counted twice, the numbers have been skipped.',
    }),
  },
} as const satisfies Readonly<Record<string, FindingKind>>;

/** Everything the source of feedback can find, by code. */
export const arvoFindings = {
  ...documentFindings,
  ...tableFindings,
  ...fileFindings,
  ...replyFindings,
} satisfies Readonly<Record<string, FindingKind>>;

export type ArvoFindingCode = keyof typeof arvoFindings;

export type ArvoReporter = Reporter<ArvoFindingCode>;
