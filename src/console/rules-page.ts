import { dataTable, shownTable } from '../presentation/components/data-table.ts';
import { chip, factsSheet, note, type Target, textArea } from '../presentation/components/parts.ts';
import { type Html, html, type Value } from '../presentation/html.ts';
import type { Fact } from '../presentation/view-models/facts.ts';
import {
  type ChangeDay,
  type ChangeLine,
  type ChangeWeek,
  changesSummary,
  changeTones,
  changeWeeks,
  type PlanChanges,
  weekName,
} from '../presentation/view-models/plan-changes.ts';
import {
  type NotUsed,
  notUsedTable,
  type RowFault,
  type RulesFault,
  rowFaultTable,
  rulesFaultTable,
  type Understood,
} from '../presentation/view-models/understood.ts';
import { dayAndMonth, plainDate } from '../presentation/when.ts';
import { counted } from '../presentation/wording.ts';
import { type Around, consolePage, paths, withQuery } from './console-page.ts';
import { DROPPED } from './drop.ts';
import { AS_CSV, takeCsv } from './exports.ts';

/** How a document people write stands. */
export interface DocumentStanding {
  readonly name: 'Rules doc' | 'Voice doc' | 'Config' | 'Sheet';
  readonly place: string;
  /** When the version in force was read, in words; null: none ever was. */
  readonly readAt: string | null;
  readonly version: string;
  /** Why the newest version is not in force; empty when it is. */
  readonly faults: readonly string[];
}

export interface RulesPage {
  readonly around: Around;
  readonly documents: readonly DocumentStanding[];
  readonly understood: readonly Understood[];
  readonly notUsed: readonly NotUsed[];
  /** Sentences of the newest version that were not understood; empty when it is in force. */
  readonly rulesFaults: readonly RulesFault[];
  readonly rowFaults: readonly RowFault[];
  readonly config: readonly Fact[];
  /** Rules to try, and what they would change where they were tried. */
  readonly trial: RulesTrial;
}

/** What was understood, sentence by sentence, and the mistakes in sheet and docs. */
export const rulesPage = (page: RulesPage): string => {
  const { around, documents, rulesFaults, rowFaults, notUsed, config, trial } = page;
  const tried = rulesTrial(trial);
  return consolePage(around, {
    heading: 'Rules',
    body: [
      trial.outcome !== null && tried,
      rulesFaults.length > 0 && note('stop', 'The newest rules doc cannot be read, so the one before stays in force.'),
      rulesFaults.length > 0 && html`<section class="sheet">${shownTable(rulesFaultTable(rulesFaults))}</section>`,
      rowFaults.length > 0 && html`<section class="sheet">${shownTable(rowFaultTable(rowFaults))}</section>`,
      html`<div class="split"><div class="stack"><section class="sheet"><h2>As understood</h2>${sentences(page.understood)}</section>
<section class="sheet">${shownTable(notUsedTable(notUsed))}</section>${trial.outcome === null && tried}</div>
<div class="stack">${documentsSheet(documents)}${factsSheet('Config', config)}</div></div>`,
      takeCsv(withQuery(paths.rules, AS_CSV)),
    ],
  });
};

/** Each sentence once, with all that was read from it; then what the doc leaves to config. */
const sentences = (values: readonly Understood[]): Value => {
  const said = new Map<string, Understood[]>();
  for (const value of values)
    if (value.sentence !== null) said.set(value.sentence, [...(said.get(value.sentence) ?? []), value]);
  const unsaid = values.filter(({ sentence }) => sentence === null);
  return [
    said.size === 0 &&
      html`<p class="soft">The doc says nothing about following up yet. Write, say, “Standard quotes: nudge at 3 days and 7 days, then a last call 3 days before the quote expires.”</p>`,
    html`<ol class="plain-list said">${[...said].map(
      ([sentence, read]) => html`
<li><p class="sentence" dir="auto">${sentence}</p>${readFrom(read)}</li>`,
    )}</ol>`,
    unsaid.length > 0 &&
      dataTable({
        caption: 'Not said in the doc',
        columns: [{ name: 'What' }, { name: 'Value' }, { name: 'From' }],
        rows: unsaid.map(({ what, value, from }) => [{ body: what }, { body: value }, { body: from ?? 'config' }]),
      }),
  ];
};

const readFrom = (read: readonly Understood[]): Html =>
  html`<ul class="plain-list">${read.map(({ what, value }) => html`<li><strong>${what}</strong>: ${value}</li>`)}</ul>`;

const documentsSheet = (
  documents: readonly DocumentStanding[],
): Html => html`<section class="sheet"><h2>What is read</h2>
<ul class="rows">${documents.map(
  ({ name, place, readAt, version, faults }) => html`
<li class="document"><p><strong>${name}</strong> ${faults.length > 0 ? chip('stop', counted(faults.length, 'mistake')) : readAt === null ? chip('wait', 'not read yet') : chip('good', 'in force')}</p>
<p class="soft small">${place}${readAt !== null && html`<br>read ${readAt}`}${version !== '' && html`<br>version <code>${version}</code>`}</p>
${faults.length > 0 && html`<ul class="points">${faults.map(fault => html`<li>${fault}</li>`)}</ul>`}</li>`,
)}</ul></section>`;

/** More would be no calendar any more, and slow on a phone. */
const MAX_LINES = 400;

/** What other rules would do: a table a week, a row for each day on which a nudge is added, moved, dropped or altered. */
export const planCalendar = (plan: PlanChanges): Html => {
  const weeks = changeWeeks(plan);
  const { shown, left } = firstLines(weeks);
  return html`<div class="stack calendar">
<p>${plainDate(plan.from)} to ${plainDate(plan.to)}, were every draft approved at once and nobody answered: <strong>${changesSummary(plan)}</strong>.</p>
${weeks.length > 0 && html`<p class="soft small">By the day on which a nudge leaves. Days that are not named stay as they are.</p>`}
${shown.map(weekTable)}
${left > 0 && html`<p class="soft">${counted(left, 'more change')} on later days; the CSV below has them all.</p>`}
</div>`;
};

/** Whole days, as many as a page holds. */
const firstLines = (weeks: readonly ChangeWeek[]): { readonly shown: readonly ChangeWeek[]; readonly left: number } => {
  let room = MAX_LINES;
  let left = 0;
  const shown = weeks.flatMap(week => {
    const days = week.days.filter(({ lines }) => {
      room -= lines.length;
      if (room >= 0 || room === MAX_LINES - lines.length) return true;
      left += lines.length;
      return false;
    });
    return days.length === 0 ? [] : [{ ...week, days }];
  });
  return { shown, left };
};

const weekTable = (week: ChangeWeek): Html =>
  dataTable({
    caption: weekName(week),
    columns: [{ name: 'Day' }, { name: 'What changes' }],
    rows: week.days.map(day => [{ body: dayAndMonth(day.day) }, { body: dayLines(day) }]),
  });

const dayLines = ({ lines }: ChangeDay): Html => html`<ul class="plain-list">${lines.map(changeLine)}</ul>`;

const changeLine = ({ kind, quoteId, customer, words }: ChangeLine): Html =>
  html`
<li>${chip(changeTones[kind], kind)} <a href="${paths.quote(quoteId)}">${quoteId}</a> <span dir="auto">${customer}</span>: ${words}</li>`;

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
