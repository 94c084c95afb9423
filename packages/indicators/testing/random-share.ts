import fc from 'fast-check';

/** So many of so many, up to 2,000; often none or all. */
export const randomShare: fc.Arbitrary<{ readonly numerator: number; readonly denominator: number }> = fc
  .integer({ min: 1, max: 2000 })
  .chain((denominator) =>
    fc
      .oneof(fc.constant(0), fc.constant(denominator), fc.integer({ min: 0, max: denominator }))
      .map((numerator) => ({ numerator, denominator })),
  );
