import type { LocalizedText } from '@strapetsi/text';

type Text = Required<LocalizedText>;

/** Where a mapping is not what it should be. */
export interface MappingProblem {
  readonly code: MappingProblemCode;
  /** Path inside the mapping, such as `tables[0].fields["right.key"].column`; empty for the whole. */
  readonly path: string;
  /** In a notation without language. */
  readonly found: string;
  readonly expected: string;
  readonly message: Text;
}

const texts = {
  'wrong-value': (found: string, expected: string) => ({
    fi: `Tässä ei ole kelvollista arvoa (${found}). Sallitaan: ${expected}.`,
    sv: `Här står inget giltigt värde (${found}). Tillåtet: ${expected}.`,
    en: `This is no valid value (${found}). Allowed: ${expected}.`,
  }),
  missing: (_found: string, expected: string) => ({
    fi: `Tästä puuttuu tieto, jota ilman kuvausta ei voi käyttää (${expected}).`,
    sv: `Här saknas en uppgift som beskrivningen inte kan användas utan (${expected}).`,
    en: `Something is missing here without which the mapping cannot be used (${expected}).`,
  }),
  'unknown-name': (found: string, expected: string) => ({
    fi: `Nimeä ei tunneta (${found}). Sallitaan: ${expected}.`,
    sv: `Namnet är okänt (${found}). Tillåtet: ${expected}.`,
    en: `The name is not known (${found}). Allowed: ${expected}.`,
  }),
  'not-of-this-table': (found: string, expected: string) => ({
    fi: `Kenttä ei kuulu tämän lajin taulukkoon (${found}). Sallitaan: ${expected}.`,
    sv: `Fältet hör inte till en tabell av det här slaget (${found}). Tillåtet: ${expected}.`,
    en: `The field does not belong to a table of this kind (${found}). Allowed: ${expected}.`,
  }),
  'no-periods': (_found: string, expected: string) => ({
    fi: `Opiskeluoikeuksien jaksoja ei saada mistään. Anna opiskeluoikeuden alku tai jaksojen taulukko (${expected}).`,
    sv: `Studierätternas perioder framgår inte. Ange när studierätten börjar eller en tabell med perioder (${expected}).`,
    en: `There is nothing to make the periods of study rights from. Give the start of the right, or a table of periods (${expected}).`,
  }),
  'not-alone': (found: string, expected: string) => ({
    fi: `Rivit voi lukea henkilö kerrallaan vain, kun kuvauksessa on yksi taulukko (${found}, ${expected}).`,
    sv: `Raderna kan läsas person för person bara när beskrivningen har en enda tabell (${found}, ${expected}).`,
    en: `Rows can be read person by person only where the mapping has one table (${found}, ${expected}).`,
  }),
  'own-name-taken': (found: string, expected: string) => ({
    fi: `Samanniminen oma sarake on jo toisenlaisessa taulukossa (${found}). Anna toinen nimi (${expected}).`,
    sv: `En egen kolumn med samma namn finns redan i en tabell av ett annat slag (${found}). Välj ett annat namn (${expected}).`,
    en: `An own column of this name is in a table of another kind already (${found}). Choose another name (${expected}).`,
  }),
} as const satisfies Readonly<Record<string, (found: string, expected: string) => Text>>;

export type MappingProblemCode = keyof typeof texts;

export function mappingProblem(
  code: MappingProblemCode,
  path: string,
  found: string,
  expected: string,
): MappingProblem {
  return { code, path, found, expected, message: texts[code](found, expected) };
}
