import { type Html, html } from '../../letters/html/html.ts';
import type { BarChart, BarPanel } from '../../ports/chart.ts';

/** CSS pixels: as wide as a mail's sheet gives, and still readable when a phone shrinks it by a quarter. */
export const WIDTH = 460;
const PANEL = 230;
const LEFT = 12;
const RIGHT = 16;
/** Below a panel's upper edge. */
const TITLE_LINE = 26;
const PLOT_TOP = 52;
const PLOT_BOTTOM = 169;
const LABEL_LINE = 188;
export const FONT = 'Inter';

/** A picture cannot know whether it is looked at by day or by night: it brings its own paper. */
const PAPER = '#ffffff';
const INK = '#1c2126';
const SOFT = '#575e66';
const LINE = '#dedad1';
/** Told apart by lightness as well as by hue. */
const FILLS = ['#0d6650', '#9bc9b4', '#e0b04c', '#74500a'];

const SMALL = 13;
/** A digit of the small type is no wider, and half its height lies this far above its line. */
const DIGIT = 8;
const HALF_HEIGHT = 4.5;
const WIDEST_BAR = 36;
const ROUNDED = 3;

/** The chart as SVG of a size of its own. */
export const chartSvg = ({ panels }: BarChart): { readonly svg: string; readonly height: number } => {
  const height = panels.length * PANEL;
  const svg = html`<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" font-family="${FONT}" font-weight="500" font-size="${SMALL}" fill="${SOFT}">
<rect width="${WIDTH}" height="${height}" fill="${PAPER}"/>
${panels.map((panel, at) => html`<g transform="translate(0 ${at * PANEL})">${panelOf(panel)}</g>`)}
</svg>`;
  return { svg: String(svg), height };
};

const panelOf = ({ title, labels, series }: BarPanel): Html => {
  const ticks = ticksUpTo(Math.max(0, ...series.flatMap(({ values }) => values)));
  const top = ticks.at(-1) ?? 1;
  const from = LEFT + DIGIT * Math.max(...ticks.map(tick => shortNumber(tick).length)) + DIGIT;
  const band = (WIDTH - RIGHT - from) / labels.length;
  const heightOf = (value: number): number => (value / top) * (PLOT_BOTTOM - PLOT_TOP);
  return html`<text x="${LEFT}" y="${TITLE_LINE}" font-size="15" fill="${INK}">${title}</text>
${series.length > 1 && legendOf(series)}
${ticks.map(tick => gridLine(PLOT_BOTTOM - heightOf(tick), from, shortNumber(tick)))}
${labels.map((label, at) => {
  const middle = from + (at + 0.5) * band;
  const bars = barsOf(
    series.map(({ values }) => heightOf(values[at] ?? 0)),
    middle,
    band,
  );
  return html`${bars}${isLabelled(at, labels.length) && html`<text x="${round(middle)}" y="${LABEL_LINE}" text-anchor="middle">${label}</text>`}`;
})}`;
};

/** One line of text, so that nothing must know how wide each name is; its spaces are kept, being no plain ones. */
const legendOf = (series: BarPanel['series']): Html => {
  const entries = series.map(
    ({ name }, at) => html`${at > 0 && '\u00a0\u00a0\u00a0'}<tspan fill="${fillOf(at)}">■</tspan>\u00a0${name}`,
  );
  return html`<text x="${WIDTH - LEFT}" y="${TITLE_LINE}" text-anchor="end">${entries}</text>`;
};

const gridLine = (y: number, from: number, label: string): Html =>
  html`<path d="M${from} ${round(y)}H${WIDTH - RIGHT}" stroke="${LINE}"/><text x="${from - DIGIT}" y="${round(y + HALF_HEIGHT)}" text-anchor="end">${label}</text>`;

/** Side by side around the middle, a tenth of a bar apart; as wide as their band gives. */
const barsOf = (heights: readonly number[], middle: number, band: number): readonly Html[] => {
  const parts = heights.length + (heights.length - 1) / 10;
  const width = Math.min(WIDEST_BAR, (band * 0.8) / parts);
  const first = middle - (width * parts) / 2;
  return heights.map((height, at) => {
    const corner = Math.min(ROUNDED, height);
    const [x, y] = [round(first + at * width * 1.1), round(PLOT_BOTTOM - height + corner)];
    const over = round(width - 2 * corner);
    return html`<path fill="${fillOf(at)}" d="M${x} ${PLOT_BOTTOM}V${y}q0 ${-corner} ${corner} ${-corner}h${over}q${corner} 0 ${corner} ${corner}V${PLOT_BOTTOM}z"/>`;
  });
};

const fillOf = (at: number): string => FILLS[at % FILLS.length] ?? INK;

/** Whole and round: from 0 in steps of 1, 2 or 5 times a power of ten, about three of them, to the most or just above it. */
const ticksUpTo = (most: number): readonly number[] => {
  const third = Math.max(1, most / 3);
  const power = 10 ** Math.floor(Math.log10(third));
  const step = power * ([1, 2, 5].find(factor => third <= factor * Math.SQRT2 * power) ?? 10);
  return Array.from({ length: Math.max(1, Math.ceil(most / step)) + 1 }, (_, at) => at * step);
};

/** Of many every third, counted from the end: the newest has its label. */
const isLabelled = (at: number, count: number): boolean => count <= 6 || (count - 1 - at) % 3 === 0;

/** `950`, `12k`, `1.5M`. */
const shortNumber = (value: number): string => {
  if (value >= 1_000_000) return `${trimmed(value / 1_000_000)}M`;
  return value >= 10_000 ? `${trimmed(value / 1_000)}k` : value.toLocaleString('en-US');
};
const trimmed = (value: number): string => value.toFixed(1).replace(/\.0$/, '');

const round = (pixels: number): number => Math.round(pixels * 100) / 100;
