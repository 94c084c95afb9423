import type { Mark, Scene } from '@strapetsi/charts';
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { Announcer } from './announcer.js';
import { isMoveKey, markAt, moveTo } from './move.js';
import { styles } from './plot-reader.styles.js';

/** The pointer may wander from a mark to its tooltip this long without losing it. */
const LINGER_MS = 250;
/** The tooltip overlaps the mark's hit area by this much, so that a pointer reaches it without leaving. */
const OVERLAP = 2;

type PlotHost = ReactiveControllerHost & HTMLElement;

/**
 * Answers who reads the plot by key and pointer: arrow keys move over the marks, a tooltip says the name of the mark in focus or under the
 * pointer. The focus ring and the tooltip lie over the drawing, which itself stays exactly what `printSvg` prints.
 */
export class PlotReader {
  readonly #host: PlotHost;
  readonly #svg: SVGElement;
  #focused = false;
  /** The mark that has the focus, or had it when the reader left. */
  #current: string | undefined;
  #hovered: string | undefined;
  #dismissed = false;
  /** Whether the reader last came or moved by key: then a ring shows the mark, as `:focus-visible` would. */
  #ringed = false;
  #scrollTo = false;
  #leaving: ReturnType<typeof setTimeout> | undefined;

  scene: Scene;
  readonly announcer: Announcer;

  constructor(host: PlotHost, svg: SVGElement, scene: Scene, say: (text: string) => void) {
    this.#host = host;
    this.#svg = svg;
    this.scene = scene;
    this.announcer = new Announcer(say);
    const { styleSheet } = styles;
    if (styleSheet !== undefined) host.shadowRoot?.adoptedStyleSheets.push(styleSheet);
  }

  /** An event of the plot's element. */
  answer(event: Event): void {
    if (event instanceof PointerEvent) {
      if (event.type === 'pointerleave') this.#onPointerleave(event);
      else this.#onPointer(event);
    } else if (event instanceof KeyboardEvent) this.#onKeydown(event);
    else if (event.type === 'focus') this.#onFocus();
    else this.#onBlur();
  }

  /** The element has left its page. */
  leave(): void {
    this.announcer.silence();
    clearTimeout(this.#leaving);
    this.#leaving = undefined;
    this.#hovered = undefined;
    this.#focused = false;
    document.removeEventListener('keydown', this.#onDocumentKeydown, true);
    document.removeEventListener('pointerdown', this.#onDocumentPointerdown, true);
  }

  /** After a rendering: puts ring and tooltip where their mark is. */
  place(): void {
    const ring = this.#element?.querySelector<HTMLElement>('.ring');
    const tooltip = this.#element?.querySelector<HTMLElement>('.tooltip');
    const current = this.#mark(this.#current);
    if (ring && current !== undefined) {
      const { x: left, y: top, width, height } = current.hit;
      place(ring, { left, top, width, height });
      if (this.#scrollTo) ring.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      this.#scrollTo = false;
    }
    if (tooltip && this.#shown !== undefined) this.#placeTooltip(tooltip, this.#shown);
  }

  render(): TemplateResult {
    const shown = this.#shown;
    return html`${this.#focused && this.#ringed && this.#current !== undefined ? html`<div class="ring"></div>` : nothing}
    ${
      shown === undefined
        ? nothing
        : html`<div class="tooltip" part="tooltip" aria-hidden="true" @pointerenter=${this.#onTooltip}>
            ${shown.name}
          </div>`
    }`;
  }

  get #element(): HTMLElement | null | undefined {
    return this.#host.shadowRoot?.querySelector<HTMLElement>('.plot');
  }

  get #shown(): Mark | undefined {
    if (this.#dismissed) return undefined;
    return this.#mark(this.#hovered) ?? (this.#focused ? this.#mark(this.#current) : undefined);
  }

  #mark(key: string | undefined): Mark | undefined {
    return key === undefined ? undefined : this.scene.marks.find((mark) => mark.key === key);
  }

  #placeTooltip(tooltip: HTMLElement, { hit }: Mark): void {
    const { offsetWidth: width, offsetHeight: height } = tooltip;
    const middle = hit.x + hit.width / 2 - width / 2;
    const room = Math.max(0, this.scene.width - width);
    const above = hit.y - height + OVERLAP;
    place(tooltip, {
      left: Math.min(Math.max(0, middle), room),
      top: above >= -height / 2 ? above : hit.y + hit.height - OVERLAP,
    });
  }

  #onKeydown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    if (event.key === 'Escape') {
      this.#dismiss(event);
      return;
    }
    if (!isMoveKey(event.key)) return;
    event.preventDefault();
    const marks = this.scene.marks;
    const next = moveTo(marks, this.#mark(this.#current), event.key);
    this.#hovered = undefined;
    this.#dismissed = false;
    this.#ringed = true;
    if (next !== undefined && next.key !== this.#current) {
      this.#current = next.key;
      this.#scrollTo = true;
      this.announcer.move(next.name, event.repeat);
    }
    this.#host.requestUpdate();
  }

  #onFocus(): void {
    this.#focused = true;
    this.#ringed = this.#element?.matches(':focus-visible') === true;
    const mark = this.#mark(this.#current) ?? this.scene.marks[0];
    this.#current = mark?.key;
    if (mark !== undefined && this.#hovered === undefined) {
      this.#dismissed = false;
      this.#scrollTo = true;
      this.announcer.move(mark.name, false);
    }
    this.#host.requestUpdate();
  }

  #onBlur(): void {
    this.#focused = false;
    this.announcer.silence();
    this.#host.requestUpdate();
  }

