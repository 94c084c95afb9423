import type { LocalizedText } from '@strapetsi/text';
import { addMonths, dayFromIso, dayFromYmd, isoFromDay } from '../days/calendar.js';
import type { IsoDate } from '../days/day.js';
import { discontinuationBySeptember } from '../definitions/discontinuation-by-september.js';
import { NOWHERE } from '../definitions/discontinuation-situations.js';
import { discontinuation } from '../definitions/discontinuation.js';
import type { Definition, Expr, Step } from '../definitions/definition.js';
import { isPresent } from '../definitions/vocational.js';
import {
  compareDefinitions,
  type DefinitionComparison,
  type NamedVariant,
  type RightMeasure,
} from './compare-definitions.js';
import type { FactBatches } from './matching.js';

type Text = Required<LocalizedText>;

/** The day on which a comparison would be known is still to come. */
export class NotYetKnownError extends Error {
  override readonly name = 'NotYetKnownError';
  readonly code = 'not-yet-known';
  readonly path = 'options.asOf';
  constructor(
    readonly found: IsoDate,
    readonly expected: IsoDate,
  ) {
    super(`The day of the data is ${found}; what became of the students is known on ${expected} at the earliest.`);
  }
}

/** Both rules of discontinuation side by side: "rights" are persons here, and a sum is how many of them discontinued. */
export interface DiscontinuationComparison extends DefinitionComparison {
  /** From the first day of statistics to the day before the next: what KOSKI data is looked at for. */
  readonly period: { readonly from: IsoDate; readonly to: IsoDate };
  readonly labels: { readonly first: Text; readonly second: Text };
}

/** The points in which the two indicators of discontinuation differ, in the order in which they are tried. */
export const discontinuationChanges = ['on-20-september', 'followed-to-september', 'absent-in-september'] as const;
export type DiscontinuationChange = (typeof discontinuationChanges)[number];

export const discontinuationChangeTexts: Readonly<Record<DiscontinuationChange, Text>> = {
  'on-20-september': {
    fi: 'Tilastokeskus seuraa vain niitä, jotka opiskelivat koko ammatillista tutkintoa 20. syyskuuta. KOSKIn tiedoista lasketaan kaikki vuoden aikana eronneet, myös myöhemmin aloittaneet ja tutkinnon osia opiskelleet.',
    sv: 'Statistikcentralen följer bara dem som studerade för en hel yrkesinriktad examen den 20 september. Av KOSKI:s uppgifter räknas alla som skrevs ut under året, också de som började senare och de som studerade för examensdelar.',
    en: 'Statistics Finland follows only those who studied for a whole vocational qualification on 20 September. From KOSKI data everybody who left during the year is counted, also those who started later and those who studied for units.',
  },
  'followed-to-september': {
    fi: 'Tilastokeskus katsoo tilannetta vasta seuraavan vuoden 20. syyskuuta. KOSKIn tiedoista seurataan kolme kuukautta: joka palasi opintoihin sitä myöhemmin, on jo laskettu keskeyttäneeksi.',
    sv: 'Statistikcentralen ser på situationen först den 20 september följande år. Av KOSKI:s uppgifter följs tre månader: den som återvände till studierna senare än så har redan räknats som någon som avbrutit.',
    en: 'Statistics Finland looks at the situation on 20 September of the next year. From KOSKI data three months are followed: whoever went back to studies later than that has been counted as having discontinued.',
  },
  'absent-in-september': {
    fi: 'Tilastokeskukselle keskeyttänyt on jokainen, joka ei opiskele 20. syyskuuta eikä ole valmistunut, myös väliaikaisesti keskeyttänyt. KOSKIn tiedoista lasketaan vain eronneet ja eronneiksi katsotut.',
    sv: 'För Statistikcentralen har var och en avbrutit som inte studerar den 20 september och inte har utexaminerats, också den som tillfälligt avbrutit studierna. Av KOSKI:s uppgifter räknas bara de som skrivits ut eller anses utskrivna.',
    en: 'To Statistics Finland everybody has discontinued who does not study on 20 September and has not graduated, also those who interrupted for a time. From KOSKI data only those who resigned or are deemed to have resigned are counted.',
  },
};

/** 1 where the person has discontinued. */
function discontinuedIn(definition: Definition, code: number): RightMeasure['figureOf'] {
  const measure = definition.rules[0]?.measure;
  const at = measure?.kind === 'distribution' ? measure.categories.findIndex((one) => one.code === code) : -1;
  return (amounts) => ((amounts[at] ?? 0) > 0 ? 1 : 0);
}

const DISCONTINUED = 5;

const labelOf = ({ name, rules: [rule] }: Definition): Text => rule?.label ?? name;

function withSteps(definition: Definition, change: (steps: readonly Step[]) => readonly Step[]): Definition {
  return { ...definition, rules: definition.rules.map((rule) => ({ ...rule, steps: change(rule.steps) })) };
}

const start: Expr = { column: 'period.start' };

