import { expect, it } from 'vitest';
import { memberSpan } from './member-span.js';

it.each([
  ['2024', '2024-01-01', '2024-12-31'],
  ['2023-H1', '2023-01-01', '2023-06-30'],
  ['2023-H2', '2023-07-01', '2023-12-31'],
  ['2024-02', '2024-02-01', '2024-02-29'],
  ['2023-02', '2023-02-01', '2023-02-28'],
  ['2023-12', '2023-12-01', '2023-12-31'],
])('%s lasts from %s to %s', (id, from, to) => {
  expect(memberSpan(id)).toEqual({ from, to });
});

it.each(['06', 'latest', '15-19', '2023-H3', '2023-13', '2023-00', '12023', '2023-1', '351301', ''])(
  '%s is no span of time',
  (id) => {
    expect(memberSpan(id)).toEqual({});
  },
);
