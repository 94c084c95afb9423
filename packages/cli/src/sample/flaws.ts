import type { Json, KoskiDocument } from './document.js';
import type { Random } from './random.js';

/** What is wrong in real exports, each with its name. */
export const flaws = [
  'missing-funding',
  'impossible-date',
  'end-before-start',
  'periods-out-of-order',
  'unknown-state',
  'no-identity',
  'no-states',
  'truncated-line',
] as const;
export type Flaw = (typeof flaws)[number];

/** The share of documents that get a flaw. */
export const flawedShare = 0.006;

/** The document as a line of NDJSON (without the line break), spoilt by the flaw. */
export function spoiltLine(document: KoskiDocument, flaw: Flaw, random: Random): string {
  const copy = structuredClone(document) as { henkilö: Json; opiskeluoikeudet: Json[] };
  const right = copy.opiskeluoikeudet[random.integer(0, copy.opiskeluoikeudet.length - 1)];
  if (right === undefined) return JSON.stringify(copy);
  const periods = (right['tila'] as { opiskeluoikeusjaksot: Json[] }).opiskeluoikeusjaksot;
  const period = random.pick(periods);
  switch (flaw) {
    case 'missing-funding':
      for (const one of periods) delete one['opintojenRahoitus'];
      break;
    case 'impossible-date':
      period['alku'] = '2023-02-30';
      break;
    case 'end-before-start':
      right['lisätiedot'] = {
        ...(right['lisätiedot'] as Json | undefined),
        osaAikaisuusjaksot: [{ alku: '2023-05-01', loppu: '2023-03-31', osaAikaisuus: 50 }],
      };
      break;
    case 'periods-out-of-order':
      periods.push({ ...period, alku: right['alkamispäivä'] });
      periods.reverse();
      break;
    case 'unknown-state':
      period['tila'] = { koodiarvo: 'tauolla', koodistoUri: 'koskiopiskeluoikeudentila', koodistoVersio: 1 };
      break;
    case 'no-identity':
      delete copy.henkilö['oid'];
      delete copy.henkilö['hetu'];
      break;
    case 'no-states':
      delete right['tila'];
      break;
    case 'truncated-line': {
      const line = JSON.stringify(copy);
      return line.slice(0, Math.floor(line.length * 0.6));
    }
  }
  return JSON.stringify(copy);
}
