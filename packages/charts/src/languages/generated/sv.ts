// Made by `npm run texts` from the XLIFF file of this language. Do not edit.
import type { Templates } from '@strapetsi/text';

export const templates: Templates = {
  s1xfup3e: 'Visas inte ({0})',
  s18967bv: 'Inte tillämpligt',
  s1u3u8ya: 'Tillgängligt från {0}',
  sy1y3f2: 'Uppgift saknas',
  s1qpeqvq: 'förändring jämfört med {0}: {1}',
  s1om38kr: 'Linjediagram',
  s2s79re: 'Visas inte',
  simwf44: 'Situationen {0}.',
  su0jc2s: 'Alla värden: {0}.',
  s4xrwx7: '{0}: {1} (av totalt {2}).',
  s18bpe3m: '{0} procentenheter',
  s1bil39w: 'Personer (n)',
  scpktx3: 'Uppföljningen pågår',
  s1mliuyq: 'Stapeldiagram',
  s10ira5f: 'Högst: {0} ({1}). Lägst: {2} ({3}).',
  sszc882: 'Små grupper: {0}.',
  s1wxq85n: 'Senaste värdet, {0}: {1}',
  s12ysk0t: 'Det finns inga siffror att visa.',
  s1bkcn2g: '{0}: sammanlagt {1}.',
  s1x95ft2: 'Beräkningssätt: {0}.',
  ssrwm4n: 'Dataunderlag: {0}.',
};
