import type { Clock } from '../../../../ports/world.ts';

interface Answered {
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

/** By how much this machine's clock is ahead of AWS's, as an answer's `Date` says: to the second. Null: not known yet. */
export interface ServerTime {
  readonly aheadMs: () => number | null;
  /** Reads each answer that a client gets, refusals too. */
  readonly listen: (client: ListenedTo) => void;
}

interface ListenedTo {
  readonly middlewareStack: {
    // biome-ignore lint/suspicious/noExplicitAny: the SDK's own types differ from client to client
    readonly add: (middleware: any, options: any) => void;
  };
}

export const serverTime = (clock: Clock): ServerTime => {
  let aheadMs: number | null = null;
  const heard = (answer: Answered | undefined): void => {
    const date = Date.parse(answer?.headers?.date ?? '');
    if (!Number.isNaN(date)) aheadMs = clock.now().getTime() - date;
  };
  return {
    aheadMs: () => aheadMs,
    listen: client =>
      client.middlewareStack.add(
        (next: (args: unknown) => Promise<{ readonly response: Answered }>) => async (args: unknown) => {
          try {
            const result = await next(args);
            heard(result.response);
            return result;
          } catch (error) {
            if (error instanceof Error && '$response' in error) heard(error.$response as Answered);
            throw error;
          }
        },
        { step: 'deserialize', priority: 'high' },
      ),
  };
};
