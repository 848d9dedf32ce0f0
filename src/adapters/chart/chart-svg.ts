import { BarChart as Bars } from 'echarts/charts';
import { GridComponent, LegendComponent, TitleComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { BarChart, BarPanel } from '../../ports/chart.ts';

use([Bars, GridComponent, TitleComponent, LegendComponent, SVGRenderer]);

/** CSS pixels: as wide as a mail's sheet gives, and still readable when a phone shrinks it by a quarter. */
export const WIDTH = 460;
const PANEL = 230;
const TITLE = 34;
const LABELS = 34;
export const FONT = 'Inter';

/** A picture cannot know whether it is looked at by day or by night: it brings its own paper. */
const PAPER = '#ffffff';
const INK = '#1c2126';
const SOFT = '#575e66';
const LINE = '#dedad1';
/** Told apart by lightness as well as by hue. */
const FILLS = ['#0d6650', '#9bc9b4', '#e0b04c', '#74500a'];

/** The chart as SVG of a size of its own. */
export const chartSvg = ({ panels }: BarChart): { readonly svg: string; readonly height: number } => {
  const height = panels.length * PANEL;
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height });
  chart.setOption(optionOf(panels));
  const svg = chart.renderToSVGString();
  chart.dispose();
  return { svg, height };
};

const text = (size: number, color: string): object => ({ fontFamily: FONT, fontSize: size, color, fontWeight: 500 });

const optionOf = (panels: readonly BarPanel[]): EChartsCoreOption => ({
  animation: false,
  backgroundColor: PAPER,
  textStyle: { fontFamily: FONT, fontWeight: 500 },
  title: panels.map(({ title }, at) => ({
    text: title,
    left: 12,
    top: at * PANEL + 8,
    textStyle: text(15, INK),
  })),
  legend: panels.flatMap(({ series }, at) =>
    series.length < 2
      ? []
      : [
          {
            data: series.map(({ name }) => name),
            right: 12,
            top: at * PANEL + 8,
            textStyle: text(13, SOFT),
            itemWidth: 12,
            itemHeight: 12,
          },
        ],
  ),
  grid: panels.map((_, at) => ({
    left: 12,
    right: 16,
    top: at * PANEL + TITLE + 12,
    height: PANEL - TITLE - LABELS - 18,
    outerBoundsMode: 'same',
    outerBoundsContain: 'axisLabel',
  })),
  xAxis: panels.map(({ labels }, gridIndex) => ({
    type: 'category',
    gridIndex,
    data: [...labels],
    axisTick: { show: false },
    axisLine: { lineStyle: { color: LINE } },
    axisLabel: { ...text(13, SOFT), interval: labels.length > 6 ? everyThird(labels.length) : 0 },
  })),
  yAxis: panels.map((_, gridIndex) => ({
    type: 'value',
    gridIndex,
    minInterval: 1,
    splitNumber: 3,
    splitLine: { lineStyle: { color: LINE } },
    axisLabel: { ...text(13, SOFT), formatter: shortNumber },
  })),
  series: panels.flatMap(({ series }, at) =>
    series.map(({ name, values }, index) => ({
      type: 'bar',
      name,
      xAxisIndex: at,
      yAxisIndex: at,
      data: [...values],
      barMaxWidth: 36,
      barGap: '10%',
      itemStyle: { color: FILLS[index % FILLS.length], borderRadius: [3, 3, 0, 0] },
    })),
  ),
});

/** Counted from the end: the newest has its label. */
const everyThird =
  (count: number) =>
  (index: number): boolean =>
    (count - 1 - index) % 3 === 0;

/** `950`, `12k`, `1.5M`. */
const shortNumber = (value: number): string => {
  if (value >= 1_000_000) return `${trimmed(value / 1_000_000)}M`;
  return value >= 10_000 ? `${trimmed(value / 1_000)}k` : value.toLocaleString('en-US');
};
const trimmed = (value: number): string => value.toFixed(1).replace(/\.0$/, '');
