import { chartDrawer } from '../../adapters/chart/draw-chart.ts';
import type { ChartDrawer } from '../../ports/chart.ts';

/** Renderer, font and the drawing thread lie beside the bundle. */
export const awsCharts = (): ChartDrawer =>
  chartDrawer({
    renderer: new URL('./chart-renderer.wasm', import.meta.url),
    font: new URL('./chart-font.ttf', import.meta.url),
    threadModule: new URL('./draw-thread.mjs', import.meta.url),
  });
