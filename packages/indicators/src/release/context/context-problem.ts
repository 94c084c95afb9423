import type { LocalizedText } from '@strapetsi/text';

type Text = Required<LocalizedText>;

const messages = {
  'no-indicator': {
    fi: 'Julkaisussa ei ole tätä indikaattoria.',
    sv: 'Publikationen har inte den här indikatorn.',
    en: 'The release does not have this indicator.',
  },
  'no-figure': {
    fi: 'Indikaattorista ei ole julkaistu tätä lukua.',
    sv: 'Det här talet för indikatorn har inte publicerats.',
    en: 'This figure of the indicator is not in the release.',
  },
  'no-slice': {
    fi: 'Lukua ei ole julkaistu tämän jaottelun mukaan.',
    sv: 'Talet har inte publicerats enligt den här indelningen.',
    en: 'The figure is not in the release by this cut.',
  },
  'no-member': {
    fi: 'Jaottelussa ei ole tätä luokkaa.',
    sv: 'Indelningen har inte den här klassen.',
    en: 'The cut does not have this member.',
  },
  'no-period': {
    fi: 'Lukua ei ole julkaistu tältä ajalta.',
    sv: 'Talet har inte publicerats för den här tiden.',
    en: 'The figure is not in the release for this time.',
  },
  'not-a-share': {
    fi: 'Osuuden tavoite annetaan väliltä 0–1.',
    sv: 'Målet för en andel anges mellan 0 och 1.',
    en: 'The target of a share is from 0 to 1.',
  },
  'target-twice': {
    fi: 'Samalle luvulle on jo tavoite; tätä ei käytetty.',
    sv: 'Samma tal har redan ett mål; det här användes inte.',
    en: 'The same cell has a target already; this one was not used.',
  },
  'no-time': {
    fi: 'Mikään julkaisun taulukko ei kata tätä päivää.',
    sv: 'Ingen tabell i publikationen omfattar den här dagen.',
    en: 'No table of the release covers this day.',
  },
  'other-definition': {
    fi: 'Vertailutieto on laskettu indikaattorin toisella versiolla.',
    sv: 'Jämförelseuppgiften är beräknad med en annan version av indikatorn.',
    en: 'The benchmark was calculated with another version of the indicator.',
  },
  'no-benchmark': {
    fi: 'Vertailutieto ei sovi mihinkään julkaisun taulukkoon.',
    sv: 'Jämförelseuppgiften passar inte ihop med någon tabell i publikationen.',
    en: 'The benchmark fits no table of the release.',
  },
  'mapping-does-not-fit': {
    fi: 'Vertailutiedon kuvaus ei sovi taulukkoon tai tilastoon.',
    sv: 'Beskrivningen av jämförelseuppgiften passar inte ihop med tabellen eller statistiken.',
    en: 'The description of the benchmark does not fit the table or the statistics.',
  },
} satisfies Readonly<Record<string, Text>>;

export type ContextProblemCode = keyof typeof messages;

/** A target, event or benchmark that could not be put beside a figure. The release goes on without it. */
export interface ContextProblem {
  readonly code: ContextProblemCode;
  /** What it is in: `targets`, or the id of a benchmark. */
  readonly source: string;
  /** Place in it, such as `targets[2].slice.school`; empty for the whole. */
  readonly path: string;
  /** In a notation without language, as `expected`. */
  readonly found: string;
  readonly expected: string;
  readonly message: Text;
}

export function contextProblemOf(
  code: ContextProblemCode,
  source: string,
  path: string,
  found: string,
  expected: string,
): ContextProblem {
  return { code, source, path, found, expected, message: messages[code] };
}

const MOST = 12;

/** Choices, so many that a reader can look through them. */
export function choices(ids: Iterable<string>): string {
  const all = [...new Set(ids)];
  return [...all.slice(0, MOST), ...(all.length > MOST ? ['…'] : [])].join(' | ');
}
