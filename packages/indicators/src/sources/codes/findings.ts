import type { FindingKind, Reporter } from '../../findings/reporter.js';

/** Everything that reading code sets, organisations and classifications can find, by code. */
export const codeFindings = {
  'not-codes': {
    severity: 'refused',
    expected: '[{koodiUri, koodiArvo, metadata}] | [{oid, nimi}] | strapetsi.code-labels',
    message: (found) => ({
      fi: `Tiedosto ei sisällä koodeja eikä organisaatioita (${found.fi}).`,
      sv: `Filen innehåller varken koder eller organisationer (${found.sv}).`,
      en: `The file holds neither codes nor organisations (${found.en}).`,
    }),
  },
  'not-a-code': {
    severity: 'refused',
    expected: '{koodiUri, koodiArvo, metadata} | {oid, nimi}',
    message: (found) => ({
      fi: `Tietue ei ole koodi eikä organisaatio (${found.fi}). Se on jätetty pois.`,
      sv: `Posten är varken en kod eller en organisation (${found.sv}). Den har lämnats bort.`,
      en: `The record is neither a code nor an organisation (${found.en}). It has been left out.`,
    }),
  },
  'code-without-name': {
    severity: 'refused',
    expected: 'metadata: [{kieli, nimi}] | nimi: {fi, sv, en}',
    message: (found) => ({
      fi: `Koodilla ${found.fi} ei ole nimeä millään kielellä. Se on jätetty pois.`,
      sv: `Koden ${found.sv} har inget namn på något språk. Den har lämnats bort.`,
      en: `The code ${found.en} has no name in any language. It has been left out.`,
    }),
  },
  'code-met-again': {
    severity: 'warning',
    expected: '1 × koodiArvo, versio',
    message: (found) => ({
      fi: `Koodilla ${found.fi} on kaksi eri nimeä samassa versiossa. Ensimmäinen on luettu, tämä ohitettu.`,
      sv: `Koden ${found.sv} har två olika namn i samma version. Det första har lästs, det här har hoppats över.`,
      en: `The code ${found.en} has two different names in the same version. The first has been read, this one skipped.`,
    }),
  },
  'validity-unreadable': {
    severity: 'error',
    expected: 'YYYY-MM-DD | ms',
    message: (found) => ({
      fi: `Koodin voimassaoloa ei voi lukea (${found.fi}). Nimi on luettu ilman sitä.`,
      sv: `Kodens giltighetstid kan inte läsas (${found.sv}). Namnet har lästs utan den.`,
      en: `The validity of the code cannot be read (${found.en}). Its name has been read without it.`,
    }),
  },
  'name-placeholder': {
    severity: 'note',
    expected: 'nimi',
    message: (found) => ({
      fi: `Nimen paikalla on täytemerkintä: ${found.fi}. Se on jätetty pois, ja nimi näytetään toisella kielellä merkinnän kanssa.`,
      sv: `I stället för ett namn står en utfyllnad: ${found.sv}. Den har lämnats bort, och namnet visas på ett annat språk med en anmärkning.`,
      en: `A placeholder stands for the name: ${found.en}. It has been left out, and the name is shown in another language with a mark.`,
    }),
  },
  'name-copied': {
    severity: 'note',
    expected: 'nimi (kieli)',
    message: (found) => ({
      fi: `Nimi on kopioitu toisesta kielestä: ${found.fi}. Se on jätetty pois, ja nimi näytetään alkukielellään merkinnän kanssa.`,
      sv: `Namnet är kopierat från ett annat språk: ${found.sv}. Det har lämnats bort, och namnet visas på sitt eget språk med en anmärkning.`,
      en: `The name is copied from another language: ${found.en}. It has been left out, and the name is shown in its own language with a mark.`,
    }),
  },
  'name-sentence': {
    severity: 'note',
    expected: 'nimi',
    message: (found) => ({
      fi: `Nimen paikalla on selitys: ${found.fi}. Se on jätetty pois, ja nimi näytetään toisella kielellä merkinnän kanssa.`,
      sv: `I stället för ett namn står en förklaring: ${found.sv}. Den har lämnats bort, och namnet visas på ett annat språk med en anmärkning.`,
      en: `An explanation stands for the name: ${found.en}. It has been left out, and the name is shown in another language with a mark.`,
    }),
  },
  'class-missing': {
    severity: 'refused',
    expected: 'code; class',
    message: (found) => ({
      fi: `Riviltä puuttuu koodi tai luokka (${found.fi}). Se on jätetty pois.`,
      sv: `Raden saknar kod eller klass (${found.sv}). Den har lämnats bort.`,
      en: `The row lacks a code or a class (${found.en}). It has been left out.`,
    }),
  },
  'class-unknown': {
    severity: 'refused',
    expected: 'classes[].id',
    message: (found) => ({
      fi: `Luokkaa ${found.fi} ei ole luokituksessa. Rivi on jätetty pois.`,
      sv: `Klassen ${found.sv} finns inte i klassificeringen. Raden har lämnats bort.`,
      en: `The classification has no class ${found.en}. The row has been left out.`,
    }),
  },
  'class-label-differs': {
    severity: 'warning',
    expected: '1 × label',
    message: (found) => ({
      fi: `Luokalla on kaksi eri nimeä (${found.fi}). Ensimmäinen on voimassa.`,
      sv: `Klassen har två olika namn (${found.sv}). Det första gäller.`,
      en: `The class has two different names (${found.en}). The first holds.`,
    }),
  },
  'code-in-several-classes': {
    severity: 'error',
    expected: '1 × class',
    message: (found) => ({
      fi: `Koodi kuuluu useaan luokkaan: ${found.fi}. Se on jätetty luokittelematta.`,
      sv: `Koden hör till flera klasser: ${found.sv}. Den har inte klassificerats.`,
      en: `The code is in several classes: ${found.en}. It has been left without a class.`,
    }),
  },
} as const satisfies Readonly<Record<string, FindingKind>>;

export type CodeFindingCode = keyof typeof codeFindings;
/** Whoever takes down findings of more kinds takes these too. */
export type CodeReporter = Pick<Reporter<CodeFindingCode>, 'at' | 'report'>;
