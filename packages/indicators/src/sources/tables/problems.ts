import type { Description, FindingKind } from '../../findings/reporter.js';

const TABLE = 'CSV (; | , | tab) | XLSX';

/** What can be wrong with a table, whatever it is about: each source of tables has these among its findings. */
export const tableFindings = {
  'empty-file': {
    severity: 'error',
    expected: TABLE,
    message: () => ({
      fi: 'Tiedosto on tyhjä. Tarkista, että tiedot vietiin järjestelmästä loppuun asti.',
      sv: 'Filen är tom. Kontrollera att exporten ur systemet slutfördes.',
      en: 'The file is empty. Check that the export from the system was completed.',
    }),
  },
  'no-rows': {
    severity: 'error',
    expected: '≥ 1',
    message: () => ({
      fi: 'Taulukossa on otsikkorivi mutta ei yhtään tietoriviä. Tarkista viennin rajaukset.',
      sv: 'Tabellen har en rubrikrad men inga rader med uppgifter. Kontrollera exportens avgränsningar.',
      en: 'The table has a heading row but no rows of data. Check what the export was limited to.',
    }),
  },
  'not-a-table': {
    severity: 'refused',
    expected: TABLE,
    message: (found) => ({
      fi: `Tämä ei ole taulukko (${found.fi}). Vie tiedot CSV- tai XLSX-muodossa.`,
      sv: `Det här är ingen tabell (${found.sv}). Exportera uppgifterna som CSV eller XLSX.`,
      en: `This is not a table (${found.en}). Export the data as CSV or XLSX.`,
    }),
  },
  'locked-workbook': {
    severity: 'refused',
    expected: 'XLSX',
    message: () => ({
      fi: 'Työkirja on suojattu salasanalla tai vanhaa Excel-muotoa (.xls). Avaa se Excelissä ja tallenna XLSX- tai CSV-muodossa ilman salasanaa.',
      sv: 'Arbetsboken är skyddad med lösenord eller i det gamla Excelformatet (.xls). Öppna den i Excel och spara den som XLSX eller CSV utan lösenord.',
      en: 'The workbook is protected by a password or in the old Excel format (.xls). Open it in Excel and save it as XLSX or CSV without a password.',
    }),
  },
  'damaged-workbook': {
    severity: 'refused',
    expected: 'XLSX',
    message: (found) => ({
      fi: `XLSX-tiedosto on vioittunut tai katkennut (${found.fi}). Siirrä se uudelleen tai tallenna se Excelissä uudestaan.`,
      sv: `XLSX-filen är skadad eller avbruten (${found.sv}). Överför den på nytt eller spara om den i Excel.`,
      en: `The XLSX file is damaged or cut off (${found.en}). Transfer it again, or save it anew in Excel.`,
    }),
  },
  'no-such-sheet': {
    severity: 'refused',
    expected: 'sheet',
    message: (found) => ({
      fi: `Pyydettyä taulukkovälilehteä ei ole (${found.fi}).`,
      sv: `Det begärda kalkylbladet finns inte (${found.sv}).`,
      en: `The sheet asked for does not exist (${found.en}).`,
    }),
  },
  'sheet-too-large': {
    severity: 'refused',
    expected: '≤ 512 MiB',
    message: (found) => ({
      fi: `Taulukkovälilehti on purettuna liian suuri (${found.fi}). Vie tiedot CSV-muodossa tai useampana tiedostona.`,
      sv: `Kalkylbladet är för stort uppackat (${found.sv}). Exportera uppgifterna som CSV eller i flera filer.`,
      en: `The sheet is too large unpacked (${found.en}). Export the data as CSV, or in several files.`,
    }),
  },
  'damaged-gzip': {
    severity: 'error',
    expected: 'gzip',
    message: () => ({
      fi: 'Pakattu tiedosto on vioittunut tai katkennut. Siihen asti puretut rivit on luettu; siirrä tiedosto uudelleen.',
      sv: 'Den packade filen är skadad eller avbruten. De rader som gick att packa upp har lästs; överför filen på nytt.',
      en: 'The compressed file is damaged or cut off. The rows that could be unpacked have been read; transfer the file again.',
    }),
  },
  'utf-16': {
    severity: 'note',
    expected: 'UTF-8',
    message: () => ({
      fi: 'Tiedosto on UTF-16-koodattu (Excelin ”Unicode-teksti”). Se on luettu, mutta tallenna se mieluummin muodossa ”CSV UTF-8”.',
      sv: 'Filen är kodad i UTF-16 (Excels ”Unicode-text”). Den har lästs, men spara den hellre som ”CSV UTF-8”.',
      en: 'The file is in UTF-16 (Excel’s “Unicode Text”). It has been read, but save it as “CSV UTF-8” if you can.',
    }),
  },
  'not-utf-8': {
    severity: 'warning',
    expected: 'UTF-8',
    message: () => ({
      fi: 'Teksti ei ole UTF-8-muodossa. Se on luettu Latin-1-tekstinä (Windows-1252); tarkista ääkköset ja vie tiedosto UTF-8-muodossa.',
      sv: 'Texten är inte UTF-8. Den har lästs som Latin-1 (Windows-1252); kontrollera å, ä och ö och exportera filen i UTF-8.',
      en: 'The text is not UTF-8. It has been read as Latin-1 (Windows-1252); check å, ä and ö, and export the file as UTF-8.',
    }),
  },
  'quote-not-closed': {
    severity: 'refused',
    expected: '"',
    message: () => ({
      fi: 'Riviltä puuttuu lainausmerkki: solu alkaa lainausmerkillä, joka ei pääty. Rivi on ohitettu, ja lukemista on jatkettu seuraavalta riviltä.',
      sv: 'Ett citattecken saknas på raden: en cell börjar med ett citattecken som inte avslutas. Raden har hoppats över och läsningen fortsatt från nästa rad.',
      en: 'A quotation mark is missing on the line: a cell begins with one that never closes. The line has been skipped and the reading has gone on from the next one.',
    }),
  },
  'stray-quote': {
    severity: 'warning',
    expected: '""',
    message: () => ({
      fi: 'Lainausmerkeissä olevassa solussa on lainausmerkki, jota ei ole kahdennettu. Solun teksti on luettu sellaisenaan.',
      sv: 'I en cell inom citattecken finns ett citattecken som inte är dubblerat. Cellens text har lästs som den är.',
      en: 'A quoted cell holds a quotation mark that is not doubled. The text of the cell has been read as it is.',
    }),
  },
  'row-too-long': {
    severity: 'refused',
    expected: 'cells = columns',
    message: (found) => ({
      fi: `Rivillä on enemmän soluja kuin taulukossa sarakkeita (${found.fi}). Jossakin solussa on luultavasti erotinmerkki ilman lainausmerkkejä. Rivi on ohitettu, koska sen tiedot olisivat väärissä sarakkeissa.`,
      sv: `Raden har fler celler än tabellen har kolumner (${found.sv}). Någon cell innehåller troligen skiljetecknet utan citattecken. Raden har hoppats över eftersom uppgifterna skulle stå i fel kolumner.`,
      en: `The row has more cells than the table has columns (${found.en}). Some cell probably holds the separator without quotation marks. The row has been skipped, because its data would stand in the wrong columns.`,
    }),
  },
  'row-broken': {
    severity: 'refused',
    expected: 'cells = columns',
    message: (found) => ({
      fi: `Rivin lainausmerkit ovat sekaisin ja siltä puuttuu soluja (${found.fi}). Rivi on ohitettu, koska sen tiedot olisivat väärissä sarakkeissa.`,
      sv: `Radens citattecken är i oordning och celler saknas (${found.sv}). Raden har hoppats över eftersom uppgifterna skulle stå i fel kolumner.`,
      en: `The quotation marks of the row are in disorder and cells are missing (${found.en}). The row has been skipped, because its data would stand in the wrong columns.`,
    }),
  },
  'row-short': {
    severity: 'warning',
    expected: 'cells = columns',
    message: (found) => ({
      fi: `Rivillä on vähemmän soluja kuin taulukossa sarakkeita (${found.fi}). Puuttuvat on luettu tyhjinä; tarkista, ettei solun sisällä ole rivinvaihtoa ilman lainausmerkkejä.`,
      sv: `Raden har färre celler än tabellen har kolumner (${found.sv}). De som saknas har lästs som tomma; kontrollera att ingen cell har en radbrytning utan citattecken.`,
      en: `The row has fewer cells than the table has columns (${found.en}). The missing ones have been read as empty; check that no cell holds a line break without quotation marks.`,
    }),
  },
} as const satisfies Readonly<Record<string, FindingKind>>;

