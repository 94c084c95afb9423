import { classNames, seriesClass, themes, type Theme } from '@strapetsi/charts';
import { css, unsafeCSS, type CSSResult } from 'lit';

/** The charts' own colour for the page's colour scheme, unless the page gives another. */
function colour(property: string, of: (theme: Theme) => string | undefined): CSSResult {
  return unsafeCSS(`var(${property}, light-dark(${of(themes.light) ?? ''}, ${of(themes.dark) ?? ''}))`);
}

const seriesColours = unsafeCSS(
  themes.light.series
    .map((_, index) => {
      const property = `--strapetsi-series-${index + 1}`;
      return `.${seriesClass(index)} { color: ${colour(property, (theme) => theme.series[index]).cssText}; }`;
    })
    .join('\n'),
);

export const styles = css`
  :host {
    --_text: ${colour('--strapetsi-text', (theme) => theme.text)};
    --_quiet: ${colour('--strapetsi-quiet-text', (theme) => theme.quiet)};
    --_surface: ${colour('--strapetsi-surface', (theme) => theme.surface)};
    --_line: ${colour('--strapetsi-line', (theme) => theme.grid)};
    --_axis: ${colour('--strapetsi-axis', (theme) => theme.axis)};
    --_accent: var(--strapetsi-accent, light-dark(#0b5a9c, #7cc0f5));
    --_fault: var(--strapetsi-fault, light-dark(#a3241c, #ff9d92));
    display: block;
    container-type: inline-size;
    color: var(--_text);
    font-family: var(--strapetsi-font, inherit);
    line-height: 1.45;
  }

  :host([hidden]) {
    display: none;
  }

  figure {
    position: relative;
    margin: 0;
    padding: 1em;
    border: 1px solid var(--_line);
    border-radius: 0.5em;
    background: var(--_surface);
    overflow-wrap: anywhere;
  }

  .title {
    margin: 0 0 0.6em;
    font-size: 1.2em;
    font-weight: 600;
    line-height: 1.25;
    hyphens: auto;
    text-wrap: balance;
  }

  .title > * {
    margin: 0;
    font: inherit;
  }

  /* Height is kept for a chart before it comes, so that the page jumps less. */
  .waiting {
    min-block-size: 24em;
  }

  .em {
    position: absolute;
    inline-size: 1em;
    block-size: 0;
    visibility: hidden;
  }

  .plot {
    position: relative;
    inline-size: fit-content;
    max-inline-size: 100%;
    border-radius: 0.25em;
    touch-action: pan-y;
  }

  svg {
    display: block;
    max-inline-size: 100%;
    overflow: visible;
    font-family: inherit;
  }

  ${seriesColours}

  .${unsafeCSS(classNames.text)} {
    color: var(--_text);
  }

  .${unsafeCSS(classNames.quiet)} {
    color: var(--_quiet);
  }

  .${unsafeCSS(classNames.grid)} {
    color: var(--_line);
  }

  .${unsafeCSS(classNames.axis)} {
    color: var(--_axis);
  }

  .${unsafeCSS(classNames.halo)} {
    color: var(--_surface);
  }

  .state {
    margin: 0;
    color: var(--_quiet);
  }

  .state.fault,
  .notice {
    padding-inline-start: 0.75em;
    border-inline-start: 4px solid var(--_fault);
    color: var(--_text);
  }

  .small {
    margin: 0.75em 0 0;
    max-inline-size: 80ch;
    color: var(--_quiet);
    font-size: max(0.8em, 12px);
  }

  summary {
    inline-size: fit-content;
    min-block-size: 24px;
    cursor: pointer;
  }

  ul {
    margin: 0;
    padding: 0 0 0 1.2em;
  }

  button {
    min-block-size: 2.25em;
    margin-block-start: 0.75em;
    padding: 0.3em 0.9em;
    border: 1px solid var(--_accent);
    border-radius: 0.35em;
    background: transparent;
    color: var(--_accent);
    font: inherit;
    font-size: max(0.9em, 12px);
    cursor: pointer;
  }

  button:hover {
    background: var(--_accent);
    color: var(--_surface);
  }

  .scroll {
    overflow-x: auto;
    margin-block-start: 0.75em;
  }

  :focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }

  table {
    overflow-wrap: normal;
    border-collapse: collapse;
    font-size: max(0.9em, 12px);
    font-variant-numeric: tabular-nums;
  }

  caption {
    padding-block-end: 0.4em;
    font-weight: 600;
    text-align: start;
  }

  th,
  td {
    padding: 0.35em 0.75em;
    border-block-end: 1px solid var(--_line);
    text-align: end;
    vertical-align: baseline;
  }

  tr > :first-child {
    padding-inline-start: 0;
    text-align: start;
  }

  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media print {
    figure {
      max-inline-size: 180mm;
      border: none;
      padding: 0;
      break-inside: avoid;
    }

    svg {
      block-size: auto;
    }

    button {
      display: none;
    }
  }

  @media (forced-colors: active) {
    :focus-visible {
      outline-color: Highlight;
    }
  }
`;
