/** A picture inside a mail, made elsewhere. */
export interface ChartView {
  /** Letters, digits and dashes; the attachment's content id. */
  readonly cid: string;
  /** What it shows, in words that stand for it. */
  readonly alt: string;
  readonly width: number;
  readonly height: number;
}
