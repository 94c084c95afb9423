import type { Day } from '@strapetsi/indicators';
import { koskiDocument, maximumStudents } from './document.js';
import { flawedShare, flaws, spoiltLine } from './flaws.js';
import type { Flaw } from './flaws.js';
import { drawPerson } from './person.js';
import type { SampledPerson } from './person.js';
import { sampleProvider } from './providers.js';
import type { Provider } from './providers.js';
import { createRandom } from './random.js';
import type { Random } from './random.js';

export interface SampleOptions {
  /** Which of the fictional providers, from 1. */
  readonly provider: number;
  /** Documents: one learner each. */
  readonly students: number;
  /** First and last day on which a learner's first study right may begin. */
  readonly from: Day;
  readonly to: Day;
  /** The day of the export: nothing later is in it. */
  readonly asOf: Day;
  /** The same seed and options give the same bytes. */
  readonly seed: number;
  /** Leave out the flaws that real exports have. */
  readonly clean: boolean;
}

export interface SampleLine {
  /** One document as JSON, without a line break. */
  readonly line: string;
  readonly rights: number;
  readonly flaw?: Flaw;
}

/**
 * A fictional provider's KOSKI documents, one learner at a time: memory does not grow with their number.
 * Each learner is drawn from the seed and his or her own number alone; the kinds of flaws take turns.
 * Throws `RangeError` for a provider or a number of students that the oids cannot tell apart, and for days out of order.
 */
export function* sampleDocuments(options: SampleOptions): Generator<SampleLine> {
  let flawed = 0;
  for (const { person, provider, random } of samplePersons(options)) {
    const document = koskiDocument(person, provider, options.seed);
    if (!options.clean && random.chance(flawedShare)) {
      // In turn, so that a short sample has every kind too.
      const flaw = flaws[flawed % flaws.length] ?? 'no-states';
      flawed += 1;
      yield { line: spoiltLine(document, flaw, random), rights: person.rights.length, flaw };
    } else {
      yield { line: JSON.stringify(document), rights: person.rights.length };
    }
  }
}

/** A learner of the sample, with the state of the generator after he or she was drawn. */
interface DrawnPerson {
  readonly person: SampledPerson;
  readonly provider: Provider;
  readonly random: Random;
}

/** The learners themselves: every file of a sample is made of the same ones. */
export function* samplePersons(options: SampleOptions): Generator<DrawnPerson> {
  if (options.students > maximumStudents) {
    throw new RangeError(`At most ${maximumStudents} students, not ${options.students}.`);
  }
  if (options.from > options.to || options.to > options.asOf) {
    throw new RangeError('The days must follow in this order: from, to, as-of.');
  }
  const provider = sampleProvider(options.provider, options.seed);
  for (let index = 0; index < options.students; index += 1) {
    const random = createRandom(options.seed, options.provider, index);
    yield { person: drawPerson(random, provider, index, options), provider, random };
  }
}
