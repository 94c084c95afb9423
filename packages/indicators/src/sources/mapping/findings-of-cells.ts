import type { FindingKind } from '../../findings/reporter.js';

/** What can be wrong with the columns of a table, and with a cell. What was expected is said at each cell. */
export const cellFindings = {
  'table-not-recognised': {
    severity: 'refused',
    expected: 'tables[n].fields',
    message: (found) => ({
      fi: `Mikään kuvauksen taulukoista ei sovi tiedoston sarakkeisiin (${found.fi}). Tiedostoa ei ole luettu.`,
      sv: `Ingen av beskrivningens tabeller passar filens kolumner (${found.sv}). Filen har inte lästs.`,
      en: `No table of the mapping fits the columns of the file (${found.en}). The file has not been read.`,
    }),
  },
  'column-missing': {
    severity: 'refused',
    expected: '1 ×',
    message: (found) => ({
      fi: `Tiedostosta puuttuu sarake, jota ilman sitä ei voi lukea (${found.fi}).`,
      sv: `Filen saknar en kolumn som den inte kan läsas utan (${found.sv}).`,
      en: `The file lacks a column without which it cannot be read (${found.en}).`,
    }),
  },
  'column-left-out': {
    severity: 'warning',
    expected: '1 ×',
    message: (found) => ({
      fi: `Tiedostosta puuttuu kuvauksen sarake (${found.fi}). Kenttä jää kaikilta riveiltä tyhjäksi.`,
      sv: `Filen saknar en av beskrivningens kolumner (${found.sv}). Fältet blir tomt på alla rader.`,
      en: `The file lacks a column of the mapping (${found.en}). The field is empty in every row.`,
    }),
  },
  'column-twice': {
    severity: 'warning',
    expected: '1 ×',
    message: (found) => ({
      fi: `Samanniminen sarake on taulukossa useammin kuin kerran (${found.fi}). Ensimmäinen on luettu.`,
      sv: `Kolumnen finns mer än en gång i tabellen (${found.sv}). Den första har lästs.`,
      en: `The column is in the table more than once (${found.en}). The first one has been read.`,
    }),
  },
  'not-a-date': {
    severity: 'error',
    expected: 'YYYY-MM-DD',
    message: (found) => ({
      fi: `Solussa ei ole päivämäärää (${found.fi}). Tieto on jätetty pois.`,
      sv: `Cellen innehåller inget datum (${found.sv}). Uppgiften har lämnats bort.`,
      en: `The cell holds no date (${found.en}). It has been left out.`,
    }),
  },
  'not-a-number': {
    severity: 'error',
    expected: '0',
    message: (found) => ({
      fi: `Solussa ei ole lukua (${found.fi}). Tieto on jätetty pois.`,
      sv: `Cellen innehåller inget tal (${found.sv}). Uppgiften har lämnats bort.`,
      en: `The cell holds no number (${found.en}). It has been left out.`,
    }),
  },
  'number-out-of-range': {
    severity: 'error',
    expected: '0',
    message: (found) => ({
      fi: `Luku ei voi olla tällainen (${found.fi}). Tieto on jätetty pois.`,
      sv: `Talet är inte möjligt här (${found.sv}). Uppgiften har lämnats bort.`,
      en: `The number is not possible here (${found.en}). It has been left out.`,
    }),
  },
  'not-yes-or-no': {
    severity: 'error',
    expected: 'kyllä | ei',
    message: (found) => ({
      fi: `Solussa ei ole kyllä- tai ei-sanaa (${found.fi}). Tieto on jätetty pois; lisää kuvaukseen koodit (codes).`,
      sv: `Cellen säger varken ja eller nej (${found.sv}). Uppgiften har lämnats bort; lägg till koder (codes) i beskrivningen.`,
      en: `The cell says neither yes nor no (${found.en}). It has been left out; add codes to the mapping.`,
    }),
  },
  'unknown-code': {
    severity: 'error',
    expected: 'codes',
    message: (found) => ({
      fi: `Koodia tai sanaa ei tunneta (${found.fi}). Tieto on jätetty pois; lisää se kuvauksen koodeihin (codes).`,
      sv: `Koden eller ordet är okänt (${found.sv}). Uppgiften har lämnats bort; lägg till det i beskrivningens koder (codes).`,
      en: `The code or word is not known (${found.en}). It has been left out; add it to the codes of the mapping.`,
    }),
  },
  'code-not-listed': {
    severity: 'warning',
    expected: 'codes',
    message: (found) => ({
      fi: `Arvoa ei ole sarakkeelle annetuissa koodeissa (${found.fi}). Se on luettu sellaisenaan.`,
      sv: `Värdet finns inte bland koderna som getts för kolumnen (${found.sv}). Det har lästs som det är.`,
      en: `The value is not among the codes given for the column (${found.en}). It has been read as it is.`,
    }),
  },
  'personal-code': {
    severity: 'error',
    expected: 'a code of no person',
    message: (found) => ({
      fi: `Koodin paikalla on henkilötunnus tai oppijanumero (${found.fi}). Tieto on jätetty pois; tarkista, että sarake on oikea.`,
      sv: `På kodens plats står en personbeteckning eller ett studerandenummer (${found.sv}). Uppgiften har lämnats bort; kontrollera att kolumnen är rätt.`,
      en: `An identity code or learner number stands where a code should (${found.en}). It has been left out; check that the column is the right one.`,
    }),
  },
  'needed-cell-missing': {
    severity: 'refused',
    expected: '≠ –',
    message: () => ({
      fi: 'Rivillä ei ole tietoa, jota ilman sitä ei voi käyttää. Rivi on ohitettu.',
      sv: 'Raden saknar en uppgift som den inte kan användas utan. Raden har hoppats över.',
      en: 'The row lacks something without which it cannot be used. The row has been skipped.',
    }),
  },
  'learner-number-invalid': {
    severity: 'error',
    expected: '1.2.246.562.24.…',
    message: (found) => ({
      fi: `Oppijanumero ei ole oikeaa muotoa (${found.fi}).`,
      sv: `Studerandenumret har inte rätt form (${found.sv}).`,
      en: `The learner number does not have the right form (${found.en}).`,
    }),
  },
  'identity-code-invalid': {
    severity: 'error',
    expected: 'PPKKVV-NNNT',
    message: (found) => ({
      fi: `Henkilötunnus ei ole oikeaa muotoa (${found.fi}).`,
      sv: `Personbeteckningen har inte rätt form (${found.sv}).`,
      en: `The identity code does not have the right form (${found.en}).`,
    }),
  },
  'identity-code-check': {
    severity: 'warning',
    expected: 'PPKKVV-NNNT',
    message: () => ({
      fi: 'Henkilötunnuksen tarkistusmerkki on väärä. Tunnus on silti luettu.',
      sv: 'Personbeteckningens kontrolltecken är fel. Beteckningen har ändå lästs.',
      en: 'The check character of the identity code is wrong. The code has been read all the same.',
    }),
  },
  'no-identity': {
    severity: 'warning',
    expected: 'person.learner | person.identityCode | person.student',
    message: () => ({
      fi: 'Rivillä ei ole oppijan tunnistetta. Rivi on luettu omana henkilönään, joten samaa henkilöä ei tunnisteta muilta riveiltä.',
      sv: 'Raden saknar uppgift om vem den studerande är. Den har lästs som en egen person, så samma person känns inte igen på andra rader.',
      en: 'The row does not say who the learner is. It has been read as a person of its own, so the same person is not recognised in other rows.',
    }),
  },
} as const satisfies Readonly<Record<string, FindingKind>>;
