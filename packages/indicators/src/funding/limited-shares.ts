import type { FundedProvider, FundingInput } from './input.js';
import type { Ledger } from './ledger.js';
import { levelledShare, levellingCoefficient, type ChangeLimits, type Levelling } from './levelling.js';
import { computed, isMissing, missing, needsOf, product, sum, type Quantity } from './quantity.js';

/** How the levelling coefficient came about. */
export type LevellingResult = Levelling | { readonly status: 'given' | 'missing' };

/** A provider with its share before limits. */
export interface UnlimitedShare {
  readonly provider: FundedProvider;
  readonly share: Quantity;
}

interface Held extends UnlimitedShare {
  readonly previous: Quantity;
}

/** Holds the shares within the limits against the year before, and takes down the lines of it. */
export function limitShares(
  input: FundingInput,
  unlimited: readonly UnlimitedShare[],
  ledger: Ledger,
): LevellingResult {
  const held = withPreviousShares(input, unlimited);
  const minimum = ledger.coefficient('limit.minimum');
  const maximum = ledger.coefficient('limit.maximum');
  const levelling = levellingOf(input, held, minimum, maximum);
  const coefficient = ledger.line('levellingCoefficient', levelling.coefficient);
  for (const { provider, share, previous } of held) {
    const line = (id: Parameters<Ledger['line']>[0], quantity: Quantity): Quantity =>
      ledger.line(id, quantity, provider.id);
    line('previousShare', previous);
    if (previous !== 0) {
      line('minimumShare', product(previous, minimum));
      line('maximumShare', product(previous, maximum));
    }
    const limited = line(
      'share',
      computed([share, previous, minimum, maximum, coefficient], (mine = 0, before = 0, least = 0, most = 0, t = 0) =>
        levelledShare({ unlimited: mine, previous: before }, { minimum: least, maximum: most }, t),
      ),
    );
    if (share !== 0)
      line(
        'limitFactor',
        computed([limited, share], (mine = 0, before = 1) => mine / before),
      );
    if (previous !== 0)
      line(
        'change',
        computed([limited, previous], (now = 0, before = 1) => now / before),
      );
  }
  return levelling.result;
}

function withPreviousShares({ national }: FundingInput, unlimited: readonly UnlimitedShare[]): readonly Held[] {
  const fundingOf = ({ id, previousFunding }: FundedProvider): Quantity =>
    previousFunding ?? missing({ kind: 'input', id: 'previousFunding', provider: id });
  const all = national?.previousFunding ?? sum(unlimited.map(({ provider }) => fundingOf(provider)));
  const total = all === 0 ? missing({ kind: 'input', id: 'previousFunding' }) : all;
  return unlimited.map((one) => ({
    ...one,
    previous: computed([fundingOf(one.provider), total], (mine = 0, together = 1) => mine / together),
  }));
}

function levellingOf(
  { national = {} }: FundingInput,
  held: readonly Held[],
  minimum: Quantity,
  maximum: Quantity,
): { readonly coefficient: Quantity; readonly result: LevellingResult } {
  if (national.levellingCoefficient !== undefined) {
    return { coefficient: national.levellingCoefficient, result: { status: 'given' } };
  }
  const isPartOfCountry = national.previousFunding !== undefined || Object.keys(national.sums ?? {}).length > 0;
  if (isPartOfCountry) {
    return {
      coefficient: missing({ kind: 'input', id: 'levellingCoefficient' }),
      result: { status: 'missing' },
    };
  }
  const quantities = [minimum, maximum, ...held.flatMap(({ share, previous }) => [share, previous])];
  const needs = needsOf(quantities);
  if (needs.length > 0 || isMissing(minimum) || isMissing(maximum)) {
    return { coefficient: { needs }, result: { status: 'missing' } };
  }
  const limits: ChangeLimits = { minimum, maximum };
  const number = (quantity: Quantity): number => (isMissing(quantity) ? 0 : quantity);
  const shares = held.map(({ share, previous }) => ({ unlimited: number(share), previous: number(previous) }));
  const result = levellingCoefficient(shares, limits);
  if (result.status === 'solved') return { coefficient: result.coefficient, result };
  return { coefficient: missing({ kind: 'input', id: 'reachableLimits' }), result };
}
