import { formatMoney } from '../../kernel/money.ts';
import type { FlashMessage } from '../components/flash.ts';
import {
  button,
  choices,
  factsSheet,
  field,
  folded,
  form,
  letter,
  note,
  type Target,
  textArea,
} from '../components/parts.ts';
import { type Html, html, type Value } from '../html.ts';
import { authorWords, type DraftView, draftFacts, LEAVES, leavesWords } from '../view-models/draft-view.ts';
import type { Fact } from '../view-models/facts.ts';
import { clockTime, exactMoment, localDateOf, longDate, longMoment } from '../when.ts';
import { capital, moveName } from '../wording.ts';
import { linkPage } from './page.ts';

/** How a draft ended. */
export interface SettledDraft {
  readonly how: 'sent' | 'skipped' | 'voided' | 'lapsed' | 'refused' | 'given-up' | 'answered' | 'held';
  /** Who decided; null when the system did. */
  readonly by: string | null;
  /** UTC instant, ISO. */
  readonly at: string;
  readonly reason: string | null;
}

/** The end in a word or two. */
export const settledNames = {
  sent: 'sent',
  skipped: 'skipped',
  voided: 'withdrawn',
  lapsed: 'lapsed',
  refused: 'refused by the mail service',
  'given-up': 'given up',
  answered: 'not needed',
  held: 'on hold',
} as const;

/** What was decided, by whom and when, in one or two sentences. */
export const settledWords = ({ how, by, at, reason }: SettledDraft, contact: string, zone: string): string => {
  const when = exactMoment(at, zone);
  const who = by ?? 'The system';
  const why = reason === null ? '' : ` Why: ${reason}.`;
  switch (how) {
    case 'sent':
      return `Sent to ${contact} on ${when}${by === null ? '' : `, approved by ${by}`}.`;
    case 'skipped':
      return `${who} skipped this step on ${when}. Later steps still come.`;
    case 'voided':
      return `Withdrawn on ${when}; nothing was sent.${why}`;
    case 'lapsed':
      return `Nobody decided within seven days, so it lapsed on ${when}; nothing was sent.`;
    case 'refused':
      return `The mail service refused it on ${when}; nothing was sent.${why}`;
    case 'given-up':
      return `${who} said on ${when} that it never arrived, and asked for a new draft.`;
    case 'answered':
      return `${who} said on ${when} that the customer had already answered; nothing was sent.`;
    case 'held':
      return `${who} put the quote on hold on ${when}; nothing was sent.`;
  }
};

/** What a draft's page may ask for, as its buttons send it. */
export const draftActs = ['approve', 'edit', 'skip', 'answered', 'hold', 'cancel'] as const;
export type DraftAct = (typeof draftActs)[number];

/** Fields of the edit form. Browsers send line breaks as CR LF. */
export const EDIT_SUBJECT = 'subject';
export const EDIT_TEXT = 'text';

/** An edit that was not accepted, with what the person typed, so that nothing is lost. */
export interface FailedEdit {
  readonly subject: string;
  readonly text: string;
  readonly problem: string;
}

export type DraftStanding =
  | { readonly kind: 'open'; readonly failedEdit: FailedEdit | null }
  /** Approved, and may still be called back until `cancelUntil` (UTC instant, ISO). */
  | {
      readonly kind: 'approved';
      readonly by: string;
      readonly at: string;
      readonly cancelUntil: string;
      /** Why it leaves later than two minutes from the approval, in words that follow "because"; null when it does not. */
      readonly later: string | null;
    }
  | { readonly kind: 'leaving'; readonly by: string; readonly at: string }
  | { readonly kind: 'unknown'; readonly at: string }
  | ({ readonly kind: 'settled' } & SettledDraft);

export interface DraftPage {
  readonly view: DraftView;
  readonly standing: DraftStanding;
  readonly target: Target;
  /** Said once, after an act: "Saved." */
  readonly said: FlashMessage | null;
  /** Whose link it is, and the local date until which it decides. */
  readonly linkOf: string;
  readonly goodUntil: string;
}

/** The page where a draft is decided. It shows what the mail shows; its buttons act, opening it does not. */
export const draftPage = (page: DraftPage): string => {
  const { view, standing, said } = page;
  return linkPage({
    heading: headingOf(view, standing),
    kicker: `${view.quote.quoteId} · ${view.quote.customer} · ${formatMoney(view.quote.amount)}`,
    body: [said !== null && note(said.tone, said.text), ...bodyOf(page)],
    foot: footOf(page),
  });
};

