import type { CoefficientId, FundingCoefficients } from './coefficients.js';
import type { LineId } from './lines.js';
import { isMissing, missing, type Need, type Quantity } from './quantity.js';

/** A value by name, or what it would need. Without `provider` it concerns all. */
export type FundingLine = {
  readonly id: LineId;
  readonly provider?: string;
} & (
  { readonly status: 'value'; readonly value: number } | { readonly status: 'missing'; readonly needs: readonly Need[] }
);

export interface UsedCoefficient {
  readonly id: CoefficientId;
  readonly value: number;
  readonly version: string;
  readonly source: string;
}

/** Takes down what is computed, and which coefficients were used for it. */
export interface Ledger {
  /** Takes down a line, and gives the quantity back. */
  readonly line: (id: LineId, quantity: Quantity, provider?: string) => Quantity;
  /** The value of a coefficient, or that it is missing. */
  readonly coefficient: (id: CoefficientId) => Quantity;
  /** Lines of each provider in the given order, then those that concern all. */
  readonly lines: (providers: readonly string[]) => readonly FundingLine[];
  readonly used: () => readonly UsedCoefficient[];
}

export function openLedger(coefficients: FundingCoefficients): Ledger {
  const lines = new Map<string | undefined, FundingLine[]>();
  const used = new Map<CoefficientId, UsedCoefficient>();
  return {
    line(id, quantity, provider) {
      const where = provider === undefined ? { id } : { id, provider };
      const line: FundingLine = isMissing(quantity)
        ? { ...where, status: 'missing', needs: quantity.needs }
        : { ...where, status: 'value', value: quantity };
      const before = lines.get(provider);
      if (before === undefined) lines.set(provider, [line]);
      else before.push(line);
      return quantity;
    },
    coefficient(id) {
      const known = coefficients.values[id];
      if (known === undefined) return missing({ kind: 'coefficient', id });
      const { value, source, version = coefficients.version } = known;
      used.set(id, { id, value, version, source });
      return value;
    },
    lines: (providers) => [...providers, undefined].flatMap((provider) => lines.get(provider) ?? []),
    used: () => [...used.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}
