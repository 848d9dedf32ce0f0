import { once } from 'node:events';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { BarChart, ChartDrawer, ChartPicture } from '../../ports/chart.ts';

/** Where the renderer, the font and the drawing thread's module lie; a bundle names its own copies. */
export interface ChartFiles {
  readonly renderer: string | URL;
  readonly font: string | URL;
  readonly threadModule: URL;
}

const { resolve } = createRequire(import.meta.url);

export const packagedChartFiles = (): ChartFiles => ({
  renderer: resolve('@resvg/resvg-wasm/index_bg.wasm'),
  font: resolve('@expo-google-fonts/inter/500Medium/Inter_500Medium.ttf'),
  threadModule: new URL('./draw-thread.ts', import.meta.url),
});

/** For one chart; with the first the thread is loaded. */
const TIMEOUT_MS = 30_000;
const HEAP_MB = 256;

/** One for all drawers of a process: it keeps nothing of a chart, and each more would load the library again. */
let thread: Worker | null = null;
let last: Promise<unknown> = Promise.resolve();

/**
 * Charts by ECharts, made a PNG by resvg: no browser, no canvas, no font of the machine's. Drawn one at a time in a thread
 * that starts with the first chart, for most processes never draw one, and that is ended when it takes too long: a mail
 * goes out without its chart rather than not at all.
 */
export const chartDrawer = (files: ChartFiles = packagedChartFiles(), timeoutMs = TIMEOUT_MS): ChartDrawer => ({
  draw: chart => {
    const drawn = last.then(() => drawIn(files, timeoutMs, chart));
    last = drawn.catch(() => undefined);
    return drawn;
  },
});

const drawIn = async (files: ChartFiles, timeoutMs: number, chart: BarChart): Promise<ChartPicture> => {
  const drawing = thread ?? start(files);
  thread = drawing;
  drawing.ref();
  try {
    const answered = once(drawing, 'message', { signal: AbortSignal.timeout(timeoutMs) });
    drawing.postMessage(chart);
    const [picture]: ChartPicture[] = await answered;
    if (!picture) throw new Error('the drawing thread said nothing');
    return picture;
  } catch (error) {
    thread = null;
    drawing.terminate().catch(() => undefined);
    throw error;
  } finally {
    drawing.unref();
  }
};

const start = ({ renderer, font, threadModule }: ChartFiles): Worker =>
  new Worker(threadModule, {
    workerData: { renderer: pathOf(renderer), font: pathOf(font) },
    env: {},
    execArgv: ['--disable-warning=ExperimentalWarning'],
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  });

const pathOf = (file: string | URL): string => (file instanceof URL ? fileURLToPath(file) : file);
