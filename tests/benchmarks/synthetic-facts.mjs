import { dayFromIso, dayFromYmd, factsOf, NO_DAY, OPEN } from '@strapetsi/indicators';

/**
 * Facts of a fictional country, seeded: about 3 periods a study right, one to four rights a person, starts mostly in August, holidays,
 * interruptions, part time, TUVA, rights included in others. Batches of 10,000 persons, as the sources make them.
 */
const PERSONS_OF_A_BATCH = 10_000;
const [PRESENT, HOLIDAY, INTERRUPTED, GRADUATED, RESIGNED, DEEMED_RESIGNED] = [0, 1, 2, 3, 4, 5];

/** Education, type of performance, July rule, TUVA, how common in hundredths. */
const kinds = [
  { education: 0, type: 'ammatillinentutkinto', julyRule: 0, tuva: 0, weight: 70 },
  { education: 3, type: 'ammatillinentutkintoosittainen', julyRule: 1, tuva: 0, weight: 12 },
  { education: 2, type: 'tuvakoulutuksensuoritus', julyRule: 0, tuva: 1, weight: 5 },
  { education: 2, type: 'telma', julyRule: 0, tuva: 0, weight: 2 },
  { education: 2, type: 'valma', julyRule: 2, tuva: 0, weight: 2 },
  { education: 1, type: 'lukionoppimaara', julyRule: 2, tuva: 0, weight: 3 },
  { education: 1, type: 'ibtutkinto', julyRule: 2, tuva: 0, weight: 1 },
  { education: 4, type: 'muuammatillinenkoulutus', julyRule: 1, tuva: 0, weight: 5 },
];

