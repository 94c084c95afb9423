import { expect } from '@open-wc/testing';
import { loadPublished, type Loaded } from './published-file.js';

function load(src: string): Promise<Loaded> {
  return loadPublished(src, document.baseURI, new AbortController().signal);
}

describe('A published file', () => {
  it('is not asked for where it is not of the page’s own origin', async () => {
    const before = performance.getEntriesByType('resource').length;
    expect(await load('https://example.org/release.json')).to.deep.equal({
      ok: false,
      problem: { code: 'otherOrigin', url: 'https://example.org/release.json' },
    });
    expect(await load('data:application/json,{}')).to.deep.include({ ok: false });
    expect(performance.getEntriesByType('resource').length).to.equal(before);
  });

  it('that is not there, is no JSON or is something else is a problem that says so', async () => {
    expect(await load('/no-such-file.json')).to.deep.equal({
      ok: false,
      problem: { code: 'httpStatus', url: '/no-such-file.json', status: 404 },
    });
    expect(await load('/LICENSE')).to.deep.equal({ ok: false, problem: { code: 'notJson', url: '/LICENSE' } });
    const blob = URL.createObjectURL(new Blob(['{"type":"FeatureCollection"}']));
    const other = await load(blob);
    expect(other.ok ? undefined : other.problem).to.deep.include({ code: 'notPublished', url: blob });
    expect(await load('https://:no')).to.deep.equal({
      ok: false,
      problem: { code: 'unreachable', url: 'https://:no' },
    });
  });

  it('that is no longer wanted rejects with its AbortError', async () => {
    const request = new AbortController();
    const loaded = loadPublished('/LICENSE', document.baseURI, request.signal);
    request.abort();
    const error = await loaded.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).to.have.property('name', 'AbortError');
  });
});
