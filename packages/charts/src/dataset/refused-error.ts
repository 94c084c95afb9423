import type { ChartKind, Refusal } from '../kinds/kind.js';
import { MOST_LINES, MOST_TEXTURES } from '../layout/frame.js';

const reasons: Readonly<Record<Refusal, string>> = {
  unorderedLine: 'a line would join categories that have no order; use bars',
  notParts: 'its series are not parts of one whole, and would be added up; use bars',
  tooManyParts: `more than ${MOST_TEXTURES} parts cannot be told apart; use bars`,
  tooManyLines: `more than ${MOST_LINES} lines cannot be told apart; use bars or a coarser table`,
};

/** A kind of chart was asked for that would mislead. */
export class ChartRefusedError extends Error {
  override readonly name = 'ChartRefusedError';
  readonly path = 'kind';
  readonly expected = 'another kind, such as bar';
  constructor(
    readonly found: ChartKind,
    readonly code: Refusal,
  ) {
    super(`This table is not drawn as “${found}”: ${reasons[code]}`);
  }
}
