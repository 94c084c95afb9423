import type { Lang } from '@strapetsi/text';
import { asFields, asList, type Fields } from '../documents/fields.js';
import { ORGANISATIONS, type OrganisationKind } from './code-labels.js';
import { validityOf, type Candidate } from './code-element.js';
import type { GivenName } from './translations.js';

const ORGANISATION_OID = /^1\.2\.246\.562\.(?:10|99)\.\d+$/;

/** The register's own root, which every provider belongs to. */
const ROOT = '1.2.246.562.10.00000000001';

/** Types in the order in which the first that fits counts. */
const kinds: readonly (readonly [string, OrganisationKind])[] = [
  ['organisaatiotyyppi_01', 'provider'],
  ['organisaatiotyyppi_02', 'school'],
  ['organisaatiotyyppi_03', 'location'],
];

function kindOf(types: unknown): OrganisationKind | undefined {
  const list = asList(types) ?? [];
  if (list.length === 0) return undefined;
  return kinds.find(([type]) => list.includes(type))?.[1] ?? 'other';
}

function namesIn(value: unknown): GivenName {
  const name = asFields(value) ?? {};
  const inLang = (lang: Lang): readonly string[] => {
    const text = name[lang];
    return typeof text === 'string' ? [text] : [];
  };
  return { fi: inLang('fi'), sv: inLang('sv'), en: inLang('en') };
}

/** An organisation, by its oid; `undefined` where the record is none. Addresses, telephones and e-mail are not read. */
export function organisationOf(
  fields: Fields,
  path: string,
  record: number,
  parent: string | undefined,
): Candidate | undefined {
  const oid = fields['oid'];
  if (typeof oid !== 'string' || !ORGANISATION_OID.test(oid) || asFields(fields['nimi']) === undefined)
    return undefined;
  const above = parent ?? fields['parentOid'];
  const { days, unreadable } = validityOf(fields['alkuPvm'], fields['lakkautusPvm']);
  const kind = kindOf(fields['organisaatiotyypit'] ?? fields['tyypit']);
  return {
    set: ORGANISATIONS,
    code: oid,
    version: 0,
    path,
    record,
    names: namesIn(fields['nimi']),
    kind: 'proper',
    rest: {
      ...days,
      ...(typeof above === 'string' && above !== ROOT && ORGANISATION_OID.test(above) ? { parent: above } : {}),
      ...(kind === undefined ? {} : { kind }),
    },
    validity: unreadable,
  };
}
