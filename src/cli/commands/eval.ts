import * as E from 'fp-ts/lib/Either.js';
import { inParallel } from '../../application/in-parallel.ts';
import { whatTheyWrote } from '../../inbox/written/what-they-wrote.ts';
import type { LanguageModel } from '../../ports/model.ts';
import { answerNotRun, type Command, type ExitCode, type Io, parse, readInput } from '../command.ts';
import { labelJson, labelReport } from '../label-report.ts';
import { type Answered, scoreLabels } from '../label-score.ts';
import { type LabelledReply, readLabelledSet } from '../labelled-set.ts';
import { BEDROCK_SETTINGS, type ChosenModel, chooseModel } from '../model-choice.ts';

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
  const { text } = whatTheyWrote({ text: reply.text, html: null });
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
