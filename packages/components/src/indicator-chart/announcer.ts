/** While a key is held, the reader hears where it stopped, not every mark on the way. */
const HELD_MS = 250;
/** New data is told at most this often. */
const NEWS_MS = 5_000;

/**
 * What a live region says. `move` speaks at once for a key pressed once and after a pause for a key that is held;
 * `news` speaks at most once in five seconds, the latest text winning. `silence` drops what has not been said.
 */
export class Announcer {
  readonly #say: (text: string) => void;
  #held: ReturnType<typeof setTimeout> | undefined;
  #later: ReturnType<typeof setTimeout> | undefined;
  #lastNews = -Infinity;

  constructor(say: (text: string) => void) {
    this.#say = say;
  }

  move(text: string, held: boolean): void {
    clearTimeout(this.#held);
    if (held) this.#held = setTimeout(() => this.#say(text), HELD_MS);
    else this.#say(text);
  }

  news(text: string): void {
    clearTimeout(this.#later);
    const wait = Math.max(0, this.#lastNews + NEWS_MS - performance.now());
    this.#later = setTimeout(() => {
      this.#lastNews = performance.now();
      this.#say(text);
    }, wait);
  }

  silence(): void {
    clearTimeout(this.#held);
    clearTimeout(this.#later);
    this.#say('');
  }
}
