import type { LocalizedText } from '@strapetsi/text';
import type { Description } from '../../findings/reporter.js';
import type { CharacterKind, JsonError, Wanted } from './json-error.js';

// How broken text is told of: by its kind, never by what it says.

type Text = Required<LocalizedText>;

const kinds: Readonly<Record<CharacterKind, Text>> = {
  end: { fi: 'tekstin loppu', sv: 'textens slut', en: 'the end of the text' },
  'line break': { fi: 'rivinvaihto', sv: 'en radbrytning', en: 'a line break' },
  space: { fi: 'välilyönti tai sarkain', sv: 'ett blanksteg eller en tabb', en: 'a space or tab' },
  letter: { fi: 'kirjain', sv: 'en bokstav', en: 'a letter' },
  digit: { fi: 'numero', sv: 'en siffra', en: 'a digit' },
  'control character': { fi: 'ohjausmerkki', sv: 'ett kontrolltecken', en: 'a control character' },
  sign: { fi: 'muu merkki', sv: 'ett annat tecken', en: 'another character' },
  nesting: { fi: 'liian syvä sisäkkäisyys', sv: 'för djup kapsling', en: 'nesting that is too deep' },
};

const wanted: Readonly<Record<Wanted | 'valid text', Text>> = {
  value: { fi: 'arvo', sv: 'ett värde', en: 'a value' },
  'value or ]': { fi: 'arvo tai ]', sv: 'ett värde eller ]', en: 'a value or ]' },
  name: {
    fi: 'kentän nimi lainausmerkeissä',
    sv: 'ett fältnamn inom citattecken',
    en: 'a field name in quotation marks',
  },
  'name or }': {
    fi: 'kentän nimi lainausmerkeissä tai }',
    sv: 'ett fältnamn inom citattecken eller }',
    en: 'a field name in quotation marks, or }',
  },
  ':': { fi: 'kaksoispiste', sv: 'ett kolon', en: 'a colon' },
  'comma or }': { fi: 'pilkku tai }', sv: 'ett komma eller }', en: 'a comma or }' },
  'comma or ]': { fi: 'pilkku tai ]', sv: 'ett komma eller ]', en: 'a comma or ]' },
  'end of document': { fi: 'asiakirjan loppu', sv: 'dokumentets slut', en: 'the end of the document' },
  'valid text': { fi: 'kelvollinen arvo', sv: 'ett giltigt värde', en: 'a valid value' },
};

const isKind = (found: string): found is CharacterKind => Object.hasOwn(kinds, found);

/** Where a text breaks the grammar of JSON, for a reader with an editor. */
export function brokenAt({ found, expected, line, column }: JsonError): Description {
  const what: Text = isKind(found) ? kinds[found] : { fi: found, sv: found, en: found };
  const right = wanted[expected];
  return {
    notation: `${line}:${column}`,
    fi: `asiakirjan rivi ${line}, sarake ${column}: ${what.fi} (odotettiin: ${right.fi})`,
    sv: `dokumentets rad ${line}, kolumn ${column}: ${what.sv} (väntat: ${right.sv})`,
    en: `line ${line} of the document, column ${column}: ${what.en} (expected: ${right.en})`,
  };
}

/** What bytes look like, by their first ones. */
export function kindOfBytes(sample: Uint8Array): Description {
  if (sample[0] === 80 && sample[1] === 75) {
    return { notation: 'zip', fi: 'zip- tai Excel-tiedosto', sv: 'en zip- eller Excelfil', en: 'a zip or Excel file' };
  }
  if (sample[0] === 60)
    return { notation: 'html', fi: 'HTML- tai XML-tekstiä', sv: 'HTML- eller XML-text', en: 'HTML or XML' };
  if (sample.includes(0)) return { notation: 'binary', fi: 'binääritiedosto', sv: 'en binärfil', en: 'a binary file' };
  return { notation: 'text', fi: 'muuta tekstiä', sv: 'annan text', en: 'other text' };
}
