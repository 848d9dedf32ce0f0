import { type Html, html, type Value } from '../html/html.ts';
import { dataTable, shownTable } from '../page/data-table.ts';
import { chip, factsSheet, note } from '../page/parts.ts';
import type { Fact } from '../views/fact.ts';
import { type RowFault, rowFaultTable } from '../views/sheet-fault.ts';
import { type NotUsed, notUsedTable, type RulesFault, rulesFaultTable, type Understood } from '../views/understood.ts';
import { counted } from '../words/counted.ts';
import { type Around, consolePage } from './console-page.ts';
import { paths, withQuery } from './paths.ts';
import { type RulesTrial, rulesTrial } from './rules-trial.ts';
import { AS_CSV, takeCsv } from './take-all.ts';

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
