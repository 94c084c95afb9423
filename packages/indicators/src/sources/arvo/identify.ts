import type { Pseudonymise } from '../documents/pseudonyms.js';
import { createSeenKeys } from '../koski/seen.js';
import { textOf, type ArvoRecord } from './record.js';
import type { Link, Targets } from './targets.js';

/** Whose a reply is. */
export interface Identity {
  /** Pseudonym; `file:N` where nobody is named. */
  readonly key: string;
  readonly link: Link | undefined;
  /** The code was met before, and nothing says that several may answer with it. */
  readonly codeAgain: boolean;
}

/** What a respondent is known by; `undefined` where nothing names them. */
export function identityIn({ respondentId, code, linkId }: ArvoRecord['fields']): string | undefined {
  if (textOf(respondentId) !== undefined) return `vastaajaid:${String(textOf(respondentId))}`;
  if (textOf(code) !== undefined) return `vastaajatunnus:${String(textOf(code))}`;
  return textOf(linkId) === undefined ? undefined : `vastaajatunnusid:${String(textOf(linkId))}`;
}

export interface Identities {
  /** Whose a new reply is; `again` where that one has replied. @param record for a key of the file's own */
  of(fields: ArvoRecord['fields'], record: number, localMark: string): Identity | 'again';
}

/**
 * Tells replies apart. A respondent's number is their own; a code may be one person's, or shared by as many as its link says.
 */
export function createIdentities(pseudonymise: Pseudonymise, targets: Targets): Identities {
  const seen = createSeenKeys();
  const times = new Map<string, number>();
  return {
    of(fields, record, localMark) {
      const link = targets.linkOf(fields);
      const identity = identityIn(fields);
      if (identity === undefined) return { key: `file:${record}${localMark}`, link, codeAgain: false };
      const key = pseudonymise('reply', identity);
      if (textOf(fields.respondentId) !== undefined) {
        if (seen.has(key)) return 'again';
        seen.add(key);
        return { key, link, codeAgain: false };
      }
      const time = (times.get(key) ?? 0) + 1;
      if (time > 1 && link?.asked === 1) return 'again';
      times.set(key, time);
      if (time === 1) return { key, link, codeAgain: false };
      return { key: pseudonymise('reply', `${identity}:${time}`), link, codeAgain: link === undefined };
    },
  };
}
