/** Bars side by side over the same labels. Every series has one value for each label. */
export interface BarPanel {
  readonly title: string;
  readonly labels: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
}

/** Panels one above the other in one picture. */
export interface BarChart {
  readonly panels: readonly BarPanel[];
}

export interface ChartPicture {
  readonly png: Uint8Array;
  /** Size at which it is shown, in CSS pixels; the picture itself is finer. */
  readonly width: number;
  readonly height: number;
}

/** Draws a chart for a mail. Throws when it cannot; the mail's words and tables say the same without it. */
export interface ChartDrawer {
  readonly draw: (chart: BarChart) => Promise<ChartPicture>;
}
