/** Colours by class. */
export interface Theme {
  /** What the colours are meant to stand on; nothing is painted with it. */
  readonly surface: string;
  readonly text: string;
  readonly quiet: string;
  readonly grid: string;
  readonly axis: string;
  readonly series: readonly [string, string, string, string, string, string, string, string];
}

export type ThemeName = 'light' | 'dark';

/** Text and series reach 4.5:1 against the surface, axes 3:1 (WCAG 1.4.3, 1.4.11). */
export const themes: Readonly<Record<ThemeName, Theme>> = {
  light: {
    surface: '#ffffff',
    text: '#1c2733',
    quiet: '#4a5766',
    grid: '#dde3ea',
    axis: '#75828f',
    series: ['#1b5f9e', '#b3500f', '#1d7664', '#8b3f86', '#7a6206', '#b02a4c', '#4b6172', '#0a6f99'],
  },
  dark: {
    surface: '#16202b',
    text: '#eef2f6',
    quiet: '#b6c2cf',
    grid: '#334150',
    axis: '#8595a5',
    series: ['#6fb4f2', '#f3995c', '#5cc6ae', '#d697d1', '#d4bd4e', '#f58aa2', '#a9bac8', '#55c3ea'],
  },
};
