import * as E from 'fp-ts/lib/Either.js';
import { hasLeft } from './label/has-left.ts';
import { labelByWords } from './label/label-by-words.ts';
import { stopRequest } from './label/stop-request.ts';
import { beforeCopy, reportText } from './machine/bounce-text.ts';
import { type MachineMail, machineMail } from './machine/machine-mail.ts';
import { COME_BACK } from './machine/own-mail.ts';
import type { MarkKey } from './mark.ts';
import type { Message, Unreadable } from './message.ts';
import { openingText } from './plain-text.ts';
import { type Provenance, provenance, type Receiver } from './provenance.ts';
import { authorOf } from './return-date/named-person.ts';
import { returnDate } from './return-date/return-date.ts';
import { looksLikeSentQuote, type OwnSide } from './sent-quote.ts';
import { type Marks, marksOf, type Reference } from './which-quote.ts';
import { whatTheyWrote } from './written/what-they-wrote.ts';

export type MailKind =
  | 'unreadable'
  | 'quarantine'
  | 'own'
  | 'complaint'
  | 'bounce'
  | 'auto-reply'
  | 'list'
  | 'quote'
  | 'reply';

/** What is known when a mail is read. Plain data: it crosses threads. */
export interface ReadingSettings {
  readonly receivers: readonly Receiver[];
  /** Keys that sign marks; none without a configured system. */
  readonly keys: readonly MarkKey[];
  readonly side: OwnSide;
  /** Settles dates such as `5/12` where the message does not. */
  readonly locale: string | null;
}

/** Everything a mail shows before anything is looked up. */
export interface TakenMail {
  readonly provenance: Provenance;
  readonly marks: Marks;
  readonly messageId: string | null;
  readonly machine: MachineMail | null;
  /** Without marks of ours, it looks like a quote on its way to a customer. */
  readonly sentQuote: boolean;
  readonly subject: string;
  readonly date: string | null;
  readonly text: string;
  readonly elided: string;
  readonly label: string;
  readonly labelWhy: string;
  /** Its sender is there no more: an automatic answer that says so is for a person. */
  readonly left: boolean;
  readonly returnDate: string | null;
}

/** One mail, read without acting. */
export interface MailReading {
  /** The first that fits, in the order of the type. */
  readonly kind: MailKind;
  readonly provenance: Provenance | null;
  readonly reference: Pick<Reference, 'how' | 'quoteId'>;
  readonly subject: string;
  readonly date: string | null;
  /** What they wrote; of a report what the mail system wrote; nothing of a quarantined mail. */
  readonly text: string;
  readonly elided: string;
  readonly returnDate: string | null;
  /** Of a bounce: is the address no good? */
  readonly hard: boolean | null;
  readonly label: string | null;
  readonly why: string;
}

export const UNREFERRED: Pick<Reference, 'how' | 'quoteId'> = { how: 'none', quoteId: null };

/** Whoever wants to hear nothing more wants no quote either. */
const STOP = { label: 'decline', why: 'asks to hear nothing more' } as const;

/** Reads a parsed mail as far as its bytes go: linear, looks nothing up. */
export const takeIn = (message: Message, { receivers, keys, side, locale }: ReadingSettings): TakenMail => {
  const vouched = provenance(message, receivers);
  const machine = machineMail(message, () => false);
  const { text, elided } = wordsOf(message, machine);
  const { label, why } = stopRequest(text) ? STOP : labelByWords(text);
  return {
    provenance: vouched,
    marks: marksOf(message, vouched, keys),
    messageId: message.messageId,
    machine,
    sentQuote: looksLikeSentQuote(message, vouched, side),
    subject: message.subject,
    date: message.date,
    text,
    elided,
    label,
    labelWhy: why,
    left: hasLeft(text),
    returnDate: dateOfReturn(text, message, vouched, locale),
  };
};

