import { linkIn, type Mail, type Shop } from './shop.ts';

/** What a customer does with the nudge of this number; before it, and without an entry, they never answer. */
interface Answer {
  readonly nudge: number;
  readonly text: string;
  /** A machine answers for them: the date they are back, in their own words. */
  readonly away?: boolean;
}

const ANSWERS: Readonly<Record<string, Answer>> = {
  'HL-2404': { nudge: 1, text: 'Yes, please go ahead. When can you deliver?\n\nFarah\nOrchard Steps Hotel' },
  'HL-2412': {
    nudge: 1,
    text: 'We would like to accept your quote. Please send the contract.\n\nKind regards\nMr Ong',
  },
  'HL-2415': { nudge: 2, text: 'Approved on our side, go ahead.' },
  'HL-2405': { nudge: 1, text: 'Thank you, but we have decided to go with another supplier.' },
  'HL-2411': {
    nudge: 1,
    text: 'Leider müssen wir absagen, das Budget wurde gestrichen.\n\nMit freundlichen Grüßen\nT. Weber',
  },
  'HL-2403': { nudge: 1, text: 'Does the price include removing the old counters?\n\nJoyce' },
  'HL-2421': { nudge: 1, text: 'Could you split this into two phases, and what would phase one cost?' },
  'HL-2425': { nudge: 2, text: 'Please ask me again after Chinese New Year, we are moving offices.' },
  'HL-2443': { nudge: 1, text: 'Perfect, we will take it. Please invoice us.' },
  'HL-2446': { nudge: 1, text: 'Can you also quote for chairs?' },
  'HL-2409': {
    nudge: 1,
    text: 'I am out of the office until 20 January 2027 and will answer when I am back.',
    away: true,
  },
  'HL-2402': { nudge: 1, text: 'On leave. I return on 25 January 2027.', away: true },
};

/** Customers read what came and do what they do, once. */
export const customersAnswer = async (shop: Shop, mails: readonly Mail[], told: Map<string, number>): Promise<void> => {
  for (const mail of mails.filter(({ kind }) => kind === 'nudge')) {
    const number = /HL-\d+/.exec(`${mail.subject} ${mail.message.text}`)?.[0] ?? '';
    const nudges = (told.get(number) ?? 0) + 1;
    told.set(number, nudges);
    const answer = ANSWERS[number];
    if (answer?.nudge !== nudges) continue;
    await (answer.away === true ? autoReply(shop, mail, answer.text) : shop.answer(mail, answer.text));
  }
};

const autoReply = async (shop: Shop, mail: Mail, text: string): Promise<void> => {
  const [from = ''] = mail.to;
  const to = mail.message.replyTo[0]?.address ?? '';
  const raw = [
    `From: ${from}`,
    `To: ${to}`,
    `Subject: Automatic reply: ${mail.subject}`,
    `Message-ID: <away-${mail.id.replace(/[^\w]/g, '')}@${from.split('@')[1]}>`,
    `Date: ${shop.now().toUTCString().replace('GMT', '+0000')}`,
    `In-Reply-To: <${mail.message.messageId}>`,
    'Auto-Submitted: auto-replied',
    'Content-Type: text/plain; charset=utf-8',
    '',
    text,
  ].join('\n');
  await shop.mailIn(raw, { from, to });
};

/** A rep who lets the morning's drafts lie on these days of the month. */
const IDLE: Readonly<Record<string, readonly number[]>> = { 'meilin@harbourline.example': [5, 6, 14] };

/** Reps approve what the day's mail shows them, one tap for all. */
export const repsApprove = async (shop: Shop, mails: readonly Mail[], today: string): Promise<void> => {
  for (const mail of mails.filter(({ kind }) => kind === 'today')) {
    const url = linkIn(mail);
    if (url === null || mail.to.some(rep => IDLE[rep]?.includes(Number(today.slice(8))))) continue;
    if (!(await shop.press(url, 'approve-all'))) await shop.press(url, 'approve');
  }
};

/** Reps act on the answers: an order is won, a no is lost, a question is taken. */
export const repsTakeAnswers = async (shop: Shop, mails: readonly Mail[]): Promise<void> => {
  const acts: readonly (readonly [RegExp, string])[] = [
    [/looks like a yes/i, 'won'],
    [/looks like a no/i, 'lost'],
    [/has a question/i, 'take'],
  ];
  for (const mail of mails) {
    const act = acts.find(([words]) => words.test(mail.subject))?.[1];
    const url = linkIn(mail);
    if (act === undefined || url === null) continue;
    await shop.press(url, act);
  }
};
