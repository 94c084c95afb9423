import { parseFigures, type IndicatorTable } from '@strapetsi/indicators/table';
import type { Problem } from './problem.js';

export type Loaded =
  { readonly ok: true; readonly tables: readonly IndicatorTable[] } | { readonly ok: false; readonly problem: Problem };

function failed(problem: Problem): Loaded {
  return { ok: false, problem };
}

/** The tables in a value that says it is an `IndicatorTable` or a `Release`. */
export function readPublished(json: unknown, url?: string): Loaded {
  const parsed = parseFigures(json);
  if (parsed.ok) return parsed;
  return failed({ code: 'notPublished', ...(url === undefined ? {} : { url }), problem: parsed.problem });
}

/**
 * Fetches a published file of the page's own origin. Asks for nothing where `src` leads elsewhere, and follows no redirect there.
 * Rejects only with the AbortError of `signal`; whatever else goes wrong comes back as a problem.
 */
export async function loadPublished(src: string, base: string, signal: AbortSignal): Promise<Loaded> {
  if (!URL.canParse(src, base)) return failed({ code: 'unreachable', url: src });
  const url = new URL(src, base);
  if (url.origin !== location.origin) return failed({ code: 'otherOrigin', url: url.href });

  let response: Response;
  let text: string;
  try {
    response = await fetch(url, { signal, mode: 'same-origin', headers: { accept: 'application/json' } });
    if (!response.ok) return failed({ code: 'httpStatus', url: src, status: response.status });
    text = await response.text();
  } catch (error) {
    if (signal.aborted) throw error;
    return failed({ code: 'unreachable', url: src });
  }

  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return failed({ code: 'notJson', url: src });
  }
  return readPublished(json, src);
}
