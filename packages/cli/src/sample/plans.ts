import type { Day } from '@strapetsi/indicators';
import { dayFromYmd, isoFromDay } from '@strapetsi/indicators';
import { artificialBusinessId } from './business-id.js';
import { learnerOid, rightOid, type Json } from './document.js';
import { createRandom, type Random } from './random.js';
import { samplePersons, type SampleOptions } from './sample.js';
import type { SampledRight } from './study-right.js';

/** Plans have been made since the reform. */
const firstPlans = dayFromYmd(2018, 1, 2);
/** Another stream of numbers than the learner's own, so that the documents stay the same with plans and without. */
const PLANS = 1;
const EMPLOYERS_OF_A_SCHOOL = 40;

/**
 * Personal plans (HOKS) of the sample's vocational and preparatory study rights as the eHOKS service gives them, one JSON on a
 * line. Field names are those of eHOKS. A small share has no plan; of some the plan came late.
 */
export function* samplePlans(options: SampleOptions): Generator<string> {
  for (const { person, provider } of samplePersons(options)) {
    const random = createRandom(options.seed, options.provider, person.index, PLANS);
    for (const right of person.rights) {
      if (!hasPlan(right, random)) continue;
      const id = (options.provider * 10_000_000 + person.index * 8 + right.number) % Number.MAX_SAFE_INTEGER;
      yield JSON.stringify({
        id,
        'oppija-oid': learnerOid(person, provider, options.seed),
        'opiskeluoikeus-oid': rightOid(right.number, person, provider, options.seed),
        ...planOf(right, id, options, random),
      });
    }
  }
}

function hasPlan(right: SampledRight, random: Random): boolean {
  const planned = right.kind !== 'generalUpperSecondary' && right.kind !== 'otherVocational';
  return planned && right.start >= firstPlans && right.nestedIn === undefined && random.chance(0.96);
}

function planOf(right: SampledRight, id: number, { asOf, clean }: SampleOptions, random: Random): Json {
  const approved = Math.min(asOf, right.start + daysToApproval(random));
  const lastDay = Math.min(asOf, right.ended ?? asOf);
  const updated = Math.max(approved, lastDay - random.integer(0, 400));
  const recognised = right.units.filter((unit) => unit.recognised).map(({ unit }) => unit.code);
  const missing = !clean && random.chance(0.004);
  return {
    ...(missing ? {} : { 'ensikertainen-hyvaksyminen': isoFromDay(approved) }),
    hyvaksytty: instant(updated),
    paivitetty: instant(updated),
    versio: 1 + (id % 5),
    'urasuunnitelma-koodi-uri': `urasuunnitelma_000${random.integer(1, 3)}`,
    'urasuunnitelma-koodi-versio': 1,
    'osaamisen-hankkimisen-tarve': true,
    ...(right.graduated && right.ended !== undefined ? { 'osaamisen-saavuttamisen-pvm': isoFromDay(right.ended) } : {}),
    ...(right.kind === 'tuva' ? partsOfTuva : unitsOf(right, recognised, id, asOf, random)),
  };
}

function daysToApproval(random: Random): number {
  return random.weighted([
    [70, random.integer(3, 30)],
    [22, random.integer(31, 60)],
    [8, random.integer(61, 150)],
  ]);
}

/** The service writes instants; noon in Helsinki is the same day everywhere in Europe. */
const instant = (day: Day): string => `${isoFromDay(day)}T09:00:00.000Z`;

const partsOfTuva: Json = {
  'hankittavat-koulutuksen-osat': [
    { 'koulutuksen-osa-koodi-uri': 'koulutuksenosattuva_104', 'koulutuksen-osa-koodi-versio': 1 },
  ],
};

function unitsOf(right: SampledRight, recognised: readonly string[], id: number, asOf: Day, random: Random): Json {
  const units = right.qualification.units.filter(({ code }) => !recognised.includes(code));
  return {
    'aiemmin-hankitut-ammat-tutkinnon-osat': recognised.map(unitOf),
    'hankittavat-ammat-tutkinnon-osat': units.map(({ code }, position) => ({
      ...unitOf(code),
      ...(position === 0 ? { 'osaamisen-hankkimistavat': waysOf(right, id, asOf, random) } : {}),
    })),
  };
}

const unitOf = (code: string): Json => ({
  'tutkinnon-osa-koodi-uri': `tutkinnonosat_${code}`,
  'tutkinnon-osa-koodi-versio': 1,
});

/** Periods at workplaces, within the time of the study right as the service demands. */
function waysOf(right: SampledRight, id: number, asOf: Day, random: Random): readonly Json[] {
  const partTime = right.partTime[0]?.percent;
  return right.workplace.flatMap((spell, position): readonly Json[] => {
    const end = Math.min(spell.end ?? right.estimatedEnd, right.estimatedEnd);
    // A pseudo-random employer of the school's own.
    const employer = artificialBusinessId(
      (Number(right.school.code) % 1_000) * 90 + random.integer(0, EMPLOYERS_OF_A_SCHOOL),
    );
    if (spell.start > end || spell.start > asOf) return [];
    return [
      {
        'yksiloiva-tunniste': `${id}-${position + 1}`,
        'osaamisen-hankkimistapa-koodi-uri': `osaamisenhankkimistapa_${spell.kind}`,
        'osaamisen-hankkimistapa-koodi-versio': 1,
        alku: isoFromDay(spell.start),
        loppu: isoFromDay(end),
        'osa-aikaisuustieto': partTime ?? 100,
        ...(spell.kind === 'oppisopimus' ? { 'oppisopimuksen-perusta-koodi-uri': 'oppisopimuksenperusta_01' } : {}),
        'tyopaikalla-jarjestettava-koulutus': {
          'tyopaikan-nimi': 'Esimerkkityöpaikka',
          'tyopaikan-y-tunnus': employer,
        },
      },
    ];
  });
}
