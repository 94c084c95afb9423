import { parseWholeNumber } from '../tables/values.js';
import type { Place } from './place.js';
import { textOf, type ArvoRecord } from './record.js';

type Fields = ArvoRecord['fields'];

/** A code with which one or more were asked. */
export interface Link {
  readonly record: ArvoRecord;
  readonly place: Place;
  /** How many may answer with it. */
  readonly asked: number;
  /** How many the export says answered. */
  said: number;
  /** How many replies of it were read. */
  replies: number;
}

/** Persons asked of a group, of whom no codes are known. */
export interface Group {
  readonly record: ArvoRecord;
  readonly place: Place;
  readonly asked: number;
}

export interface Targets {
  /** `again` where the code was met already, `invalid` where its number of persons is none. */
  addLink(record: ArvoRecord, place: Place): Link | 'again' | 'invalid';
  /** A group of persons asked; `invalid` where its number is none. */
  addGroup(record: ArvoRecord, place: Place): 'added' | 'invalid';
  linkOf(fields: Fields): Link | undefined;
  readonly links: () => readonly Link[];
  readonly groups: () => readonly Group[];
}

const LARGEST = 10_000_000;

/** A number of persons; `undefined` where the value is none. */
function countOf(value: unknown): number | undefined {
  const text = textOf(value);
  const count = text === undefined ? undefined : parseWholeNumber(text);
  return count === undefined || count < 0 || count > LARGEST ? undefined : count;
}

const isGiven = (value: unknown): boolean => textOf(value) !== undefined;

const idsOf = ({ linkId, code }: Fields): readonly string[] => [
  ...(isGiven(linkId) ? [`id:${String(textOf(linkId))}`] : []),
  ...(isGiven(code) ? [`code:${String(textOf(code))}`] : []),
];

export function createTargets(): Targets {
  const byId = new Map<string, Link>();
  const links: Link[] = [];
  const groups: Group[] = [];

  function linkOf(fields: Fields): Link | undefined {
    return idsOf(fields)
      .map((id) => byId.get(id))
      .find((link) => link !== undefined);
  }

  return {
    linkOf,
    links: () => links,
    groups: () => groups,
    addLink(record, place) {
      const { fields } = record;
      const respondent = isGiven(fields.respondentId) ? 1 : 0;
      const known = linkOf(fields);
      if (known !== undefined) {
        // Arvo's interface lists a code once for each that answered with it.
        known.said += respondent;
        return respondent === 1 ? known : 'again';
      }
      const asked = isGiven(fields.asked) ? countOf(fields.asked) : 1;
      const said = isGiven(fields.answers) ? countOf(fields.answers) : respondent;
      if (asked === undefined || said === undefined) return 'invalid';
      const link = { record, place, asked, said, replies: 0 };
      for (const id of idsOf(fields)) byId.set(id, link);
      links.push(link);
      return link;
    },
    addGroup(record, place) {
      const { fields } = record;
      const asked = countOf(isGiven(fields.asked) ? fields.asked : fields.links);
      if (asked === undefined) return 'invalid';
      if (asked > 0) groups.push({ record, place, asked });
      return 'added';
    },
  };
}
