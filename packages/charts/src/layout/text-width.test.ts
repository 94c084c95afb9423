import { describe, expect, it } from 'vitest';
import { textWidth, wrap } from './text-width.js';

const font = { size: 16 };

describe('the width of a text', () => {
  // Advance widths at 1000 px, from the fonts themselves: DejaVu Sans 2.37, Liberation Sans 2.1, DejaVu Sans Bold 2.37.
  const fonts = [
    { i: 278, m: 974, A: 684, W: 989, '0': 636, ä: 613, '%': 950, ' ': 318 },
    { i: 222, m: 833, A: 667, W: 944, '0': 556, ä: 556, '%': 889, ' ': 278 },
  ];

  it('is at least that of the widest font it may meet, within half a pixel in ten characters', () => {
    for (const widths of fonts) {
      for (const [character, width] of Object.entries(widths)) {
        expect(textWidth(character.repeat(10), font), character).toBeGreaterThanOrEqual((width * 160) / 1000 - 0.5);
      }
    }
  });

  it('covers running text, and is not wasteful: at most 8 % wider than in the widest font', () => {
    // px at 16 px in Chromium: DejaVu Sans 2.37, regular and bold.
    const measured = [
      ['Koko tutkinnon suorittaneiden osuus', 292.79, 334.62],
      ['Rannikon merenkulku- ja', 198.03, 225.24],
      ['Koivurannan ammattiopisto', 221.8, 251.45],
    ] as const;
    for (const [text, regular, bold] of measured) {
      expect(textWidth(text, font) / regular, text).toBeGreaterThanOrEqual(1);
      expect(textWidth(text, font) / regular, text).toBeLessThanOrEqual(1.08);
      expect(textWidth(text, { size: 16, bold: true }) / bold, text).toBeGreaterThanOrEqual(1);
      expect(textWidth(text, { size: 16, bold: true }) / bold, text).toBeLessThanOrEqual(1.08);
    }
  });

  it('is larger for bold text and grows with the size', () => {
    expect(textWidth('Turku', { size: 16, bold: true })).toBeGreaterThan(textWidth('Turku', font));
    expect(textWidth('Turku', { size: 32 })).toBeCloseTo(2 * textWidth('Turku', font), 9);
  });
});

describe('wrapping', () => {
  it('breaks at spaces and after hyphens inside words, and keeps both', () => {
    expect(wrap('Rannikon merenkulku- ja kalatalousoppilaitos', 215, font, 3).lines).toEqual([
      'Rannikon merenkulku- ja',
      'kalatalousoppilaitos',
    ]);
    expect(wrap('Etelä-Pohjanmaan opisto', 120, font, 3).lines).toEqual(['Etelä-', 'Pohjanmaan', 'opisto']);
  });

  it('never breaks a number from its unit or its thousands', () => {
    expect(wrap('noin 1\u00a0234,5\u00a0%', 70, { size: 12 }, 3).lines).toEqual(['noin', '1\u00a0234,5\u00a0%']);
  });

  it('cuts a word that is wider than the line, and says so', () => {
    const { lines, cut } = wrap('Elintarviketeknologian', 100, font, 4);
    expect(cut).toBe(true);
    expect(lines.join('').replaceAll('-', '')).toBe('Elintarviketeknologian');
    for (const line of lines) expect(textWidth(line, font)).toBeLessThanOrEqual(100);
  });

  it('ends in an ellipsis where there are too many lines', () => {
    const { lines, cut } = wrap('yksi kaksi kolme neljä viisi', 60, font, 2);
    expect(cut).toBe(true);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/…$/);
  });
});
