import { joinPlans, readPlans, type Facts, type Finding, type PlanRecord } from '@strapetsi/indicators';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { plansTable } from './ehoks-table.js';
import { document, KEY, onlyBatch, read, readDocuments, right } from './koski-documents.js';

const reference = new URL('../../../shared/reference/ehoks/', import.meta.url);
const docs = new URL('../../docs/conformance-ehoks.md', import.meta.url);
const reason = existsSync(reference) ? undefined : 'eHOKS’s examples (../shared/reference/ehoks) are not here';

beforeEach((context) => {
  if (reason !== undefined) context.skip(reason);
});

const file = (name: string) => readFileSync(new URL(name, reference));

const examples = () =>
  readdirSync(new URL('plans/', reference))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({ file: name, bytes: file(`plans/${name}`) }));

async function plansOf(name: string): Promise<readonly PlanRecord[]> {
  const plans: PlanRecord[] = [];
  for await (const plan of readPlans(file(`plans/${name}`), { pseudonymKey: KEY })) plans.push(plan);
  return plans;
}

async function joined(facts: readonly Facts[], plans: readonly PlanRecord[]) {
  const batches: Facts[] = [];
  const findings: Finding[] = [];
  for await (const batch of joinPlans(facts, plans, { onFinding: (each) => findings.push(each) })) batches.push(batch);
  return { facts: batches[0] as Facts, codes: findings.map(({ code }) => code) };
}

/** Thousandths of days of each workplace period: pieces that begin with one that is first. */
const days = ({ workplaces }: Facts): readonly number[] =>
  Array.from({ length: workplaces.count }, (_, at) => {
    const length = (workplaces.end[at] ?? 0) - (workplaces.start[at] ?? 0) + 1;
    return Math.round((length * (workplaces.share[at] ?? 0)) / 1000);
  });

describe('eHOKS’s example plans', () => {
  test('all seven files are read, and the table of them in the documentation is up to date', async () => {
    const files = examples();
    expect(files).toHaveLength(7);
    const table = await plansTable(files);
    if (process.env['UPDATE_CONFORMANCE'] === '1') writeFileSync(docs, table);
    expect(readFileSync(docs, 'utf8')).toBe(table);
  });

  test('nothing of learners, mentors, assessors and workplaces leaves the reader but business ids', async () => {
    const documentation = readFileSync(docs, 'utf8');
    for (const { bytes } of examples()) {
      const findings: Finding[] = [];
      const plans: PlanRecord[] = [];
      const options = { pseudonymKey: KEY, onFinding: (finding: Finding) => findings.push(finding) };
      for await (const plan of readPlans(bytes, options)) plans.push(plan);
      const text = JSON.stringify([plans, findings]);
      const secret =
        /"(?:nimi|etunimi|sukunimi|sahkoposti|puhelinnumero|tyopaikan-nimi|oppija-oid|kuvaus|rooli)"\s*:\s*"([^"]+)"/g;
      for (const [, value = ''] of bytes.toString('utf8').matchAll(secret)) {
        expect(text).not.toContain(value);
        expect(documentation).not.toContain(value);
      }
    }
  });

  test('the longest has its days, units and periods', async () => {
    // Read from the document by hand: 3 + 1 units acquired before; 7 vocational, 4 common and 5 local ones to acquire.
    const [plan] = await plansOf('hoksit.json');
    expect(plan?.plan).toMatchObject({ priorUnits: 4, plannedUnits: 16, needed: 1 });
    expect(plan?.workplaces.map(({ share }) => share / 10_000)).toEqual([100, 50, 33, 5, 80, 25, 25]);
    expect(new Set(plan?.workplaces.map(({ kind }) => kind))).toEqual(new Set(['trainingAgreement']));
    expect(plan?.workplaces.map(({ employer }) => employer ?? '-')).toEqual([
      '-',
      ...Array<string>(6).fill('2345678-0'),
    ]);
  });

  test('days that two periods share are divided: 408 days, 204 to each, of 50 and 25 per cent', async () => {
    // 1 November 2020 to 13 December 2021: 30 + 31 days, and 365 - 18.
    const facts = onlyBatch(await readDocuments([document(1, [right(1, { oid: '1.2.246.562.15.76811932060' })])]));
    const { facts: both, codes } = await joined([facts], await plansOf('hoks_ainoastaan_YTOja.json'));
    expect(days(both)).toEqual([102_000, 51_000]);
    expect([both.plans.count, both.plans.priorUnits[0], both.plans.plannedUnits[0]]).toEqual([1, 2, 1]);
    // The right of our making begins in 2023.
    expect(codes).toEqual(['period-outside-right', 'period-outside-right']);
  });
});

