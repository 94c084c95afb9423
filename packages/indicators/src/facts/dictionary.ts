import type { DataText } from '@strapetsi/text';
import type { Dictionaries, Dictionary } from './facts.js';

/** A dictionary that sources append to. */
export interface GrowingDictionary extends Dictionary {
  /** The position of the key; a new key is appended. A label that was blank so far is filled in. */
  add(key: string, label?: DataText): number;
  /** The position of a key that has its label already: nothing needs to be added for it. */
  labelled(key: string): number | undefined;
}

export type GrowingDictionaries = { readonly [K in keyof Dictionaries]: GrowingDictionary };

const NO_TEXT: DataText = Object.freeze({});

export function createDictionary(): GrowingDictionary {
  const keys: string[] = [];
  const labels: DataText[] = [];
  const positions = new Map<string, number>();
  return {
    keys,
    labels,
    labelled(key) {
      const position = positions.get(key);
      return position === undefined || labels[position] === NO_TEXT ? undefined : position;
    },
    add(key, label) {
      const known = positions.get(key);
      if (known !== undefined) {
        if (label !== undefined && labels[known] === NO_TEXT) labels[known] = label;
        return known;
      }
      const position = keys.length;
      positions.set(key, position);
      keys.push(key);
      labels.push(label ?? NO_TEXT);
      return position;
    },
  };
}

export function createDictionaries(): GrowingDictionaries {
  return {
    provider: createDictionary(),
    school: createDictionary(),
    location: createDictionary(),
    qualification: createDictionary(),
    performanceType: createDictionary(),
    unit: createDictionary(),
    spell: createDictionary(),
    language: createDictionary(),
    employer: createDictionary(),
    area: createDictionary(),
    survey: createDictionary(),
    question: createDictionary(),
  };
}
