import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { BarChart, ChartDrawer, ChartPicture } from '../../ports/chart.ts';

/** Screens of phones have two or three pixels where CSS counts one. */
const FINENESS = 2;

/** Where the renderer and the font lie; a bundle names its own copies. */
export interface ChartFiles {
  readonly renderer: string | URL;
  readonly font: string | URL;
}

const { resolve } = createRequire(import.meta.url);

export const packagedChartFiles = (): ChartFiles => ({
  renderer: resolve('@resvg/resvg-wasm/index_bg.wasm'),
  font: resolve('@expo-google-fonts/inter/500Medium/Inter_500Medium.ttf'),
});

/** The renderer may be set up once in a process, whoever asks first. */
let begun: Promise<void> | undefined;

/**
 * Charts made a PNG by resvg: no browser, no canvas, no font of the machine's. Both are loaded with
 * the first chart, for most processes never draw one.
 */
export const chartDrawer = (files: ChartFiles = packagedChartFiles()): ChartDrawer => {
  let font: Promise<Uint8Array> | undefined;
  return {
    draw: async chart => {
      const { initWasm } = await import('@resvg/resvg-wasm');
      begun ??= readFile(files.renderer).then(initWasm);
      font ??= readFile(files.font);
      await begun;
      return pictureOf(chart, await font);
    },
  };
};

const pictureOf = async (chart: BarChart, font: Uint8Array): Promise<ChartPicture> => {
  const [{ chartSvg, FONT, WIDTH }, { Resvg }] = await Promise.all([
    import('./chart-svg.ts'),
    import('@resvg/resvg-wasm'),
  ]);
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