/** @param {number} seed */
function mulberry32(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * @param {number} wantedRights
 * @param {number} [seed]
 * @returns {import('@strapetsi/indicators').Facts[]}
 */
export function syntheticFacts(wantedRights, seed = 1) {
  const random = mulberry32(seed);
  const below = (/** @type {number} */ n) => Math.floor(random() * n);
  const codes = (/** @type {string} */ prefix, /** @type {number} */ count) => ({
    keys: Array.from({ length: count }, (_, i) => prefix + String(i).padStart(3, '0')),
    labels: Array.from({ length: count }, () => ({})),
  });
  const none = { keys: [], labels: [] };
  const dictionaries = {
    provider: codes('1.2.246.562.10.9', 40),
    school: codes('1.2.246.562.10.8', 120),
    location: codes('1.2.246.562.10.7', 300),
    qualification: codes('361', 160),
    performanceType: { keys: kinds.map(({ type }) => type), labels: kinds.map(() => ({})) },
    unit: none,
    spell: none,
    language: { keys: ['FI', 'SV'], labels: [{}, {}] },
    employer: none,
    area: none,
    survey: none,
    question: none,
  };
  const [nothing] = factsOf([]);
  if (nothing === undefined) throw new Error('factsOf gives at least one batch');
  const { credits, spells, plans, workplaces, outcomes, responses, answers, own } = nothing;
  const withoutRows = { credits, spells, plans, workplaces, outcomes, responses, answers, own };
  const kindOf = kinds.flatMap((kind, i) => Array.from({ length: kind.weight }, () => i));
  const shares = [1_000_000, 1_000_000, 1_000_000, 1_000_000, 1_000_000, 1_000_000, 500_000, 333_333, 666_667, 800_000];
  const firstYear = 2016;
  const asOf = dayFromIso('2026-11-23');

  const batches = [];
  let rightsMade = 0;
  let personsMade = 0;
  while (rightsMade < wantedRights) {
    const p = { key: [], birthYear: [], gender: [], motherTongue: [] };
    const r = { key: [], person: [], provider: [], school: [], location: [], qualification: [], performanceType: [] };
    const c = { education: [], julyRule: [], tuva: [], nested: [], purchased: [], start: [], end: [] };
    const t = { right: [], start: [], end: [], stateBegan: [], state: [], funding: [], share: [] };
    while (p.key.length < PERSONS_OF_A_BATCH && rightsMade < wantedRights) {
      const person = p.key.push(personsMade.toString(16).padStart(32, '0')) - 1;
      personsMade += 1;
      p.birthYear.push(below(40) === 0 ? 0 : 1965 + below(44));
      p.gender.push(below(50) === 0 ? 255 : below(2));
      p.motherTongue.push(below(20) === 0 ? 1 : 0);
      const school = below(120);
      const howMany = [1, 1, 1, 1, 1, 1, 2, 2, 3, 4][below(10)];
      let start = dayFromYmd(firstYear + below(11), [8, 8, 8, 8, 1, 1, 3, 10][below(8)], 1 + below(28));
      for (let i = 0; i < howMany && rightsMade < wantedRights; i++) {
        const kind = kindOf[below(kindOf.length)];
        const right = r.key.push(`1.2.246.562.15.${String(10_000_000_000 + rightsMade)}`) - 1;
        rightsMade += 1;
        r.person.push(person);
        r.provider.push(school % 40);
        r.school.push(below(200) === 0 ? -1 : school);
        r.location.push(school * 2 + below(2));
        r.qualification.push(below(160));
        r.performanceType.push(kind);
        c.education.push(kinds[kind].education);
        c.julyRule.push(kinds[kind].julyRule);
        c.tuva.push(kinds[kind].tuva);
        c.nested.push(below(40) === 0 ? 1 : 0);
        c.purchased.push(0);
        c.start.push(start);
        const share = shares[below(10)];
        let day = start;
        const stays = kinds[kind].education === 0 ? 200 + below(1100) : 30 + below(400);
        const parts = [1, 1, 2, 3, 3, 3][below(6)];
        for (let part = 0; part < parts; part++) {
          const state = part % 2 === 0 ? PRESENT : below(2) === 0 ? HOLIDAY : INTERRUPTED;
          const length = part % 2 === 0 ? 1 + Math.floor(stays / parts) : 10 + below(70);
          t.right.push(right);
          t.start.push(day);
          t.end.push(day + length - 1);
          t.stateBegan.push(day);
          t.state.push(state);
          t.funding.push([1, 1, 1, 1, 2, 10, 16][below(7)]);
          t.share.push(share);
          day += length;
        }
        if (day > asOf) {
          t.end[t.end.length - 1] = OPEN;
          c.end.push(OPEN);
        } else {
          t.right.push(right);
          t.start.push(day);
          t.end.push(day);
          t.stateBegan.push(day);
          t.state.push([GRADUATED, GRADUATED, GRADUATED, RESIGNED, DEEMED_RESIGNED][below(5)]);
          t.funding.push(1);
          t.share.push(1_000_000);
          c.end.push(day);
        }
        start = below(4) === 0 ? start + below(30) : Math.min(day, asOf) + below(400);
      }
    }
    const count = r.key.length;
    batches.push({
      persons: {
        count: p.key.length,
        key: p.key,
        birthYear: Int16Array.from(p.birthYear),
        gender: Uint8Array.from(p.gender),
        motherTongue: Int32Array.from(p.motherTongue),
      },
      rights: {
        count,
        key: r.key,
        person: Int32Array.from(r.person),
        provider: Int32Array.from(r.provider),
        school: Int32Array.from(r.school),
        location: Int32Array.from(r.location),
        qualification: Int32Array.from(r.qualification),
        performanceType: Int32Array.from(r.performanceType),
        education: Uint8Array.from(c.education),
        julyRule: Uint8Array.from(c.julyRule),
        tuva: Uint8Array.from(c.tuva),
        nested: Uint8Array.from(c.nested),
        purchased: Uint8Array.from(c.purchased),
        start: Int32Array.from(c.start),
        end: Int32Array.from(c.end),
        estimatedEnd: new Int32Array(count).fill(NO_DAY),
        confirmed: new Int32Array(count).fill(NO_DAY),
        language: new Int32Array(count).fill(-1),
        method: new Uint8Array(count).fill(255),
        version: new Int32Array(count).fill(-1),
      },
      periods: {
        count: t.right.length,
        right: Int32Array.from(t.right),
        start: Int32Array.from(t.start),
        end: Int32Array.from(t.end),
        stateBegan: Int32Array.from(t.stateBegan),
        state: Uint8Array.from(t.state),
        funding: Uint8Array.from(t.funding),
        share: Int32Array.from(t.share),
      },
      ...withoutRows,
      dictionaries,
    });
  }
  return batches;
}
