import { type Answered, LABELS, type LabelScore } from './label-score.ts';
import { type ChosenModel, costOf } from './model-choice.ts';
import { printable, textTable } from './text-table.ts';

const SHOWN_CHARS = 100;

/** The score for a person: figures, confusion, languages, and every reply that was taken wrong. */
export const labelReport = (score: LabelScore, chosen: ChosenModel): readonly string[] => [
  `${score.rows} replies in ${score.byLanguage.length} languages, labelled by ${chosen.name}`,
  '',
  `right    ${share(score.right, score.rows)}`,
  `swapped  ${score.swapped.length} (a yes taken for a no, or a no for a yes)`,
  ...(score.failed === 0 ? [] : [`no answer ${score.failed}`]),
  `cost     ${costText(chosen)}`,
  '',
  ...textTable(
    ['meant \\ given', ...LABELS],
    LABELS.map(meant => [meant, ...LABELS.map(given => String(score.confusion.get(meant)?.get(given) ?? 0))]),
  ),
  '',
  ...textTable(
    ['language', 'right'],
    score.byLanguage.map(({ language, rows, right }) => [printable(language), share(right, rows)]),
  ),
  ...(score.wrong.length === 0
    ? []
    : ['', ...textTable(['language', 'meant', 'given', 'why', 'text'], score.wrong.map(wrongRow))]),
];

const wrongRow = ({ reply, got, why }: Answered): readonly string[] => [
  printable(reply.language),
  reply.label,
  got,
  printable(why).slice(0, SHOWN_CHARS),
  printable(reply.text.replace(/\s+/g, ' ')).slice(0, SHOWN_CHARS),
];

const share = (part: number, whole: number): string => `${part} of ${whole} (${((100 * part) / whole).toFixed(1)} %)`;

const costText = ({ tokens, price }: ChosenModel): string => {
  const { read, written } = tokens();
  const cost = costOf({ read, written }, price);
  return `${cost === null ? 'unknown, no price is configured' : `${cost.toFixed(4)} USD`} (${read} tokens read, ${written} written)`;
};

/** The score as one line of JSON. */
export const labelJson = (score: LabelScore, { name, tokens, price }: ChosenModel): string => {
  const { read, written } = tokens();
  return JSON.stringify({
    model: name,
    rows: score.rows,
    right: score.right,
    accuracy: score.right / score.rows,
    swapped: score.swapped.length,
    failed: score.failed,
    confusion: Object.fromEntries([...score.confusion].map(([meant, given]) => [meant, Object.fromEntries(given)])),
    by_language: Object.fromEntries(score.byLanguage.map(({ language, rows, right }) => [language, { rows, right }])),
    tokens: { read, written },
    cost_usd: costOf({ read, written }, price),
    wrong: score.wrong.map(({ reply, got, why }) => ({ ...reply, got, why })),
  });
};
