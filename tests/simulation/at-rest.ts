import { quoteStream } from '../../src/events/stream-id.ts';
import { daysBetween } from '../../src/kernel/local-date.ts';
import { referenceOf } from '../../src/kernel/references.ts';
import { isWorking } from '../support/paper-clock.ts';
import type { Broken } from './observer.ts';
import { type PlainQuote, plainOf } from './plain-quote.ts';
import type { RowSays, RowStatus, SheetRow } from './sheet.ts';
import { REF_KEY, type SimWorld } from './sim-world.ts';
import type { Stage } from './stage.ts';
import type { Told } from './told.ts';

/** What is asked whenever everything has come to rest: does the log say what the world says, and does anything wait for ever? */
export const atRest = (stage: Stage, told: Told): readonly Broken[] => [
  ...sheetAgrees(stage, told).map(what => ({ promise: 'P14', what }) as const),
  ...nothingWaits(stage, told).map(what => ({ promise: 'liveness', what }) as const),
];

/** Streams whose trouble is their own: nobody can say what stands in them. */
const isTroubled = ({ truth }: SimWorld, stream: string): boolean =>
  truth.unreadable.has(stream) || truth.tampered.has(stream);

/** Of a quote whose contact’s stream cannot be read nothing goes on either. */
const isStuck = (sim: SimWorld, stream: string, { facts }: PlainQuote): boolean =>
  isTroubled(sim, stream) || isTroubled(sim, `~contact/${facts?.contactRef ?? ''}`);

/** The system's own stream cannot be read: it acts as paused, and what it does of the rest is not judged. */
export const standsStill = (sim: SimWorld): boolean => isTroubled(sim, '~system');

/** P14 The log says of every row what the sheet says. */
const sheetAgrees = ({ sim }: Stage, told: Told): readonly string[] => {
  if (sim.sheet.spoilt || standsStill(sim)) return [];
  const says = sim.sheet.says();
  const faults: string[] = [];
  for (const [key, say] of says) {
    const stream = quoteStream(key);
    if (isTroubled(sim, stream)) continue;
    const events = told.quotes.get(stream);
    if (!events) {
      if (say.kind === 'row') faults.push(`${key} stands in the sheet and not in the log`);
      continue;
    }
    const plain = plainOf(events);
    const why = isStuck(sim, stream, plain) ? null : differs(sim, key, say, plain);
    if (why !== null) faults.push(`${key}: ${why}`);
  }
  for (const [stream, events] of told.quotes) {
    if (says.has(stream) || isTroubled(sim, stream)) continue;
    const { facts, holds, closed } = plainOf(events);
    if (facts !== null && closed === null && !holds.has('vanished'))
      faults.push(`${stream} stands in neither tab, and the log holds it for listed`);
  }
  return faults;
};

const differs = (sim: SimWorld, key: string, say: RowSays, plain: PlainQuote): string | null => {
  switch (say.kind) {
    case 'refused':
      return plain.facts === null || plain.closed !== null || plain.holds.has('refused-row')
        ? null
        : 'its row cannot be read, and the log does not hold it';
    case 'closed':
      return plain.closed === null ? `the second tab says ${say.outcome}, the log says open` : null;
    case 'row':
      return factsDiffer(say.row, plain) ?? statusDiffers(sim, key, say, plain);
  }
};

const factsDiffer = (row: SheetRow, { facts }: PlainQuote): string | null => {
  if (facts === null) return 'a row without facts in the log';
  const wanted = {
    contactRef: referenceOf(REF_KEY, row['Contact email']),
    minor: Math.round(Number(row.Amount) * 100),
    sent: row['Date sent'],
    expires: row['Date expires'] === '' ? null : row['Date expires'],
  };
  const wrong = Object.entries(wanted).flatMap(([name, value]) =>
    facts[name as keyof typeof wanted] === value
      ? []
      : [`${name} is ${value} in the sheet, ${facts[name as keyof typeof wanted]} in the log`],
  );
  return wrong.length > 0 ? wrong.join('; ') : null;
};

const statusDiffers = (
  sim: SimWorld,
  key: string,
  { row, status }: Extract<RowSays, { kind: 'row' }>,
  plain: PlainQuote,
): string | null => {
  const logged = loggedStatus(plain);
  const write = sim.sheet.statusWrites.get(key);
  // What a person decided stands where it could not be written, as long as nobody wrote something else into the cell.
  const excused = write !== undefined && write.problem !== null && write.held === row.Status;
  const wanted = excused ? statusWanted(write.value) : status;
  if (agree(wanted, logged)) return null;
  if (excused && sim.sheet.touched.has(key) && agree(status, logged)) return null;
  const note = excused ? `, where “${write.value}” could not be written (${write.problem})` : '';
  return `the row says “${row.Status}”${note}, the log says ${logged}`;
};

