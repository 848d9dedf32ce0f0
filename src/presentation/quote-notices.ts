import { addDays, type LocalDate } from '../kernel/local-date.ts';
import { formatMoney } from '../kernel/money.ts';
import { shownTable } from './components/data-table.ts';
import { button, type Choice, choices, folded, form, letter, note, theirLetter } from './components/parts.ts';
import { addressForm, extendForm, holdForm, lostForm, wonForm } from './components/settle-forms.ts';
import { type Touch, touchTable } from './components/touch.ts';
import {
  type Addressee,
  type Block,
  coverNote,
  LINK_IS_YOURS,
  type WrittenMail,
  whyYou,
  writeMail,
} from './emails/write-mail.ts';
import { type Html, html, type Value } from './html.ts';
import { type QuestionOf, questionPage } from './pages/question-page.ts';
import type { DraftView } from './view-models/draft-view.ts';
import { type QuoteView, quoteFacts, quoteLine } from './view-models/quote-view.ts';
import { type MessageView, messageFacts } from './view-models/reply-view.ts';
import type { Table } from './view-models/table.ts';
import { exactMoment, longDate } from './when.ts';
import { counted, moveName } from './wording.ts';

/*
 * Questions to a person about one quote. A kind of question is one entry of `NOTICES`: what it says, what it shows, and
 * its buttons. It is read twice, as a mail with one link and as the page behind that link.
 */

/** Why an address is closed. `said`: what the other mail server answered. */
export type AddressFault =
  | { readonly kind: 'hard'; readonly day: LocalDate; readonly said: string | null }
  | { readonly kind: 'soft'; readonly days: readonly LocalDate[]; readonly said: string | null };

/** A cell of the sheet that should hold what a person decided, and does not. */
export interface UnwrittenCell {
  /** As a spreadsheet counts; null where the quote has no row. */
  readonly row: number | null;
  readonly value: string;
  /** Why it could not be written. */
  readonly problem: string;
}

type DraftText = Pick<DraftView, 'move' | 'subject' | 'text'>;

/** What each kind is about, beside its quote. */
interface About {
  readonly expired: { readonly touches: readonly Touch[] };
  /** `nudges`: sent in this chain, which is as many as the rules allow. */
  readonly cap: { readonly nudges: number; readonly touches: readonly Touch[] };
  /** `alsoOf`: numbers of the other open quotes with this address; all of them rest. */
  readonly 'bad-address': { readonly fault: AddressFault; readonly alsoOf: readonly string[] };
  /** `reason`: what the mail service said. */
  readonly refused: { readonly draft: DraftText; readonly reason: string };
  /** `claimedAt`: UTC instant (ISO) at which it was handed over. */
  readonly 'unknown-send': { readonly draft: DraftText; readonly claimedAt: string };
  /** `proposes`: the rep's mail brings a new PDF or amount, and a change of the row is proposed apart. */
  readonly 'rep-mail': { readonly message: MessageView; readonly proposes: boolean };
  /** Null once the sheet says it. */
  readonly 'row-write': { readonly cell: UnwrittenCell | null };
}

export type AskedKind = keyof About;

/** A question with all that it is about. */
export type Asked<K extends AskedKind = AskedKind> = { [P in K]: { readonly kind: P } & About[P] }[K];

interface Around {
  readonly quote: QuoteView;
  readonly zone: string;
}

/** Shown below the words, in the mail and on the page. */
type Exhibit =
  | { readonly kind: 'said'; readonly title: string; readonly text: string }
  | { readonly kind: 'draft'; readonly title: string; readonly draft: DraftText }
  | { readonly kind: 'message'; readonly message: MessageView }
  | { readonly kind: 'table'; readonly table: Table }
  /** `onPage`: what the page adds. */
  | { readonly kind: 'note'; readonly text: string; readonly onPage: string };

interface Notice {
  /** `Northwind (Q-1042, SGD 12,840.00): ` comes before it. */
  readonly subject: string;
  /** The first sentence of the mail; the page has its heading. */
  readonly lead: string;
  readonly heading: string;
  /** What happened and what is asked, below the lead and below the heading. */
  readonly mail: string;
  readonly page: Value;
  readonly shows: readonly Exhibit[];
  /** The mail's one button. */
  readonly action: string;
  readonly under: string;
}

