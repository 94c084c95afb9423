import type { Scene } from '@strapetsi/charts';
import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { Announcer } from './announcer.js';
import { drawScene, emptyDrawing } from './live-svg.js';
import type { PlotReader } from './plot-reader.js';

type PlotHost = ReactiveControllerHost & HTMLElement;

/**
 * The plot of a scene: one tab stop, in which a reader moves by key and pointer. What answers the reader is a chunk that comes when
 * somebody first touches or enters the plot; what is pressed until then is answered when it has come.
 */
export class Plot implements ReactiveController {
  readonly #host: PlotHost;
  readonly #svg = emptyDrawing();
  #scene: Scene | undefined;
  #reader: PlotReader | undefined;
  #unanswered: Event[] | undefined;

  /** Text of the live region: empty until the reader moves or the data changes. */
  spoken: string;
  readonly announcer: Announcer;

  constructor(host: PlotHost) {
    this.#host = host;
    this.spoken = '';
    this.announcer = new Announcer((text) => {
      this.spoken = text;
      host.requestUpdate();
    });
    host.addController(this);
  }

  set scene(scene: Scene) {
    if (scene === this.#scene) return;
    this.#scene = scene;
    drawScene(this.#svg, scene);
    if (this.#reader !== undefined) this.#reader.scene = scene;
  }

  hostDisconnected(): void {
    this.announcer.silence();
    this.#reader?.leave();
  }

  hostUpdated(): void {
    this.#reader?.place();
  }

  render(): TemplateResult {
    return html`<div
      class="plot"
      part="plot"
      role="application"
      tabindex="0"
      aria-labelledby="title"
      aria-describedby="summary"
      @keydown=${this.#on}
      @focus=${this.#on}
      @blur=${this.#on}
      @pointermove=${this.#on}
      @pointerdown=${this.#on}
      @pointerleave=${this.#on}
    >
      ${this.#svg} ${this.#reader?.render() ?? nothing}
    </div>`;
  }

  readonly #on = (event: Event): void => {
    if (this.#reader !== undefined) {
      this.#reader.answer(event);
    } else if (this.#unanswered !== undefined) {
      this.#unanswered.push(event);
    } else {
      this.#unanswered = [event];
      import('./plot-reader.js')
        .then(({ PlotReader }) => {
          if (this.#scene === undefined) return;
          this.#reader = new PlotReader(this.#host, this.#svg, this.#scene, this.announcer);
          for (const each of this.#unanswered ?? []) this.#reader.answer(each);
        })
        // Where it cannot be had, the table still has every figure, and the next touch asks again.
        .catch(() => undefined)
        .finally(() => {
          this.#unanswered = undefined;
        });
    }
  };
}
