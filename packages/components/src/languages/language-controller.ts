import { createLanguage, type Lang, type Language } from '@strapetsi/text';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { loadLanguage } from './load-language.js';
import { nearestLang, watchLang } from './nearest-lang.js';

/** Keeps an element speaking the language of its nearest `lang`, also when that changes or the element moves. */
export class LanguageController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  #stop: (() => void) | undefined;
  #isAsked = false;

  /** The language of the nearest `lang`; Finnish until the element is in a page. */
  wanted: Lang;
  /** What to speak; `undefined` until its sentences have come. */
  current: Language | undefined;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    this.wanted = 'fi';
    host.addController(this);
  }

  hostConnected(): void {
    this.#stop = watchLang(this.#host, () => {
      this.#follow();
    });
    this.#follow();
  }

  hostDisconnected(): void {
    this.#stop?.();
  }

  #follow(): void {
    const wanted = nearestLang(this.#host);
    if (wanted === this.wanted && this.#isAsked) return;
    this.#isAsked = true;
    this.wanted = wanted;
    void loadLanguage(wanted)
      // English is in the code itself: better than a blank picture where the sentences cannot be fetched.
      .catch(() => createLanguage('en'))
      .then((language) => {
        if (this.wanted !== wanted) return;
        this.current = language;
        this.#host.requestUpdate();
      });
  }
}
