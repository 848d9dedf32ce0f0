import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Judged, judge } from './judge.ts';
import { KNOWN_FINDINGS } from './known-findings.ts';
import type { Broken } from './observer.ts';
import { shrink, signatureOf } from './shrink.ts';
import { slowRows } from './slow-projector.ts';
import { type Story, storyOf } from './story.ts';

/**
 * Fortnights of a business in which processes die, engines fail, machines sleep, mail services refuse, throttle and say
 * nothing, everything is delivered twice and late, and people and customers do what they like; run through the real
 * handlers, and every promise asked of the log, of the mailbox and of the world around them. The stories that once failed
 * come first. `npm run simulate` plays as many as one likes, and tells the story of a seed.
 */
const SEEDS = [101, 102, 103, 104, 105, 106];
const REGRESSIONS: readonly { readonly found: string; readonly story: Story }[] = JSON.parse(
  readFileSync(resolve(import.meta.dirname, 'regressions.json'), 'utf8'),
);

interface Told extends Judged {
  readonly name: string;
}
const judged: Told[] = [];

beforeAll(async () => {
  for (const { found, story } of REGRESSIONS) judged.push({ name: found, ...(await judge(story)) });
  for (const seed of SEEDS) judged.push({ name: `seed ${seed}`, ...(await judge(storyOf('fortnight', seed))) });
}, 600_000);

const isNews = (broken: Broken): boolean => !KNOWN_FINDINGS.some(({ is }) => is(broken));

const brokenOf = (promise: Broken['promise']): readonly string[] =>
  judged.flatMap(({ name, broken }) =>
    broken.filter(one => one.promise === promise && isNews(one)).map(({ what }) => `${name}: ${what}`),
  );

const count = (what: string): number => judged.reduce((sum, { counts }) => sum + (counts[what] ?? 0), 0);

describe('whatever fails, and in whatever order things happen', () => {
  test('P1 no nudge leaves without a rep’s approval of exactly that text', () => expect(brokenOf('P1')).toEqual([]));
  test('P2 a step is sent at most once', () => expect(brokenOf('P2')).toEqual([]));
  test('P3 no send is claimed after an answer, a close, an expiry, a bounce, a complaint or a stop is in the log', () =>
    expect(brokenOf('P3')).toEqual([]));
  test('P4 nothing is handed over in quiet hours, on a weekend or on a holiday', () =>
    expect(brokenOf('P4')).toEqual([]));
  test('P5 never more than the cap, never closer than the gap, never two nudges to one contact on one day', () =>
    expect(brokenOf('P5')).toEqual([]));
  test('P6 every inbound message reaches a person or a named list', () => expect(brokenOf('P6')).toEqual([]));
  test('P7 every action is one row of the log, and none is changed', () => expect(brokenOf('P7')).toEqual([]));
  test('P8 the read models are what the log says', () => expect(brokenOf('P8')).toEqual([]));
  test('P9 the daily check adds nothing when it is run again', () => expect(brokenOf('P9')).toEqual([]));
  test('P10 a sheet or a doc that nobody can read does not come into force', () => expect(brokenOf('P10')).toEqual([]));
  test('P11 a send of unknown outcome is never repeated without a person', () => expect(brokenOf('P11')).toEqual([]));
  test('P12 nobody decides without the token that was mailed to them, in time, before it was decided', () =>
    expect(brokenOf('P12')).toEqual([]));
  test('P14 when all is quiet the log says of every row what the sheet says, and nothing leaves for what is over', () =>
    expect(brokenOf('P14')).toEqual([]));
  test('who is due gets an offer, who is approved leaves, who answers is heard: nothing waits for ever', () =>
    expect(brokenOf('liveness')).toEqual([]));
  test('nothing fails by itself, and nothing is left half done', () => expect(brokenOf('whole')).toEqual([]));

  /** A storm in a glass of water proves nothing. */
  test('and there was enough of everything to break them', () => {
    const least = {
      'the process died': 60,
      'a day was checked': 40,
      presses: 150,
      nudges: 8,
      'event: SendDeferred': 3,
      'event: DraftVoided': 10,
      'event: QuoteExpired': 3,
      'event: QuoteRevised': 10,
      inbound: 60,
      'act: quiet': 4,
    };
    const lacking = Object.entries(least).filter(([what, wanted]) => count(what) < wanted);
    expect(lacking.map(([what, wanted]) => `${what}: ${count(what)} of ${wanted}`)).toEqual([]);
  });
});

describe('a simulation', () => {
  test('is the same to the last byte in another process and under another time zone', () => {
    const hashOf = (zone: string): string => {
      const script = resolve(import.meta.dirname, 'log-hash.ts');
      const { stdout, stderr } = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', script, '103'], {
        env: { ...process.env, TZ: zone },
        encoding: 'utf8',
      });
      expect(stderr).toBe('');
      return stdout.trim();
    };
    const here = judged.find(({ name }) => name === 'seed 103')?.logHash;
    expect(here).toMatch(/^[0-9a-f]{64}$/);
    expect(hashOf('Pacific/Kiritimati')).toBe(here);
    expect(hashOf('America/St_Johns')).toBe(here);
  });

  test('that fails is made shorter until nothing can be left out', async () => {
    const story = storyOf('fortnight', 7);
    const needed = [story.acts[20], story.acts[90]];
    const shorter = await shrink(
      story,
      async ({ acts }) => needed.every(act => acts.some(one => one.roll === act?.roll)),
      500,
    );
    expect(shorter.acts.map(({ roll, calm }) => ({ roll, calm }))).toEqual(
      needed.map(act => ({ roll: act?.roll, calm: true })),
    );
  });

  test('tells two failures of one kind by the same words', () => {
    const one = signatureOf({ promise: 'P14', what: 'Q-12: the row says “won”, the log says open' });
    expect(signatureOf({ promise: 'P14', what: 'Q-7: the row says “hold”, the log says open' })).toBe(one);
    expect(signatureOf({ promise: 'P14', what: 'Q-7: the row says “hold”, the log says lost' })).not.toBe(one);
  });

  test('judges the read models by a projector of its own, which shows a nudge and the page of its draft', () => {
    const stored = (version: number, action: string, data: object) => ({
      quote_id: 'Q-1',
      version,
      ts: `2026-03-0${version}T09:00:00.000Z`,
      day: `2026-03-0${version}`,
      action,
      schema: 1,
      by_system: 'test',
      before: '',
      after: '',
      data: { ...data },
      event_id: `Q-1/${version}`,
      correlation_id: 'c',
      prev_hash: '',
      hash: '',
    });
    const expiresAt = '2026-03-09T09:00:00.000Z';
    const rows = slowRows('Q-1', [
      stored(1, 'MovePlanned', { draftId: 'd1', move: 'first_nudge' }),
      stored(2, 'DraftMailed', { draftId: 'd1', tokenHash: 't1', expiresAt }),
      stored(3, 'DraftApproved', { draftId: 'd1' }),
    ]);
    expect(rows).toEqual([
      {
        token: 't1',
        version: 3,
        quote_id: 'Q-1',
        kind: 'draft',
        about: 'd1',
        move: 'first_nudge',
        created_at: '2026-03-02T09:00:00.000Z',
        expires_at: Date.parse(expiresAt) / 1000,
        decided: 'approved',
      },
    ]);
  });
});
