import type { Day } from '@strapetsi/indicators';
import { dayFromYmd, monthOf, yearOf } from '@strapetsi/indicators';
import type { Provider, School } from './providers.js';
import type { Qualification } from './qualifications.js';
import type { Random } from './random.js';
import type { SampledRight } from './study-right.js';
import { drawRight } from './study-right.js';

/** A fictional student and what the provider's records say of him or her. */
export interface SampledPerson {
  /** From 0, within the provider. */
  readonly index: number;
  readonly birthDay: Day;
  readonly gender: 'male' | 'female';
  /** KOSKI's `kieli`: upper-case ISO 639-1, or 99 for unknown. */
  readonly motherTongue: string;
  readonly rights: readonly SampledRight[];
}

/** When first study rights may begin, and the day of the export. */
export interface SampleSpan {
  readonly from: Day;
  readonly to: Day;
  readonly asOf: Day;
}

type Entry = 'youth' | 'adult' | 'further' | 'preparatory' | 'units' | 'other' | 'generalUpperSecondary';

/** Draws one student: where he or she enters, and every study right that follows from it. */
export function drawPerson(random: Random, provider: Provider, index: number, span: SampleSpan): SampledPerson {
  const school = random.weighted(provider.schools.map((one) => [one.weight, one] as const));
  const entry = drawEntry(random, school);
  const start = drawStart(random, span, entry);
  const age = drawAge(random, entry);
  const birthDay = dayFromYmd(yearOf(start) - age, random.integer(1, 12), random.integer(1, 28));
  const rights = drawRights(random, provider, school, entry, start, birthDay, span.asOf);
  return {
    index,
    birthDay,
    gender: random.chance(0.51) ? 'male' : 'female',
    motherTongue: drawMotherTongue(random, school),
    rights,
  };
}

function drawRights(
  random: Random,
  provider: Provider,
  school: School,
  entry: Entry,
  start: Day,
  birthDay: Day,
  asOf: Day,
): readonly SampledRight[] {
  const rights: SampledRight[] = [];
  const add = (right: SampledRight): SampledRight => {
    if (right.periods.length > 0) rights.push(right);
    return right;
  };
  const draw = (
    at: School,
    kind: SampledRight['kind'],
    from: Day,
    qualification: Qualification,
    adult: boolean,
  ): SampledRight =>
    drawRight(random, { school: at, kind, qualification, start: from, adult, birthDay, asOf, number: rights.length });

  const qualification = random.pick(entry === 'further' && school.further.length > 0 ? school.further : school.initial);
  const adult = entry !== 'youth' && entry !== 'preparatory' && entry !== 'generalUpperSecondary';
  const first = add(draw(school, firstKind(random, entry, start), start, qualification, adult));

  if (entry === 'preparatory' && first.ended !== undefined && random.chance(first.graduated ? 0.7 : 0.2)) {
    add(draw(school, 'wholeQualification', nextAutumn(random, first.ended), random.pick(school.initial), false));
  }
  if (first.kind === 'wholeQualification' && first.ended !== undefined) {
    if (!first.graduated && random.chance(0.24)) {
      const other = random.chance(0.5)
        ? school
        : random.weighted(provider.schools.map((one) => [one.weight, one] as const));
      const later = first.ended + (random.chance(0.6) ? random.integer(1, 60) : random.integer(120, 700));
      add(draw(other, 'wholeQualification', later, random.pick(other.initial), adult));
    } else if (first.graduated && school.further.length > 0 && random.chance(0.05)) {
      add(draw(school, 'wholeQualification', first.ended + random.integer(90, 900), random.pick(school.further), true));
    }
  }
  if (first.kind === 'units' && first.graduated && first.ended !== undefined && random.chance(0.3)) {
    add(draw(school, 'wholeQualification', first.ended + random.integer(10, 300), qualification, true));
  }
  if (first.kind === 'wholeQualification' && first.ended !== undefined && random.chance(0.015)) {
    const host = random.pick(provider.schools);
    const inside = draw(host, 'units', first.start + 200, random.pick(host.initial), adult);
    if (first.start + 200 < first.ended) add({ ...inside, nestedIn: 0 });
  }
  return rights.filter((right) => right.start <= asOf);
}

