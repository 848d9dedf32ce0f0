import { type NewEventOf, newEvent, type RecordedEventOf } from '../events/event-type.ts';
import {
  FaultsAnswered,
  FaultsFound,
  FaultsMailed,
  type FoundFault,
  integrityEventTypes,
} from '../events/integrity-events.ts';
import { contactStream, INTEGRITY_STREAM, SYSTEM_STREAM } from '../events/stream-id.ts';
import { type Decision, defineAggregate, emit, noChange, refuse } from './decider.ts';

// Events: what was found not to be as it was stored, and a person's answer. The stream is `~integrity`.
type IntegrityEventType = (typeof integrityEventTypes)[number];
type HappenedOfEach<T> = T extends IntegrityEventType ? NewEventOf<T> : never;
type PastOfEach<T> = T extends IntegrityEventType ? RecordedEventOf<T> : never;
export type IntegrityEvent = HappenedOfEach<IntegrityEventType>;
export type PastIntegrityEvent = PastOfEach<IntegrityEventType>;

/** The same fault found again has the same key; another change in the same place has another. */
export const faultKey = ({ stream, version, kind, mark }: Omit<FoundFault, 'detail'>): string =>
  `${stream}/${version ?? ''} ${kind} ${mark}`;

export interface KnownFault extends FoundFault {
  /** UTC instant, ISO. */
  readonly foundAt: string;
  /** The admin was told of it. */
  readonly mailed: boolean;
  readonly answered: { readonly by: string; readonly at: string; readonly note: string | null } | null;
}

/** A page that a letter to the admin links. */
export interface FaultsPage {
  readonly faults: readonly string[];
  readonly recipientRef: string;
}

// Fold.
export interface IntegrityState {
  /** By key, in the order they were found. */
  readonly faults: Readonly<Record<string, KnownFault>>;
  /** By the hash of their token. */
  readonly pages: Readonly<Record<string, FaultsPage>>;
}

export const nothingFound: IntegrityState = { faults: {}, pages: {} };

const evolve = (state: IntegrityState, event: PastIntegrityEvent): IntegrityState => {
  switch (event.type) {
    case 'FaultsFound': {
      const fresh = event.data.faults
        .filter(fault => !Object.hasOwn(state.faults, faultKey(fault)))
        .map(fault => [faultKey(fault), { ...fault, foundAt: event.ts, mailed: false, answered: null }] as const);
      return { ...state, faults: { ...state.faults, ...Object.fromEntries(fresh) } };
    }
    case 'FaultsMailed': {
      const { faults, tokenHash, recipientRef } = event.data;
      const told = changed(state, faults, fault => ({ ...fault, mailed: true }));
      return { ...told, pages: { ...state.pages, [tokenHash]: { faults, recipientRef } } };
    }
    case 'FaultsAnswered': {
      const by = 'user' in event.by ? event.by.user : event.by.system;
      const answered = { by, at: event.ts, note: event.data.note };
      return changed(state, event.data.faults, fault => ({ ...fault, answered: fault.answered ?? answered }));
    }
  }
};

const changed = (
  state: IntegrityState,
  keys: readonly string[],
  change: (fault: KnownFault) => KnownFault,
): IntegrityState => {
  const known = keys.flatMap(key => {
    const fault = state.faults[key];
    return fault === undefined ? [] : [[key, change(fault)] as const];
  });
  return { ...state, faults: { ...state.faults, ...Object.fromEntries(known) } };
};

export const openFaults = ({ faults }: IntegrityState): readonly KnownFault[] =>
  Object.values(faults).filter(({ answered }) => answered === null);

/** Faults of these streams stop every send: by them, or by what they say of people, whatever leaves is decided. */
const OF_ALL: ReadonlySet<string> = new Set(['', INTEGRITY_STREAM, SYSTEM_STREAM]);

/** What keeps a quote from being written about: its own log, its contact's, or what concerns every quote. */
export const faultsOfQuote = (open: readonly Pick<KnownFault, 'stream'>[], quote: string, contactRef: string): number =>
  open.filter(({ stream }) => OF_ALL.has(stream) || stream === quote || stream === contactStream(contactRef)).length;

// Decisions.
/** One event holds at most 400 KB. */
const MAX_AT_ONCE = 50;
/** Where more than this wait for an answer, the whole log is in doubt: one fault says so, and stops every send. */
export const MAX_OPEN = 500;

/** Records what was found, each fault once. Asked again until nothing is left. */
export const noteFaults = (state: IntegrityState, found: readonly FoundFault[]): Decision<IntegrityEvent> => {
  const isKnown = (fault: FoundFault): boolean => Object.hasOwn(state.faults, faultKey(fault));
  const fresh = found.filter(fault => !isKnown(fault));
  if (fresh.length === 0) return noChange;
  const open = openFaults(state).length;
  if (open < MAX_OPEN) return emit(newEvent(FaultsFound, { faults: fresh.slice(0, MAX_AT_ONCE) }, null));
  const flood = {
    stream: '',
    version: null,
    kind: 'flood',
    mark: String(Object.keys(state.faults).length - open),
    detail: `more than ${MAX_OPEN} faults wait for an answer: the rest is not listed, \`qf verify\` names them all`,
  };
  return isKnown(flood) ? noChange : emit(newEvent(FaultsFound, { faults: [flood] }, null));
};

export const noteMailed = (
  { pages }: IntegrityState,
  data: NewEventOf<typeof FaultsMailed>['data'],
): Decision<IntegrityEvent> =>
  Object.hasOwn(pages, data.tokenHash) ? noChange : emit(newEvent(FaultsMailed, data, null));

/** A page answers for the faults that its letter was about, once. */
export const answerFaults = (
  { faults, pages }: IntegrityState,
  { tokenHash, note }: { readonly tokenHash: string; readonly note: string | null },
): Decision<IntegrityEvent> => {
  const page = pages[tokenHash];
  if (page === undefined) return refuse('NotAsked', 'no letter asked about this');
  const open = page.faults.filter(key => faults[key]?.answered === null);
  return open.length === 0 ? noChange : emit(newEvent(FaultsAnswered, { faults: open, note }, null));
};

const display = (state: IntegrityState): string => `${openFaults(state).length} faults without an answer`;

export const integrityAggregate = defineAggregate(integrityEventTypes, {
  initial: nothingFound,
  evolve,
  summarize: display,
});
