import type { DataText } from '@strapetsi/text';
import { createDictionaries, type GrowingDictionaries } from '../facts/dictionary.js';
import type { Dictionaries, Dictionary, Facts } from '../facts/facts.js';
import type { DictionaryGain, DictionaryGains, SentBatch } from './messages.js';

const names = Object.keys(createDictionaries()) as readonly (keyof Dictionaries)[];

/** What one worker has been told of one reading's dictionaries. */
type Told = Readonly<Record<keyof Dictionaries, DataText[]>>;

function gainOf({ keys, labels }: Dictionary, told: DataText[]): DictionaryGain {
  const named = told.flatMap((label, at) => {
    const now = labels[at] ?? {};
    return now === label ? [] : [{ at, label: now }];
  });
  for (const { at, label } of named) told[at] = label;
  const from = told.length;
  for (let at = from; at < keys.length; at++) told.push(labels[at] ?? {});
  return { keys: keys.slice(from), labels: labels.slice(from), named };
}

function mapped<T>(of: (name: keyof Dictionaries) => T): Record<keyof Dictionaries, T> {
  const record: Partial<Record<keyof Dictionaries, T>> = {};
  for (const name of names) record[name] = of(name);
  return record as Record<keyof Dictionaries, T>;
}

/** Says to one worker what batches are, each dictionary only as far as the worker does not know it. */
export function createBatchSender(): (batch: Facts) => SentBatch {
  const readings = new Map<Dictionaries, { readonly number: number; readonly told: Told }>();
  return ({ dictionaries, ...facts }) => {
    let known = readings.get(dictionaries);
    if (known === undefined) {
      known = { number: readings.size, told: mapped(() => []) };
      readings.set(dictionaries, known);
    }
    const { number, told } = known;
    const gains: DictionaryGains = mapped((name) => gainOf(dictionaries[name], told[name]));
    return { reading: number, gains, facts };
  };
}

/** Puts batches together again on the worker's side. */
export function createBatchTaker(): (batch: SentBatch) => Facts {
  const readings = new Map<number, GrowingDictionaries>();
  return ({ reading, gains, facts }) => {
    let dictionaries = readings.get(reading);
    if (dictionaries === undefined) readings.set(reading, (dictionaries = createDictionaries()));
    for (const name of names) {
      const dictionary = dictionaries[name];
      const { keys, labels, named } = gains[name];
      keys.forEach((key, at) => {
        const label = labels[at];
        dictionary.add(key, label === undefined || Object.keys(label).length === 0 ? undefined : label);
      });
      for (const { at, label } of named) dictionary.add(dictionary.keys[at] ?? '', label);
    }
    return { ...facts, dictionaries };
  };
}
