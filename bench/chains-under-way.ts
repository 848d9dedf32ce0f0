import * as E from 'fp-ts/lib/Either.js';
import {
  APPROVAL_WAIT_MS,
  approveDraft,
  DRAFT_LIFE_MS,
  editDraft,
  mailDraft,
  planMove,
  writeDraft,
} from '../src/aggregates/quote/draft.ts';
import { recordLetter } from '../src/aggregates/quote/letters.ts';
import { applyListing } from '../src/aggregates/quote/listing.ts';
import { labelReply, receiveReply } from '../src/aggregates/quote/reply.ts';
import { claimSend, deferSend, recordSent } from '../src/aggregates/quote/send.ts';
import type { QuoteState } from '../src/aggregates/quote/state.ts';
import { NO_HASH, sha256Hex, withHash } from '../src/event-store/hash-chain.ts';
import type { Loaded } from '../src/event-store/load.ts';
import type { Facts, Move } from '../src/events/quote-events.ts';
import type { StoredEvent } from '../src/events/stored-event.ts';
import { addDays, type LocalDate } from '../src/kernel/local-date.ts';
import { readCsv } from '../src/sheet/csv/read-csv.ts';
import { readSheet } from '../src/sheet/read-sheet.ts';
import type { Row } from '../src/sheet/row.ts';
import { decideQuote, type LogDeps } from '../src/workflows/quotes.ts';
import { factsOfRow } from '../src/workflows/sheet-sync/facts-of-row.ts';
import { BUSINESS, DAYS, LAST_CALL_DAYS, QUOTES, REF_KEY, SENT } from './timer-day.ts';

const PRIYA = 'priya@harbourline.example';
/** Of a hundred quotes one comes into its last-call window on each day that is checked. */
const EVERY = 100;
const LONG_OPEN = addDays(SENT, 140);

/** A sheet of open quotes, each of another contact. */
export const sheetUnderWay = (): string => {
  const lines = ['Quote number,Customer,Contact email,Amount,Date sent,Date expires,Owner'];
  for (let i = 0; i < QUOTES; i++) {
    const day = DAYS[i % EVERY];
    const expires = day === undefined ? LONG_OPEN : addDays(day, LAST_CALL_DAYS);
    lines.push(`Q-${i},Customer ${i},buyer${i}@customer${i}.example,${1_000 + i}.00,${SENT},${expires},${PRIYA}`);
  }
  return lines.join('\n');
};

/** The chain of every quote of the sheet, 20 events each: listed, nudged twice, answered by a machine in between. */
export const chainsUnderWay = async (csv: string): Promise<{ readonly of: Iterable<readonly StoredEvent[]> }> => {
  const cells = readCsv(new TextEncoder().encode(csv));
  if (E.isLeft(cells)) throw new Error(cells.left);
  const sheet = readSheet(cells.right, BUSINESS);
  if (E.isLeft(sheet) || sheet.right.refused.length > 0) throw new Error('the sheet of the bench is wrong');
  const { rows } = sheet.right;
  const [first] = rows;
  if (!first) throw new Error('the sheet of the bench is empty');
  const model = await chainOf(first);
  return { of: rows.values().map(row => asOf(row, model)) };
};

/** The model's events as another row's: its own number and facts, its own hashes. */
const asOf = ({ key, ...row }: Row, model: readonly StoredEvent[]): readonly StoredEvent[] => {
  const { facts } = factsOfRow({ key, ...row }, REF_KEY);
  const events: StoredEvent[] = [];
  for (const { hash: _, ...event } of model) {
    const { version } = event;
    const place = { quote_id: key, version, event_id: `${key}/${version}`, prev_hash: events.at(-1)?.hash ?? NO_HASH };
    events.push(withHash({ ...event, ...place, data: withFacts(event.data, facts) }));
  }
  return events;
};

export const withFacts = (data: StoredEvent['data'], facts: Facts): StoredEvent['data'] => {
  if (typeof data !== 'object' || data === null) return data;
  if ('facts' in data) return { ...data, facts: { ...facts, override: null } };
  return 'factsHash' in data ? { ...data, factsHash: facts.factsHash } : data;
};

