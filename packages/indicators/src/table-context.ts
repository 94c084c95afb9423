/** What a page needs besides to show what stands beside a table's figures. */
export { besideProblem } from './publication/context-shape.js';
