import { it } from 'vitest';
import { engineAgreesWithDuckDb } from './engine-and-sql.js';

it('DuckDB makes the aggregate that the engine makes of random records by random definitions, byte for byte', async () => {
  await engineAgreesWithDuckDb(2400);
});