  #onPointer(event: PointerEvent): void {
    if (event.target instanceof Element && event.target.closest('.tooltip') !== null) {
      this.#stay();
      return;
    }
    const box = this.#svg.getBoundingClientRect();
    const mark = markAt(this.scene.marks, event.clientX - box.left, event.clientY - box.top);
    if (mark === undefined) {
      this.#leave();
      return;
    }
    this.#stay();
    if (event.type === 'pointerdown') {
      this.#current = mark.key;
      this.#ringed = false;
    }
    if (mark.key !== this.#hovered || event.type === 'pointerdown') this.#hover(mark.key);
  }

  #onPointerleave(event: PointerEvent): void {
    // A lifted finger also "leaves"; its tooltip stays until the next touch elsewhere.
    if (event.pointerType !== 'touch') this.#leave();
  }

  readonly #onTooltip = (): void => {
    this.#stay();
  };

  readonly #onDocumentKeydown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') this.#dismiss(event);
  };

  readonly #onDocumentPointerdown = (event: PointerEvent): void => {
    if (!event.composedPath().includes(this.#host)) this.#hover(undefined);
  };

  #stay(): void {
    clearTimeout(this.#leaving);
    this.#leaving = undefined;
  }

  #leave(): void {
    if (this.#hovered === undefined || this.#leaving !== undefined) return;
    this.#leaving = setTimeout(() => {
      this.#leaving = undefined;
      this.#hover(undefined);
    }, LINGER_MS);
  }

  #hover(key: string | undefined): void {
    this.#hovered = key;
    this.#dismissed = false;
    // A pointer may hover while the focus is elsewhere: Esc must reach the tooltip from there too.
    const listen = key === undefined ? 'removeEventListener' : 'addEventListener';
    document[listen]('keydown', this.#onDocumentKeydown as EventListener, true);
    document[listen]('pointerdown', this.#onDocumentPointerdown as EventListener, true);
    this.#host.requestUpdate();
  }

  /** Takes Esc only while there is something to close: a dialog around the chart needs the next one. */
  #dismiss(event: KeyboardEvent): void {
    if (this.#shown === undefined) return;
    event.stopPropagation();
    event.preventDefault();
    this.#dismissed = true;
    this.#host.requestUpdate();
  }
}

/** px */
function place(element: HTMLElement, box: Readonly<Record<string, number>>): void {
  for (const [property, value] of Object.entries(box)) element.style.setProperty(property, `${value}px`);
}
