import { type Html, html } from '../html.ts';
import { type StepDot, stepWords } from '../view-models/quote-view.ts';

const LOOKS: Readonly<Record<StepDot['state'], string>> = {
  sent: 'done',
  waiting: 'now',
  leaving: 'now',
  unknown: 'doubt',
  next: 'next',
  later: '',
  skipped: 'skipped',
};

/** A chain as a row of dots; each says in words what it stands for. */
export const steps = (dots: readonly StepDot[]): Html =>
  html`<ol class="steps">${dots.map(
    dot =>
      html`<li class="step ${LOOKS[dot.state]}" title="${stepWords(dot)}"><span class="unseen">${stepWords(dot)}</span></li>`,
  )}</ol>`;
