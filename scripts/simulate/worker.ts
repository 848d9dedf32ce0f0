import { judge } from '../../tests/simulation/judge.ts';
import { shrink, signatureOf } from '../../tests/simulation/shrink.ts';
import { type Horizon, type Story, storyOf } from '../../tests/simulation/story.ts';

/** What a worker is asked for: to play a seed, or to make the story of a failure shorter. */
export type Asked =
  | { readonly kind: 'play'; readonly horizon: Horizon; readonly seed: number }
  | {
      readonly kind: 'shrink';
      readonly horizon: Horizon;
      readonly seed: number;
      readonly signature: string;
      readonly tries: number;
    };

export interface Finding {
  readonly promise: string;
  readonly what: string;
  readonly signature: string;
}

export type Answered =
  | {
      readonly kind: 'played';
      readonly horizon: Horizon;
      readonly seed: number;
      readonly findings: readonly Finding[];
      readonly counts: Readonly<Record<string, number>>;
      readonly acts: number;
      readonly quoteDays: number;
      readonly cpuMs: number;
    }
  | { readonly kind: 'shrunk'; readonly signature: string; readonly story: Story; readonly lines: readonly string[] };

/** So long a failure’s story is made shorter. */
const MOST_MS = 60_000;

const play = async (horizon: Horizon, seed: number): Promise<Answered> => {
  const began = process.cpuUsage();
  const story = storyOf(horizon, seed);
  const { broken, counts, quoteDays } = await judge(story);
  const { user, system } = process.cpuUsage(began);
  const findings = broken.map(one => ({ ...one, signature: signatureOf(one) }));
  const cpuMs = (user + system) / 1000;
  return { kind: 'played', horizon, seed, findings, counts, acts: story.acts.length, quoteDays, cpuMs };
};

const shorten = async (asked: Extract<Asked, { kind: 'shrink' }>): Promise<Answered> => {
  const { horizon, seed, signature, tries } = asked;
  const until = performance.now() + MOST_MS;
  // Once the time is over nothing is left out any more: what was found by then stands.
  const fails = async (story: Story): Promise<boolean> =>
    performance.now() < until && (await judge(story)).broken.some(one => signatureOf(one) === signature);
  const story = await shrink(storyOf(horizon, seed), fails, tries);
  return { kind: 'shrunk', signature, story, lines: (await judge(story)).story };
};

process.on('message', async (asked: Asked) => {
  const answer = asked.kind === 'play' ? await play(asked.horizon, asked.seed) : await shorten(asked);
  process.send?.(answer);
});
