import type { decodeConfig } from '../../src/config/decode-config.ts';
import { publisher } from '../../src/event-store/outbox.ts';
import { deliveryEvents } from '../../src/handlers/delivery-events.ts';
import { web } from '../../src/handlers/http/web.ts';
import { digest, summary } from '../../src/handlers/reports.ts';
import { sender } from '../../src/handlers/sender.ts';
import { sweeper } from '../../src/handlers/sweeper.ts';
import { driveSync } from '../../src/handlers/sync.ts';
import { timer } from '../../src/handlers/timer.ts';
import type { Change, ChangeHandler } from '../../src/ports/change-feed.ts';
import { projector } from '../../src/projections/projector.ts';
import { rebuild } from '../../src/projections/rebuild.ts';
import { signatureOf } from '../../src/quote-intake/webhook/verify-signature.ts';
import { syncConfig } from '../../src/workflows/sheet-sync/sync-settings.ts';
import { REPS, type Shown } from './sheet.ts';
import { HOOK_SECRET, type SimWorld } from './sim-world.ts';

export interface Work {
  readonly what: string;
  readonly task: () => Promise<unknown>;
  /** It came to its end, and nothing failed in it. */
  readonly done?: () => void;
}

const BATCH = 12;
type Consumer = 'projector' | 'publisher';

/** What schedules, streams and the bus set going: each at least once, late, and in no promised order. */
export class Duties {
  readonly #sim: SimWorld;
  readonly #positions: Record<Consumer, number> = { projector: 0, publisher: 0 };
  readonly #reported = new Set<string>();
  #checked = '';
  #notices = 0;
  /** Records of the change feed got lost before the projector saw them: only a rebuild brings their rows back. */
  rowsMissing = false;
  /** The quotes that a quoting tool told of, and was told they were taken. */
  readonly hooked: { readonly number: string; readonly at: number }[] = [];

  constructor(sim: SimWorld) {
    this.#sim = sim;
  }

  sync(): Work {
    const { world, sheet, rules, voice, clock } = this.#sim;
    let shown: Shown | null = null;
    const sources = {
      sheet: async () => {
        shown = sheet.show();
        return sheet.read(clock.now());
      },
      rules: async () => rules,
      voice: async () => voice,
    };
    return {
      what: 'sync',
      task: driveSync(world, sources),
      done: () => {
        if (shown !== null) sheet.wasSeen(shown);
      },
    };
  }

  check(): Work {
    const { world } = this.#sim;
    return { what: 'check', task: timer(world) };
  }

  sweep(): Work {
    const { world } = this.#sim;
    return { what: 'sweep', task: sweeper(world) };
  }

  rebuild(): Work {
    const { world } = this.#sim;
    return {
      what: 'rebuild',
      task: () => rebuild(world),
      done: () => {
        this.rowsMissing = false;
      },
    };
  }

  /** The settings as somebody left them: taken over, or refused with their faults. */
  settings(read: ReturnType<typeof decodeConfig>): Work {
    const { world, truth } = this.#sim;
    const version = `c${++this.#notices}`;
    return {
      what: `settings ${version}: ${read._tag}`,
      task: async () => {
        const next = read._tag === 'Right' ? { ...read, right: { config: read.right, version } } : read;
        if (read._tag === 'Right') this.#sim.takeSettings(read.right, version);
        truth.count(read._tag === 'Right' ? 'settings changed' : 'settings with a fault');
        await syncConfig(world, next);
      },
    };
  }

  /** Mondays at eight, first Mondays at nine: the schedule calls again until the letters have left. */
  reports(): readonly Work[] {
    const { world, today, minute } = this.#sim;
    const isMonday = new Date(`${today}T12:00:00Z`).getUTCDay() === 1;
    const due = (name: string, from: number): boolean =>
      isMonday && minute >= from && !this.#reported.has(`${name} ${today}`);
    const note = (name: string) => () => void this.#reported.add(`${name} ${today}`);
    return [
      ...(due('digest', 8 * 60) ? [{ what: 'digest', task: digest(world), done: note('digest') }] : []),
      ...(due('summary', 9 * 60) && Number(today.slice(8)) <= 7
        ? [{ what: 'summary', task: summary(world), done: note('summary') }]
        : []),
    ];
  }

  /** A quoting tool tells of a quote that was sent: a new one, or one that the sheet has. */
  tool(): Work {
    const { world, dice, sheet, today, now, truth } = this.#sim;
    const row = dice.percent(40) && sheet.rows.length > 0 ? dice.pick(sheet.rows) : null;
    const number = row?.['Quote number'] ?? `T-${++this.#notices}`;
    const told = {
      quote_id: number,
      customer: 'A customer of the tool',
      contact_email: dice.pick(sheet.contacts),
      amount: `${100 + dice.below(9000)}.00`,
      currency: 'SGD',
      sent_date: today,
      expiry_date: dice.percent(50) ? '2027-12-24' : undefined,
      owner: dice.pick(REPS),
    };
    const body = new TextEncoder().encode(JSON.stringify(told));
    const timestamp = String(Math.floor(now / 1000));
    const headers = {
      'content-type': 'application/json',
      'x-qf-timestamp': timestamp,
      'x-qf-signature': signatureOf(HOOK_SECRET, timestamp, body),
      'x-qf-delivery': `d${++this.#notices}`,
    };
    return {
      what: `the tool tells of ${number}`,
      task: async () => {
        const { status } = await web(world)({ method: 'POST', path: '/hook', headers, body, address: '127.0.0.1' });
        truth.count(`the tool told: ${status}`);
        if (status === 202) this.hooked.push({ number, at: now });
      },
    };
  }

