import { FOREVER } from './person.js';
import { earlier, later, type Span } from './naive-follow-up.js';
import { fields, types, type PersonalisedRight } from './personalised-networks.js';

/** Members that a right has besides its own codes: classes of its qualification, and how it was organised on some days. */
export function cutsOfRight(
  { qualification = '', spells }: PersonalisedRight,
  { from, to }: Span,
): { readonly qualificationType?: string; readonly field?: string; readonly organising: string } {
  const [qualificationType, field] = [types[qualification], fields[qualification]];
  const inApprenticeship = spells.some(
    ({ kind, start, end = FOREVER }) => kind === 'oppisopimus' && later(start, from) <= earlier(end, to),
  );
  return {
    ...(qualificationType === undefined ? {} : { qualificationType }),
    ...(field === undefined ? {} : { field }),
    organising: inApprenticeship ? 'apprenticeship' : 'schoolBased',
  };
}
