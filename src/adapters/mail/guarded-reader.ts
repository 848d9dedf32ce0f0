import { Worker } from 'node:worker_threads';
import * as E from 'fp-ts/lib/Either.js';
import type { ReadingSettings } from '../../mail-reading/mail-reading.ts';
import { type Limits, MAIL_LIMITS, type Unreadable } from '../../mail-reading/message.ts';
import type { MailReader } from '../../ports/mail.ts';
import type { Asked, Begun, FromReader, Told } from './guard-messages.ts';

export interface GuardOptions {
  readonly limits?: Limits;
  /** For each mail, from the moment the thread has it. */
  readonly timeoutMs?: number;
  /** Heap of the thread; the mail itself and its attachments come on top, at most a few times its size. */
  readonly heapMb?: number;
  /** The thread's module, where a bundle keeps it elsewhere. */
  readonly threadModule?: URL;
}

export interface GuardedReader extends Omit<MailReader, 'receivers'> {
  /** As `takeIn` of the parsed message: everything the mail shows, nothing looked up. */
  readonly take: (raw: Uint8Array, settings: ReadingSettings) => Promise<Told['take']>;
  /** As `labelByWords`. */
  readonly label: (text: string) => Promise<Told['label']>;
  /** Ends the thread; a later call starts another. */
  readonly close: () => Promise<void>;
}

const TIMEOUT_MS = 5_000;
/** Loading the thread's modules is no fault of the mail that is first, however busy the machine. */
const START_MS = 30_000;
/** Nor is the compiling of the phrases of many languages, which the first answer waits for. */
const WORDS_TIMES = 4;
const HEAP_MB = 256;

/**
 * Reads mail in a thread that is ended when it takes too long or too much memory: then the mail is `timed-out` or
 * `broken` and goes to a person. The reading is bounded by itself; this is for the fault nobody foresaw. One mail at a
 * time; the thread is kept for the next and holds no process open.
 */
export const guardedReader = (options: GuardOptions = {}): GuardedReader => {
  const { limits = MAIL_LIMITS, timeoutMs = TIMEOUT_MS, heapMb = HEAP_MB } = options;
  const module = options.threadModule ?? new URL('./guard-thread.ts', import.meta.url);
  let thread: Worker | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let count = 0;

  const start = (): Worker => {
    const started = new Worker(module, {
      env: {},
      execArgv: ['--disable-warning=ExperimentalWarning'],
      resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: 32 },
    });
    started.unref();
    return started;
  };
  /** Not waited for: a thread at the end of its memory may take minutes to go, and the next mail has a new one. */
  const end = (): void => {
    const ended = thread;
    thread = null;
    ended?.terminate().catch(() => undefined);
  };
  const ask = async <Task extends keyof Told>(
    task: Task,
    asked: Asked[Task],
    withinMs: number,
  ): Promise<E.Either<Unreadable, FromReader<Task>>> => {
    if (thread === null) {
      thread = start();
      const begun = await heardFrom(thread, isBegun, START_MS);
      if (E.isLeft(begun)) {
        end();
        return begun;
      }
    }
    count += 1;
    const id = count;
    const heard = heardFrom(
      thread,
      (said): said is FromReader<Task> => !isBegun(said) && said.id === id && said.task === task,
      withinMs,
    );
    thread.postMessage({ task, id, asked });
    const answer = await heard;
    if (E.isLeft(answer)) end();
    return answer;
  };
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work, work);
    last = turn.catch(() => undefined);
    return turn;
  };

  const told = <Task extends keyof Told>(
    task: Task,
    asked: Asked[Task],
    withinMs = timeoutMs,
  ): Promise<E.Left<Unreadable> | Told[Task]> =>
    inTurn(async () => {
      const answer = await ask(task, asked, withinMs);
      return E.isLeft(answer) ? answer : answer.right.told;
    });

  return {
    parse: raw => told('parse', { raw, limits }),
    take: (raw, settings) => told('take', { raw, limits, settings }, WORDS_TIMES * timeoutMs),
    answer: ({ text, html, from }, settings) =>
      told('answer', { mail: { text, html, from }, settings }, WORDS_TIMES * timeoutMs),
    safe: ({ text, html }) => told('safe', { mail: { text, html } }),
    label: text => told('label', { text }, WORDS_TIMES * timeoutMs),
    close: () => inTurn(async () => end()),
  };
};

let ofProcess: GuardedReader | null = null;

/**
 * The one reader that everything in a process shares: it keeps nothing of a mail, and each thread more would load and
 * compile all the phrases again. Nobody closes it.
 */
export const sharedReader = (): Omit<GuardedReader, 'close'> => {
  ofProcess ??= guardedReader();
  return ofProcess;
};

const isBegun = (said: Begun | FromReader): said is Begun => said.task === 'begun';

/** The first thing the thread says that is `awaited`, or why it does not come. */
const heardFrom = <T extends Begun | FromReader>(
  thread: Worker,
  awaited: (said: Begun | FromReader) => said is T,
  timeoutMs: number,
): Promise<E.Either<Unreadable, T>> =>
  new Promise(resolve => {
    const settle = (answer: E.Either<Unreadable, T>): void => {
      clearTimeout(timer);
      thread.unref();
      thread.off('message', onMessage);
      thread.off('error', onError);
      thread.off('exit', onExit);
      resolve(answer);
    };
    const onMessage = (said: Begun | FromReader): void => {
      if (awaited(said)) settle(E.right(said));
    };
    const onError = (error: Error): void => settle(E.left({ kind: 'broken', why: error.message }));
    const onExit = (): void => settle(E.left({ kind: 'broken', why: 'the reading thread ended' }));
    const timer = setTimeout(
      () => settle(E.left({ kind: 'timed-out', why: `not read within ${timeoutMs / 1_000} s` })),
      timeoutMs,
    );
    thread.ref();
    thread.on('message', onMessage);
    thread.on('error', onError);
    thread.on('exit', onExit);
  });