/** One quote's chain by the real decisions, on a log that is a list. Its keys are zeros. */
export const chainOf = async (row: Row): Promise<readonly StoredEvent[]> => {
  const events: StoredEvent[] = [];
  let now = `${SENT}T01:00:00.000Z`;
  const deps: LogDeps = {
    store: {
      read: async () => events,
      append: async (event: StoredEvent) => {
        events.push(event);
        return 'appended';
      },
    } as unknown as LogDeps['store'],
    keys: { obtain: async () => ({ key: new Uint8Array(32) }) } as unknown as LogDeps['keys'],
    clock: { now: () => new Date(now) },
    random: length => new Uint8Array(length).fill(7),
    log: () => {},
  };
  let loaded: Loaded<QuoteState> | undefined;
  const happens = async (decide: Parameters<typeof decideQuote>[2]['decide']): Promise<void> => {
    const done = await decideQuote(deps, row.key, { actor: { system: 'bench' }, loaded, decide });
    if (E.isLeft(done) || done.right.events.length !== 1) throw new Error('the chain of the bench broke');
    loaded = done.right;
  };
  const on = (day: LocalDate): void => {
    now = `${day}T01:00:00.000Z`;
  };
  const listing = { kind: 'row', ...factsOfRow(row, REF_KEY), status: 'open', statusAsWritten: null } as const;
  await happens(state => applyListing(state, listing, { sheet: 'bench', version: 1 }));
  const answered = addDays(SENT, 4);
  on(addDays(SENT, 3));
  await nudged(happens, { move: 'first_nudge', stepIndex: 1, stepDay: 3, now, deferred: true });
  on(answered);
  await awayUntil(happens, answered, addDays(SENT, 5));
  on(addDays(SENT, 7));
  await nudged(happens, { move: 'followup', stepIndex: 2, stepDay: 7, now, deferred: false });
  return events;
};

type Happens = (decide: Parameters<typeof decideQuote>[2]['decide']) => Promise<void>;

interface Nudge {
  readonly move: Move;
  readonly stepIndex: number;
  readonly stepDay: number;
  readonly now: string;
  readonly deferred: boolean;
}

const nudged = async (happens: Happens, { move, stepIndex, stepDay, now, deferred }: Nudge): Promise<void> => {
  const day = now.slice(0, 10);
  const later = (ms: number): string => new Date(Date.parse(now) + ms).toISOString();
  const text = (version: string) => ({
    subject: `Our quote Q-1000 of 9 February 2026 (${version})`,
    text: `Dear Ms Tan,\n\n${'We would be glad to hear what you think of the offer. '.repeat(8)}\n\nKind regards,\nPriya`,
  });
  const hash = (what: string): string => sha256Hex(`${what} ${stepIndex}`);
  const named = { draftId: `d${stepIndex}` };
  await happens(state =>
    planMove(state, {
      offer: { move, stepIndex, stepDay, supersedes: null },
      checked: day,
      owner: PRIYA,
      ownerFrom: 'row',
      tier: 'standard',
      daysSinceSent: stepDay,
      daysToExpiry: 60,
      versions: { sheet: hash('s'), rules: hash('r'), voice: hash('v'), config: hash('c'), code: '0.1.0' },
    }),
  );
  const source = { source: 'template', model: null, why: null } as const;
  await happens(state => writeDraft(state, { ...named, textHash: hash('text'), ...source }, text('first')));
  await happens(state => {
    const mailing = { mailing: 1, kind: 'first', tokenHash: hash('token'), recipientRef: hash('rep') } as const;
    const shown = { pageHash: hash('page'), projectedSendAt: later(APPROVAL_WAIT_MS), expiresAt: later(DRAFT_LIFE_MS) };
    return mailDraft(state, { ...named, ...mailing, ...shown }, { to: PRIYA });
  });
  await happens(state => recordLetter(state, { letter: `draft/${named.draftId}/1`, messageId: hash('letter') }));
  const edited = { ...named, textHash: hash('edited'), basedOn: hash('text') };
  await happens(state => editDraft(state, edited, text('edited')));
  await happens(state => {
    const seen = {
      textHash: hash('edited'),
      seenHash: hash('seen'),
      tokenHash: hash('token'),
      secondsAfterMailing: 60,
    };
    const approval = { ...named, ...seen, sendAfter: later(APPROVAL_WAIT_MS) };
    return approveDraft(state, approval, { address: '203.0.113.7', agent: 'a browser' });
  });
  if (deferred)
    await happens(state =>
      deferSend(state, { ...named, until: new Date(later(3_600_000)), reason: 'quiet hours or no working day' }),
    );
  const claim = `claim-${named.draftId}`;
  await happens(state => claimSend(state, { ...named, claim, day }));
  await happens(state => {
    const sent = {
      recipientRef: hash('buyer'),
      messageId: hash('nudge').slice(0, 20),
      via: 'email',
      how: 'send',
    } as const;
    return recordSent(state, { ...named, claim, stepIndex, move, day, ...sent });
  });
};

const awayUntil = async (happens: Happens, day: LocalDate, until: LocalDate): Promise<void> => {
  const replyId = sha256Hex('reply').slice(0, 20);
  const from = { how: 'plus-address', senderRef: sha256Hex('buyer'), fromContact: true, authenticated: true } as const;
  const sealed = { from: 'buyer0@customer0.example', subject: 'Away' };
  await happens(state => receiveReply(state, { replyId, ...from, day, bodyKey: 'mail/1' }, sealed));
  const label = { label: 'out-of-office', by: 'headers', model: null, deferUntil: until, resumeOffer: null } as const;
  await happens(state => labelReply(state, { replyId, ...label, why: 'Auto-Submitted: auto-replied' }));
};
