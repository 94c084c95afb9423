// Made by `npm run texts` from the XLIFF file of this language. Do not edit.
import { str, type Templates } from '@strapetsi/text';

export const templates: Templates = {
  s0c8224b0a9798e8a: str`Visas inte (${0})`,
  s0e9aa8d89165481b: 'Inte tillämpligt',
  s16cde1d447e9fdc2: str`Tillgängligt från ${0}`,
  s187528426100c44e: 'Uppgift saknas',
  s276ac8cddc8503c3: str`förändring jämfört med ${0}: ${1}`,
  s283223d8bc0d148b: 'Linjediagram',
  s67d4d0ccfff1464a: 'Visas inte',
  s7d1333e24fb79494: str`Situationen ${0}.`,
  s8e0caeffbbb51534: str`Alla värden: ${0}.`,
  s92fb8e4d19839ac4: str`${0}: ${1} (av totalt ${2}).`,
  s9a667670eabf644a: str`${0} procentenheter`,
  s9f69975ec8d8ac34: 'Personer (n)',
  sa97a68c1fe974cf7: 'Uppföljningen pågår',
  sc6198b7bbf3a0dc2: 'Stapeldiagram',
  sd91b98038bfb9b01: str`Högst: ${0} (${1}). Lägst: ${2} (${3}).`,
  se5c08709e06a85d2: str`Små grupper: ${0}.`,
  se8a627ed17f79bce: str`Senaste värdet, ${0}: ${1}`,
  se92950de30384cdd: 'Det finns inga siffror att visa.',
  sf23ee5a69b55d1cd: str`${0}: sammanlagt ${1}.`,
  sf38b0ee532fe7b86: str`Beräkningssätt: ${0}.`,
  sfda21b7137709ddf: str`Dataunderlag: ${0}.`,
};
