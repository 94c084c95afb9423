import type { Aggregate } from '../aggregate/aggregate.js';
import type { DataText } from '@strapetsi/text';
import type { CalculateOptions } from '../engine/options.js';
import type { CalculationRequest } from '../engine/calculate.js';
import type { Dictionaries, Facts } from '../facts/facts.js';

/** What of a request crosses to a worker: what is asked of a source afterwards stays. */
export interface SentRequest {
  readonly definition: CalculationRequest['definition'];
  readonly options: Omit<CalculateOptions, 'records' | 'findings'>;
}

/** What a dictionary has gained since the worker was last told, and names that came up later. */
export interface DictionaryGain {
  readonly keys: readonly string[];
  readonly labels: readonly DataText[];
  readonly named: readonly { readonly at: number; readonly label: DataText }[];
}

export type DictionaryGains = Readonly<Record<keyof Dictionaries, DictionaryGain>>;

/** A batch without its dictionaries: those of a reading grow, and only what is new is sent. */
export interface SentBatch {
  /** Number of the reading that the batch is of. */
  readonly reading: number;
  readonly gains: DictionaryGains;
  readonly facts: Omit<Facts, 'dictionaries'>;
}

export type ToWorker =
  | { readonly type: 'start'; readonly requests: readonly SentRequest[] }
  | { readonly type: 'batch'; readonly batch: SentBatch }
  | { readonly type: 'finish' };

/** An error as it crosses: its class is known by its name. */
export interface SentError {
  readonly name: string;
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

export type FromWorker =
  | { readonly type: 'taken' }
  | { readonly type: 'aggregates'; readonly aggregates: readonly Aggregate[] }
  | { readonly type: 'failed'; readonly error: SentError };
