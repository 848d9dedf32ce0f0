import * as E from 'fp-ts/lib/Either.js';
import { inParallel } from '../../application/in-parallel.ts';
import { whatTheyWrote } from '../../inbox/written/what-they-wrote.ts';
import { answerNotRun, type Command, type ExitCode, type Io, parse, readInput } from '../command.ts';
import { type Answered, LABELS, type LabelScore, scoreLabels } from '../label-score.ts';
import { type LabelledReply, readLabelledSet } from '../labelled-set.ts';
import { BEDROCK_SETTINGS, type ChosenModel, chooseModel, costOf } from '../model-choice.ts';
import { printable, textTable } from '../text-table.ts';

const usage = `usage: qf eval [--model bedrock|local] --set FILE [--json]

Lets a model label the replies of a set and compares: how many are right, which label was taken for which, and the cost.
FILE holds one JSON object a line: {"text":"Go ahead.","label":"accept","language":"en"}; examples/replies.jsonl is one.
--model local (the default) labels by words, for nothing. --model bedrock asks a model at Amazon Bedrock; it takes
${BEDROCK_SETTINGS}.
Each text is cut to what its author newly wrote first, as an arriving reply is. No answer counts as a question, as it
would then. Exit 1 when a yes is taken for a no or a no for a yes, when the set is no such set, or when no answer came.`;

const options = {
  model: { type: 'string', default: 'local' },
  set: { type: 'string' },
  json: { type: 'boolean' },
} as const;

const TIMEOUT_MS = 30_000;
const PROGRESS_STEPS = 10;
const SHOWN_CHARS = 100;

const run = async (args: readonly string[], io: Io): Promise<ExitCode> => {
  const parsed = parse(args, { options, operands: [] });
  if (E.isLeft(parsed)) return answerNotRun(parsed.left, evalCommand, io);
  const { values } = parsed.right;
  if (values.set === undefined) return answerNotRun({ kind: 'usage', message: '--set is missing' }, evalCommand, io);
  const bytes = await readInput(io, values.set);
  if (E.isLeft(bytes)) return fails(io, [bytes.left], 2);
  const chosen = await chooseModel(values.model, io.env);
  if (E.isLeft(chosen)) return answerNotRun({ kind: 'usage', message: chosen.left }, evalCommand, io);
  const set = readLabelledSet(bytes.right);
  if (E.isLeft(set))
    return fails(
      io,
      set.left.map(fault => `${values.set}: ${fault}`),
      1,
    );
  const answers = await askAll(set.right, chosen.right, io);
  if (answers === null) return 1;
  const score = scoreLabels(answers);
  for (const line of values.json ? [jsonOf(score, chosen.right)] : report(score, chosen.right)) io.out(line);
  if (score.failed === score.rows) return fails(io, [`the model answered nothing: ${answers[0]?.why ?? ''}`], 1);
  return score.swapped.length === 0 ? 0 : 1;
};

const fails = (io: Io, faults: readonly string[], code: ExitCode): ExitCode => {
  for (const fault of faults) io.err(fault);
  return code;
};

/** `null` when interrupted. */
const askAll = async (
  set: readonly LabelledReply[],
  { model, atOnce }: ChosenModel,
  io: Io,
): Promise<readonly Answered[] | null> => {
  let done = 0;
  const answers = await inParallel(set, atOnce, async (reply): Promise<Answered | null> => {
    if (io.signal.aborted) return null;
    const { text } = whatTheyWrote({ text: reply.text, html: null });
    const answer = await model.label({ text }, { timeoutMs: TIMEOUT_MS });
    const before = mark(done, set.length);
    if (io.isTty && mark(++done, set.length) !== before) io.err(`${done} of ${set.length} labelled`);
    return answer.ok
      ? { reply, got: answer.value.label, why: answer.value.why, failed: false }
      : { reply, got: 'question', why: `${answer.failure.kind}: ${answer.failure.reason}`, failed: true };
  });
  const all = answers.filter(answer => answer !== null);
  return all.length === set.length ? all : null;
};

const mark = (done: number, of: number): number => Math.floor((done * PROGRESS_STEPS) / of);

const report = (score: LabelScore, chosen: ChosenModel): readonly string[] => [
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

const jsonOf = (score: LabelScore, { name, tokens, price }: ChosenModel): string => {
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

export const evalCommand: Command = {
  name: 'eval',
  summary: 'how well a model labels a set of replies, and what it costs',
  usage,
  run,
};
