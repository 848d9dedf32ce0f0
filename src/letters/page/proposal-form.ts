import { type Html, html } from '../html/html.ts';
import {
  isChanged,
  type ProposalField,
  type ProposalView,
  type ProposedValue,
  proposalLabels,
} from '../views/proposal-view.ts';
import { button, chip, type Field, field, form, type Target } from './parts.ts';

/** The name of a field's input: `field.amount`. */
export const proposalInput = (field: ProposalField): string => `field.${field}`;

const KINDS: Readonly<Partial<Record<ProposalField, NonNullable<Field['kind']>>>> = {
  contact: 'email',
  sent: 'date',
  expires: 'date',
  pdf_link: 'url',
};

const REQUIRED: ReadonlySet<ProposalField> = new Set(['quote_id', 'customer', 'contact', 'amount', 'sent']);

/** Every field open to be put right, with the words it was read from and what the sheet holds now. */
export const proposalForm = (view: ProposalView, target: Target): Html =>
  form(target, [
    html`<div class="fields">${view.values.map(
      value => html`
<div class="proposed ${isChanged(value) && 'changed'}">${field(inputOf(value))}${
        isChanged(value) &&
        html`<p class="soft small">In the sheet: ${value.old === '' ? '(empty)' : value.old} ${chip('info', 'changes')}</p>`
      }</div>`,
    )}</div>`,
    html`<div class="actions">${button('approve', view.changes === null ? 'Add it to the sheet' : 'Change the sheet', 'main-act')}</div>
<p class="soft">Writes one row, as it stands above. The follow-ups begin at the next check.</p>`,
  ]);

const hintOf = ({ source, missing, doubt }: ProposedValue): string | null => {
  if (source !== null)
    return `Read from “${source}”${doubt === undefined ? '' : `. In doubt: ${doubt}. Please check it.`}`;
  if (doubt !== undefined) return `Left empty, because it is in doubt: ${doubt}. Please fill it in.`;
  return missing ? 'Not found. Please fill it in, or leave it if the quote has none.' : null;
};

const inputOf = (proposed: ProposedValue): Field => {
  const { field: name, value, problem } = proposed;
  const hint = hintOf(proposed);
  const kind = KINDS[name];
  return {
    name: proposalInput(name),
    label: proposalLabels[name],
    value,
    required: REQUIRED.has(name),
    ...(kind === undefined ? {} : { kind }),
    ...(hint === null ? {} : { hint }),
    ...(problem === undefined ? {} : { problem }),
  };
};

export const discardForm = (target: Target): Html =>
  form(
    target,
    html`<div class="actions">${button('discard', 'Discard it', 'stops')}</div><p class="soft">Nothing enters the sheet. The original stays in the log.</p>`,
  );

/** Asked when nobody knows whether the row was written. */
export const doubtForm = (target: Target): Html =>
  form(
    target,
    html`<div class="actions">${button('there', 'It is there')}${button('write-again', 'Write it again', 'main-act')}</div>`,
  );