const statusWanted = (value: string): RowStatus =>
  value === 'won' || value === 'lost' || value === 'withdrawn' || value === 'hold' ? value : 'open';

const loggedStatus = ({ closed, holds, movedTo }: PlainQuote): string => {
  if (closed !== null) return closed;
  if (holds.has('status') || holds.has('rep')) return 'hold';
  if (holds.has('refused-row')) return 'held for a row that cannot be read';
  return holds.has('vanished') && movedTo === null ? 'vanished' : 'open';
};

const agree = (wanted: RowStatus, logged: string): boolean => wanted === logged;

const HOUR = 3_600_000;

/** Nothing that was begun waits for ever. */
const nothingWaits = ({ sim, customers, duties }: Stage, told: Told): readonly string[] => {
  if (standsStill(sim)) return [];
  const faults: string[] = [];
  const received = new Set<string>();
  for (const [stream, events] of told.quotes) {
    for (const event of events) if (event.type === 'ReplyReceived') received.add(event.data.replyId);
    const plain = plainOf(events);
    if (isStuck(sim, stream, plain)) continue;
    if (plain.unread.size > 0) faults.push(`${stream}: nobody reads ${[...plain.unread].join()}`);
    if (plain.draft) {
      const why = waitsTooLong(sim, stream, { ...plain, dayIsDone: duties.wasCheckedToday() }, told);
      if (why !== null) faults.push(`${stream}/${plain.draft.id} ${why}`);
    }
  }
  for (const { id, kind, quote, twinOf } of customers.taken)
    if (quote !== null && ENDING.has(kind) && twinOf === null && !received.has(id))
      if (!isStuck(sim, quote, plainOf(told.quotes.get(quoteStream(quote)) ?? [])))
        faults.push(`${id} (${kind}) of ${quote} never rested a chain`);
  return faults;
};

const ENDING: ReadonlySet<string> = new Set(['yes', 'no', 'question', 'colleague']);

const waitsTooLong = (
  sim: SimWorld,
  stream: string,
  { draft, facts, dayIsDone }: PlainQuote & { readonly dayIsDone: boolean },
  told: Told,
): string | null => {
  if (!draft || !facts) return null;
  const hours = (sim.now - Date.parse(draft.since)) / HOUR;
  switch (draft.status) {
    case 'planned':
    case 'written':
      // The day’s one mail carries it, after the check of a working day.
      return dayIsDone && isWorking(sim.today, sim.policy) && hours > 24
        ? `is ${draft.status} for ${Math.round(hours)} hours`
        : null;
    case 'mailed':
      return hours > 24 * 15 ? `waits for a decision for ${Math.round(hours / 24)} days` : null;
    case 'claimed':
      return hours > 1 ? 'is claimed and nobody says what became of it' : null;
    case 'unknown':
      return null;
    case 'approved': {
      const says = sim.sheet.says().get(stream);
      const open = says?.kind === 'row' && says.status === 'open' && !sim.sheet.spoilt;
      const turn = told.contacts.some(
        event =>
          event.type === 'ContactDayTaken' &&
          event.stream === `~contact/${facts.contactRef}` &&
          event.data.date === sim.today &&
          event.data.draftId !== draft.id,
      );
      // Allowed for a while, and the sweep came by.
      const allowed = sim.paper.allows(sim.now) && sim.paper.allows(sim.now - HOUR / 2);
      return open && !turn && allowed && !sim.settings.config.paused && hours > 0.6
        ? `is approved since ${draft.since} and does not leave`
        : null;
    }
  }
};

interface PlainCadence {
  readonly days: readonly number[];
  readonly last: number | null;
}

/** The rules docs of a simulation, as a reader of them would keep them in mind. */
const cadenceOf = (sim: SimWorld, row: SheetRow): PlainCadence => {
  const override = row['Cadence override'];
  if (override !== '') return { days: [1, 2, 4], last: null };
  const { rules } = sim;
  if (rules.includes('then stop')) return { days: [1, 2, 5], last: null };
  if (rules.includes('High-value'))
    return Number(row.Amount) > 20_000 ? { days: [1, 3], last: 3 } : { days: [2, 4], last: 3 };
  return { days: [1, 3], last: 1 };
};

