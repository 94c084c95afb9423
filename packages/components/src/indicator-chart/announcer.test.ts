import { aTimeout, expect } from '@open-wc/testing';
import { Announcer } from './announcer.js';

function listening(): { readonly said: string[]; readonly announcer: Announcer } {
  const said: string[] = [];
  return { said, announcer: new Announcer((text) => said.push(text)) };
}

describe('The live region', () => {
  it('speaks at once for a key pressed once', () => {
    const { said, announcer } = listening();
    announcer.move('2023', false);
    announcer.move('2024', false);
    expect(said).to.deep.equal(['2023', '2024']);
  });

  it('speaks only of the mark where a held key stopped', async () => {
    const { said, announcer } = listening();
    announcer.move('2020', false);
    for (const year of ['2021', '2022', '2023', '2024']) announcer.move(year, true);
    expect(said).to.deep.equal(['2020']);
    await aTimeout(350);
    expect(said).to.deep.equal(['2020', '2024']);
  });

  it('tells new data at most once in five seconds, the latest winning', async () => {
    const { said, announcer } = listening();
    announcer.news('first');
    await aTimeout(20);
    announcer.news('second');
    announcer.news('third');
    await aTimeout(4_500);
    expect(said).to.deep.equal(['first']);
    await aTimeout(700);
    expect(said).to.deep.equal(['first', 'third']);
  });

  it('says nothing more when it is silenced', async () => {
    const { said, announcer } = listening();
    announcer.move('2023', true);
    announcer.news('new');
    announcer.silence();
    await aTimeout(350);
    expect(said).to.deep.equal(['']);
  });
});
