import { Worker } from 'node:worker_threads';
import * as E from 'fp-ts/lib/Either.js';
import type { ReadingSettings, TakenMail } from '../../inbox/mail-reading.ts';
import { type Limits, MAIL_LIMITS, type Message, type Unreadable } from '../../inbox/message.ts';
import type { Begun, FromReader, ToReader } from './guard-messages.ts';

export interface GuardOptions {
  readonly limits?: Limits;
  /** For each mail, from the moment the thread has it. */
  readonly timeoutMs?: number;
  /** Heap of the thread; the mail itself and its attachments come on top, at most a few times its size. */
  readonly heapMb?: number;
  /** The thread's module, where a bundle keeps it elsewhere. */
  readonly threadModule?: URL;
}

export interface GuardedReader {
  /** As `parseMessage`. */
  readonly parse: (raw: Uint8Array) => Promise<E.Either<Unreadable, Message>>;
  /** As `takeIn` after that: everything the mail shows, nothing looked up. */
  readonly take: (raw: Uint8Array, settings: ReadingSettings) => Promise<E.Either<Unreadable, TakenMail>>;
  /** Ends the thread; a later call starts another. */
  readonly close: () => Promise<void>;
}

const TIMEOUT_MS = 5_000;
/** Loading the thread's modules is no fault of the mail that is first, however busy the machine. */
const START_MS = 30_000;
const HEAP_MB = 256;

type Question = ToReader extends infer Q ? (Q extends ToReader ? Omit<Q, 'id'> : never) : never;

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
  const ask = async (question: Question): Promise<E.Either<Unreadable, FromReader>> => {
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
    const heard = heardFrom(thread, (said): said is FromReader => !isBegun(said) && said.id === id, timeoutMs);
    thread.postMessage({ ...question, id });
    const answer = await heard;
    if (E.isLeft(answer)) end();
    return answer;
  };
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work, work);
    last = turn.catch(() => undefined);
    return turn;
  };

  return {
    parse: raw =>
      inTurn(async () => {
        const answer = await ask({ task: 'parse', raw, limits });
        return E.isRight(answer) && answer.right.task === 'parse' ? answer.right.parsed : E.left(faultOf(answer));
      }),
    take: (raw, settings) =>
      inTurn(async () => {
        const answer = await ask({ task: 'take', raw, limits, settings });
        return E.isRight(answer) && answer.right.task === 'take' ? answer.right.taken : E.left(faultOf(answer));
      }),
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

const faultOf = (answer: E.Either<Unreadable, FromReader>): Unreadable =>
  E.isLeft(answer) ? answer.left : { kind: 'broken', why: 'an answer to another question' };

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
