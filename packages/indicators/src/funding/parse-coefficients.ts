import * as z from 'zod/mini';
import { foundText, type ShapeProblem } from '../shape/shape-problem.js';
import { coefficientLabels, type CoefficientId, type FundingCoefficients } from './coefficients.js';
import { fundingMeasures } from './measures.js';
import { schemaProblem } from '../shape/schema-problem.js';
import { expectedText } from './expected-text.js';

export type ParsedFundingCoefficients =
  | { readonly ok: true; readonly coefficients: FundingCoefficients }
  | { readonly ok: false; readonly problem: ShapeProblem };

const name = z.string().check(z.minLength(1));
const isoDate = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const file = z.strictObject({
  type: z.literal('strapetsi.funding-coefficients'),
  schemaVersion: z.literal(1),
  version: name,
  inForce: z.strictObject({ from: isoDate, to: z.exactOptional(isoDate) }),
  values: z.partialRecord(
    z.enum([...coefficientLabels.keys()]),
    z.strictObject({
      value: z.number().check(z.nonnegative()),
      source: name,
      version: z.exactOptional(name),
    }),
  ),
});

/** Weights are written with at most four decimals. */
const ROUNDING = 1e-9;

function inconsistency({ inForce, values }: FundingCoefficients): ShapeProblem | undefined {
  if (inForce.to !== undefined && inForce.to < inForce.from) {
    return { path: 'inForce.to', expected: `a day from ${inForce.from} on`, found: foundText(inForce.to) };
  }
  const { 'limit.minimum': minimum, 'limit.maximum': maximum } = values;
  if (minimum !== undefined && maximum !== undefined && minimum.value > maximum.value) {
    const expected = `at most limit.maximum, ${String(maximum.value)}`;
    return { path: 'values["limit.minimum"].value', expected, found: foundText(minimum.value) };
  }
  return weightsProblem(values);
}

/** Shares are one whole only where the weights are. */
function weightsProblem(values: FundingCoefficients['values']): ShapeProblem | undefined {
  const weights = fundingMeasures.flatMap((measure) => {
    const id: CoefficientId = `weight.${measure}`;
    const weight = values[id]?.value;
    return weight === undefined ? [] : [weight];
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (weights.length < fundingMeasures.length || Math.abs(total - 1) <= ROUNDING) return undefined;
  return { path: 'values', expected: 'weights that add up to 1', found: foundText(total) };
}

/**
 * Reads coefficients of funding from JSON of the format `strapetsi.funding-coefficients`: every shape checked, no unknown names, each value
 * with its source, weights that add up to 1 where all are given. Never throws.
 */
export function parseFundingCoefficients(json: unknown): ParsedFundingCoefficients {
  const read = z.safeParse(file, json);
  if (!read.success)
    return { ok: false, problem: schemaProblem(json, read.error, 'coefficients of funding', expectedText) };
  const coefficients: FundingCoefficients = read.data;
  const problem = inconsistency(coefficients);
  return problem === undefined ? { ok: true, coefficients } : { ok: false, problem };
}