interface Entry<K extends AskedKind> {
  /** The page's buttons, in their order. */
  readonly acts: readonly NoticeAct[];
  readonly tell: (asked: Asked<K>, around: Around) => Notice;
}

const NOTHING_LEFT =
  'Nothing left. The step is open again: the next check makes a new draft, unless you say otherwise.';

const NOTICES: { readonly [K in AskedKind]: Entry<K> } = {
  expired: {
    acts: ['extend', 'won', 'lost'],
    tell: ({ touches }, { quote }) => {
      const on = quote.expires === null ? '' : ` on ${longDate(quote.expires)}`;
      const lead = `${quote.customer} let the quote expire`;
      return {
        subject: 'expired without an answer',
        lead,
        heading: 'It expired: what now?',
        mail: `It expired${on}, and no more nudges leave. A late answer still reaches you. What shall become of it?`,
        page: `${lead}${on} without an answer. No more nudges leave. A late answer still reaches you.`,
        shows: [{ kind: 'table', table: touchTable(touches) }],
        action: 'Extend, won or lost',
        under: 'Extending starts the follow-ups anew towards the new date.',
      };
    },
  },
  cap: {
    acts: ['won', 'lost', 'hold'],
    tell: ({ nudges, touches }, { quote }) => {
      const lead = `${quote.customer} has not answered ${counted(nudges, 'nudge')}`;
      return {
        subject: `no answer after ${counted(nudges, 'nudge')}`,
        lead,
        heading: 'No answer: what now?',
        mail: 'That is as many as the rules allow, so no more leave by themselves. Perhaps a call helps more than a mail now.',
        page: `${lead}, which is as many as the rules allow. No more leave by themselves; doing nothing leaves the quote open and quiet.`,
        shows: [{ kind: 'table', table: touchTable(touches) }],
        action: 'Say what becomes of it',
        under: 'Won, lost, or hold. Doing nothing leaves the quote open and quiet.',
      };
    },
  },
  'bad-address': {
    acts: ['address', 'hold', 'lost'],
    tell: ({ fault, alsoOf }, { quote }) => {
      const heading = 'What is the right address?';
      const happened = addressFaultWords(fault);
      const also = `The same address stands on ${alsoOf.join(', ')}.`;
      return {
        subject: 'the address does not work',
        lead: `Mail to ${quote.contact} comes back`,
        heading,
        mail: `${happened} Nothing more is sent there. ${heading}`,
        page: html`${happened} Nothing more is sent to <strong>${quote.contact}</strong>.`,
        shows: [
          ...(fault.said === null
            ? []
            : [{ kind: 'said', title: 'What their mail server said', text: fault.said } as const]),
          ...(alsoOf.length === 0 ? [] : [{ kind: 'note', text: also, onPage: ' Mend it there too.' } as const]),
        ],
        action: 'Give the right address',
        under: 'The page writes it to the sheet, and the follow-ups go on.',
      };
    },
  },
  refused: {
    acts: ['another-address', 'hold', 'lost'],
    tell: ({ draft, reason }, { quote }) => ({
      subject: `the ${moveName(draft.move)} could not be sent`,
      lead: 'The mail service refused this mail',
      heading: 'The mail service refused this mail',
      mail: NOTHING_LEFT,
      page: NOTHING_LEFT,
      shows: [
        { kind: 'said', title: 'What the mail service said', text: reason },
        { kind: 'draft', title: `The mail to ${quote.contact}`, draft },
      ],
      action: 'Say what shall happen',
      under: 'Give another address, hold the quote, or leave it to the next check.',
    }),
  },
  'unknown-send': {
    acts: ['arrived', 'again'],
    tell: ({ draft, claimedAt }, { quote, zone }) => {
      const happened = `It was handed over on ${exactMoment(claimedAt, zone)}, and no answer came back.`;
      return {
        subject: `did the ${moveName(draft.move)} arrive?`,
        lead: 'We do not know whether this mail left',
        heading: 'Did this mail arrive?',
        mail: `${happened} A blind copy goes to you with every nudge: if it is in your inbox, it arrived. It is never sent again unless you say so.`,
        page: `${happened} A blind copy goes to the owner with every nudge: if it is in the inbox, it arrived.`,
        shows: [{ kind: 'draft', title: `To ${quote.contact}`, draft }],
        action: 'It arrived, or send again',
        under: '“Send again” makes a new draft for you to approve.',
      };
    },
  },
  'rep-mail': {
    acts: ['answered', 'go-on'],
    tell: ({ message, proposes }) => ({
      subject: 'you wrote about it, shall follow-ups stop?',
      lead: 'Your own mail is about this quote',
      heading: 'Did they already answer?',
      mail: `The quote is on hold until you say whether they already answered.${proposes ? ' It brings a new PDF or amount as well: a change of the row is proposed to you in a mail of its own.' : ''}`,
      page: 'A mail from your side is about this quote, so it is on hold until you say.',
      shows: [{ kind: 'message', message }],
      action: 'They answered, or go on',
      under: '“Go on” ends the hold, and the follow-ups continue where they stood.',
    }),
  },
  'row-write': {
    acts: ['write'],
    tell: ({ cell }, { quote }) => {
      const notYet = cell && `sheet does not say so yet, for ${cell.problem}. ${cellWords(quote.quoteId, cell)}.`;
      return {
        subject: 'please change one cell of the sheet',
        lead: `“${cell?.value ?? ''}” could not be written into the sheet`,
        heading: 'One cell of the sheet is to be changed',
        mail: `What was decided stands: we go by it. But the ${notYet ?? ''} We try again as well, less often each time.`,
        page: notYet !== null && `What was decided stands. The ${notYet}`,
        shows: [],
        action: TRY_AGAIN,
        under: 'Or change the cell yourself; then there is nothing else to do.',
      };
    },
  },
};

