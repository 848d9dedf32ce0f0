import { rootOf } from '../../src/event-store/hash-chain.ts';
import { DayChecked } from '../../src/events/report-events.ts';
import type { Stage } from './stage.ts';

/**
 * P7 Each closed day’s root still is the root over what stood in the log then: whoever verifies it later finds no
 * tampering where there was none. What a clock that stepped back dates before a closed day would break it.
 */
export const closedDays = ({ sim }: Stage): readonly string[] => {
  if (sim.truth.tampered.size > 0) return [];
  const { log } = sim.durable;
  return log.flatMap(closing => {
    if (closing.action !== DayChecked.name || !DayChecked.data.is(closing.data)) return [];
    const { checked, until, root } = closing.data;
    const heads = new Map<string, { stream: string; version: number; hash: string }>();
    for (const { quote_id, version, hash, ts } of log)
      if (ts <= until && (heads.get(quote_id)?.version ?? 0) < version)
        heads.set(quote_id, { stream: quote_id, version, hash });
    return rootOf([...heads.values()]) === root ? [] : [`the root of ${checked} is not that of the log until ${until}`];
  });
};
