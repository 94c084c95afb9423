import type { PlainCredit } from '@strapetsi/indicators';
import {
  cellsOfSums,
  earlier,
  type Figures,
  fundingOn,
  isInvalidated,
  leaveOut,
  membersOfWindow,
  type Request,
  type Row,
  windowsOf,
} from './naive-follow-up.js';
import type { FollowedPerson, FollowedRight } from './seeded-networks.js';

/** Competence points of units by the day of assessment, part by part, from the account of KOSKI's report of performances. */
type Group = 'vocational' | 'common' | 'freelyChosen' | 'expanding';

export const common = [
  '101053',
  '101054',
  '101055',
  '101056',
  '400012',
  '400013',
  '400014',
  '106727',
  '106728',
  '106729',
];
export const adapted = ['600001', '600002'];
const studies = [
  'ammatillinenlukionopintoja',
  'ammatillinenkorkeakouluopintoja',
  'ammatillinenmuitaopintovalmiuksiatukeviaopintoja',
];

function isHeading(unit: string | undefined): boolean {
  return unit === 'tutkinnonosatvalinnanmahdollisuus:1' || unit === 'tutkinnonosatvalinnanmahdollisuus:2';
}

/** The group that a part counts in; nothing for parts that are within another that counts, or count nowhere. */
export function groupOf({ credits }: FollowedRight, part: PlainCredit): Group | undefined {
  if (studies.includes(part.type)) return 'vocational';
  if (part.type === 'ammatillisentutkinnonosanosaalue') {
    const holder = part.parent === undefined ? undefined : credits[part.parent];
    return isHeading(holder?.unit) ? 'vocational' : undefined;
  }
  if (part.type !== 'ammatillisentutkinnonosa' || isHeading(part.unit)) return undefined;
  if (common.includes(part.unit) || adapted.includes(part.unit)) return 'common';
  if (part.group === 3) return 'freelyChosen';
  return part.group === 4 ? 'expanding' : 'vocational';
}

/**
 * Assessed parts that a right is looked at for, each in the window of its assessment.
 * @param membersOf what is said of a part; nothing where it does not count
 */
export function naiveParts<P extends FollowedPerson>(
  persons: readonly P[],
  request: Request,
  membersOf: (right: P['rights'][number], part: PlainCredit) => Row['members'] | undefined,
): {
  readonly rows: readonly (Row & { readonly part: PlainCredit })[];
  readonly population: number;
  readonly exclusions: Readonly<Record<string, number>>;
} {
  const { from, to, asOf, by } = request;
  const inTime = ({ assessed }: PlainCredit): boolean =>
    assessed !== undefined && from <= assessed && assessed <= earlier(to, asOf);
  const looked = persons.flatMap(({ rights }) => rights.filter(({ credits }) => credits.some(inTime)));
  const { kept, exclusions } = leaveOut(looked, { invalidated: isInvalidated, nested: ({ nested }) => nested });
  const rows = persons.flatMap((person) =>
    person.rights
      .filter((right) => kept.has(right))
      .flatMap((right) =>
        right.credits.filter(inTime).flatMap((part) => {
          const day = part.assessed ?? '';
          const own = membersOf(right, part);
          const window = windowsOf(request, by).find((one) => one.from <= day && day <= one.to);
          if (own === undefined || window === undefined) return [];
          const members = {
            ...membersOfWindow(window),
            funding: fundingOn(right, day),
            raised: part.raised === true ? 'raised' : 'first',
            ...own,
          };
          return [{ person, right, ageOn: window.from, members, part }];
        }),
      ),
  );
  return { rows, population: looked.length, exclusions };
}

export function recognitionOf({ recognised }: PlainCredit): 'acquired' | 'recognised' | 'recognisedFunded' {
  return (['acquired', 'recognised', 'recognisedFunded'] as const)[recognised ?? 0];
}

export function naiveCompetencePoints(persons: readonly FollowedPerson[], request: Request): Figures {
  const { rows, ...counts } = naiveParts(persons, request, (right, part) => {
    const unitType = groupOf(right, part);
    return unitType === undefined ? undefined : { unitType, recognition: recognitionOf(part) };
  });
  const amounts = rows.map((row) => ({ ...row, amount: row.part.points ?? 0 }));
  return { cells: cellsOfSums(amounts, request.by), ...counts };
}
