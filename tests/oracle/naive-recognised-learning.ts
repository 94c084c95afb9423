import type { PlainCredit } from '@strapetsi/indicators';
import { adapted, common, groupOf, naiveParts, recognitionOf } from './naive-competence-points.js';
import { cutsOfRight } from './naive-cuts.js';
import { cellsOfShares, cellsOfSums, type Figures, type Request } from './naive-follow-up.js';
import type { PersonalisedPerson, PersonalisedRight } from './personalised-networks.js';

function cutsOn(right: PersonalisedRight, { assessed = '' }: PlainCredit) {
  return cutsOfRight(right, { from: assessed, to: assessed });
}

/** Part by part: is it a unit, or an area of a common one, and was it recognised? */
function unitOf(right: PersonalisedRight, part: PlainCredit) {
  const unitType = groupOf(right, part);
  if (unitType === undefined) return undefined;
  return { unitType, recognition: recognitionOf(part), ...cutsOn(right, part) };
}

function areaOf(right: PersonalisedRight, part: PlainCredit) {
  const holder = part.parent === undefined ? undefined : right.credits[part.parent]?.unit;
  const isCommon = holder !== undefined && (common.includes(holder) || adapted.includes(holder));
  return part.type === 'ammatillisentutkinnonosanosaalue' && isCommon ? cutsOn(right, part) : undefined;
}

export function naiveAssessedUnits(persons: readonly PersonalisedPerson[], request: Request): Figures {
  const { rows, ...counts } = naiveParts(persons, request, unitOf);
  return {
    cells: cellsOfSums(
      rows.map((row) => ({ ...row, amount: 1 })),
      request.by,
    ),
    ...counts,
  };
}

type Amount = (part: PlainCredit) => number;

function naiveShare(membersOf: typeof unitOf | typeof areaOf, wholeOf: Amount, partOf: Amount) {
  return (persons: readonly PersonalisedPerson[], request: Request): Figures => {
    const { rows, ...counts } = naiveParts(persons, request, membersOf);
    const shares = rows.map((row) => ({ ...row, whole: wholeOf(row.part), part: partOf(row.part) }));
    return { cells: cellsOfShares(shares, request.by), ...counts };
  };
}

const isRecognised: Amount = (part) => (recognitionOf(part) === 'acquired' ? 0 : 1);
const points: Amount = (part) => part.points ?? 0;
const recognisedPoints: Amount = (part) => points(part) * isRecognised(part);
const fundedPoints: Amount = (part) => (recognitionOf(part) === 'recognisedFunded' ? points(part) : 0);

export const naiveRecognisedUnits = naiveShare(unitOf, () => 1, isRecognised);
export const naiveRecognisedAreas = naiveShare(areaOf, () => 1, isRecognised);
export const naiveRecognisedPoints = naiveShare(unitOf, points, recognisedPoints);
export const naiveFundedRecognisedPoints = naiveShare(unitOf, recognisedPoints, fundedPoints);
