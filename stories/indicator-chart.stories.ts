import '@strapetsi/components/indicator-chart';
import { chartKinds, type ChartKind } from '@strapetsi/charts';
import type { IndicatorTable } from '@strapetsi/indicators/table';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, render, type TemplateResult } from 'lit';
import {
  completionByGender,
  completionBySchool,
  completionOverCheckpoints,
  studentYearsByYear,
  studentYearsByYearAndSchool,
} from '../packages/charts/src/sample-tables.js';
import { completionBesideTargets, estimatedCompletionByYear } from '../packages/charts/src/sample-tables-beside.js';
import { situationsAtCheckpoints } from '../packages/charts/src/sample-tables-parts.js';

interface Args {
  readonly table?: IndicatorTable;
  readonly src?: string;
  readonly kind?: ChartKind;
  readonly heading?: string;
  readonly headingLevel?: number;
  readonly lang?: 'fi' | 'sv' | 'en';
}

function chart({ table, src, kind, heading, headingLevel, lang }: Args): TemplateResult {
  return html`<strapetsi-indicator-chart
    .table=${table}
    src=${src ?? nothing}
    kind=${kind ?? nothing}
    heading=${heading ?? nothing}
    heading-level=${headingLevel ?? nothing}
    lang=${lang ?? nothing}
  ></strapetsi-indicator-chart>`;
}

/** The address of a release on the page's own origin. */
function released(...tables: readonly IndicatorTable[]): string {
  const release = { type: 'strapetsi.release', schemaVersion: 1, tables };
  return URL.createObjectURL(new Blob([JSON.stringify(release)], { type: 'application/json' }));
}

const meta: Meta<Args> = {
  title: 'Indicator chart',
  component: 'strapetsi-indicator-chart',
  render: chart,
  argTypes: {
    kind: { control: 'inline-radio', options: chartKinds },
    headingLevel: { control: { type: 'number', min: 1, max: 6 } },
    lang: { control: 'inline-radio', options: ['fi', 'sv', 'en'] },
    table: { control: false },
  },
};

export default meta;

type Story = StoryObj<Args>;

export const Normal: Story = { args: { table: studentYearsByYear } };

export const TwoSeries: Story = { args: { table: studentYearsByYearAndSchool, headingLevel: 2 } };

export const CohortsOverTime: Story = { args: { table: completionOverCheckpoints } };

/** Withheld with and without a range, and a school without data. */
export const Withheld: Story = { args: { table: completionBySchool } };

/** A measured zero, a figure that cannot exist, and a range up to 100 %. */
export const ZeroAndNotApplicable: Story = { args: { table: completionByGender } };

/** Targets and the network’s figures beside those of schools. */
export const BesideTargets: Story = { args: { table: completionBesideTargets } };

/** Estimates with their intervals, a target, the network and two events. */
export const WithIntervals: Story = { args: { table: estimatedCompletionByYear } };

/** The course of studies: parts of a whole at each checkpoint. */
export const PartsOfAWhole: Story = { args: { table: situationsAtCheckpoints } };

export const Empty: Story = { args: { src: released(), heading: 'Opiskelijavuodet' } };

/** The address answers, but the answer never ends. */
export const Loading: Story = {
  args: { heading: 'Opiskelijavuodet', src: '/endless.json' },
  beforeEach: () => {
    const { fetch } = window;
    window.fetch = (input, init) =>
      String(input).endsWith('/endless.json')
        ? Promise.resolve(new Response(new ReadableStream()))
        : fetch(input, init);
    return () => {
      window.fetch = fetch;
    };
  },
};

export const ErrorInFile: Story = { args: { src: '/no-such-release.json', heading: 'Opiskelijavuodet' } };

export const UnknownKind: Story = {
  render: () => html`<strapetsi-indicator-chart kind="pie" .table=${studentYearsByYear}></strapetsi-indicator-chart>`,
};

export const Finnish: Story = { args: { table: completionOverCheckpoints, lang: 'fi' } };

export const Swedish: Story = { args: { table: completionOverCheckpoints, lang: 'sv' } };

export const English: Story = { args: { table: completionOverCheckpoints, lang: 'en' } };

export const Dark: Story = { args: { table: completionOverCheckpoints }, globals: { theme: 'dark' } };

export const Phone: Story = {
  args: { table: completionBySchool, lang: 'sv' },
  decorators: [
    (story) => {
      const phone = document.createElement('div');
      phone.style.setProperty('max-width', '320px');
      render(story(), phone);
      return phone;
    },
  ],
};

/** What an editor writes; also what a reader without script sees. */
export const TableOnThePage: Story = {
  render: () =>
    html`<strapetsi-indicator-chart heading-level="3">
      <table data-unit="students">
        <caption>
          Opiskelijat yksiköittäin
        </caption>
        <thead>
          <tr>
            <th scope="col">Yksikkö</th>
            <th scope="col">Aloittaneet</th>
            <th scope="col">Valmistuneet</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">Turku</th>
            <td>1 234</td>
            <td>870</td>
          </tr>
          <tr>
            <th scope="row">Salo</th>
            <td>210</td>
            <td>1–4</td>
          </tr>
        </tbody>
      </table>
    </strapetsi-indicator-chart>`,
};