const wordsOf = (message: Message, machine: MachineMail | null): { readonly text: string; readonly elided: string } => {
  if (machine?.kind !== 'bounce' && machine?.kind !== 'complaint') return whatTheyWrote(message);
  const whole = reportText(openingText(message));
  const own = beforeCopy(whole);
  return { text: own.trim(), elided: whole.slice(own.length).trim() };
};

const dateOfReturn = (text: string, message: Message, vouched: Provenance, locale: string | null): string | null => {
  const writtenAt = message.date ?? vouched.receivedAt;
  if (writtenAt === null) return null;
  return returnDate(text, {
    sentOn: writtenAt.slice(0, 10),
    ...(locale === null ? {} : { locale }),
    ...authorOf(message),
  }).date;
};

/** The same mail, known by its id for one that we sent ourselves. */
export const comeBack = (taken: TakenMail): TakenMail => ({
  ...taken,
  machine: COME_BACK,
});

/** What a mail is, given which quote it was found to be about. */
export const judge = (taken: TakenMail, reference: Pick<Reference, 'how' | 'quoteId'>): MailReading => {
  const { provenance: vouched, subject, date, elided } = taken;
  const { kind, why } = kindOf(taken, reference);
  const reads = kind === 'reply' || kind === 'auto-reply';
  const receipt = taken.machine?.kind === 'auto-reply' && taken.machine.autoReply.receipt;
  const absence = taken.left ? 'question' : 'out-of-office';
  const label = kind === 'reply' ? taken.label : kind === 'auto-reply' && !receipt ? absence : null;
  return {
    kind,
    provenance: vouched,
    reference,
    subject,
    date,
    text: kind === 'quarantine' ? '' : taken.text,
    elided: kind === 'quarantine' ? '' : elided,
    returnDate: reads && label === 'out-of-office' ? taken.returnDate : null,
    hard: kind === 'bounce' && taken.machine?.kind === 'bounce' ? taken.machine.deliveries[0].hard : null,
    label,
    why,
  };
};

const kindOf = (
  taken: TakenMail,
  reference: Pick<Reference, 'how'>,
): { readonly kind: MailKind; readonly why: string } => {
  const { provenance: vouched, machine, sentQuote } = taken;
  if (vouched.virus === 'fail') return { kind: 'quarantine', why: 'the receiving service found a virus' };
  const marked = reference.how !== 'none' && reference.how !== 'sender';
  // An answer that came by way of the customer's own list still carries our mark.
  if (machine && !(machine.kind === 'list' && marked)) return { kind: machine.kind, why: whyOf(machine) };
  if (!marked && sentQuote) return { kind: 'quote', why: 'looks like a quote that was sent' };
  return {
    kind: 'reply',
    why: `${marked ? `carries our mark (${reference.how})` : 'from outside, without a mark of ours'}; ${taken.labelWhy}`,
  };
};

const whyOf = (machine: MachineMail): string => {
  if (machine.kind !== 'bounce') return machine.why;
  const [first] = machine.deliveries;
  const about = [first.reason, first.status, first.recipient].filter(part => part !== null).join(', ');
  return `${machine.why}: ${first.outcome} (${about})`;
};

export const unreadable = ({ kind, why }: Unreadable): MailReading => ({
  kind: 'unreadable',
  provenance: null,
  reference: UNREFERRED,
  subject: '',
  date: null,
  text: '',
  elided: '',
  returnDate: null,
  hard: null,
  label: null,
  why: kind === 'not-mail' || kind === 'too-large' ? why : `${kind}: ${why}`,
});

/** What a mail is where nothing can be looked up. */
export const judgeAlone = (taken: E.Either<Unreadable, TakenMail>): MailReading =>
  E.isLeft(taken) ? unreadable(taken.left) : judge(taken.right, UNREFERRED);

/** The reading of a parsed mail in one go, where nothing can be looked up. */
export const readingOf = (parsed: E.Either<Unreadable, Message>, settings: ReadingSettings): MailReading =>
  judgeAlone(E.map((message: Message) => takeIn(message, settings))(parsed));
