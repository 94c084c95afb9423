export {
  compareWithForesight,
  ForesightFitError,
  type CompareWithForesightOptions,
  type DerivedFigure,
  type ForesightComparison,
  type ForesightFitCode,
  type ForesightRow,
} from './compare-with-foresight.js';
export { foresightBenchmark, type ForeseenNeed, type Foresight } from './foresight.js';
export {
  readForesight,
  type ForesightProblem,
  type ForesightReading,
  type ReadForesightOptions,
} from './read-foresight.js';
