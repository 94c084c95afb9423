import { describe, expect, it } from 'vitest';
import { TOTAL } from '../aggregate/aggregate.js';
import { aggregateOf } from '../../testing/tables.js';
import { commonSlice, nameOfSlice, sliceOf, windowOf, type Slice } from './slices.js';

const WINDOW = '2024-01-01–2024-12-31';

function plain(slice: Slice): object {
  return Object.fromEntries(slice);
}

describe('the slice of a group', () => {
  it('has the days, the providers and what the run was cut to, in order', () => {
    const aggregate = aggregateOf(
      ['school'],
      { A: [9] },
      {
        providers: [
          { id: 'Q', label: { fi: 'Q' } },
          { id: 'P', label: { fi: 'P' } },
        ],
        only: { gender: ['male', 'female'] },
      },
    );
    expect(plain(commonSlice(aggregate))).toEqual({
      window: [WINDOW],
      provider: ['P', 'Q'],
      gender: ['female', 'male'],
    });
    expect(plain(commonSlice(aggregateOf(['school'], { A: [9] })))).toEqual({ window: [WINDOW] });
  });

  it('has the member of each dimension, but for a total', () => {
    const common: Slice = new Map([['window', [WINDOW]]]);
    expect(plain(sliceOf(['A', 'female'], ['school', 'gender'], common, () => false))).toEqual({
      window: [WINDOW],
      school: ['A'],
      gender: ['female'],
    });
    expect(plain(sliceOf(['A', TOTAL], ['school', 'gender'], common, () => false))).toEqual({
      window: [WINDOW],
      school: ['A'],
    });
    expect(plain(common)).toEqual({ window: [WINDOW] });
  });

  it('has the days of its year, as far as the table goes', () => {
    const common: Slice = new Map([['window', ['2023-03-01–2025-06-30']]]);
    const of = (year: string): unknown => sliceOf([year], ['year'], common, (id) => id === 'year').get('window');
    expect(of('2023')).toEqual(['2023-03-01–2023-12-31']);
    expect(of('2024')).toEqual(['2024-01-01–2024-12-31']);
    expect(of('2025')).toEqual(['2025-01-01–2025-06-30']);
  });

  it('does not say the provider of a school, but of two schools', () => {
    const common: Slice = new Map([['provider', ['P']]]);
    expect(plain(sliceOf(['A'], ['school'], common, () => false))).toEqual({ school: ['A'] });
    const two: Slice = new Map([
      ['provider', ['P']],
      ['school', ['A', 'B']],
    ]);
    expect(plain(sliceOf([], [], two, () => false))).toEqual({ provider: ['P'], school: ['A', 'B'] });
  });
});

describe('names and windows of slices', () => {
  it('are equal for equal slices, whatever the order', () => {
    const one: Slice = new Map([
      ['school', ['A']],
      ['gender', ['female']],
    ]);
    const other: Slice = new Map([
      ['gender', ['female']],
      ['school', ['A']],
    ]);
    expect(nameOfSlice(one)).toBe('[["gender","female"],["school","A"]]');
    expect(nameOfSlice(other)).toBe(nameOfSlice(one));
  });

  it('tell the first and the last day', () => {
    expect(windowOf(new Map([['window', [WINDOW]]]))).toEqual({ from: '2024-01-01', to: '2024-12-31' });
    expect(windowOf(new Map())).toEqual({ from: '', to: '' });
  });
});
