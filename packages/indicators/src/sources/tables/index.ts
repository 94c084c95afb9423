export { readTable } from './read-table.js';
export type { TableHead, TableOptions, TableProblem, TableRow } from './table.js';
export { tableFindings, type TableProblemCode } from './problems.js';
export { columnsOf, fold, nearest, type FoundColumns } from './columns.js';
export { parseDecimal, parseScaled, parseTableDay, parseWholeNumber, parseYesNo } from './values.js';
