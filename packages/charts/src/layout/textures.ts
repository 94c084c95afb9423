import { classNames } from '../look/class-names.js';
import type { SceneNode } from '../scene.js';
import { MOST_TEXTURES, type Frame } from './frame.js';
import { coloured, element, path, rect } from './nodes.js';

const SIDE = 8;

/** Lines in the colour of the surface over that of the series, in a square of 8 px that repeats; the first part has none. */
const textures = [
  '',
  'M-1,1L1,-1M0,8L8,0M7,9L9,7',
  'M2,2h.01M6,6h.01',
  'M0,4H8',
  'M-1,7L1,9M0,0L8,8M7,-1L9,1',
  'M4,0V8',
  'M0,4H8M4,0V8',
  'M0,0L8,8M0,8L8,0',
  'M0,6L4,2L8,6',
  'M2,4H6',
  'M4,2V6',
  'M2,2h4v4h-4z',
] as const;

function textureId({ id }: Frame, part: number): string {
  return `${id}-texture-${part + 1}`;
}

/** The pattern of a part, to stand once in the drawing; nothing for the plain one. */
export function textureOf(frame: Frame, part: number): readonly SceneNode[] {
  const lines = textures[part % MOST_TEXTURES] ?? '';
  if (lines === '') return [];
  const attributes = { id: textureId(frame, part), width: SIDE, height: SIDE, patternUnits: 'userSpaceOnUse' };
  const dots =
    part % MOST_TEXTURES === 2 ? { 'stroke-width': 2.5, 'stroke-linecap': 'round' } : { 'stroke-width': 1.25 };
  const drawn = path(lines, { fill: 'none', stroke: 'currentColor', ...dots });
  return [
    element('defs', {}, [element('pattern', attributes, [coloured(classNames.halo, frame.theme.surface, [drawn])])]),
  ];
}

/** A box in the colour of its series and the texture of its part. */
export function texturedBox(
  frame: Frame,
  part: number,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): readonly SceneNode[] {
  const { x, y, width, height } = box;
  const plain = rect(x, y, width, height);
  if ((textures[part % MOST_TEXTURES] ?? '') === '') return [plain];
  return [plain, rect(x, y, width, height, { fill: `url(#${textureId(frame, part)})` })];
}
