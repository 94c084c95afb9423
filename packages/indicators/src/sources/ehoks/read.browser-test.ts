import { expect } from '@open-wc/testing';
import { factsOf } from '../../facts/facts-of.js';
import { joinPlans, readPlans, type PlanRecord } from './index.js';

const plan = {
  'oppija-oid': '1.2.246.562.24.00000000001',
  'opiskeluoikeus-oid': '1.2.246.562.15.00000000001',
  'ensikertainen-hyvaksyminen': '2023-08-20',
  'osaamisen-hankkimisen-tarve': true,
  'hankittavat-paikalliset-tutkinnon-osat': [
    {
      nimi: 'Ålander-Öhman',
      'osaamisen-hankkimistavat': [
        {
          'yksiloiva-tunniste': 'a',
          'osaamisen-hankkimistapa-koodi-uri': 'osaamisenhankkimistapa_koulutussopimus',
          alku: '2024-01-01',
          loppu: '2024-01-10',
          'osa-aikaisuustieto': 50,
          'tyopaikalla-jarjestettava-koulutus': { 'tyopaikan-y-tunnus': '2345678-0' },
        },
      ],
    },
  ],
};

const [facts] = factsOf([
  {
    key: 'a',
    rights: [
      {
        key: '1.2.246.562.15.00000000001',
        provider: 'p',
        education: 'wholeQualification',
        julyRule: 'removed',
        periods: [{ start: '2023-08-09', state: 'present' }],
      },
    ],
  },
]);

describe('personal plans in this engine', () => {
  it('are read from a packed reply of the service and joined to facts', async () => {
    const reply = new Blob([JSON.stringify({ data: [plan], meta: {} })]).stream();
    const plans: PlanRecord[] = [];
    const codes: string[] = [];
    const options = {
      pseudonymKey: 'a key of artificial data',
      onFinding: ({ code }: { code: string }) => codes.push(code),
    };
    for await (const each of readPlans(reply.pipeThrough(new CompressionStream('gzip')), options)) plans.push(each);
    expect(codes).to.deep.equal([]);
    // As in Node: HMAC-SHA-256 of the learner number, first 16 bytes.
    expect(plans[0]?.person).to.equal('d0428281cc99459fc33f182da112d2b6');
    for await (const joined of joinPlans(facts === undefined ? [] : [facts], plans)) {
      expect([joined.plans.count, joined.workplaces.count]).to.deep.equal([1, 1]);
      expect(joined.workplaces.share[0]).to.equal(500_000);
      expect(joined.dictionaries.employer.keys).to.deep.equal(['2345678-0']);
    }
  });
});
