import type { IndicatorTable } from '@strapetsi/indicators/table';
import type { Lang } from '@strapetsi/text';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Problem } from './problem.js';
import { loadPublished, readPublished, type Loaded } from './published-file.js';

/** Where the tables come from. `page` tables say nothing of dates, policy or sources. */
export type SourceState =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly problem: Problem }
  | {
      readonly status: 'ready';
      readonly from: 'file' | 'property' | 'page';
      readonly tables: readonly IndicatorTable[];
    };

export interface WantedSource {
  readonly table: IndicatorTable | undefined;
  readonly src: string | undefined;
  readonly lang: Lang;
}

const loading: SourceState = { status: 'loading' };

function stateOf(loaded: Loaded, from: 'file' | 'property' | 'page'): SourceState {
  return loaded.ok ? { status: 'ready', from, tables: loaded.tables } : { status: 'failed', problem: loaded.problem };
}

/**
 * Follows what the page gives an element: the `table` property before `src` before a `<table>` among its children. One request at a
 * time; a newer wish, or leaving the page, aborts it.
 */
export class ChartSource implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #children = new MutationObserver(() => {
    this.#pageTableChanged = true;
    this.#host.requestUpdate();
  });
  #wanted: WantedSource | undefined;
  #pageTableChanged = true;
  #request: AbortController | undefined;

  state: SourceState;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    this.state = loading;
    host.addController(this);
  }

  hostConnected(): void {
    this.#children.observe(this.#host, { childList: true, subtree: true, characterData: true, attributes: true });
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', this.#parsed, { once: true });
  }

  hostDisconnected(): void {
    this.#children.disconnect();
    document.removeEventListener('DOMContentLoaded', this.#parsed);
    this.#request?.abort();
    this.#wanted = undefined;
  }

  /** To be called before every render; does nothing while the wish is the same. */
  follow(wanted: WantedSource): void {
    const before = this.#wanted;
    const fromPage = wanted.table === undefined && wanted.src === undefined;
    const same = before?.table === wanted.table && before?.src === wanted.src;
    if (before !== undefined && same && !(fromPage && (this.#pageTableChanged || before.lang !== wanted.lang))) return;

    this.#wanted = wanted;
    this.#request?.abort();
    if (wanted.table !== undefined) this.state = stateOf(readPublished(wanted.table), 'property');
    else if (wanted.src !== undefined) this.#load(wanted.src);
    else this.#readPage(wanted.lang);
  }

  readonly #parsed = (): void => {
    this.#pageTableChanged = true;
    this.#host.requestUpdate();
  };

  #readPage(lang: Lang): void {
    // While the parser is at work a table may be half there, and half a table would be drawn as the whole.
    if (document.readyState === 'loading') return;
    this.#pageTableChanged = false;
    const element = this.#host.querySelector('table');
    if (element === null) {
      this.state = { status: 'failed', problem: { code: 'noSource' } };
      return;
    }
    const request = this.#newRequest();
    // A chunk of its own: pages whose figures are in files never need it.
    void import('./page-table.js')
      .then(({ loadedFromPage }) => stateOf(loadedFromPage(element, lang), 'page'))
      .catch((error: unknown): SourceState => ({
        status: 'failed',
        problem: { code: 'notDrawn', detail: String(error) },
      }))
      .then((state) => {
        this.#arrived(state, request);
      });
  }

  #load(src: string): void {
    const request = this.#newRequest();
    // A chart that is there stays until the new data has come.
    if (this.state.status !== 'ready') this.state = loading;
    loadPublished(src, this.#host.baseURI, request.signal).then(
      (loaded) => {
        this.#arrived(stateOf(loaded, 'file'), request);
      },
      (error: unknown) => {
        if (!request.signal.aborted) throw error;
      },
    );
  }

  #newRequest(): AbortController {
    this.#request = new AbortController();
    return this.#request;
  }

  #arrived(state: SourceState, request: AbortController): void {
    if (request.signal.aborted) return;
    this.state = state;
    this.#host.requestUpdate();
  }
}
