import type { Tone } from '../view-models/table.ts';

/** What a page says once, in answer to the act that led to it. */
export interface FlashMessage {
  readonly tone: Tone;
  readonly text: string;
}
