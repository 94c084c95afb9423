import { expect } from '@open-wc/testing';
import type { Facts } from '../../facts/facts.js';
import { readArvo, type ArvoFile, type ReadArvoSummary } from './index.js';

const csv =
  '\uFEFFVastaajatunnus;Vastausaika;Ymmärsitkö?;Kuinka hyvin?;Muuta\r\nA;2025-03-14;kylla;5;Kiitos\r\nB;15.3.2025;ei;eos;\r\n';
const codes =
  'Vastaajatunnus;Voimassa alkaen;Voimassaolo päättyy;Vastaajien lkm;Kohteiden lkm\nA;2025-03-01;2025-03-31;1;1\nB;2025-03-01;2025-03-31;1;1\nC;2025-03-01;2025-03-31;0;1\n';
const description = {
  type: 'strapetsi.survey-description',
  schemaVersion: 1,
  questions: [{ key: 'u', label: { fi: 'Ymmärsitkö?' }, type: 'yesNo' }],
};

async function read(files: readonly ArvoFile[]) {
  const batches: Facts[] = [];
  let summary: ReadArvoSummary | undefined;
  const options = {
    pseudonymKey: 'a key of artificial data',
    onSummary(counts: ReadArvoSummary) {
      summary = counts;
    },
  };
  for await (const batch of readArvo(files, options)) batches.push(batch);
  return { facts: batches[0], summary };
}

describe('reading feedback in this engine', () => {
  it('reads files as a page has them, packed or not', async () => {
    const packed = () => new Blob([csv]).stream().pipeThrough(new CompressionStream('gzip'));
    for (const content of [csv, new Blob([csv]).stream(), packed()]) {
      const { facts, summary } = await read([{ content }, { content: codes }]);
      expect([...(facts?.responses.asked ?? [])]).to.deep.equal([1, 1, 1]);
      expect([...(facts?.responses.answered ?? [])]).to.deep.equal([1, 1, 0]);
      expect(facts?.dictionaries.question.keys).to.deep.equal(['Ymmärsitkö?', 'Kuinka hyvin?']);
      expect(summary?.answers).to.deep.equal({ read: 5, facts: 4, refused: 0, freeText: 1 });
    }
  });

  it('checks a description without making programs of texts', async () => {
    const { facts } = await read([{ content: csv }, { content: JSON.stringify(description) }]);
    expect(facts?.dictionaries.question.keys).to.deep.equal(['u']);
    expect([...(facts?.answers.value ?? [])]).to.deep.equal([1, 0]);
  });
});
