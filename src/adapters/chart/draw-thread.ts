import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { BarChart, ChartPicture } from '../../ports/chart.ts';
import { chartSvg, FONT, WIDTH } from './chart-svg.ts';

/** Screens of phones have two or three pixels where CSS counts one. */
const FINENESS = 2;

const files: { readonly renderer: string; readonly font: string } = workerData;
const [renderer, font] = await Promise.all([readFile(files.renderer), readFile(files.font)]);
await initWasm(renderer);

const pictureOf = (chart: BarChart): ChartPicture => {
  const { svg, height } = chartSvg(chart);
  const drawing = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: FINENESS },
    font: { fontBuffers: [font], defaultFontFamily: FONT, sansSerifFamily: FONT },
  });
  const image = drawing.render();
  const png = image.asPng();
  image.free();
  drawing.free();
  return { png, width: WIDTH, height };
};

/** What goes wrong ends the thread, and whoever asked hears of it. */
parentPort?.on('message', (chart: BarChart) => parentPort?.postMessage(pictureOf(chart)));
