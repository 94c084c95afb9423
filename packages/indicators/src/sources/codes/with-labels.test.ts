import { describe, expect, it } from 'vitest';
import { factsOf } from '../../facts/facts-of.js';
import type { Facts } from '../../facts/facts.js';
import type { PlainStudyRight } from '../../facts/plain-facts.js';
import type { CodeEntry, CodeLabels } from './code-labels.js';
import { completedLabel, withLabels } from './with-labels.js';

const OID = '1.2.246.562.10.1';

const labels: CodeLabels = {
  sets: new Map<string, ReadonlyMap<string, CodeEntry>>([
    ['organisation', new Map([[OID, { label: { fi: 'Ammattiopisto', sv: 'Yrkesinstitut' } }]])],
    [
      'koulutus',
      new Map([['351101', { label: { fi: 'Autoalan perustutkinto', sv: 'Grundexamen inom bilbranschen' } }]]),
    ],
    ['tutkinnonosat', new Map([['400014', { label: { fi: 'Viestintä', sv: 'Kommunikation' } }]])],
    ['kieli', new Map([['SV', { label: { fi: 'ruotsi', sv: 'svenska', en: 'Swedish' } }]])],
    ['kunta', new Map([['049', { label: { fi: 'Espoo', sv: 'Esbo' } }]])],
    ['osaamisenhankkimistapa', new Map([['oppisopimus', { label: { fi: 'Oppisopimus', sv: 'Läroavtal' } }]])],
    ['tuvajarjestamislupa', new Map([['lukio', { label: { sv: 'Tillstånd' } }]])],
  ]),
};

const right = (n: number, rest: Partial<PlainStudyRight> = {}): PlainStudyRight => ({
  key: `r${n}`,
  provider: OID,
  education: 'wholeQualification',
  julyRule: 'removed',
  periods: [{ start: '2024-01-01', state: 'present' }],
  ...rest,
});

async function labelled(facts: readonly Facts[]): Promise<readonly Facts[]> {
  const batches: Facts[] = [];
  for await (const batch of withLabels(facts, labels)) batches.push(batch);
  return batches;
}

function labelOf(facts: Facts | undefined, name: keyof Facts['dictionaries'], key: string) {
  const dictionary = facts?.dictionaries[name];
  return dictionary?.labels[dictionary.keys.indexOf(key)];
}

describe('facts with labels', () => {
  const everything = right(1, {
    provider: OID,
    school: OID,
    location: OID,
    qualification: '351101',
    language: 'SV',
    credits: ['400014', 'tuvajarjestamislupa:lukio', 'local:400014'].map((unit) => ({
      unit,
      type: 'ammatillisentutkinnonosa',
    })),
    spells: [{ kind: 'oppisopimus', start: '2024-01-01' }],
    workplaces: [{ kind: 'apprenticeship', start: '2024-01-01', area: '049' }],
  });

  it('name what the records only have codes for', async () => {
    const [facts] = await labelled(factsOf([{ key: 'p', rights: [everything] }]));
    for (const name of ['provider', 'school', 'location'] as const)
      expect(labelOf(facts, name, OID)).toEqual({ fi: 'Ammattiopisto', sv: 'Yrkesinstitut' });
    expect(labelOf(facts, 'qualification', '351101')?.sv).toBe('Grundexamen inom bilbranschen');
    expect(labelOf(facts, 'language', 'SV')?.en).toBe('Swedish');
    expect(labelOf(facts, 'unit', '400014')?.sv).toBe('Kommunikation');
    expect(labelOf(facts, 'area', '049')?.sv).toBe('Esbo');
    expect(labelOf(facts, 'spell', 'oppisopimus')?.sv).toBe('Läroavtal');
  });

  it('look up a code of another set there, and a code of a provider’s own nowhere', async () => {
    const [facts] = await labelled(factsOf([{ key: 'p', rights: [everything] }]));
    expect(labelOf(facts, 'unit', 'tuvajarjestamislupa:lukio')).toEqual({ sv: 'Tillstånd' });
    expect(labelOf(facts, 'unit', 'local:400014')).toEqual({});
  });

  it('leave what nothing is known of as it is', async () => {
    const given = { key: '999999', label: { fi: 'Oma koulutus' } };
    const [facts] = await labelled(factsOf([{ key: 'p', rights: [right(1, { qualification: given })] }]));
    expect(labelOf(facts, 'qualification', '999999')).toEqual({ fi: 'Oma koulutus' });
  });

  it('follow dictionaries that grow from batch to batch, and keep sharing them', async () => {
    const persons = ['049', '351101', '351101'].map((qualification, at) => ({
      key: `p${at}`,
      rights: [right(at, { qualification })],
    }));
    const growing = factsOf(persons, { personsPerBatch: 1 });
    const [first, second, third] = await labelled(growing);
    expect(first?.dictionaries).toBe(third?.dictionaries);
    expect(labelOf(second, 'qualification', '351101')?.fi).toBe('Autoalan perustutkinto');
    expect(first?.rights).toBe(growing[0]?.rights);
  });

  it('take a name that the source learns later', async () => {
    const later = { key: OID, label: { fi: 'Oma nimi' } };
    async function* source(): AsyncGenerator<Facts> {
      const rights = [OID, later].map((school, at) => ({ key: `p${at}`, rights: [right(at, { school })] }));
      yield* factsOf(rights, { personsPerBatch: 1 });
    }
    const batches: Facts[] = [];
    for await (const batch of withLabels(source(), labels)) batches.push(batch);
    expect(labelOf(batches[1], 'school', OID)).toEqual({ fi: 'Oma nimi', sv: 'Yrkesinstitut' });
  });

  it('keep the dictionaries of two readings apart', async () => {
    const one = factsOf([{ key: 'p', rights: [right(1, { school: OID })] }]);
    const two = factsOf([{ key: 'q', rights: [right(2, { school: 'x' })] }]);
    const [first, second] = await labelled([...one, ...two]);
    expect(first?.dictionaries).not.toBe(second?.dictionaries);
    expect(second?.dictionaries.school.keys).toEqual(['x']);
  });
});

describe('completing a label', () => {
  const known = { fi: 'Tilauskoulutus', sv: 'Uppdragsutbildning' };

  it('keeps what the record says in a language of its own', () => {
    expect(completedLabel({ fi: 'Vanha nimi', en: 'Old name' }, known)).toEqual({
      fi: 'Vanha nimi',
      sv: 'Uppdragsutbildning',
      en: 'Old name',
    });
  });

  it('does not take a text that stands for two languages for a translation', () => {
    const copied = { fi: 'Lukuvuosimaksu', sv: 'Lukuvuosimaksu', en: 'Lukuvuosimaksu' };
    expect(completedLabel(copied, { fi: 'Lukuvuosimaksu' })).toEqual({ fi: 'Lukuvuosimaksu' });
    expect(completedLabel({ fi: 'hindi', sv: 'hindi' }, { fi: 'hindi', sv: 'hindi' }).sv).toBe('hindi');
  });

  it('leaves the record alone where the register has no name at all', () => {
    expect(completedLabel({ fi: 'A', sv: 'A' }, {})).toEqual({ fi: 'A', sv: 'A' });
  });
});
