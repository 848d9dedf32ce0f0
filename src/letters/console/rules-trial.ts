import { type Html, html, type Value } from '../html/html.ts';
import { shownTable } from '../page/data-table.ts';
import { note, type Target, textArea } from '../page/parts.ts';
import type { PlanChanges } from '../views/plan-changes.ts';
import { type NotUsed, notUsedTable, type RulesFault, rulesFaultTable } from '../views/understood.ts';
import { counted } from '../words/counted.ts';
import { DROPPED } from './drop-form.ts';
import { planCalendar } from './plan-calendar.ts';
import { AS_CSV } from './take-all.ts';

/** The field that carries the text; a file beside it goes first. */
export const TRIED_RULES = 'rules';

export type TrialOutcome =
  /** Too long, or nothing at all. */
  | { readonly kind: 'not-tried'; readonly because: string }
  | { readonly kind: 'refused'; readonly faults: readonly RulesFault[] }
  | { readonly kind: 'compared'; readonly plan: PlanChanges; readonly notUsed: readonly NotUsed[] };

/** Rules that are tried without being put in force. */
export interface RulesTrial {
  /** The body of the form is multipart/form-data. */
  readonly target: Target;
  /** What the field holds: the text just tried, else the newest doc. */
  readonly text: string;
  /** Null: nothing was tried yet. */
  readonly outcome: TrialOutcome | null;
  /** Where the doc in force is saved. */
  readonly place: string;
}

export const rulesTrial = (
  trial: RulesTrial,
): Html => html`<section class="sheet" id="try"><h2>What other rules would change</h2>
${trial.outcome !== null && outcome(trial.outcome, trial.place)}
<form method="post" action="${trial.target.action}" enctype="multipart/form-data" class="stack">
${Object.entries(trial.target.hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<p class="soft">Change the text, or choose a file, and see which nudges of the next 30 days it would add, move or drop. Nothing is put in force.</p>
${textArea(TRIED_RULES, 'Rules to try', trial.text)}
<div class="field"><label for="tried-file">Or a text file</label>
<input id="tried-file" type="file" name="${DROPPED}" accept=".txt,text/plain"></div>
<div class="actions"><button class="button">Show what would change</button>${trial.outcome?.kind === 'compared' && html`<button class="button" name="format" value="${AS_CSV.format}">Take it as CSV</button>`}</div>
${trial.outcome?.kind === 'compared' && html`<p class="soft">The file has every change of the text above. An export is itself recorded.</p>`}
</form></section>`;

const outcome = (of: TrialOutcome, place: string): Value => {
  switch (of.kind) {
    case 'not-tried':
      return note('wait', of.because);
    case 'refused':
      return html`${note('stop', `${counted(of.faults.length, 'sentence')} could not be understood, so these rules would be refused and those in force stay.`)}
${shownTable(rulesFaultTable(of.faults))}`;
    case 'compared':
      return html`${note('info', `Tried against the rules in force and the quotes as they stand now. Nothing was put in force; to do that, save the text in ${place}.`)}
${planCalendar(of.plan)}
${of.notUsed.length > 0 && shownTable(notUsedTable(of.notUsed))}`;
  }
};
