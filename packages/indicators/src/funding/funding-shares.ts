import type { FundingCoefficients } from './coefficients.js';
import { FundingInputError } from './errors.js';
import type { FundedProvider, FundingInput } from './input.js';
import { openLedger, type FundingLine, type Ledger, type UsedCoefficient } from './ledger.js';
import { limitShares, type LevellingResult } from './limited-shares.js';
import type { LineName } from './line-name.js';
import { lineNames, type LineId } from './lines.js';
import { fundingMeasures, type FundingMeasure } from './measures.js';
import { providerValues } from './provider-values.js';
import { computed, missing, needsOf, product, sum, type Need, type Quantity } from './quantity.js';

export interface FundingShares {
  readonly type: 'strapetsi.funding-shares';
  readonly schemaVersion: 1;
  readonly fundingYear: number;
  /** The version, and each value that was used with the version and the source it comes from. */
  readonly coefficients: { readonly version: string; readonly used: readonly UsedCoefficient[] };
  readonly providers: readonly Pick<FundedProvider, 'id' | 'name'>[];
  /** Provider by provider in the order of the input, each from its student years to its share; what concerns all comes last. */
  readonly lines: readonly FundingLine[];
  /** What the lines are called and how they come about. */
  readonly names: Readonly<Partial<Record<LineId, LineName>>>;
  readonly levelling: LevellingResult;
  /** All that is missing, each once. */
  readonly missing: readonly Need[];
}

type ByMeasure = ReadonlyMap<FundingMeasure, Quantity>;

function at(values: ByMeasure | undefined, measure: FundingMeasure): Quantity {
  return values?.get(measure) ?? 0;
}

/**
 * Shares of the funding of vocational education by the model of 2026: each provider's share is Σ weight × (its value / the national sum), held
 * within limits against the year before by one levelling coefficient. What is missing makes only that missing which rests on it.
 * Source: CSCfi/antero e14a7bf3, v_amos_koonti_rahoitusperusteet (11690) and p_lataa_f_amos_koonti_rahoitusperusteet.
 *
 * @param coefficients such as `shippedFundingCoefficients` with one's own laid over them
 * @throws {FundingInputError} where the coefficients are not in force all the funding year, or a provider stands twice
 */
export function fundingShares(input: FundingInput, coefficients: FundingCoefficients): FundingShares {
  assertInForce(input, coefficients);
  const ledger = openLedger(coefficients);
  // In one order whatever the order of the input: sums are the same to the last bit.
  const providers = [...input.providers].sort((a, b) => (a.id < b.id ? -1 : 1));
  assertOnce(providers);
  const values = new Map(providers.map((provider) => [provider.id, valuesOf(provider, input, ledger)]));
  const sums: ByMeasure = new Map(
    fundingMeasures.map((measure) => [measure, nationalSum(measure, input, [...values.values()], ledger)]),
  );
  const unlimited = providers.map((provider) => ({
    provider,
    share: unlimitedShare(provider.id, values.get(provider.id), sums, ledger),
  }));
  const levelling = limitShares(input, unlimited, ledger);
  const lines = ledger.lines(input.providers.map(({ id }) => id));
  const used = new Set(lines.map(({ id }) => id));
  return {
    type: 'strapetsi.funding-shares',
    schemaVersion: 1,
    fundingYear: input.fundingYear,
    coefficients: { version: coefficients.version, used: ledger.used() },
    providers: input.providers.map(({ id, name }) => ({ id, ...(name === undefined ? {} : { name }) })),
    lines,
    names: Object.fromEntries([...lineNames].filter(([id]) => used.has(id))),
    levelling,
    missing: needsOf(lines.map((line) => (line.status === 'value' ? line.value : { needs: line.needs }))),
  };
}

function assertInForce({ fundingYear }: FundingInput, { inForce }: FundingCoefficients): void {
  const year = String(fundingYear);
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  if (inForce.from <= first && last <= (inForce.to ?? last)) return;
  const found = `${inForce.from} – ${inForce.to ?? ''}`;
  throw new FundingInputError('not-in-force', 'inForce', `all of ${year}`, found);
}

function assertOnce(sorted: readonly FundedProvider[]): void {
  const twice = sorted.find(({ id }, position) => position > 0 && sorted[position - 1]?.id === id);
  if (twice !== undefined) throw new FundingInputError('provider-twice', 'providers', 'each provider once', twice.id);
}

function valuesOf(provider: FundedProvider, { fundingYear, national = {} }: FundingInput, ledger: Ledger): ByMeasure {
  const values = providerValues(provider, {
    fundingYear,
    national,
    coefficient: ledger.coefficient,
    line: (id, quantity) => ledger.line(id, quantity, provider.id),
  });
  for (const [measure, value] of values) ledger.line(`value.${measure}`, value, provider.id);
  return values;
}

function nationalSum(
  measure: FundingMeasure,
  { national }: FundingInput,
  values: readonly ByMeasure[],
  ledger: Ledger,
): Quantity {
  const total = national?.sums?.[measure] ?? sum(values.map((own) => at(own, measure)));
  // Of nothing there are no shares.
  const usable = total === 0 ? missing({ kind: 'input', id: 'someValue', measure }) : total;
  return ledger.line(`sum.${measure}`, usable);
}

function unlimitedShare(provider: string, values: ByMeasure | undefined, sums: ByMeasure, ledger: Ledger): Quantity {
  const weighted = fundingMeasures.map((measure) => {
    const parts = [at(values, measure), at(sums, measure)];
    const share = computed(parts, (mine = 0, all = 1) => mine / all);
    ledger.line(`share.${measure}`, share, provider);
    return ledger.line(`weighted.${measure}`, product(ledger.coefficient(`weight.${measure}`), share), provider);
  });
  return ledger.line('unlimitedShare', sum(weighted), provider);
}
