import { describe, expect, it } from 'vitest';
import { dashOf, markerOf } from './line-styles.js';
import { themes, type ThemeName } from './theme.js';

const eight = Array.from({ length: 8 }, (_, index) => index);

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

describe('contrast', () => {
  it('is computed as WCAG does: black on white is 21, #767676 on white 4.54', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  });

  for (const name of Object.keys(themes) as ThemeName[]) {
    const { surface, text, quiet, axis, series } = themes[name];

    it(`of text and series reaches 4.5:1 in the ${name} theme, of axes 3:1`, () => {
      for (const colour of [text, quiet, ...series]) {
        expect(contrast(colour, surface), colour).toBeGreaterThanOrEqual(4.5);
      }
      expect(contrast(axis, surface)).toBeGreaterThanOrEqual(3);
    });

    it(`has eight series colours of its own in the ${name} theme`, () => {
      expect(new Set(series).size).toBe(8);
    });
  }
});

describe('series', () => {
  it('differ in dash and in marker, whatever their colour', () => {
    expect(new Set(eight.map(dashOf)).size).toBe(8);
    expect(new Set(eight.map(markerOf)).size).toBe(8);
  });
});