const TRY_AGAIN = 'Try again now';

export const addressFaultWords = (fault: AddressFault): string =>
  fault.kind === 'hard'
    ? `The mail of ${longDate(fault.day)} came back as undeliverable.`
    : `Mails came back three times within two weeks (${fault.days.map(longDate).join(', ')}).`;

/** The one cell, in the words of whoever looks for it in the sheet. */
const cellWords = (quoteId: string, { row, value }: UnwrittenCell): string =>
  row === null
    ? `The sheet has no row for ${quoteId}. Where it stands, its status must say “${value}”`
    : `In row ${row} of the sheet (${quoteId}), change the status to “${value}”`;

const tell = <K extends AskedKind>(asked: Asked<K>, around: Around): Notice => {
  const kind: K = asked.kind;
  return NOTICES[kind].tell(asked, around);
};

const isAskedKind = (kind: string): kind is AskedKind => Object.hasOwn(NOTICES, kind);

/** Which buttons a question has: no other act is taken from its page. */
export const actsOfNotice = (kind: string): readonly string[] =>
  isAskedKind(kind) ? NOTICES[kind].acts.map(act => (act === 'another-address' ? 'address' : act)) : [];

/** What the mail of a question is given. */
export interface NoticeOf extends Around {
  readonly today: LocalDate;
  readonly to: Addressee;
  /** The page where the question is answered. */
  readonly url: string;
}

/** A mail about one quote that asks something: what happened, the one link, the facts. */
export const noticeMail = (of: NoticeOf, asked: Asked): WrittenMail => {
  const { quote, today, to } = of;
  const { subject, lead } = tell(asked, of);
  return writeMail({
    subject: `${quote.customer} (${quote.quoteId}, ${formatMoney(quote.amount)}): ${subject}`,
    blocks: [
      { kind: 'lead', text: lead },
      ...coverNote(to),
      ...noticeBlocks(of, asked),
      { kind: 'facts', title: 'The facts', facts: quoteFacts(quote, today) },
    ],
    why: `${whyYou(quote, to)} ${LINK_IS_YOURS}`,
  });
};

/** The sentence over a question in the day's mail. */
export const noticeLead = (around: Around, asked: Asked): string => tell(asked, around).lead;

/** What a question says and asks: the same in a letter of its own and in the day's mail. */
export const noticeBlocks = (of: Omit<NoticeOf, 'to'>, asked: Asked): readonly Block[] => {
  const { mail, shows, action, under } = tell(asked, of);
  return [
    { kind: 'words', text: `${quoteLine(of.quote, of.today)}.` },
    { kind: 'words', text: mail },
    ...shows.flatMap(exhibit => inMail(exhibit, of.zone)),
    { kind: 'action', label: action, url: of.url, under },
  ];
};

