import { flags, type Html, html, join, type Value } from '../html.ts';
import type { Fact } from '../view-models/facts.ts';
import type { Tone } from '../view-models/table.ts';

/** A message that stands out. `stop` and `wait` are read out at once by a screen reader. */
export const note = (tone: Tone, body: Value): Html =>
  html`<div class="note ${tone}" role="${tone === 'stop' ? 'alert' : 'status'}"><p>${body}</p></div>`;

export const chip = (tone: Tone, text: string): Html => html`<span class="chip ${tone}">${text}</span>`;

/** An address may break after its @, its dots and its slashes rather than anywhere; the characters stay the same. */
export const breakable = (text: string): readonly Value[] => join(text.split(/(?<=@|\/(?!\/)|\.(?=\w))/), html`<wbr>`);

export const factsList = (facts: readonly Fact[]): Html => html`<dl class="facts">${facts.map(
  ({ label, value, link }) => html`
<div><dt>${label}</dt><dd dir="auto">${link === undefined ? breakable(value) : html`<a href="${link}" rel="noreferrer">${breakable(value)}</a>`}</dd></div>`,
)}
</dl>`;

/** A titled sheet of facts. */
export const factsSheet = (title: string, facts: readonly Fact[]): Html => html`<section class="sheet">
<h2>${title}</h2>
${factsList(facts)}
</section>`;

/** The text of a mail of ours, shown line for line. */
export const letter = (title: string, subject: string | null, text: string): Html => html`<section class="letter">
<h2 class="unseen">${title}</h2>
${subject !== null && html`<p class="subject" dir="auto">${subject}</p>`}
<div class="text" dir="auto">${text}</div>
</section>`;

/** What somebody else wrote: as safe markup where it came as HTML, else line for line. */
export const theirLetter = (title: string, subject: string | null, text: string, safe: Html | null): Html =>
  html`<section class="letter theirs">
<h2 class="unseen">${title}</h2>
${subject !== null && html`<p class="subject" dir="auto">${subject}</p>`}
${safe === null ? html`<div class="text" dir="auto">${text}</div>` : html`<div dir="auto">${safe}</div>`}
</section>`;

/** Where a form goes and what it carries unseen: the nonce that a foreign page cannot know, and what was shown. */
export interface Target {
  readonly action: string;
  readonly hidden: Readonly<Record<string, string>>;
}

export const form = (
  { action, hidden }: Target,
  body: Value,
): Html => html`<form method="post" action="${action}" class="stack">
${Object.entries(hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
${body}
</form>`;

/** The name under which a pressed button says what is asked for. */
export const ACT = 'act';

export const button = (act: string, label: string, look: 'main-act' | 'stops' | 'plain' = 'plain'): Html =>
  html`<button class="button ${look}" name="${ACT}" value="${act}">${label}</button>`;

export interface Choice {
  readonly act: string;
  readonly label: string;
  /** What it does, in one sentence. */
  readonly does: string;
  readonly stops?: boolean;
}

/** Buttons with what each of them does. */
export const choices = (of: readonly Choice[]): Html => html`<ul class="choices side">${of.map(
  ({ act, label, does, stops }) => html`
<li class="choice">${button(act, label, stops === true ? 'stops' : 'plain')}<p>${does}</p></li>`,
)}
</ul>`;

export interface Field {
  readonly name: string;
  /** Where two forms of a page have a field of one name. */
  readonly id?: string;
  readonly label: string;
  readonly value: string;
  readonly kind?: 'text' | 'email' | 'date' | 'number' | 'url' | 'search';
  readonly hint?: string;
  /** What is wrong with the value, said at the field. */
  readonly problem?: string;
  readonly required?: boolean;
  /** For dates: the earliest, YYYY-MM-DD. */
  readonly min?: string;
  readonly max?: string;
  readonly autocomplete?: string;
}

/** A labelled input with its hint and its problem tied to it for screen readers. */
export const field = (of: Field): Html => {
  const { name, label, value, kind = 'text', hint, problem, required = false, min, max, autocomplete = 'off' } = of;
  const id = of.id ?? `field-${name}`;
  const told = [hint !== undefined && `${id}-hint`, problem !== undefined && `${id}-problem`].filter(Boolean).join(' ');
  return html`<div class="field"><label for="${id}">${label}</label>
<input id="${id}" name="${name}" type="${kind}" value="${value}" dir="auto" min="${min}" max="${max}" autocomplete="${autocomplete}" aria-describedby="${told}" aria-invalid="${problem === undefined ? 'false' : 'true'}" ${flags({ required })}>
${hint !== undefined && html`<p class="hint" id="${id}-hint">${hint}</p>`}${
  problem !== undefined && html`<p class="problem" id="${id}-problem">${problem}</p>`
}</div>`;
};

/** Many lines. The break after the tag is dropped by browsers; without it, a text's own first break would be. */
export const textArea = (
  name: string,
  label: string,
  value: string,
  hint?: string,
): Html => html`<div class="field"><label for="field-${name}">${label}</label>
<textarea id="field-${name}" name="${name}" dir="auto" rows="${Math.min(24, Math.max(8, value.split('\n').length + 3))}">
${value}</textarea>${hint !== undefined && html`<p class="hint">${hint}</p>`}</div>`;

/** A box to tick, its label as large as a finger. */
export const tick = (name: string, value: string, label: Value, checked = false): Html =>
  html`<label class="tick"><input type="checkbox" name="${name}" value="${value}" ${flags({ checked })}><span>${label}</span></label>`;

export interface Option {
  readonly value: string;
  readonly label: Value;
  readonly checked?: boolean;
}

/** One of several, under a legend. */
export const options = (
  name: string,
  legend: string,
  of: readonly Option[],
): Html => html`<fieldset class="stack"><legend>${legend}</legend>
<div class="options">${of.map(
  ({ value, label, checked = false }) => html`
<label class="tick"><input type="radio" name="${name}" value="${value}" required ${flags({ checked })}><span>${label}</span></label>`,
)}
</div></fieldset>`;

export const folded = (summary: Value, body: Value, open = false): Html =>
  html`<details ${flags({ open })}><summary>${summary}</summary>${body}</details>`;
