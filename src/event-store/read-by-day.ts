import type { StoredEvent } from '../events/stored-event.ts';
import { addDays, type LocalDate } from '../kernel/local-date.ts';
import type { EventStore } from '../ports/event-store.ts';

const PAGE = 500;

/** Every event of the UTC days from `from` to `to`, in the order of time, by the day index: a bounded reading, never a scan. */
export const eachOfDays = async (
  { store }: { readonly store: Pick<EventStore, 'byDay'> },
  from: LocalDate,
  to: LocalDate,
  visit: (event: StoredEvent) => void,
): Promise<void> => {
  for (let day = from; day <= to; day = addDays(day, 1)) {
    let cursor: string | undefined;
    do {
      const page = await store.byDay(day, { limit: PAGE, ...(cursor === undefined ? {} : { cursor }) });
      for (const event of page.items) visit(event);
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
  }
};
