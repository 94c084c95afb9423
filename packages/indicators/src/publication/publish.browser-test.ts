import { expect } from '@open-wc/testing';
import { students } from '../definitions/students.js';
import { aggregateOf, shownCells } from '../../testing/tables.js';
import { minimumPolicy } from './policy.js';
import { publishTogether } from './publish.js';

it('withholds in a browser what it withholds in Node', () => {
  const aggregate = aggregateOf(['school'], { A: [10], B: [3], C: [40] }, { totals: ['school'] });
  const [table] = publishTogether([{ aggregate, definition: students }], { policy: minimumPolicy(5) });
  expect(shownCells(table)).to.deep.equal({ A: '(–)', B: '–', C: 40, '*': 53 });
});
