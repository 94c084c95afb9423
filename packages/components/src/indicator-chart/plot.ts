import type { Scene } from '@strapetsi/charts';
import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
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
  /** What the reader is to do when it has come. */
  #asked: ((reader: PlotReader) => void)[] = [];

  /** Text of the live region: empty until the reader moves or the data changes. */
  spoken: string;

  constructor(host: PlotHost) {
    this.#host = host;
    this.spoken = '';
    host.addController(this);
  }

  set scene(scene: Scene) {
    if (scene === this.#scene) return;
    this.#scene = scene;
    drawScene(this.#svg, scene);
    if (this.#reader !== undefined) this.#reader.scene = scene;
  }

  hostDisconnected(): void {
    this.#reader?.leave();
  }

  hostUpdated(): void {
    this.#reader?.place();
  }

  /** Tells who listens that the figures have changed. */
  news(text: string): void {
    this.#ask((reader) => {
      reader.announcer.news(text);
    });
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
    this.#ask((reader) => {
      reader.answer(event);
    });
  };

  readonly #say = (text: string): void => {
    this.spoken = text;
    this.#host.requestUpdate();
  };

  #ask(request: (reader: PlotReader) => void): void {
    if (this.#reader !== undefined) {
      request(this.#reader);
      return;
    }
    this.#asked.push(request);
    if (this.#asked.length > 1) return;
    import('./plot-reader.js')
      .then(({ PlotReader }) => {
        if (this.#scene === undefined) return;
        this.#reader = new PlotReader(this.#host, this.#svg, this.#scene, this.#say);
        for (const each of this.#asked) each(this.#reader);
      })
      // Where it cannot be had, the table still has every figure, and the next touch asks again.
      .catch(() => undefined)
      .finally(() => {
        this.#asked = [];
      });
  }
}
