import type { Tone } from '../views/table.ts';

/** What a page says once, in answer to the act that led to it. */
export interface Said {
  readonly tone: Tone;
  readonly text: string;
}
