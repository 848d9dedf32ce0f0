import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { Label } from '../../events/quote-events.ts';
import { inParallel } from '../../kernel/in-parallel.ts';
import { extractNewText } from '../../mail-reading/quoted-text/extract-new-text.ts';
import type { LanguageModel, ModelFailure } from '../../ports/model.ts';
import { answerNotRun, type Command, type ExitCode, type Io, parse, readInput } from '../command.ts';
import { BEDROCK_SETTINGS, type ChosenModel, chooseModel, costOf } from '../model-choice.ts';
import { printable, textTable } from '../text-table.ts';

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

export const LABELS: readonly Label[] = ['accept', 'decline', 'question', 'out-of-office'];

/** What a model made of one reply of a set. */
export interface Answered {
  readonly reply: LabelledReply;
  readonly got: Label;
  readonly why: string;
  /** Why the model gave no answer; the reply goes to a person, as a question. */
  readonly failed: ModelFailure['kind'] | null;
}

export interface LabelScore {
  readonly rows: number;
  readonly right: number;
  readonly failed: number;
  /** Meant label, then given label, then how often. */
  readonly confusion: ReadonlyMap<Label, ReadonlyMap<Label, number>>;
  readonly byLanguage: readonly { readonly language: string; readonly rows: number; readonly right: number }[];
  /** A yes taken for a no, or a no for a yes: what must never be. */
  readonly swapped: readonly Answered[];
  readonly wrong: readonly Answered[];
}

const isRight = ({ reply, got }: Answered): boolean => reply.label === got;

const isSwapped = ({ reply, got }: Answered): boolean =>
  (reply.label === 'accept' && got === 'decline') || (reply.label === 'decline' && got === 'accept');

/** How the answers compare with what was meant. */
export const scoreLabels = (answers: readonly Answered[]): LabelScore => ({
  rows: answers.length,
  right: answers.filter(isRight).length,
  failed: answers.filter(({ failed }) => failed !== null).length,
  confusion: new Map(
    LABELS.map(meant => [
      meant,
      new Map(
        LABELS.map(given => [given, answers.filter(({ reply, got }) => reply.label === meant && got === given).length]),
      ),
    ]),
  ),
  byLanguage: [...Map.groupBy(answers, ({ reply }) => reply.language)].map(([language, group]) => ({
    language,
    rows: group.length,
    right: group.filter(isRight).length,
  })),
  swapped: answers.filter(isSwapped),
  wrong: answers.filter(answer => !isRight(answer)),
});

/** A reply and what a person says it means. */
export interface LabelledReply {
  readonly text: string;
  readonly label: Label;
  readonly language: string;
}

const Row = t.intersection([t.type({ text: t.string, label: Label }), t.partial({ language: t.string })]);
const MAX_FAULTS = 10;
const EXPECTED =
  '{"text":"Go ahead.","label":"accept","language":"en"}, with label one of accept, decline, question, out-of-office';

/** Reads a set, one JSON object a line. Left: a sentence a faulty line, the first ten; other keys and empty lines are let be. */
export const readLabelledSet = (bytes: Uint8Array): E.Either<readonly string[], readonly LabelledReply[]> => {
  const faults: string[] = [];
  const rows: LabelledReply[] = [];
  for (const [at, line] of new TextDecoder().decode(bytes).split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const row = Row.decode(jsonOf(line));
    if (E.isLeft(row)) faults.push(`line ${at + 1}: not like ${EXPECTED}`);
    else rows.push({ ...row.right, language: row.right.language ?? 'unknown' });
    if (faults.length === MAX_FAULTS) break;
  }
  if (faults.length > 0) return E.left(faults);
  return rows.length === 0 ? E.left([`no reply in it; each line is like ${EXPECTED}`]) : E.right(rows);
};

const jsonOf = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
};

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
  if (E.isLeft(answers)) return fails(io, [answers.left], 1);
  const score = scoreLabels(answers.right);
  for (const line of values.json ? [labelJson(score, chosen.right)] : labelReport(score, chosen.right)) io.out(line);
  return score.swapped.length === 0 ? 0 : 1;
};

const fails = (io: Io, faults: readonly string[], code: ExitCode): ExitCode => {
  for (const fault of faults) io.err(fault);
  return code;
};

/** The first reply goes alone: a model that cannot be reached is not asked a thousand times. Left: why there is no score. */
const askAll = async (
  set: readonly LabelledReply[],
  { model, atOnce }: ChosenModel,
  io: Io,
): Promise<E.Either<string, readonly Answered[]>> => {
  const [first, ...others] = set;
  if (!first) return E.right([]);
  const one = await ask(first, model);
  if (one.failed === 'unavailable' || one.failed === 'timed-out') return E.left(`the model did not answer: ${one.why}`);
  let done = 1;
  const rest = await inParallel(others, atOnce, async reply => {
    if (io.signal.aborted) return null;
    const answer = await ask(reply, model);
    const before = mark(done, set.length);
    if (io.isTty && mark(++done, set.length) !== before) io.err(`${done} of ${set.length} labelled`);
    return answer;
  });
  const answered = rest.filter(answer => answer !== null);
  return answered.length === rest.length ? E.right([one, ...answered]) : E.left('interrupted');
};

const ask = async (reply: LabelledReply, model: LanguageModel): Promise<Answered> => {
  const { text } = extractNewText({ text: reply.text, html: null });
  const answer = await model.label({ text }, { timeoutMs: TIMEOUT_MS });
  if (answer.ok) return { reply, got: answer.value.label, why: answer.value.why, failed: null };
  const { kind, reason } = answer.failure;
  return { reply, got: 'question', why: `${kind}: ${reason}`, failed: kind };
};

const mark = (done: number, of: number): number => Math.floor((done * PROGRESS_STEPS) / of);

export const evalCommand: Command = {
  name: 'eval',
  summary: 'how well a model labels a set of replies, and what it costs',
  usage,
  run,
};
