import { describe, it } from 'vitest';
import { indicators, networkOf } from './network-of-providers.js';

describe('ninety providers merge to one calculation over all records by three dimensions, bit for bit', () => {
  const check = networkOf(90);

  it.each(indicators)('%s', (_, definition, by) => {
    check(definition, by);
  });
});
