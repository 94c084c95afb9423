import { expect } from '@open-wc/testing';
import { langs } from '@strapetsi/text';
import { expectedFormats } from '../expected/formats.js';

describe('formats in this engine', () => {
  for (const { call, write, ...expected } of expectedFormats) {
    it(`write ${call} as Node does`, () => {
      for (const lang of langs) expect(write(lang), lang).to.equal(expected[lang]);
    });
  }
});
