import type { Law } from './law.ts';
import { cadenceLaws } from './laws/cadence.ts';
import { logLaws } from './laws/log.ts';
import { peopleLaws } from './laws/people.ts';
import { planLaws } from './laws/plan.ts';
import { raceLaws } from './laws/races.ts';
import { sendingLaws } from './laws/sending.ts';

/** Every law and the lines whose loss it must notice. */
export const laws: readonly Law[] = [
  ...cadenceLaws,
  ...planLaws,
  ...sendingLaws,
  ...raceLaws,
  ...peopleLaws,
  ...logLaws,
];
