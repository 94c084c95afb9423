import { expect } from '@open-wc/testing';
import { isoFromDay } from '../../days/calendar.js';
import type { Facts } from '../../facts/facts.js';
import type { Finding } from '../../findings/finding.js';
import { readKoski, type ByteSource } from './index.js';

const code = (koodiarvo: string) => ({ koodiarvo });

const learnerDocument = (n: number) => ({
  henkilö: { oid: `1.2.246.562.24.0000000000${n}`, sukunimi: 'Ålander-Öhman', äidinkieli: code('SV') },
  opiskeluoikeudet: [
    {
      oid: `1.2.246.562.15.0000000000${n}`,
      koulutustoimija: { oid: '1.2.246.562.10.1' },
      oppilaitos: { oid: '1.2.246.562.10.2', nimi: { fi: 'Töölön ammattiopisto' } },
      tyyppi: code('ammatillinenkoulutus'),
      tila: {
        opiskeluoikeusjaksot: [{ alku: '2017-10-25T21:00Z', tila: code('lasna'), opintojenRahoitus: code('1') }],
      },
      suoritukset: [{ tyyppi: code('ammatillinentutkinto') }],
    },
  ],
});

const lines = [1, 2, 3].map((n) => `${JSON.stringify(learnerDocument(n))}\n`).join('');
const utf8 = new TextEncoder().encode(lines);
const latin1 = Uint8Array.from(lines, (character) => character.charCodeAt(0));

const packed = () => new Blob([utf8]).stream().pipeThrough(new CompressionStream('gzip'));

async function read(source: ByteSource) {
  const batches: Facts[] = [];
  const findings: Finding[] = [];
  const options = { pseudonymKey: 'a key of artificial data', onFinding: (finding: Finding) => findings.push(finding) };
  for await (const batch of readKoski(source, options)) batches.push(batch);
  return { facts: batches[0], codes: findings.map((finding) => finding.code) };
}

describe('reading KOSKI documents in this engine', () => {
  const sources: readonly (readonly [string, () => ByteSource | Promise<ByteSource>])[] = [
    ['text', () => lines],
    ['bytes', () => utf8],
    ['a file', () => new File([utf8], 'documents.ndjson').stream()],
    ['gzip as a stream', packed],
    ['gzip as bytes', async () => new Uint8Array(await new Response(packed()).arrayBuffer())],
  ];
  for (const [name, source] of sources) {
    it(`gives the facts from ${name}`, async () => {
      const { facts, codes } = await read(await source());
      expect(codes).to.deep.equal([]);
      expect(facts?.rights.count).to.equal(3);
      // As in Node: HMAC-SHA-256 of the learner number, first 16 bytes.
      expect(facts?.persons.key[0]).to.equal('d0428281cc99459fc33f182da112d2b6');
      expect(facts?.dictionaries.school.labels[0]).to.deep.equal({ fi: 'Töölön ammattiopisto' });
      expect(isoFromDay(facts?.periods.start[0] ?? 0)).to.equal('2017-10-26');
    });
  }

  it('reads Latin-1 as such, with a warning', async () => {
    const { facts, codes } = await read(latin1);
    expect(codes).to.deep.equal(['not-utf-8', 'not-utf-8', 'not-utf-8']);
    expect(facts?.dictionaries.school.labels[0]).to.deep.equal({ fi: 'Töölön ammattiopisto' });
  });

  it('says where a gzip file breaks off', async () => {
    const whole = new Uint8Array(await new Response(packed()).arrayBuffer());
    const { codes } = await read(whole.slice(0, whole.length - 20));
    expect(codes).to.include('damaged-gzip');
  });
});