const headingOf = (view: DraftView, standing: DraftStanding): string => {
  const move = capital(moveName(view.move));
  switch (standing.kind) {
    case 'open':
      return `${move}: send this?`;
    case 'approved':
      return `${move}: approved`;
    case 'leaving':
      return `${move}: leaving now`;
    case 'unknown':
      return `${move}: did it leave?`;
    case 'settled':
      return `${move}: ${settledNames[standing.how]}`;
  }
};

const footOf = ({ standing, linkOf, goodUntil }: DraftPage): string =>
  standing.kind === 'open'
    ? `This link is for ${linkOf} alone and decides until ${longDate(goodUntil)}. Opening the page sends nothing.`
    : `This link is for ${linkOf} alone. It goes on showing what was decided.`;

const bodyOf = ({ view, standing, target }: DraftPage): readonly Value[] => {
  const draft = letter('The draft', view.subject, view.text);
  const facts = factsSheet(
    'The facts',
    standing.kind === 'settled' ? draftFacts(view).filter(isPast) : draftFacts(view),
  );
  switch (standing.kind) {
    case 'open':
      return openBody(view, standing.failedEdit, target, draft, facts);
    case 'approved':
      return [approvedNote(view, standing), cancelForm(view, standing, target), draft, facts];
    case 'leaving':
      return [
        note(
          'info',
          `${standing.by} approved this at ${clockTime(standing.at, view.zone)}, and it is on its way to ${view.quote.contact}. It can no longer be called back.`,
        ),
        draft,
        facts,
      ];
    case 'unknown':
      return [
        note(
          'wait',
          `It was handed to the mail service on ${exactMoment(standing.at, view.zone)}, and no answer came back. It is not sent again unless a person says so; a mail about it is on its way to the owner.`,
        ),
        draft,
        facts,
      ];
    case 'settled':
      return [
        note(standing.how === 'sent' ? 'good' : 'plain', settledWords(standing, view.quote.contact, view.zone)),
        draft,
        facts,
      ];
  }
};

/** Once it has ended, a draft leaves no more. */
const isPast = ({ label }: Fact): boolean => label !== LEAVES;

const openBody = (
  view: DraftView,
  failed: FailedEdit | null,
  target: Target,
  draft: Html,
  facts: Html,
): readonly Value[] => {
  const author = authorWords(view.author);
  return [
    failed !== null && note('stop', failed.problem),
    draft,
    author !== null && note('info', author),
    form(
      target,
      html`<div class="stack"><div class="actions">${button('approve', 'Approve', 'main-act')}</div>
<p>To <strong>${view.quote.contact}</strong>. Leaves <strong class="number">${leavesWords(view)}</strong>.</p></div>`,
    ),
    editForm(view, failed, target),
    html`<section class="stack" aria-label="Do not send it"><h2>Or not</h2>
${form(target, choices(others))}</section>`,
    facts,
  ];
};

const others = [
  { act: 'skip', label: 'Skip this one', does: 'This step is left out. Later steps still come.' },
  {
    act: 'answered',
    label: 'They already answered',
    does: 'Follow-ups of this quote stop until you resume them.',
  },
  { act: 'hold', label: 'Hold', does: 'The quote rests, here and in the sheet, until you end the hold.' },
] as const;

const editForm = (view: DraftView, failed: FailedEdit | null, target: Target): Html =>
  folded(
    'Edit the text',
    form(target, [
      field({ name: EDIT_SUBJECT, label: 'Subject', value: failed?.subject ?? view.subject, required: true }),
      textArea(
        EDIT_TEXT,
        'Text',
        failed?.text ?? view.text,
        'Saving sends nothing. You read it once more and approve it then.',
      ),
      html`<div class="actions">${button('edit', 'Save the text')}</div>`,
    ]),
    failed !== null,
  );

const approvedNote = (view: DraftView, { by, at, later }: Extract<DraftStanding, { kind: 'approved' }>): Html => {
  const because = later === null ? '' : ` It waits until then because ${later}.`;
  return note(
    'good',
    `Approved by ${by} on ${longMoment(at, view.zone)}. It leaves ${leavesWords(view)}, unless the customer answers first.${because}`,
  );
};

const cancelForm = (
  view: DraftView,
  { cancelUntil }: Extract<DraftStanding, { kind: 'approved' }>,
  target: Target,
): Html =>
  form(
    target,
    html`<div class="stack"><div class="actions">${button('cancel', 'Cancel the approval', 'stops')}</div>
<p class="soft">You can cancel until <span class="number">${untilWords(cancelUntil, view)}</span>. The draft then waits for a decision again.</p></div>`,
  );

/** The time alone while that is today, else with its date. */
const untilWords = (until: string, { zone, today }: DraftView): string =>
  localDateOf(until, zone) === today ? clockTime(until, zone) : longMoment(until, zone);