  /** The mail service tells, late, what became of a nudge: that it arrived, or that it came back. */
  delivery(): Work | null {
    const { world, dice, post, truth } = this.#sim;
    const left = post.nudges.filter(one => one.left);
    const unsure = left.filter(({ answer }) => answer === 'unknown');
    const nudge =
      left.length === 0 ? null : dice.pick(unsure.length > 0 && dice.percent(60) ? unsure : left.slice(-10));
    if (nudge === null) return null;
    const type = dice.weighted({ Delivery: 6, Bounce: 3, Complaint: 1 });
    const { mail, messageId } = nudge;
    const recipient = { emailAddress: mail.to };
    const detail = {
      eventType: type,
      mail: {
        messageId,
        destination: [mail.to],
        headers: [{ name: 'Reply-To', value: mail.replyTo ?? '' }],
        tags: Object.fromEntries(Object.entries(mail.tags ?? {}).map(([name, value]) => [name, [value]])),
      },
      ...(type === 'Delivery' ? { delivery: { recipients: [mail.to] } } : {}),
      ...(type === 'Bounce'
        ? { bounce: { bounceType: 'Transient', bounceSubType: 'General', bouncedRecipients: [recipient] } }
        : {}),
      ...(type === 'Complaint'
        ? { complaint: { complainedRecipients: [recipient], complaintFeedbackType: 'abuse' } }
        : {}),
    };
    const id = `ses${++this.#notices}`;
    return {
      what: `the mail service tells: ${type} of ${messageId}`,
      task: async () => {
        truth.count(`the mail service told: ${type}`);
        await deliveryEvents(world)({ id, detail });
      },
      done: () => {
        if (type === 'Complaint') truth.isOver('addresses', mail.to.toLowerCase(), 'the address is closed: complaint');
      },
    };
  }

  /** A batch of the change feed, some of it seen before; what fails is delivered again. */
  feed(consumer: Consumer, faults: { readonly trims: boolean; readonly shuffles: boolean } = NO_FEED_FAULTS): Work {
    const { world, durable, dice, truth } = this.#sim;
    const handler: ChangeHandler = consumer === 'projector' ? projector(world) : publisher(world);
    const position = this.#positions[consumer];
    const from = Math.max(0, position - (dice.percent(30) ? dice.below(10) : 0));
    if (from < position) truth.count('a record came again');
    const upTo = Math.min(durable.log.length, position + 1 + dice.below(BATCH));
    if (faults.trims) {
      truth.count('records were trimmed');
      this.#positions[consumer] = upTo;
      if (consumer === 'projector') this.rowsMissing = true;
      return { what: `${consumer} ${from}–${upTo} trimmed`, task: async () => {} };
    }
    const places = Array.from({ length: upTo - from }, (_, index) => from + index);
    if (faults.shuffles && places.length > 1) {
      truth.count('records came out of order');
      for (let at = places.length - 1; at > 0; at--) {
        const other = dice.below(at + 1);
        [places[at], places[other]] = [places[other] ?? at, places[at] ?? other];
      }
    }
    const changes = places.flatMap((place): readonly Change[] => {
      const event = durable.log[place];
      return event
        ? [{ sequence: String(place), kind: 'INSERT', stream: event.quote_id, version: event.version, event }]
        : [];
    });
    return {
      what: `${consumer} ${from}–${upTo}`,
      task: async () => {
        const { failed } = await handler(changes);
        // Out of order, all of the batch comes again when one of it failed.
        const done = failed === null ? upTo : faults.shuffles ? from : Number(failed);
        this.#positions[consumer] = Math.max(this.#positions[consumer], done);
      },
    };
  }

  behind(consumer: Consumer): boolean {
    return this.#positions[consumer] < this.#sim.durable.log.length;
  }

  /** A move event of the bus; now and then it is delivered again later, or never. */
  bus(): Work | null {
    const { world, durable, dice, truth } = this.#sim;
    if (durable.bus.length === 0) return null;
    const index = dice.below(durable.bus.length);
    const detail = durable.bus[index];
    if (!detail) return null;
    return {
      what: `bus ${detail.quoteId}/${detail.draftId}`,
      task: async () => {
        await sender(world)({ detail });
        if (dice.percent(10)) truth.count('a notice came again');
        else durable.bus.splice(durable.bus.indexOf(detail), 1);
      },
    };
  }

  /** One-offs that came due. Each may get lost on its way. */
  oneOffs(): readonly Work[] {
    const { world, durable, dice, now, truth } = this.#sim;
    const due = [...durable.oneOffs].filter(([, { at }]) => at.getTime() <= now);
    return due.flatMap(([name, { payload }]) => {
      durable.oneOffs.delete(name);
      if (!dice.percent(10)) return [{ what: `one-off ${name}`, task: () => sender(world)(payload) }];
      truth.count('a one-off got lost');
      return [];
    });
  }

  /** Due at nine, by the wall clock, unless this process has seen it done. */
  isCheckDue(): boolean {
    return this.#sim.minute >= 9 * 60 && this.#checked !== this.#sim.today;
  }

  wasCheckedToday(): boolean {
    return this.#checked === this.#sim.today;
  }

  /** The last check was the first of its day: what it found due it offered. */
  lastCheckWasFirst = false;

  noteChecked(): void {
    this.#checked = this.#sim.today;
  }
}

const NO_FEED_FAULTS = { trims: false, shuffles: false } as const;
