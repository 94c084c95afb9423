import { documentForm } from '../documents/form.js';

/** Fields with which a plan may begin, and nothing inside one. */
const firstFields = [
  'eid',
  'oppija-oid',
  'opiskeluoikeus-oid',
  'tuva-opiskeluoikeus-oid',
  'ensikertainen-hyvaksyminen',
  'hyvaksytty',
  'paivitetty',
  'poistettu',
  'versio',
  'urasuunnitelma-koodi-uri',
  'osaamisen-hankkimisen-tarve',
  'osaamisen-saavuttamisen-pvm',
  'manuaalisyotto',
] as const;

/** A list of plans in a reply: `{"data": [`, `{"meta": {}, "data": [`, or a page: `{"data": {"last-id": 7, …, "result": [`. */
const wrapper = /^\{\s*(?:"meta"\s*:\s*\{[^{}]*\}\s*,\s*)?"data"\s*:\s*(?:\{[^{}]*"result"\s*:\s*)?\[$/;

export const planForm = documentForm(firstFields, wrapper);

const PLAN_FIELD =
  /"(?:opiskeluoikeus-oid|oppija-oid|ensikertainen-hyvaksyminen|osaamisen-hankkimisen-tarve|hankittavat-[a-z]+-tutkinnon-osat)"\s*:/;

/**
 * Whether a file holds personal plans (HOKS), by its first bytes, unpacked: some 64 kB tell.
 * UTF-16 is recognised too.
 */
export function looksLikePlans(head: Uint8Array): boolean {
  // The names are ASCII, so UTF-16 is them with zeros in between.
  const text = new TextDecoder('windows-1252').decode(head).replaceAll('\u0000', '');
  return PLAN_FIELD.test(text);
}
