import type { FindingKind, Reporter } from '../../findings/reporter.js';

/** Everything that reading JSON-stat can find in a dataset that is otherwise whole, by code. */
export const jsonStatFindings = {
  'value-not-a-number': {
    severity: 'error',
    expected: 'number | null',
    message: (found) => ({
      fi: `Taulukon arvo ei ole luku (${found.fi}). Solu on luettu ilman tietoa.`,
      sv: `Värdet i tabellen är inte ett tal (${found.sv}). Cellen har lästs utan uppgift.`,
      en: `A value of the table is not a number (${found.en}). The cell has been read without data.`,
    }),
  },
  'status-unknown': {
    severity: 'warning',
    expected: '. | .. | ... | -',
    message: (found) => ({
      fi: `Taulukko ei kerro, mitä tyhjän solun merkki ${found.fi} tarkoittaa. Solut on luettu ilman tietoa.`,
      sv: `Tabellen säger inte vad tecknet ${found.sv} i en tom cell betyder. Cellerna har lästs utan uppgift.`,
      en: `The table does not say what the mark ${found.en} of an empty cell means. The cells have been read without data.`,
    }),
  },
  'updated-unreadable': {
    severity: 'note',
    expected: 'YYYY-MM-DD',
    message: (found) => ({
      fi: `Taulukon päivityspäivää ei voi lukea (${found.fi}).`,
      sv: `Tabellens uppdateringsdatum kan inte läsas (${found.sv}).`,
      en: `The day on which the table was updated cannot be read (${found.en}).`,
    }),
  },
  'part-unknown': {
    severity: 'warning',
    expected: 'category.index',
    message: (found) => ({
      fi: `Luokan osaksi on merkitty luokka, jota taulukossa ei ole (${found.fi}).`,
      sv: `En klass som inte finns i tabellen anges som del av en annan (${found.sv}).`,
      en: `A member that the table does not have is said to be a part of another (${found.en}).`,
    }),
  },
} as const satisfies Readonly<Record<string, FindingKind>>;

export type JsonStatFindingCode = keyof typeof jsonStatFindings;
export type JsonStatReporter = Reporter<JsonStatFindingCode>;
