import type { Label } from '../../events/quote-events.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Html } from '../html.ts';
import { exactMoment, longDate } from '../when.ts';
import { labelWords } from '../wording.ts';
import type { EarlierNudge } from './draft-view.ts';
import type { Fact } from './facts.ts';
import { type QuoteView, quoteFacts } from './quote-view.ts';

/** What somebody of the customer's side wrote, read and made safe by the inbox. */
export interface MessageView {
  /** As the header names them: `Dana Lim <dana@northwind.example>`. */
  readonly from: string;
  readonly subject: string;
  /** UTC instant (ISO). */
  readonly at: string;
  /** The whole message as text. */
  readonly text: string;
  /** The whole message as safe markup, where it came as HTML; else null and the text is shown. */
  readonly html: Html | null;
  readonly attachments: readonly AttachmentView[];
}

export interface AttachmentView {
  readonly name: string;
  readonly bytes: number;
  /** Why it does not go along with the letter; absent when it does. */
  readonly withheld?: string;
}

export interface ReplyView {
  readonly quote: QuoteView;
  readonly replyId: string;
  readonly message: MessageView;
  readonly label: Label;
  /** Who set the label; `failure`: it could not be read, so it passes as a question. */
  readonly labelledBy: 'model' | 'words' | 'headers' | 'failure' | 'person';
  readonly awayUntil: LocalDate | null;
  /** A date on which the customer asked to be asked again. */
  readonly resumeOffer: LocalDate | null;
  /** It came from another address than the contact's. */
  readonly otherSender: boolean;
  /** The receiving service vouches for the sender. */
  readonly authenticated: boolean;
  /** A nudge was already leaving when it came. */
  readonly crossed: boolean;
  readonly earlier: readonly EarlierNudge[];
  readonly today: LocalDate;
  readonly zone: string;
}

/** `looks like a yes`, `is away until Mon 6 April 2026`. */
export const replyWords = ({ label, awayUntil }: Pick<ReplyView, 'label' | 'awayUntil'>): string =>
  labelWords(label, awayUntil === null ? null : longDate(awayUntil));

/** What a reader must know before believing the message. */
export const replyFlags = (view: ReplyView): readonly string[] => [
  ...(view.authenticated ? [] : ['The sender could not be checked: it may not be from whom it says.']),
  ...(view.otherSender ? [`It came from another address than the contact's (${view.quote.contact}).`] : []),
  ...(view.crossed ? ['A nudge was already leaving when this came; the customer may get it after writing.'] : []),
  ...(view.labelledBy === 'failure' ? ['It could not be read by machine, so please read it yourself.'] : []),
];

export const messageFacts = (message: MessageView, zone: string): readonly Fact[] => [
  { label: 'From', value: message.from },
  { label: 'Subject', value: message.subject === '' ? '(none)' : message.subject },
  { label: 'Received', value: exactMoment(message.at, zone) },
  ...attached(message),
];

const attached = ({ attachments }: MessageView): readonly Fact[] => {
  const along = attachments.filter(({ withheld }) => withheld === undefined);
  const kept = attachments.filter(({ withheld }) => withheld !== undefined);
  const named = ({ name, bytes }: AttachmentView): string => `${name} (${sizeWords(bytes)})`;
  return [
    ...(along.length === 0 ? [] : [{ label: 'Attached', value: along.map(named).join(', ') }]),
    ...(kept.length === 0
      ? []
      : [{ label: 'Not attached', value: kept.map(one => `${named(one)}: ${one.withheld}`).join(', ') }]),
  ];
};

export const replyFacts = (view: ReplyView): readonly Fact[] => [
  ...messageFacts(view.message, view.zone),
  ...quoteFacts(view.quote, view.today),
];

/** `640 bytes`, `84 KB`, `2.1 MB`. */
export const sizeWords = (bytes: number): string => {
  if (bytes < 1000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
};
