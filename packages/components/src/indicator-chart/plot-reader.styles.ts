import { css } from 'lit';

/** Of the ring and the tooltip; in the chart's own colours. */
export const styles = css`
  .ring,
  .tooltip {
    position: absolute;
    box-sizing: border-box;
  }

  .ring {
    border-radius: 3px;
    outline: 3px solid var(--_text);
    box-shadow: 0 0 0 2px var(--_surface) inset;
    pointer-events: none;
    scroll-margin: 6em 1em;
  }

  .tooltip {
    inline-size: max-content;
    max-inline-size: min(26em, 100%);
    padding: 0.4em 0.65em;
    border-radius: 0.35em;
    background: var(--_text);
    color: var(--_surface);
    font-size: max(0.875em, 12px);
    line-height: 1.35;
  }

  @media print {
    .ring,
    .tooltip {
      display: none;
    }
  }

  @media (forced-colors: active) {
    .ring {
      outline-color: Highlight;
      box-shadow: none;
    }

    .tooltip {
      border: 1px solid CanvasText;
      background: Canvas;
      color: CanvasText;
    }
  }
`;
