import type { IsoDate } from '../days/day.js';
import type { Cell, IndicatorTable } from '../publication/indicator-table.js';

/** Which file of a release holds which indicator by which cut of whom, in ids only: names are in the tables. */
export interface CatalogueEntry {
  /** From the folder of the catalogue, with `/`. Another content is another file, so that old ones stay whole. */
  readonly file: string;
  /** SHA-256 of its bytes, 64 hexadecimal digits. */
  readonly sha256: string;
  readonly bytes: number;
  readonly indicator: Pick<IndicatorTable['indicator'], 'id' | 'version' | 'hash'>;
  /** Id of the figure. */
  readonly figure: string;
  readonly rule?: string;
  readonly parameters?: Readonly<Record<string, number>>;
  readonly dimensions: readonly { readonly id: string; readonly members: readonly string[] }[];
  readonly only: readonly { readonly dimension: string; readonly members: readonly string[] }[];
  readonly period: IndicatorTable['period'];
  readonly asOf: IsoDate;
  readonly asOfLatest?: IsoDate;
  /** Ids of the providers. */
  readonly providers: readonly string[];
  /** How many cells say what. */
  readonly cells: Readonly<Record<Cell['status'], number>>;
}

/** What a release in a folder consists of: `catalogue.json`, which is replaced at once and as a whole. */
export interface ReleaseCatalogue {
  readonly type: 'strapetsi.catalogue';
  readonly schemaVersion: 1;
  readonly released: IsoDate;
  /** The earliest and the latest day that the records of a table are of. */
  readonly snapshot: { readonly from: IsoDate; readonly to: IsoDate };
  readonly policy: IndicatorTable['policy'];
  /** SHA-256 of the catalogue of the release before. */
  readonly previous?: string;
  readonly tables: readonly CatalogueEntry[];
}

/** Name of the catalogue in the folder of a release. */
export const CATALOGUE_FILE = 'catalogue.json';
