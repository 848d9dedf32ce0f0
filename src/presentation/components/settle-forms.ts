import { type Html, html } from '../html.ts';
import { button, field, folded, form, type Target } from './parts.ts';

/** Fields of the forms that end or move a quote; several pages have the same ones. */
export const REASON = 'reason';
export const EXPIRES = 'expires';
export const ADDRESS = 'address';
export const FROM = 'from';

export const wonForm = (target: Target): Html =>
  folded(
    'Won',
    form(target, [
      html`<p>Closes the quote as won, here and in the sheet. No further mail leaves.</p>`,
      html`<div class="actions">${button('won', 'Close as won', 'main-act')}</div>`,
    ]),
  );

export const lostForm = (target: Target): Html =>
  folded(
    'Lost',
    form(target, [
      field({ name: REASON, label: 'Why, if you know', value: '', hint: 'For the monthly summary. May stay empty.' }),
      html`<div class="actions">${button('lost', 'Close as lost', 'stops')}</div>`,
    ]),
  );

/** Undoes a close that a person made here. */
export const reopenForm = (target: Target): Html =>
  folded(
    'That was a mistake',
    form(target, [
      html`<p>Opens the quote again, here and in the sheet. Its follow-ups go on where they stood.</p>`,
      html`<div class="actions">${button('reopen', 'Open it again')}</div>`,
    ]),
  );

export const extendForm = (target: Target, proposed: string, earliest: string, problem?: string): Html =>
  folded(
    'Extend',
    form(target, [
      field({
        name: EXPIRES,
        label: 'New expiry date',
        kind: 'date',
        value: proposed,
        min: earliest,
        required: true,
        hint: 'The follow-ups start anew towards this date.',
        ...(problem === undefined ? {} : { problem }),
      }),
      html`<div class="actions">${button('extend', 'Extend', 'main-act')}</div>`,
    ]),
    true,
  );

export const addressForm = (target: Target, value: string, problem?: string): Html =>
  form(target, [
    field({
      name: ADDRESS,
      label: 'The right address',
      kind: 'email',
      value,
      required: true,
      hint: 'Written to the sheet. A waiting draft is made again for the new address.',
      ...(problem === undefined ? {} : { problem }),
    }),
    html`<div class="actions">${button('address', 'Use this address', 'main-act')}</div>`,
  ]);

export const holdForm = (target: Target): Html =>
  folded(
    'Hold',
    form(target, [
      html`<p>The quote rests, here and in the sheet, until you end the hold.</p>`,
      html`<div class="actions">${button('hold', 'Hold the quote', 'stops')}</div>`,
    ]),
  );