/** The right has a student's period on the day. */
function presentOn(name: string, day: IsoDate): Step {
  const where: Expr = {
    all: [isPresent('period.state'), { atMost: [start, { day }] }, { atMost: [{ day }, { column: 'period.end' }] }],
  };
  return { bind: name, ofChildren: 'period', where, take: 'any' };
}

function onTwentiethOfSeptember(definition: Definition, day: IsoDate): Definition {
  const isWhole: Expr = { in: 'right.education', codes: ['wholeQualification'] };
  const keep: Step = { keep: { all: [{ column: 'presentInSeptember' }, isWhole] } };
  return withSteps(definition, (steps) => {
    const firstKeep = steps.findIndex((step) => 'keep' in step);
    return [presentOn('presentInSeptember', day), ...steps.slice(0, firstKeep), keep, ...steps.slice(firstKeep)];
  });
}

const threeMonthsOn = JSON.stringify({ addMonths: [{ column: 'lastDay' }, 3] } satisfies Expr);

/** The day to which other rights are looked at, in place of three months from the last day of presence. */
function followedTo(definition: Definition, day: IsoDate): Definition {
  const replaced = JSON.stringify({ day } satisfies Expr);
  return withSteps(
    definition,
    (steps) => JSON.parse(JSON.stringify(steps).replaceAll(threeMonthsOn, replaced)) as Step[],
  );
}

/** Whoever is not present on the day and has not graduated by it has left, whatever the state. The day is the last that is known. */
function absentOn(definition: Definition, day: IsoDate): Definition {
  const graduated: Step = {
    bind: 'graduatedThen',
    ofChildren: 'period',
    where: { all: [{ in: 'period.state', codes: ['graduated'] }, { atMost: [start, { day }] }] },
    take: 'any',
  };
  const left: Expr = { not: { any: [{ column: 'presentThen' }, { column: 'graduatedThen' }] } };
  return withSteps(definition, (steps) =>
    steps.flatMap((step): readonly Step[] => {
      if ('bind' in step && step.bind === 'left')
        return [presentOn('presentThen', day), graduated, { bind: 'left', to: left }];
      return 'slice' in step ? [{ slice: step.slice }] : [step];
    }),
  );
}

/** Every set of the changes, those of fewer first. */
const sets: readonly (readonly DiscontinuationChange[])[] = [
  ['on-20-september'],
  ['followed-to-september'],
  ['absent-in-september'],
  ['on-20-september', 'followed-to-september'],
  ['on-20-september', 'absent-in-september'],
  ['followed-to-september', 'absent-in-september'],
  ['on-20-september', 'followed-to-september', 'absent-in-september'],
];

export interface CompareDiscontinuationOptions {
  /** Students of 20 September of this year are followed to the next September. */
  readonly year: number;
  readonly asOf: IsoDate;
  readonly examples?: number;
}

/**
 * Both rules of discontinuation on the same records, person by person: by KOSKI data with three months of follow-up, and
 * Statistics Finland's from September to September. The figure of a person is 1 for having discontinued; persons go by the number
 * of their first study right. Differences are explained by the points in which Statistics Finland's rule is another one.
 * @throws {NotYetKnownError} before the end of the follow-up, which is 19 December of the next year
 * @throws the errors of `calculate`
 */
export async function compareDiscontinuationRules(
  ours: FactBatches,
  { year, asOf, examples }: CompareDiscontinuationOptions,
): Promise<DiscontinuationComparison> {
  const first = isoFromDay(dayFromYmd(year, 9, 20));
  const last = isoFromDay(dayFromYmd(year + 1, 9, 20));
  const period = { from: first, to: isoFromDay(dayFromYmd(year + 1, 9, 19)) };
  const known = isoFromDay(addMonths(dayFromIso(period.to), 3));
  if (asOf < known) throw new NotYetKnownError(asOf, known);
  const figureOf = discontinuedIn(discontinuation, NOWHERE);
  const edits: Readonly<Record<DiscontinuationChange, (definition: Definition) => Definition>> = {
    'on-20-september': (definition) => onTwentiethOfSeptember(definition, first),
    'followed-to-september': (definition) => followedTo(definition, last),
    'absent-in-september': (definition) => absentOn(definition, last),
  };
  const variants = sets.map((changes): NamedVariant => {
    const definition = changes.reduce((changed, change) => edits[change](changed), discontinuation);
    const options = changes.includes('absent-in-september') ? { asOf: last } : {};
    return { changes, definition, figureOf, options };
  });
  const compared = await compareDefinitions(
    ours,
    { definition: discontinuation, figureOf },
    {
      definition: discontinuationBySeptember,
      figureOf: discontinuedIn(discontinuationBySeptember, DISCONTINUED),
      options: { period: { from: `${year}-01-01`, to: `${year}-12-31` } },
    },
    variants,
    discontinuationChangeTexts,
    { period, asOf, of: 'person', ...(examples === undefined ? {} : { examples }) },
  );
  const labels = { first: labelOf(discontinuation), second: labelOf(discontinuationBySeptember) };
  return { ...compared, period, labels };
}