export type TableProblemCode = keyof typeof tableFindings;

/** "5 of 7 cells", without what stands in them. */
export function cellsOf(cells: number, columns: number): Description {
  return {
    notation: `${cells} ≠ ${columns}`,
    fi: `soluja ${cells}, sarakkeita ${columns}`,
    sv: `celler: ${cells}, kolumner: ${columns}`,
    en: `${cells} cells, ${columns} columns`,
  };
}

/** What bytes that are no table look like, by their first ones; `undefined` where they may well be text of a table. */
export function kindOfOther(head: Uint8Array): Description | undefined {
  const first = head.find((byte) => byte > 32);
  if (first === 60)
    return { notation: 'html', fi: 'HTML- tai XML-tekstiä', sv: 'HTML- eller XML-text', en: 'HTML or XML' };
  if (first === 123 || first === 91) return { notation: 'json', fi: 'JSON-tekstiä', sv: 'JSON-text', en: 'JSON text' };
  if (first === 37 && head[1] === 80 && head[2] === 68)
    return { notation: 'pdf', fi: 'PDF-tiedosto', sv: 'en PDF-fil', en: 'a PDF file' };
  if (head.includes(0)) return { notation: 'binary', fi: 'binääritiedosto', sv: 'en binärfil', en: 'a binary file' };
  return undefined;
}

/** A zip file that is no workbook, such as an OpenDocument sheet. */
export const otherZip: Description = {
  notation: 'zip',
  fi: 'zip-tiedosto, joka ei ole Excel-työkirja',
  sv: 'en zip-fil som inte är en Excelarbetsbok',
  en: 'a zip file that is no Excel workbook',
};
