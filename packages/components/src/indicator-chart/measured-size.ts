import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Charts are laid out at widths of this step, so that a scroll bar or a pixel of resizing does not draw them again. */
const WIDTH_STEP = 20;
const NARROWEST = 220;

function widthClass(width: number): number {
  return Math.max(NARROWEST, Math.floor(width / WIDTH_STEP) * WIDTH_STEP);
}

/**
 * The width that the element has for its drawing and the font size of the page around it, both in px, from the elements of class
 * `frame` and `em` in its shadow root. `undefined` until they have been laid out.
 */
export class MeasuredSize implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  #observer: ResizeObserver | undefined;
  #observed: readonly Element[] = [];
  #frame: number | undefined;

  width: number | undefined;
  fontSize: number | undefined;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer = new ResizeObserver((entries) => {
      this.#measure(entries);
    });
    for (const element of this.#observed) this.#observer.observe(element);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#frame = undefined;
  }

  hostUpdated(): void {
    if (this.#observed.length > 0) return;
    this.#observed = [...(this.#host.shadowRoot?.querySelectorAll('.frame, .em') ?? [])];
    for (const element of this.#observed) this.#observer?.observe(element);
  }

  #measure(entries: readonly ResizeObserverEntry[]): void {
    const { width, fontSize } = this;
    for (const { target, contentRect } of entries) {
      // Nothing to lay out in a hidden tab or panel; the last size is kept until it shows.
      if (contentRect.width === 0) continue;
      if (target.classList.contains('em')) this.fontSize = contentRect.width;
      else this.width = widthClass(contentRect.width);
    }
    const isSame = this.width === width && this.fontSize === fontSize;
    if (isSame || this.#frame !== undefined) return;
    // Drawing at once would change what is being observed, which browsers report as an error of the page.
    this.#frame = requestAnimationFrame(() => {
      this.#frame = undefined;
      this.#host.requestUpdate();
    });
  }
}
