import type { Identities, Identity } from './identify.js';
import { createOpenReply, type AnswerCounts, type OpenReply } from './open-reply.js';
import type { Place } from './place.js';
import { textOf, type ArvoRecord } from './record.js';
import type { Targets } from './targets.js';
import type { Writer } from './write.js';

/** A reply that has begun: answers may be added. */
export interface BegunReply {
  readonly identity: Identity;
  readonly record: ArvoRecord;
  readonly place: Place;
  readonly open: OpenReply;
}

export interface Replies {
  /** A reply of a record that names its respondent; `again` where they have replied already. */
  begin(record: ArvoRecord, place: Place): BegunReply | 'again';
  /** Writes a reply as facts. */
  write(reply: BegunReply): void;
}

/** What a record lacks is taken from the link that its respondent was asked with. */
function completed(record: ArvoRecord, link: Identity['link']): Pick<ArvoRecord, 'fields' | 'raw' | 'language'> {
  if (link === undefined) return record;
  const own = Object.entries(record.fields).filter(([, value]) => textOf(value) !== undefined);
  const { raw, language } = record;
  return {
    fields: { ...link.record.fields, ...Object.fromEntries(own) },
    raw: (name) => (textOf(raw(name)) === undefined ? link.record.raw(name) : raw(name)),
    language,
  };
}

export function createReplies(identities: Identities, targets: Targets, writer: Writer, counts: AnswerCounts): Replies {
  return {
    begin(record, place) {
      const identity = identities.of(record.fields, place.record, place.localMark);
      if (identity === 'again') return 'again';
      const { reporter } = place;
      if (identity.key.startsWith('file:')) reporter.report('no-respondent', 'vastaajatunnus', '–');
      if (identity.codeAgain) reporter.report('code-used-again', 'vastaajatunnus', '2 ×');
      return { identity, record, place, open: createOpenReply(counts) };
    },
    write({ identity, record, place, open }) {
      const { reporter } = place;
      const { key, link } = identity;
      reporter.at(place.record, place.line);
      if (link !== undefined) {
        link.replies++;
        if (link.replies === link.asked + 1)
          reporter.report('more-replies-than-asked', 'kohteiden_lkm', `${link.replies} > ${link.asked}`);
      } else if (targets.links().length > 0) reporter.report('reply-without-link', 'vastaajatunnus', '–');
      writer.write(
        {
          key,
          record: completed(record, link),
          // Of a code for several, the row of its link says how many were asked.
          asked: link?.asked === 1 && link.replies === 1 ? 1 : 0,
          answered: true,
          answers: open.answers,
        },
        reporter,
      );
    },
  };
}
