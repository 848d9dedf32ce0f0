import type { ChartView } from '../../letters/views/chart-view.ts';
import type { OutgoingAttachment } from '../../ports/mailer.ts';
import type { ReportChart } from '../../reports/report-chart.ts';
import type { World } from '../world.ts';

export interface ChartPicture {
  readonly view: ChartView;
  readonly attachment: OutgoingAttachment;
}

/** The chart as a picture inside the mail. Null where there is nothing to draw, or where it could not be drawn: the words stand for it. */
export const chartPicture = async (
  { charts, log }: Pick<World, 'charts' | 'log'>,
  made: ReportChart | null,
): Promise<ChartPicture | null> => {
  if (made === null || charts === undefined) return null;
  try {
    const { png, width, height } = await charts.draw(made.chart);
    return {
      view: { cid: CHART, alt: made.alt, width, height },
      attachment: { filename: `${CHART}.png`, contentType: 'image/png', content: png, cid: CHART },
    };
  } catch (error) {
    log('warn', 'ChartNotDrawn', { error: error instanceof Error ? error.name : 'unknown' });
    return null;
  }
};

const CHART = 'chart';
