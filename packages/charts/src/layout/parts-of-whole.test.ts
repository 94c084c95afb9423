import { describe, expect, it } from 'vitest';
import { chooseKind } from '../dataset/choose-kind.js';
import { chartDataset } from '../dataset/chart-dataset.js';
import { ChartRefusedError } from '../dataset/refused-error.js';
import { kinds } from '../kinds/kinds.js';
import { english } from '../languages/en.js';
import { completionBySchool, studentYearsByYearAndSchool } from '../sample-tables.js';
import { situationsAtCheckpoints } from '../sample-tables-parts.js';
import type { SceneNode } from '../scene.js';
import { layoutChart } from './layout-chart.js';

const dataset = chartDataset(situationsAtCheckpoints, { language: english });
const scene = layoutChart(dataset, { id: 'chart', width: 800 });

function allNodes(nodes: readonly SceneNode[]): readonly SceneNode[] {
  return nodes.flatMap((node) => [node, ...allNodes(node.children ?? [])]);
}

/** The box of a mark: the first rectangle of the group that has its name. */
function boxOf(name: string): { readonly x: number; readonly width: number } | undefined {
  const group = allNodes(scene.nodes).find(({ attributes }) => String(attributes['aria-label']).startsWith(name));
  const box = group?.children?.find(({ tag }) => tag === 'rect')?.attributes;
  return box === undefined ? undefined : { x: Number(box['x']), width: Number(box['width']) };
}

describe('parts of a whole', () => {
  it('are the kind that a distribution is drawn by, and no other figures are stacked', () => {
    expect(chooseKind(dataset)).toBe('stacked-100');
    for (const table of [completionBySchool, studentYearsByYearAndSchool]) {
      const other = chartDataset(table, { language: english });
      expect(kinds['stacked-100'].refusal(other)).toBe('notParts');
      expect(() => layoutChart(other, { id: 'chart', kind: 'stacked-100' })).toThrow(ChartRefusedError);
    }
    // The states themselves on the axis: one series for each checkpoint, and these are not parts of anything.
    const turned = chartDataset(situationsAtCheckpoints, { language: english, by: 'state' });
    expect(kinds['stacked-100'].refusal(turned)).toBe('notParts');
    expect(chooseKind(turned)).toBe('bar');
  });

  it('are as long as their shares, one after another', () => {
    // 36 + 6 + 192 + 33 + 33 = 300 at 24 months; the bar is the whole.
    const boxes = [
      'Graduated from the original',
      'Graduated from other',
      'Continues in the original',
      'Continues in other',
      'Has',
    ].map((state) => boxOf(`24 months, ${state}`)!);
    const start = boxes[0]!.x;
    const length = boxes[4]!.x + boxes[4]!.width + 1.5 - start;
    let before = 0;
    [36, 6, 192, 33, 33].forEach((persons, index) => {
      expect(Math.abs(boxes[index]!.x - start - (before / 300) * length)).toBeLessThan(0.5);
      expect(Math.abs(boxes[index]!.width + 1.5 - (persons / 300) * length)).toBeLessThan(0.5);
      before += persons;
    });
  });

  it('keep their size where others are withheld: what is left of the whole is hatched', () => {
    const whole = boxOf('24 months, Graduated from the original')!;
    const continuing = boxOf('12 months, Continues in the original')!;
    expect(continuing.x).toBe(whole.x);
    // 252 of 300, as 36 of 300 at the other checkpoint.
    expect(Math.abs((continuing.width + 1.5) / (whole.width + 1.5) - 252 / 36)).toBeLessThan(0.05);
    expect(boxOf('12 months, Graduated from the original')).toBeUndefined();
    const rest = allNodes(scene.nodes).filter(({ attributes }) => attributes['fill'] === 'url(#chart-rest)');
    // One bar's, and that of the key.
    expect(rest).toHaveLength(2);
    // 6 of 300 are left: a sixth of 36.
    expect(Math.abs((Number(rest[0]?.attributes['width']) + 1.5) / (whole.width + 1.5) - 6 / 36)).toBeLessThan(0.05);
  });

  it('say once why a whole has no parts yet', () => {
    const texts = allNodes(scene.nodes).flatMap(({ text }) => text ?? []);
    expect(texts.filter((text) => text === 'Available from 1 Jul 2027')).toHaveLength(1);
    expect(texts.filter((text) => text === 'Withheld')).toHaveLength(1);
  });

  it('differ in more than their colour', () => {
    const fills = allNodes(scene.nodes).flatMap(({ tag, attributes }) =>
      tag === 'rect' && String(attributes['fill']).includes('-texture-') ? [String(attributes['fill'])] : [],
    );
    expect(new Set(fills).size).toBe(4);
  });
});
