import { receiverStamped } from '../../src/adapters/mail/smtp-listener.ts';
import { mailRouter } from '../../src/handlers/process-mail.ts';
import type { Handed } from './post.ts';
import { CONTACTS, REPS } from './sheet.ts';
import { MESSAGE_HOST, RECEIVER_HOST, type SimWorld } from './sim-world.ts';

/** A message that the receiving service said it took. */
export interface Inbound {
  readonly key: string;
  readonly id: string;
  /** A word that stands in its body and nowhere else. */
  readonly word: string;
  readonly kind: Kind;
  readonly raw: Uint8Array;
  /** The quote that it answers by its marks; null where it has none. */
  readonly quote: string | null;
  /** Who it is from, by its visible header. */
  readonly from: string;
  /** The message that this is, delivered once more. */
  readonly twinOf: string | null;
}

const KINDS = {
  yes: 14,
  no: 8,
  question: 10,
  stop: 4,
  away: 10,
  'away by its words': 4,
  colleague: 6,
  unmarked: 3,
  'plain stop': 2,
  stranger: 4,
  'rep sends a quote': 3,
  'rep about it': 3,
  'hard bounce': 5,
  'soft bounce': 6,
  complaint: 3,
  list: 3,
  broken: 3,
} as const;
type Kind = keyof typeof KINDS;

/** Answers that end a chain, until somebody says otherwise. */
const ENDS: ReadonlySet<Kind> = new Set(['yes', 'no', 'question', 'stop', 'colleague']);
/** What closes an address to everything that comes after it. */
const CLOSES: ReadonlySet<Kind> = new Set(['stop', 'plain stop', 'complaint', 'hard bounce']);

interface Writing {
  readonly what: string;
  readonly task: () => Promise<unknown>;
  /** The message was taken in and nothing failed: from now on the system knows. */
  readonly done?: () => void;
}

/** Whoever writes to the quotes address, and what they write. */
export class Customers {
  /** Taken: from here on nothing may be lost. */
  readonly taken: Inbound[] = [];
  readonly #sim: SimWorld;
  #written = 0;
  #repeated = 0;

  constructor(sim: SimWorld) {
    this.#sim = sim;
  }

  /** Takes a message in as the listener does: stored, said to be taken, then routed. A crash in between loses no mail. */
  write(kind: Kind = this.#sim.dice.weighted(KINDS)): Writing {
    const sim = this.#sim;
    const nudges = sim.post.nudges.filter(one => one.left);
    const recent = nudges.length > 0 ? sim.dice.pick(sim.dice.percent(80) ? nudges.slice(-12) : nudges) : null;
    const nudge = recent;
    const number = ++this.#written;
    const word = `word${number}x`;
    const { raw, from } = messageOf(sim, kind, nudge, word, number);
    const to = nudge?.mail.replyTo ?? 'quotes@quotes.harbourline.example';
    const id = `in${number}`;
    const key = `inbound/${id}.eml`;
    const stamped = stampedAs(id, raw, { from, to, at: sim.clock.now() });
    const quote = nudge !== null && !UNMARKED.has(kind) ? nudge.quote : null;
    const { world } = sim;
    return {
      what: `${id}: ${kind}`,
      task: async () => {
        await world.objects.put('raw-mime', key, stamped, 'message/rfc822');
        this.taken.push({ key, id, word, kind, raw: stamped, quote, from, twinOf: null });
        sim.truth.count(`mail in: ${kind}`);
        await mailRouter(world)({ detail: { object: { key } } });
      },
      done: () => this.#known(kind, nudge),
    };
  }

  #known(kind: Kind, nudge: Handed | null): void {
    const { truth } = this.#sim;
    if (nudge === null) return;
    const quote = nudge.quote;
    if (ENDS.has(kind) && quote !== null) truth.isOver('quotes', quote, `the customer wrote: ${kind}`);
    if (CLOSES.has(kind)) truth.isOver('addresses', nudge.mail.to.toLowerCase(), `the address is closed: ${kind}`);
  }

  /** The same notification once more, as the bus may bring it; or the same message under another key, delivered again. */
  again(): Writing | null {
    const { dice, world, truth } = this.#sim;
    if (this.taken.length === 0) return null;
    const first = dice.pick(this.taken.slice(-20));
    const { key, raw } = first;
    const id = first.twinOf ?? first.id;
    if (dice.percent(40))
      return { what: `${id} told once more`, task: () => mailRouter(world)({ detail: { object: { key } } }) };
    const twin = `inbound/${id}-again${++this.#repeated}.eml`;
    return {
      what: `${id} delivered again`,
      task: async () => {
        truth.count('a mail was delivered again');
        await world.objects.put('raw-mime', twin, raw, 'message/rfc822');
        this.taken.push({ ...first, key: twin, id: twin.slice('inbound/'.length, -'.eml'.length), twinOf: id });
        await mailRouter(world)({ detail: { object: { key: twin } } });
      },
    };
  }
}

/** As the receiving service stamps it; the id is ours, so that the bytes are the same wherever this runs. */
const stampedAs = (
  id: string,
  raw: string,
  { from, to, at }: { readonly from: string; readonly to: string; readonly at: Date },
): Uint8Array => {
  const stamped = receiverStamped(new TextEncoder().encode(raw), { from, to, host: RECEIVER_HOST, at });
  return Buffer.from(Buffer.from(stamped.raw).toString('latin1').replaceAll(stamped.id, `sim-${id}`), 'latin1');
};

