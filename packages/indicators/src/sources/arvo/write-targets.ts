import type { Pseudonymise } from '../documents/pseudonyms.js';
import { identityIn } from './identify.js';
import type { Link, Targets } from './targets.js';
import type { Writer } from './write.js';

export interface TargetsToWrite {
  readonly targets: Targets;
  readonly writer: Writer;
  readonly pseudonymise: Pseudonymise;
  /** Whether replies were given at all: then those that a list of codes counts should be among them. */
  readonly repliesGiven: boolean;
}

/** Writes who was asked and is not among the replies: unused codes, codes for several, groups. */
export function writeTargets({ targets, writer, pseudonymise, repliesGiven }: TargetsToWrite): void {
  function writeLink(link: Link): void {
    const { record, place, asked, said, replies } = link;
    const { reporter } = place;
    const identity = identityIn(record.fields) ?? `${place.localMark}:${place.record}`;
    const key = (part: string) => pseudonymise('reply', `${identity}:${part}`);
    reporter.at(place.record, place.line);
    const missing = Math.max(0, said - replies);
    if (missing > 0 && repliesGiven) reporter.report('reply-not-in-file', 'vastausten_lkm', `${replies} < ${said}`);
    const isPersonal = asked === 1;
    if (isPersonal && replies > 0) return;
    if (!isPersonal || missing === 0) {
      if (asked > 0) writer.write({ key: key('asked'), record, asked, answered: false, answers: [] }, reporter);
    }
    for (let n = 0; n < missing; n++) {
      // A personal code stands in one row, asked and answered.
      const row = { key: key(`answered ${n}`), record, asked: isPersonal && n === 0 ? 1 : 0 };
      writer.write({ ...row, answered: true, answers: [] }, reporter);
    }
  }

  for (const link of targets.links()) writeLink(link);
  targets.groups().forEach(({ record, place, asked }, n) => {
    place.reporter.at(place.record, place.line);
    const key = `file:g${n}${place.localMark}`;
    writer.write({ key, record, asked, answered: false, answers: [] }, place.reporter);
  });
}
