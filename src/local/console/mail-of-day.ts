import { eachOfDays } from '../../application/each-of-days.ts';
import type { StoredEvent } from '../../events/envelope.ts';
import { NudgeSent, SendDeferred, SendRefused, SendUnknown } from '../../events/quote-events.ts';
import { addDays, type LocalDate } from '../../kernel/local-date.ts';
import { localDateOf } from '../../letters/words/when.ts';
import type { MailOfDay } from '../../reports/day-told.ts';
import type { Visit } from './visit.ts';

/** What left, was put off, refused or lost sight of on a local day, by the day index. */
export const mailOfDay = async ({ world, business }: Visit, day: LocalDate): Promise<MailOfDay> => {
  const events: StoredEvent[] = [];
  // A local day lies in two UTC days at most, and so near them that one on either side is enough.
  await eachOfDays(world, addDays(day, -1), addDays(day, 1), event => {
    if (TOLD.has(event.action) && localDateOf(event.ts, business.policy.timezone) === day) events.push(event);
  });
  const deferred = new Map<string, string>();
  for (const { action, quote_id, data } of events)
    if (action === SendDeferred.name && SendDeferred.data.is(data))
      deferred.set(`${quote_id}/${data.draftId}`, data.reason);
  return {
    sent: events.flatMap(({ action, data }) =>
      action === NudgeSent.name && NudgeSent.data.is(data) ? [data.move] : [],
    ),
    deferred: [...deferred.values()],
    refused: events.filter(({ action }) => action === SendRefused.name).length,
    unknown: events.filter(({ action }) => action === SendUnknown.name).length,
  };
};

const TOLD: ReadonlySet<string> = new Set([NudgeSent.name, SendDeferred.name, SendRefused.name, SendUnknown.name]);