const WORDS: Partial<Record<Kind, string>> = {
  yes: 'Yes please, go ahead with it.',
  no: 'No thank you, we went with someone else.',
  question: 'Does the price include delivery?',
  stop: 'stop',
  away: 'I am out of the office.',
  'away by its words': 'I am out of the office and back next week.',
  colleague: 'I answer for my colleague: could you call me?',
  unmarked: 'About your offer: when could you start?',
  'plain stop': 'stop',
  stranger: 'Hello, I saw your website.',
  list: 'This week in catering.',
};

const UNMARKED: ReadonlySet<Kind> = new Set([
  'unmarked',
  'plain stop',
  'stranger',
  'list',
  'broken',
  'rep sends a quote',
]);

const messageOf = (
  sim: SimWorld,
  kind: Kind,
  nudge: Handed | null,
  word: string,
  number: number,
): { readonly raw: string; readonly from: string } => {
  const contact = nudge?.mail.to ?? CONTACTS[0] ?? '';
  const from = fromOf(kind, contact);
  const marked = nudge !== null && !UNMARKED.has(kind);
  if (kind === 'hard bounce' || kind === 'soft bounce')
    return { raw: bounceOf(contact, kind === 'hard bounce' ? '5.1.1' : '4.2.2', nudge, word), from: '' };
  if (kind === 'complaint') return { raw: complaintOf(contact, nudge, word), from: 'fbl@provider.example' };
  if (kind === 'rep sends a quote') return { raw: sentQuote(sim, word, number), from };
  const head = [
    kind === 'broken' ? 'From: <<<' : `From: Somebody <${from}>`,
    `To: ${marked ? nudge.mail.replyTo : 'quotes@quotes.harbourline.example'}`,
    `Subject: ${marked && sim.dice.percent(70) ? `Re: ${nudge.mail.subject}` : 'hello'}`,
    `Message-ID: <c${number}@customer.example>`,
    `Date: ${sim.clock.now().toUTCString()}`,
    ...(marked && sim.dice.percent(70) ? [`In-Reply-To: <${nudge.messageId}@${MESSAGE_HOST}>`] : []),
    ...(kind === 'away' ? ['Auto-Submitted: auto-replied'] : []),
    ...(kind === 'list' ? ['List-Id: <news.catering.example>', 'Precedence: list'] : []),
  ];
  const words =
    kind === 'rep about it' ? `I called them about ${nudge?.mail.subject ?? 'nothing'} today.` : (WORDS[kind] ?? '?');
  return { raw: [...head, '', words, '', `${word}`, ''].join('\r\n'), from };
};

const fromOf = (kind: Kind, contact: string): string => {
  switch (kind) {
    case 'colleague':
      return `office@${contact.split('@')[1] ?? ''}`;
    case 'stranger':
      return 'somebody@elsewhere.example';
    case 'list':
      return 'news@catering.example';
    case 'rep about it':
    case 'rep sends a quote':
      return REPS[0] ?? '';
    default:
      return contact;
  }
};

/** A quote that a rep mails to a customer, with a copy to us. */
const sentQuote = (sim: SimWorld, word: string, number: number): string =>
  [
    `From: Priya <${REPS[0]}>`,
    `To: Somebody <${sim.dice.pick(sim.sheet.contacts)}>`,
    `Subject: Quote B-${number}`,
    `Message-ID: <b${number}@harbourline.example>`,
    `Date: ${sim.clock.now().toUTCString()}`,
    '',
    'Dear customer,',
    '',
    `please find our quote B-${number} of ${sim.today}.`,
    `Total: SGD ${1000 + sim.dice.below(9000)}.00`,
    '',
    word,
    '',
  ].join('\r\n');

const bounceOf = (contact: string, status: string, nudge: Handed | null, word: string): string =>
  [
    'From: Mail Delivery Subsystem <mailer-daemon@mx.example>',
    'To: quotes@quotes.harbourline.example',
    'Subject: Undelivered Mail Returned to Sender',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    'Auto-Submitted: auto-replied',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    `Your message could not be delivered. ${word}`,
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    '',
    `Final-Recipient: rfc822; ${contact}`,
    'Action: failed',
    `Status: ${status}`,
    `Diagnostic-Code: smtp; ${status.startsWith('5') ? '550' : '452'} ${status} mailbox`,
    '',
    '--b',
    'Content-Type: message/rfc822-headers',
    '',
    `Message-ID: <${nudge?.messageId ?? 'unknown'}@${MESSAGE_HOST}>`,
    `To: ${contact}`,
    '',
    '--b--',
    '',
  ].join('\r\n');

const complaintOf = (contact: string, nudge: Handed | null, word: string): string =>
  [
    'From: <fbl@provider.example>',
    'To: quotes@quotes.harbourline.example',
    'Subject: FW: complaint',
    'Content-Type: multipart/report; report-type=feedback-report; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    `This is an abuse report. ${word}`,
    '--b',
    'Content-Type: message/feedback-report',
    '',
    'Feedback-Type: abuse',
    'User-Agent: Provider/1.0',
    'Version: 1',
    `Original-Rcpt-To: ${contact}`,
    '',
    '--b',
    'Content-Type: message/rfc822-headers',
    '',
    `Message-ID: <${nudge?.messageId ?? 'unknown'}@${MESSAGE_HOST}>`,
    `To: ${contact}`,
    '',
    '--b--',
    '',
  ].join('\r\n');
