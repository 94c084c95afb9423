import { describe, expect, it } from 'vitest';
import { indicators, networkOf } from './network-of-providers.js';

describe('ten providers merge to one calculation over all records by three dimensions, bit for bit', () => {
  const check = networkOf(10);

  it('twenty indicators and more', () => {
    expect(indicators.length).toBeGreaterThanOrEqual(20);
  });

  it.each(indicators)('%s', (_, definition, by) => {
    check(definition, by);
  });
});
