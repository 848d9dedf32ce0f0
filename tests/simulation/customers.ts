import { receiverStamped } from '../../src/adapters/local/smtp-listener.ts';
import { mailRouter } from '../../src/handlers/mail-router.ts';
import { type Handed, isNudge } from './post.ts';
import { CONTACTS, REPS } from './sheet.ts';
import { MESSAGE_HOST, RECEIVER_HOST, type SimWorld } from './sim-world.ts';

/** A message that the receiving service said it took. */
export interface Inbound {
  readonly key: string;
  readonly id: string;
  /** A word that stands in its body and nowhere else. */
  readonly word: string;
  readonly kind: Kind;
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
  stranger: 4,
  'rep about it': 3,
  'hard bounce': 5,
  'soft bounce': 6,
  complaint: 3,
  list: 3,
  broken: 3,
} as const;
type Kind = keyof typeof KINDS;

/** Whoever writes to the quotes address, and what they write. */
export class Customers {
  /** Taken: from here on nothing may be lost. */
  readonly taken: Inbound[] = [];
  readonly #sim: SimWorld;
  #written = 0;

  constructor(sim: SimWorld) {
    this.#sim = sim;
  }

  /** Takes a message in as the listener does: stored, said to be taken, then routed. A crash in between loses no mail. */
  write(kind: Kind = this.#sim.dice.weighted(KINDS)): { readonly what: string; readonly task: () => Promise<unknown> } {
    const sim = this.#sim;
    const nudges = sim.post.handed.filter(one => one.left && isNudge(one));
    const nudge = nudges.length > 0 ? sim.dice.pick(nudges) : null;
    const number = ++this.#written;
    const word = `word${number}x`;
    const { raw, from } = messageOf(sim, kind, nudge, word, number);
    const to = nudge?.mail.replyTo ?? 'quotes@quotes.harbourline.example';
    const stamped = receiverStamped(new TextEncoder().encode(raw), {
      from,
      to,
      host: RECEIVER_HOST,
      at: sim.clock.now(),
    });
    const id = `in${number}`;
    const key = `inbound/${id}.eml`;
    const { world } = sim;
    return {
      what: `${id}: ${kind}`,
      task: async () => {
        await world.objects.put('raw-mime', key, stamped.raw, 'message/rfc822');
        this.taken.push({ key, id, word, kind });
        await mailRouter(world)({ detail: { object: { key } } });
      },
    };
  }

  /** The same notification once more, as the bus may bring it. */
  again(): { readonly what: string; readonly task: () => Promise<unknown> } | null {
    const { dice, world } = this.#sim;
    if (this.taken.length === 0) return null;
    const { key, id } = dice.pick(this.taken);
    return { what: `${id} once more`, task: () => mailRouter(world)({ detail: { object: { key } } }) };
  }
}

const WORDS: Partial<Record<Kind, string>> = {
  yes: 'Yes please, go ahead with it.',
  no: 'No thank you, we went with someone else.',
  question: 'Does the price include delivery?',
  stop: 'stop',
  away: 'I am out of the office.',
  'away by its words': 'I am out of the office and back next week.',
  colleague: 'I answer for my colleague: could you call me?',
  unmarked: 'About your offer: when could you start?',
  stranger: 'Hello, I saw your website.',
  list: 'This week in catering.',
};

const messageOf = (
  sim: SimWorld,
  kind: Kind,
  nudge: Handed | null,
  word: string,
  number: number,
): { readonly raw: string; readonly from: string } => {
  const contact = nudge?.mail.to ?? CONTACTS[0] ?? '';
  const from = fromOf(kind, contact);
  const marked = nudge !== null && !['unmarked', 'stranger', 'list', 'broken'].includes(kind);
  if (kind === 'hard bounce' || kind === 'soft bounce')
    return { raw: bounceOf(contact, kind === 'hard bounce' ? '5.1.1' : '4.2.2', nudge, word), from: '' };
  if (kind === 'complaint') return { raw: complaintOf(contact, nudge, word), from: 'fbl@provider.example' };
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
      return REPS[0] ?? '';
    default:
      return contact;
  }
};

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
