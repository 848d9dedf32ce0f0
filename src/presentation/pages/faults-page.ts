import type { KnownFault } from '../../aggregates/integrity.ts';
import { dataTable } from '../components/data-table.ts';
import type { FlashMessage } from '../components/flash.ts';
import { button, field, form, note, type Target } from '../components/parts.ts';
import { faultKind, faultPlace } from '../fault-words.ts';
import { type Html, html } from '../html.ts';
import { exactMoment } from '../when.ts';
import { counted } from '../wording.ts';
import { linkPage } from './page.ts';

export const ANSWER_FAULTS = 'answer-faults';
export const FAULTS_NOTE = 'note';

export interface FaultsPage {
  /** What the letter was about, answered or not. */
  readonly faults: readonly KnownFault[];
  readonly zone: string;
  readonly target: Target;
  readonly said: FlashMessage | null;
  readonly linkOf: string;
}

/** What was changed behind the log's back, and the admin's answer for it. */
export const faultsPage = (page: FaultsPage): string => {
  const { faults, zone, said, linkOf } = page;
  const open = faults.filter(({ answered }) => answered === null);
  return linkPage({
    heading: 'The log was changed behind its back',
    kicker: counted(faults.length, 'fault'),
    body: [
      said !== null && note(said.tone, said.text),
      answers(faults, zone).map(text => note('good', text)),
      html`<section class="sheet">${dataTable({
        caption: 'What was found',
        columns: [{ name: 'Where' }, { name: 'What' }, { name: 'Found' }],
        rows: faults.map(fault => [
          { body: faultPlace(fault) },
          { body: faultKind(fault.kind), under: fault.detail },
          { body: exactMoment(fault.foundAt, zone) },
        ]),
      })}</section>`,
      open.length > 0 && answerForm(page, open.length),
    ],
    foot: `This link is for ${linkOf} alone. Until you answer, nothing is sent for the quotes concerned.`,
  });
};

const answerForm = ({ target }: FaultsPage, open: number): Html =>
  form(target, [
    html`<p>Find out who can write to the data and what they changed, and compare the quotes with your mailbox, before you answer. Your answer repairs nothing: it says that you know of ${open === 1 ? 'this fault' : `these ${open} faults`}, and lets the quotes go on as the log reads now. A new fault stops them again.</p>`,
    field({ name: FAULTS_NOTE, label: 'What you found out', value: '', hint: 'Kept in the log with your answer.' }),
    html`<div class="actions">${button(ANSWER_FAULTS, 'I looked into it: go on', 'stops')}</div>`,
  ]);

const answers = (faults: readonly KnownFault[], zone: string): readonly string[] => [
  ...new Set(
    faults.flatMap(({ answered }) =>
      answered === null
        ? []
        : [
            `${answered.by} answered on ${exactMoment(answered.at, zone)}${answered.note === null ? '.' : `: “${answered.note}”`}`,
          ],
    ),
  ),
];