/** Contacts who must get an offer by the check of this morning, rule by rule, with a quote that it may be about. */
export const dueThisMorning = (sim: SimWorld, told: Told): ReadonlyMap<string, string> => {
  const wanting: {
    readonly stream: string;
    readonly move: string;
    readonly contact: string;
    readonly amount: number;
  }[] = [];
  if (sim.sheet.spoilt) return new Map();
  const served = servedToday(sim, told);
  // A quote that cannot be read may have used its contact’s turn.
  const hadTurnUnseen = new Set(
    sim.sheet.rows
      .filter(row => isTroubled(sim, quoteStream(row['Quote number'])))
      .map(row => row['Contact email'].toLowerCase()),
  );
  for (const [key, says] of sim.sheet.says()) {
    const stream = quoteStream(key);
    const events = told.quotes.get(stream);
    if (says.kind !== 'row' || !events || isTroubled(sim, stream)) continue;
    const plain = plainOf(events);
    const contact = says.row['Contact email'].toLowerCase();
    const move = plain.carriedOver ? null : moveOf(sim, says.row, says.status, plain);
    const ref = `~contact/${referenceOf(REF_KEY, contact)}`;
    if (move === null || isTroubled(sim, ref) || hadTurnUnseen.has(contact) || isShut(told, ref) || served.has(ref))
      continue;
    wanting.push({ stream, move, contact, amount: Number(says.row.Amount) });
  }
  const chosen = new Map<string, (typeof wanting)[number]>();
  for (const one of wanting) {
    const before = chosen.get(one.contact);
    const larger =
      !before || one.amount > before.amount || (one.amount === before.amount && one.stream < before.stream);
    if (larger) chosen.set(one.contact, one);
  }
  return new Map([...chosen].map(([contact, { stream, move }]) => [contact, `${stream} ${move}`]));
};

const isShut = (told: Told, ref: string): boolean => {
  const events = told.contacts.filter(({ stream }) => stream === ref);
  const since = events.slice(events.findLastIndex(({ type }) => type === 'ContactLifted') + 1);
  const soft = since.filter(event => event.type === 'ContactBounced' && !event.data.hard);
  return (
    soft.length >= 3 ||
    since.some(
      event =>
        event.type === 'ContactStopped' ||
        event.type === 'ContactComplained' ||
        (event.type === 'ContactBounced' && event.data.hard),
    )
  );
};

/** Contacts that had their turn today, by whatever quote, or whose day is taken. */
const servedToday = (sim: SimWorld, told: Told): ReadonlySet<string> => {
  const taken = told.contacts.flatMap(event =>
    event.type === 'ContactDayTaken' && event.data.date >= sim.today ? [event.stream] : [],
  );
  const offered = [...told.quotes.values()].flatMap(events => {
    const planned = events.some(event => event.type === 'MovePlanned' && event.data.checked === sim.today);
    return planned ? [`~contact/${plainOf(events).facts?.contactRef ?? ''}`] : [];
  });
  return new Set([...taken, ...offered]);
};

const moveOf = (sim: SimWorld, row: SheetRow, status: RowStatus, plain: PlainQuote): string | null => {
  const { today, policy } = sim;
  const { facts, draft } = plain;
  if (!facts || status !== 'open' || plain.closed !== null || plain.holds.size > 0 || plain.expired !== null)
    return null;
  if (plain.answers.size > 0 || plain.unread.size > 0 || plain.goesOnBy !== null || facts.sent > today) return null;
  if (facts.expires !== null && today >= facts.expires) return null;
  if (plain.deferUntil !== null && plain.deferUntil > today) return null;
  if (draft || plain.sentInChain >= policy.nudgeCap || plain.dealt.has(-1)) return null;
  if (plain.lastNudge !== null && daysBetween(plain.lastNudge, today) < policy.minGapDays) return null;
  if (!isWorking(today, policy)) return null;
  const { days, last } = cadenceOf(sim, row);
  const since = daysBetween(facts.sent, today);
  // The window's own rules are another test's; here only days on which nobody could doubt that it is closed are asked about.
  if (last !== null && facts.expires !== null && daysBetween(today, facts.expires) <= last + 4) return null;
  const step = days.findLast(day => day <= since);
  if (step === undefined || [...plain.dealt].some(day => day >= step)) return null;
  return plain.everSent ? 'followup' : 'first_nudge';
};