describe('replies of the services round eHOKS', () => {
  test('a learner of KOSKI is read with both study rights', async () => {
    const { summary, batches } = await read(file('replies/koski_api_oppija_1.2.246.562.24.44651722625.json'));
    expect(summary).toMatchObject({ read: 1, facts: 1, studyRights: { read: 2, facts: 2, refused: 0 } });
    const { rights, workplaces } = batches[0] as Facts;
    expect(rights.key).toEqual(['1.2.246.562.15.76811932038', '1.2.246.562.15.10359275566']);
    expect(workplaces.count).toBe(1);
  });

  test('a list of learners is read, and a plan fits a study right in it; a right without periods is left out', async () => {
    const { summary, batches, codes } = await read(file('replies/koski_api_sure_oids_1.2.246.562.24.44651722625.json'));
    expect(summary).toMatchObject({ read: 1, facts: 1, studyRights: { read: 5, facts: 4, refused: 1 } });
    expect(codes).toContain('no-periods');
    const { facts, codes: found } = await joined(batches, await plansOf('hoksit.json'));
    // Two rights have the same period at work in KOSKI, half of each day each. The plan of one has seven, and the other has whole days.
    const { workplaces } = batches[0] as Facts;
    expect([workplaces.count, [...workplaces.share]]).toEqual([2, [500_000, 500_000]]);
    const kept = facts.workplaces.right.findIndex(
      (position) => facts.rights.key[position] === '1.2.246.562.15.76811932025',
    );
    expect([facts.plans.count, [...facts.workplaces.first].filter((first) => first === 1).length]).toEqual([1, 7 + 1]);
    expect(facts.workplaces.share[kept]).toBe(1_000_000);
    // The right was to end in 2015, before any of the plan's periods.
    expect(found).toEqual([...Array<string>(7).fill('period-outside-right'), 'workplaces-replaced']);
    expect(batches[0]?.persons.key[0]).toBe((await plansOf('hoksit.json'))[0]?.person);
  });

  test('study rights by themselves are read where they have periods', async () => {
    const of = (number: string) => read(file(`replies/koski_api_opiskeluoikeus_1.2.246.562.15.${number}.json`));
    const vocational = await of('76811932037');
    expect(vocational.summary).toMatchObject({ read: 1, facts: 1, refused: 0 });
    expect(onlyBatch(vocational).rights.key).toEqual(['1.2.246.562.15.76811932037']);
    expect((await of('13312692646')).summary).toMatchObject({ read: 1, facts: 1, refused: 0 });
    const empty = await of('60063016194');
    expect(empty.summary).toMatchObject({ read: 1, facts: 0, refused: 1 });
    expect(empty.codes).toEqual(['no-identity', 'no-periods', 'no-usable-study-right']);
  });

  test('replies about something else are refused by both readers', async () => {
    const others = readdirSync(new URL('replies/', reference)).filter((name) => !name.startsWith('koski_api'));
    expect(others).toHaveLength(13);
    for (const name of others) {
      expect((await read(file(`replies/${name}`))).summary).toMatchObject({ facts: 0 });
      const plans: PlanRecord[] = [];
      for await (const plan of readPlans(file(`replies/${name}`), { pseudonymKey: KEY })) plans.push(plan);
      expect(plans).toEqual([]);
    }
  });
});
