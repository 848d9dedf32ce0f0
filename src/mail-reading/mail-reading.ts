import * as E from 'fp-ts/lib/Either.js';
import { beforeCopy, reportText } from './classify/bounce-text.ts';
import { type MachineMail, machineMail } from './classify/machine-mail.ts';
import { COME_BACK } from './classify/own-mail.ts';
import type { Message, Unreadable } from './message.ts';
import { openingText } from './plain-text.ts';
import { extractNewText } from './quoted-text/extract-new-text.ts';
import { labelByWords } from './reply-label/label-by-words.ts';
import { hasLeft, stopRequest } from './reply-label/stop-request.ts';
import type { MarkKey } from './reply-token.ts';
import { authorOf, returnDate } from './return-date/return-date.ts';
import { type Provenance, provenance, type Receiver } from './trust/provenance.ts';
import { type Marks, marksOf, type Reference } from './which-quote.ts';

/** What is known of the business when a mail is read; all empty without a configured system. */
export interface OwnSide {
  /** The quotes address without a label, lower-case; `null` when not configured. */
  readonly quotesAddress: string | null;
  /** Addresses of reps, lower-case. */
  readonly reps: readonly string[];
  readonly companyDomains: readonly string[];
}

const QUOTE_WORDS =
  /(?<![\p{L}])(quotes?|quotations?|estimates?|proposals?|offers?|angebot\w*|kostenvoranschlag|offerte\w*|devis|proposition (?:commerciale|de prix)|presupuesto\w*|cotizaci[oó]n|oferta\w*|preventivo|offerta|or[çc]amento|proposta|cota[çc][ãa]o|tilbud\w*|offert\w*|tarjous\w*|wycen\w*|ofert\w*|nabídk\w*|cenov\w+ ponuk\w*|árajánlat\w*|ajánlat\w*|teklif\w*|предложени\w*|смет\w*|расч[её]т\w*|кп|báo giá|penawaran|sebut harga)(?![\p{L}])|报价|報價|估价|見積|견적|ใบเสนอราคา/iu;
const AMOUNT =
  /(?:[$€£¥₹₩₽฿₫]|(?<![A-Z])(?:USD|EUR|GBP|CHF|SGD|AUD|CAD|NZD|HKD|JPY|CNY|SEK|NOK|DKK|PLN|CZK|INR|THB|IDR|VND|MYR|BRL|RUB|KRW)(?![A-Z])|\bkr\b|S\$|Rp\b)\s?\d[\d.,' \u00a0]*|\d[\d.,' \u00a0]*\s?(?:[$€£¥₹₩₽฿₫]|(?:USD|EUR|GBP|CHF|SGD|AUD|CAD|NZD|HKD|JPY|CNY|SEK|NOK|DKK|PLN|CZK|INR|THB|IDR|VND|MYR|BRL|RUB|KRW|kr|zł|Kč|Ft)(?![A-Za-z]))/;
const OFFERING =
  /attached|enclosed|please find|find (?:the|our|my)|here(?:'s| is) (?:the|our|your)|valid (?:until|for|through)|as (?:discussed|requested|promised)|pleased to (?:offer|quote|send)|anbei|im anhang|beigefügt|gültig bis|ci-joint|pièce jointe|valable|adjunt\w*|válid\w*|in allegato|allegat\w*|valido|em anexo|segue|bijgevoegd|bijlage|geldig|bifogat|bifogad|vedhæftet|vedlagt|gælder|giltig|w załączniku|ważn[ya]|во вложении|прилага|действительн|附件|附上|有效期|添付|有効期限|첨부|유효|đính kèm|terlampir|berlaku|แนบ/iu;
/** A signed offer sent back, or an order: an answer, whatever it attaches. */
const ACCEPTING =
  /(?<![\p{L}])(signed|accept\w*|approv\w*|purchase order|we (?:hereby )?order|unterschrieben\w*|unterzeichnet\w*|gegengezeichnet\w*|annehmen|bestell\w*|beauftrag\w*|sign[ée]e?s?|bon pour accord|acept\w*|firmad\w*|accett\w*|firmat\w*|aceit\w*|assinad\w*|akkoord|getekend\w*|godk\w*|underskrev\w*|signert\w*|akcept\w*|podpisan\w*|подписан\w*|согласн\w*)(?![\p{L}])|签字|签署|接受|承認|発注|서명|승인/iu;
const REPLY_SUBJECT =
  /^\s*(?:\[[^\]]{1,30}\]\s*)*(?:re|aw|sv|vs|antw|antwort|ré|rif|odp|ynt|回复|回覆|答复|返信|답장|tr|balas|bls)\s*(?:\[\d+\])?\s*[:：]/iu;

/**
 * A mail without any mark of ours that is a quote on its way to a customer rather than an answer: with a configured
 * system, blind-copied by one of us; without, a new mail that attaches or prices an offer.
 */
export const looksLikeSentQuote = (message: Message, provenance: Provenance, side: OwnSide): boolean =>
  side.quotesAddress === null
    ? offersSomething(message)
    : fromOurSide(provenance, side) &&
      (blindCopied(message, provenance, side.quotesAddress) || offersSomething(message));

const fromOurSide = ({ from }: Provenance, { reps, companyDomains }: OwnSide): boolean =>
  from !== null && (reps.includes(from) || companyDomains.includes(from.split('@').at(-1) ?? ''));

/** For us by the envelope, and to somebody else in sight. */
const blindCopied = (message: Message, provenance: Provenance, quotesAddress: string): boolean => {
  const visible = [...message.to, ...message.cc].map(({ address }) => unlabelled(address));
  const meant = provenance.recipient === null || unlabelled(provenance.recipient) === quotesAddress;
  return meant && visible.length > 0 && !visible.includes(quotesAddress);
};

const unlabelled = (address: string): string => address.toLowerCase().replace(/\+[^@]*@/, '@');

const offersSomething = (message: Message): boolean => {
  const text = openingText(message).slice(0, 20_000);
  const pdf = message.attachments.some(
    ({ filename, contentType }) => contentType === 'application/pdf' || /\.pdf$/i.test(filename ?? ''),
  );
  const names = `${message.subject}\n${message.attachments.map(({ filename }) => filename ?? '').join('\n')}`;
  const named = QUOTE_WORDS.test(names.replaceAll(/[_-]/g, ' '));
  const answers = message.inReplyTo.length > 0 || REPLY_SUBJECT.test(message.subject) || ACCEPTING.test(text);
  if (answers) return false;
  const offers = OFFERING.test(text) && QUOTE_WORDS.test(text);
  return (pdf && (named || offers)) || (named && AMOUNT.test(text) && OFFERING.test(text));
};

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
  if (machine?.kind !== 'bounce' && machine?.kind !== 'complaint') return extractNewText(message);
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
