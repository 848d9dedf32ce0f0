import * as E from 'fp-ts/lib/Either.js';
import { DateTime } from 'luxon';
import {
  type ContactEvent,
  type ContactState,
  evolveContact,
  initialContact,
  type RecordedContactEvent,
} from '../../src/aggregates/contact.ts';
import type { Decision } from '../../src/aggregates/decider.ts';
import { evolve } from '../../src/aggregates/quote/evolve.ts';
import { initialQuote, type QuoteState } from '../../src/aggregates/quote/state.ts';
import type { Cadence } from '../../src/cadence/policy.ts';
import type { Actor } from '../../src/events/event-type.ts';
import type { QuoteEvent, RecordedQuoteEvent } from '../../src/events/quote-events.ts';
import type { LocalDate } from '../../src/kernel/local-date.ts';

/** A quote, its contact and the clock in the midst of a test. */
export interface Scene {
  readonly quote: QuoteState;
  readonly contact: ContactState;
  readonly now: Date;
  readonly setting: Setting;
  readonly events: readonly RecordedQuoteEvent[];
  readonly contactEvents: readonly RecordedContactEvent[];
  /** Why the last act was refused; null when it was not. */
  readonly refused: string | null;
  /** How many events the last act brought about. */
  readonly happened: number;
  /** Where the quote's events of the last act begin. */
  readonly lastActFrom: number;
}

export interface Setting {
  readonly timezone: string;
  readonly quietHours: readonly [string, string] | null;
  readonly skipWeekends: boolean;
  readonly holidays: readonly string[];
  readonly nudgeCap: number;
  readonly minGapDays: number;
  readonly cadence: Cadence;
  readonly paused: boolean;
  /** The log was restored and has forgotten a send. */
  readonly forgotten: boolean;
  /** The log was changed behind its back, without an answer yet. */
  readonly logChanged: boolean;
  readonly mirrorAgeMs: number;
  /** Facts hash of the mirror's row; `same` for the quote's own, null for a row that is gone or refused. */
  readonly row: string | null;
  /** Who owns the mirror's row; `same` for the draft's own owner. */
  readonly rowOwner: string;
  /** What the mirror's row says in its status cell. */
  readonly rowStatus: 'open' | 'hold' | 'won' | 'lost' | 'withdrawn';
  /** By which reading; null for the newest that the quote followed. */
  readonly sheetVersion: number | null;
}

const standard: Setting = {
  timezone: 'Asia/Singapore',
  quietHours: ['18:00', '08:00'],
  skipWeekends: true,
  holidays: [],
  nudgeCap: 3,
  minGapDays: 2,
  cadence: { nudgeDays: [3, 7], lastCallDays: 3 },
  paused: false,
  forgotten: false,
  logChanged: false,
  mirrorAgeMs: 0,
  row: 'same',
  rowOwner: 'same',
  rowStatus: 'open',
  sheetVersion: null,
};

export type Act = (scene: Scene) => Scene;

export const zoned = (date: LocalDate, time: string, { timezone }: Setting): Date =>
  DateTime.fromISO(`${date}T${time}`, { zone: timezone }).toJSDate();

export const start: Scene = {
  quote: initialQuote,
  contact: initialContact,
  now: zoned('2026-03-02', '12:00', standard),
  setting: standard,
  events: [],
  contactEvents: [],
  refused: null,
  happened: 0,
  lastActFrom: 0,
};

export const dateOf = ({ now, setting }: Scene): LocalDate =>
  DateTime.fromJSDate(now, { zone: setting.timezone }).toFormat('yyyy-MM-dd');

export const REP: Actor = { user: 'priya@harbourline.example' };
const SYSTEM: Actor = { system: 'test' };

/** Takes a decision into the quote's log. */
export const decided =
  (decide: (scene: Scene) => Decision<QuoteEvent>, by: Actor = SYSTEM): Act =>
  scene => {
    const decision = decide(scene);
    if (E.isLeft(decision)) return { ...scene, refused: decision.left.refusal, happened: 0 };
    if (decision.right === null) return { ...scene, refused: null, happened: 0 };
    const past = { ...decision.right, version: scene.quote.version + 1, ts: scene.now.toISOString(), by };
    return {
      ...scene,
      quote: evolve(scene.quote, past),
      events: [...scene.events, past],
      refused: null,
      happened: 1,
    };
  };

/** Takes a decision into the contact's log. */
export const aboutContact =
  (decide: (scene: Scene) => Decision<ContactEvent>): Act =>
  scene => {
    const decision = decide(scene);
    if (E.isLeft(decision)) return { ...scene, refused: decision.left.refusal, happened: 0 };
    if (decision.right === null) return { ...scene, refused: null, happened: 0 };
    const past = { ...decision.right, version: scene.contact.version + 1, ts: scene.now.toISOString(), by: SYSTEM };
    const contactEvents = [...scene.contactEvents, past];
    return { ...scene, contact: evolveContact(scene.contact, past), contactEvents, refused: null, happened: 1 };
  };

/** Several acts as one; stops at the first that is refused. */
export const all =
  (...acts: readonly Act[]): Act =>
  scene => {
    let happened = 0;
    let now = { ...scene, refused: null };
    for (const act of acts) {
      const next = act(now);
      happened += next.happened;
      now = { ...next, refused: null };
      if (next.refused !== null) return { ...next, happened };
    }
    return { ...now, happened };
  };

// Time and setting.

export const on =
  (date: LocalDate, time = '09:00'): Act =>
  scene => ({ ...scene, now: zoned(date, time, scene.setting), happened: 0 });

export const later =
  ({ days = 0, hours = 0, minutes = 0 }): Act =>
  scene => ({ ...scene, now: new Date(scene.now.getTime() + ((days * 24 + hours) * 60 + minutes) * 60_000) });

export const where =
  (setting: Partial<Setting>): Act =>
  scene => ({ ...scene, setting: { ...scene.setting, ...setting } });
