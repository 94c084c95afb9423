import type { Lang } from '@strapetsi/text';
import type { ChartKind } from './kinds/kind.js';

/** One drawn thing. Attributes are presentation attributes and classes, never `style`; coordinates have at most two decimals. */
export interface SceneNode {
  readonly tag: 'g' | 'rect' | 'path' | 'line' | 'circle' | 'text' | 'title' | 'desc' | 'defs' | 'pattern';
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children?: readonly SceneNode[];
  /** Text content; only for text, title and desc. */
  readonly text?: string;
}

/** One data point, as the keyboard and the accessibility tree meet it. */
export interface Mark {
  /** Unique in the scene: `series/category`. */
  readonly key: string;
  readonly series: number;
  readonly category: number;
  /** Whole sentence of the point: "2023, Turku: 81,4 % (n = 120)". Also the tooltip. */
  readonly name: string;
  /** The value as formatted text, the same string as in the data table. */
  readonly value: string;
  /** At least 24 × 24. */
  readonly hit: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

/** A chart laid out: pure data, the same on every machine. */
export interface Scene {
  /** The caller's key; every id in the drawing begins with it. */
  readonly id: string;
  readonly lang: Lang;
  readonly kind: ChartKind;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** The generated summary: type, series, range, latest, change, how many values are withheld. */
  readonly summary: string;
  readonly nodes: readonly SceneNode[];
  readonly marks: readonly Mark[];
  readonly series: readonly { readonly id: string; readonly label: string; readonly className: string }[];
}
