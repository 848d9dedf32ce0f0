import { describe, expect, it } from 'vitest';
import { chartSvg } from '../../../src/adapters/chart/chart-svg.ts';
import { chartDrawer } from '../../../src/adapters/chart/draw-chart.ts';
import type { BarChart } from '../../../src/ports/chart.ts';

const chart: BarChart = {
  panels: [
    {
      title: 'SGD in play',
      labels: Array.from({ length: 12 }, (_, week) => `week ${week}`),
      series: [{ name: 'In play', values: Array.from({ length: 12 }, (_, week) => week * 1_500_000) }],
    },
    {
      title: 'Answers per move',
      labels: ['First nudge', 'Follow-up', 'Last call'],
      series: [
        { name: 'Sent', values: [12, 7, 3] },
        { name: 'Answered', values: [5, 2, 0] },
      ],
    },
  ],
};

const PNG = [0x89, 0x50, 0x4e, 0x47];

describe('a chart', () => {
  it('is a PNG, twice as fine as it is shown', async () => {
    const { png, width, height } = await chartDrawer().draw(chart);
    expect([...png.subarray(0, 4)]).toEqual(PNG);
    const header = Buffer.from(png);
    expect([header.readUInt32BE(16), header.readUInt32BE(20)]).toEqual([2 * width, 2 * height]);
    expect(png.length).toBeLessThan(150_000);
  });

  it('is drawn with a font of its own: text leaves marks on any machine', async () => {
    const drawer = chartDrawer();
    const [titled, untitled] = await Promise.all(
      ['In play', ''].map(title =>
        drawer.draw({ panels: [{ title, labels: ['a'], series: [{ name: 's', values: [1] }] }] }),
      ),
    );
    expect(titled?.png.length).toBeGreaterThan((untitled?.png.length ?? 0) + 200);
  });

  it('names its panels and moves, and the newest week', () => {
    const { svg } = chartSvg(chart);
    for (const words of ['SGD in play', 'Answers per move', 'Follow-up', 'Answered', 'week 11', '15M'])
      expect(svg).toContain(words);
  });

  it('holds names as words, whatever they are', () => {
    const named = (name: string) => ({
      title: name,
      labels: [name],
      series: [
        { name, values: [1] },
        { name, values: [1] },
      ],
    });
    expect(chartSvg({ panels: [named('<b>"&')] }).svg).not.toMatch(/<b>|"&[^a]/);
  });

  it('that takes too long is given up, and the next is drawn', async () => {
    await expect(chartDrawer(undefined, 1).draw(chart)).rejects.toThrow('aborted');
    expect((await chartDrawer().draw(chart)).png.length).toBeGreaterThan(1_000);
  });

  it('is drawn where nothing is to be seen', async () => {
    const empty = { panels: [{ title: 'Nothing', labels: ['a'], series: [{ name: 's', values: [0] }] }] };
    expect((await chartDrawer().draw(empty)).png.length).toBeGreaterThan(100);
  });
});
