import { langs, type Lang } from '@strapetsi/text';

function parentAcrossShadow(element: Element): Element | null {
  if (element.parentElement !== null) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/**
 * The language of the nearest `lang` at or above the element, through shadow roots: `fi-FI` is `fi`.
 * Finnish where nobody says (or says `lang=""`, which means unknown); English, the courtesy, for a language that is not ours.
 */
export function nearestLang(element: Element): Lang {
  for (let at: Element | null = element; at !== null; at = parentAcrossShadow(at)) {
    const said = at.getAttribute('lang');
    if (said === null) continue;
    const primary = said.trim().toLowerCase().split('-')[0] ?? '';
    if (primary === '') return 'fi';
    return langs.find((lang) => lang === primary) ?? 'en';
  }
  return 'fi';
}

/** Calls `changed` whenever a `lang` changes in the element's own tree or a tree around it. Returns what stops it. */
export function watchLang(element: Element, changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  for (let root = element.getRootNode(); ; root = root.host.getRootNode()) {
    observer.observe(root, { subtree: true, attributes: true, attributeFilter: ['lang'] });
    if (!(root instanceof ShadowRoot)) break;
  }
  return () => {
    observer.disconnect();
  };
}
