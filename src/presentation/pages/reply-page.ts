import type { FlashMessage } from '../components/flash.ts';
import {
  button,
  factsSheet,
  field,
  folded,
  form,
  note,
  options,
  type Target,
  theirLetter,
  tick,
} from '../components/parts.ts';
import { lostForm, reopenForm, wonForm } from '../components/settle-forms.ts';
import { type Html, html, type Value } from '../html.ts';
import { type ReplyView, replyFacts, replyFlags, replyWords } from '../view-models/reply-view.ts';
import { exactMoment, longDate } from '../when.ts';
import { labelNoun } from '../wording.ts';
import { linkPage } from './page.ts';

/** What a reply's page may ask for, as its buttons send it. */
export const replyActs = ['take', 'won', 'lost', 'resume', 'relabel', 'dismiss', 'reopen'] as const;
export type ReplyAct = (typeof replyActs)[number];

/** Names of the fields: a box, a date, one of the labels. */
export const PICK_UP = 'pick-up';
export const RESUME_FROM = 'from';
export const LABEL = 'label';

export type ReplyStanding =
  | { readonly kind: 'open' }
  /** UTC instant, ISO; `pickUpAfter`: the local date on which the chain goes on if the customer stays quiet. */
  | { readonly kind: 'taken'; readonly by: string; readonly at: string; readonly pickUpAfter: string | null }
  | {
      readonly kind: 'closed';
      readonly outcome: 'won' | 'lost' | 'withdrawn';
      readonly by: string;
      readonly at: string;
      /** A person closed it here, so it can be opened here. */
      readonly byUs: boolean;
    }
  | { readonly kind: 'resumed'; readonly by: string; readonly at: string; readonly from: string }
  | { readonly kind: 'dismissed'; readonly by: string; readonly at: string };

export interface ReplyPage {
  readonly view: ReplyView;
  readonly standing: ReplyStanding;
  readonly target: Target;
  readonly said: FlashMessage | null;
  readonly linkOf: string;
  /** The earliest date a chain may be resumed from. */
  readonly earliest: string;
  readonly problem?: { readonly field: string; readonly text: string };
}

/** The page where a rep says what becomes of a customer's reply. */
export const replyPage = (page: ReplyPage): string => {
  const { view, standing, said, linkOf } = page;
  const { message } = view;
  return linkPage({
    heading: `${view.quote.customer} ${replyWords(view)}`,
    kicker: `${view.quote.quoteId} · reply`,
    body: [
      said !== null && note(said.tone, said.text),
      standingNote(view, standing),
      ...replyFlags(view).map(text => note('stop', text)),
      theirLetter('What they wrote', message.subject, message.text, message.html),
      ...actsOf(page),
      factsSheet('The facts', replyFacts(view)),
    ],
    foot: `This link is for ${linkOf} alone. To answer the customer, answer the mail that passed this on, or write to the sender named above.`,
  });
};

const standingNote = (view: ReplyView, standing: ReplyStanding): Html | false => {
  if (standing.kind === 'open') return false;
  const when = exactMoment(standing.at, view.zone);
  switch (standing.kind) {
    case 'taken':
      return note(
        'good',
        standing.pickUpAfter === null
          ? `${standing.by} took this on ${when}.`
          : `${standing.by} took this on ${when}. If they stay quiet, the follow-ups go on from ${longDate(standing.pickUpAfter)}.`,
      );
    case 'closed':
      return note('good', `${standing.by} closed the quote as ${standing.outcome} on ${when}.`);
    case 'resumed':
      return note('good', `${standing.by} resumed the follow-ups from ${longDate(standing.from)} (decided ${when}).`);
    case 'dismissed':
      return note('plain', `${standing.by} said on ${when} that this is no reply to the quote.`);
  }
};

const actsOf = (page: ReplyPage): readonly Value[] => {
  const { standing } = page;
  if (standing.kind === 'closed') return [standing.byUs && reopenForm(page.target)];
  if (standing.kind === 'dismissed') return [];
  return [
    standing.kind === 'open' && takeForm(page),
    outcomeForms(page),
    resumeForm(page),
    relabelForm(page),
    dismissForm(page),
  ];
};

const takeForm = ({ target }: ReplyPage): Html => html`<section class="sheet"><h2>I have it</h2>
${form(target, [
  tick(PICK_UP, 'yes', html`Pick up again in 5 working days if they stay quiet`),
  html`<div class="actions">${button('take', 'I have it', 'main-act')}</div>`,
])}
<p class="soft">Nobody reminds you of this reply again. Without the tick, the follow-ups stay stopped.</p></section>`;

const outcomeForms = ({ target }: ReplyPage): Html => html`<section class="stack"><h2>It is decided</h2>
${wonForm(target)}${lostForm(target)}</section>`;

const resumeForm = ({ view, target, earliest, problem, standing }: ReplyPage): Html =>
  folded(
    view.resumeOffer === null ? 'Go on from a date' : `Go on from ${longDate(view.resumeOffer)}, as they ask`,
    form(target, [
      field({
        name: RESUME_FROM,
        label: 'Follow up again from',
        kind: 'date',
        value: view.resumeOffer ?? '',
        min: earliest,
        required: true,
        hint: 'The first check on or after this date goes on where the follow-ups stood.',
        ...(problem?.field === RESUME_FROM ? { problem: problem.text } : {}),
      }),
      html`<div class="actions">${button('resume', 'Go on from this date')}</div>`,
    ]),
    problem?.field === RESUME_FROM || (standing.kind === 'open' && view.resumeOffer !== null),
  );

const relabelForm = ({ view, target }: ReplyPage): Html =>
  folded(
    'That label is wrong',
    form(target, [
      options(
        LABEL,
        'What is it really?',
        (['accept', 'decline', 'question', 'out-of-office'] as const)
          .filter(label => label !== view.label)
          .map(label => ({ value: label, label: labelNoun(label) })),
      ),
      html`<div class="actions">${button('relabel', 'Put it right')}</div>`,
    ]),
  );

const dismissForm = ({ target }: ReplyPage): Html =>
  folded(
    'This is no reply to the quote',
    form(target, [
      html`<p>The message is set aside, and the follow-ups go on where they stood.</p>`,
      html`<div class="actions">${button('dismiss', 'Not a reply', 'stops')}</div>`,
    ]),
  );
