import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Definition } from './definition.js';

const words: ReadonlySet<string> = new Set(['label', 'numerator', 'denominator']);

/** JSON with its object keys in code-unit order and without labels: equal contents are equal texts. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const parts = Object.entries(value)
    .filter(([name, part]) => !words.has(name) && part !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, part]) => `${JSON.stringify(name)}:${canonicalJson(part)}`);
  return `{${parts.join(',')}}`;
}

/**
 * SHA-256 (64 hexadecimal digits) of what a definition computes: its id and version, rules, steps, measures, dimensions and
 * figures. Names, labels, meaning, sources and notes do not change it.
 */
export function hashOf(definition: Definition): string {
  const { id, version, over, rules, dimensions, figures } = definition;
  const computing = {
    id,
    version,
    over,
    rules: rules.map((rule) => ({ id: rule.id, inForce: rule.inForce, steps: rule.steps, measure: rule.measure })),
    dimensions,
    figures,
  };
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(computing))));
}
