export type Rgb = readonly [number, number, number];

/** A computed colour as 0–255; computed values of solid colours are `rgb(…)` in every engine. */
export function rgbOf(computed: string): Rgb {
  const [red, green, blue, alpha = 1] = (/^rgba?\(([^)]+)\)$/.exec(computed)?.[1] ?? '').split(/[ ,/]+/).map(Number);
  if (red === undefined || green === undefined || blue === undefined) throw new Error(`No plain colour: ${computed}`);
  if (alpha !== 1) throw new Error(`Not opaque: ${computed}`);
  return [red, green, blue];
}

/** Relative luminance, WCAG 2.2. */
function luminance(rgb: Rgb): number {
  const [red, green, blue] = rgb.map((channel) => {
    const c = channel / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

/** Contrast ratio of two opaque colours, 1–21. */
export function contrast(a: Rgb, b: Rgb): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function isTransparent(computed: string): boolean {
  return computed === 'transparent' || /^rgba\(.*, 0\)$/.test(computed);
}

/** The first painted background at or behind the element, through shadow roots. */
export function backgroundOf(element: Element): Rgb {
  for (let at: Element | null = element; at !== null;) {
    const { backgroundColor } = getComputedStyle(at);
    if (!isTransparent(backgroundColor)) return rgbOf(backgroundColor);
    const root = at.getRootNode();
    at = at.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  }
  return [255, 255, 255];
}