function drawEntry(random: Random, school: School): Entry {
  return random.weighted<Entry>([
    [61, 'youth'],
    [15, 'adult'],
    [school.further.length > 0 ? 8 : 0, 'further'],
    [school.preparatory ? 8 : 0, 'preparatory'],
    [4, 'units'],
    [1.5, 'other'],
    [school.preparatory ? 0.6 : 0, 'generalUpperSecondary'],
  ]);
}

function firstKind(random: Random, entry: Entry, start: Day): SampledRight['kind'] {
  switch (entry) {
    case 'youth':
    case 'adult':
    case 'further':
      return 'wholeQualification';
    case 'preparatory':
      // Preparatory education of its own (TUVA) took the place of VALMA on 1 August 2022; TELMA went on.
      if (random.chance(0.2)) return 'telma';
      return start < dayFromYmd(2022, 8, 1) ? 'valma' : 'tuva';
    case 'units':
      return 'units';
    case 'other':
      return 'otherVocational';
    case 'generalUpperSecondary':
      return 'generalUpperSecondary';
  }
}

/** August and January starts for the young, all the year for adults; a few more students every year. */
function drawStart(random: Random, span: SampleSpan, entry: Entry): Day {
  for (;;) {
    const years: (readonly [number, number])[] = [];
    for (let year = yearOf(span.from); year <= yearOf(span.to); year += 1) {
      years.push([1.035 ** (year - yearOf(span.from)), year]);
    }
    const year = random.weighted(years);
    const autumn = entry === 'youth' ? 0.86 : entry === 'preparatory' || entry === 'generalUpperSecondary' ? 0.9 : 0.35;
    const start = random.chance(autumn)
      ? dayFromYmd(
          year,
          8,
          random.weighted([
            [5, 1],
            [3, 7],
            [3, 9],
            [2, 12],
            [1, 19],
            [1, 26],
          ]),
        )
      : random.chance(0.55)
        ? dayFromYmd(
            year,
            1,
            random.weighted([
              [3, 1],
              [4, 8],
              [2, 11],
              [1, 18],
            ]),
          )
        : dayFromYmd(year, random.pick([2, 3, 4, 5, 9, 10, 11]), random.integer(1, 28));
    if (start >= span.from && start <= span.to) return start;
    // A span of a few weeks may hold no term's start at all.
    if (span.to - span.from < 366) return random.integer(span.from, span.to);
  }
}

function drawAge(random: Random, entry: Entry): number {
  switch (entry) {
    case 'youth':
    case 'preparatory':
    case 'generalUpperSecondary':
      return random.weighted([
        [70, 16],
        [14, 17],
        [7, 18],
        [5, 19],
        [4, 20],
      ]);
    default:
      return 21 + Math.floor(34 * random.next() ** 1.6);
  }
}

function drawMotherTongue(random: Random, school: School): string {
  return school.language === 'SV'
    ? random.weighted([
        [84, 'SV'],
        [10, 'FI'],
        [3, 'EN'],
        [3, 'UK'],
      ])
    : random.weighted([
        [84, 'FI'],
        [2, 'SV'],
        [3, 'RU'],
        [2, 'ET'],
        [2, 'AR'],
        [2, 'SO'],
        [2, 'UK'],
        [2, 'EN'],
        [1, '99'],
      ]);
}

function nextAutumn(random: Random, day: Day): Day {
  const year = monthOf(day) <= 7 ? yearOf(day) : yearOf(day) + 1;
  return dayFromYmd(year, 8, random.integer(1, 12));
}