const inMail = (exhibit: Exhibit, zone: string): readonly Block[] => {
  switch (exhibit.kind) {
    case 'said':
      return [{ kind: 'letter', title: exhibit.title, subject: null, text: exhibit.text }];
    case 'draft':
      return [{ kind: 'letter', title: exhibit.title, subject: exhibit.draft.subject, text: exhibit.draft.text }];
    case 'message': {
      const { message } = exhibit;
      return [
        { kind: 'message', title: 'The mail', html: message.html, text: message.text },
        { kind: 'facts', title: 'About the mail', facts: messageFacts(message, zone) },
      ];
    }
    case 'table':
      return [exhibit];
    case 'note':
      return [{ kind: 'note', tone: 'wait', text: exhibit.text }];
  }
};

/** What the page of a question is given. */
export interface NoticePageOf extends QuestionOf {
  /** What the person typed, when it was not taken. */
  readonly typed: string;
}

/** The page where a question is answered. */
export const noticePage = (of: NoticePageOf, asked: Asked): string => {
  const { heading, page, shows } = tell(asked, of);
  const shown = (kinds: readonly Exhibit['kind'][]): readonly Value[] =>
    shows.filter(({ kind }) => kinds.includes(kind)).map(onPage);
  return questionPage(of, {
    heading,
    asks: page !== false && html`<p>${page}</p>${shown(['said', 'note'])}`,
    acts: actsHtml(of, NOTICES[asked.kind].acts),
    more: shown(['draft', 'message', 'table']),
  });
};

const onPage = (exhibit: Exhibit): Html => {
  switch (exhibit.kind) {
    case 'said':
      return html`<section class="sheet"><h2>${exhibit.title}</h2><pre>${exhibit.text}</pre></section>`;
    case 'draft':
      return letter('The mail', exhibit.draft.subject, exhibit.draft.text);
    case 'message':
      return theirLetter('The mail', exhibit.message.subject, exhibit.message.text, exhibit.message.html);
    case 'table':
      return html`<section class="sheet">${shownTable(exhibit.table)}</section>`;
    case 'note':
      return note('wait', exhibit.text + exhibit.onPage);
  }
};

/** Acts that need no more than a press, with what each does. */
const CHOICES = {
  answered: { label: 'They already answered', does: 'The follow-ups stop until you resume them.' },
  'go-on': { label: 'Go on', does: 'The hold ends, and the follow-ups continue where they stood.' },
  arrived: { label: 'It arrived', does: 'It counts as sent, and the follow-ups go on from there.' },
  again: { label: 'Send again', does: 'A new draft of the same step comes to you for approval.' },
} as const;

/** Acts with a form of their own. `another-address` is the address's, folded. */
const FORMS = {
  won: ({ target }: NoticePageOf) => wonForm(target),
  lost: ({ target }: NoticePageOf) => lostForm(target),
  hold: ({ target }: NoticePageOf) => holdForm(target),
  extend: (of: NoticePageOf) => extendForm(of.target, proposedExpiry(of), addDays(of.today, 1), of.problem),
  address: ({ target, typed, problem }: NoticePageOf) =>
    html`<section class="sheet">${addressForm(target, typed, problem)}</section>`,
  'another-address': ({ target, typed, problem }: NoticePageOf) =>
    folded('Use another address', addressForm(target, typed, problem), problem !== undefined),
  write: ({ target }: NoticePageOf) =>
    form(target, [html`<div class="actions">${button('write', TRY_AGAIN, 'main-act')}</div>`]),
} as const;

type NoticeAct = keyof typeof CHOICES | keyof typeof FORMS;

const actsHtml = (of: NoticePageOf, acts: readonly NoticeAct[]): Value => {
  const pressed: Choice[] = [];
  const forms: Html[] = [];
  for (const act of acts)
    if (isChoice(act)) pressed.push({ act, ...CHOICES[act] });
    else if (act !== 'address') forms.push(FORMS[act](of));
  return [
    acts.includes('address') && FORMS.address(of),
    pressed.length > 0 && form(of.target, choices(pressed)),
    forms.length > 0 && html`<div class="stack">${forms}</div>`,
  ];
};

const isChoice = (act: NoticeAct): act is keyof typeof CHOICES => Object.hasOwn(CHOICES, act);

/** Two weeks from today, or from the expiry where that is later. */
const proposedExpiry = ({ quote, today }: QuestionOf): string => {
  const twoWeeks = addDays(today, 14);
  return twoWeeks > (quote.expires ?? '') ? twoWeeks : addDays(quote.expires ?? today, 14);
};
