/** A module that comes once for the page, when it is first needed. */
export class Chunk<T> {
  readonly #fetch: () => Promise<T>;
  #loading: Promise<void> | undefined;

  /** What it exports, where it has come. */
  loaded: T | undefined;

  constructor(fetch: () => Promise<T>) {
    this.#fetch = fetch;
    this.loaded = undefined;
  }

  /** Rejects where it cannot be had; the next call tries again. */
  load(): Promise<void> {
    this.#loading ??= this.#fetch()
      .then((loaded) => {
        this.loaded = loaded;
      })
      .finally(() => {
        this.#loading = undefined;
      });
    return this.#loading;
  }
}
