import { describe, expect, it } from 'vitest';
import { withMinifiedTemplates } from '../gate/minify-templates.js';

/** Template literals of the example would end the ones they stand in. */
const source = (text: string): string => text.replaceAll("''", '`');

describe('Templates as they are published', () => {
  it('keep what selectors and calculations need, and lose what only people need', () => {
    const styles = source(`const styles = css''
  /* Why. */
  .title :is(h1, h2) + p > a:hover,
  :host([hidden]) {
    margin: 0 0.5em -0.25em;
    inline-size: calc(100% - 10.05em);
    color: var(--_text, light-dark(#fff, #000));
  }
  @media (forced-colors: active) {
    svg { display: none; }
  }
'';`);
    expect(withMinifiedTemplates(styles).trimEnd().replaceAll('\n', '')).toBe(
      source(
        "const styles = css'' .title :is(h1,h2) + p>a:hover,:host([hidden]){margin:0 .5em -.25em;inline-size:calc(100% - 10.05em);" +
          "color:var(--_text,light-dark(#fff,#000))}@media (forced-colors:active){svg{display:none}}'';",
      ),
    );
  });

  it('keep one space of markup between words and tags', () => {
    const markup = source("html''<p\n  class=${name}\n>\n  ${text} and  more\n</p>''");
    expect(withMinifiedTemplates(markup).replaceAll('\n', '')).toBe(
      source("html''<p class=${name} > ${text} and  more </p>''"),
    );
  });

  it('leave every line of code on its line, for source maps', () => {
    const code = source(
      "const a = html''<b>\n  ${one(\n    two,\n  )}\n</b>'';\nconst three = 3;\nconst c = css''\n''; four();",
    );
    const lineOf = (text: string, word: string): number => text.slice(0, text.indexOf(word)).split('\n').length;
    for (const word of ['two', 'three', 'four'])
      expect(lineOf(withMinifiedTemplates(code), word)).toBe(lineOf(code, word));
  });

  it('leave code without templates as it is', () => {
    expect(withMinifiedTemplates("const html = 'a\\n b';")).toBe("const html = 'a\\n b';");
  });
});
