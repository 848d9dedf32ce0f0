import fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { defaultConfig } from '../../src/config/decode-config.ts';
import { relationOf } from '../../src/rules-doc/interval.ts';
import { readRules } from '../../src/rules-doc/read-rules.ts';

/** The reader's own vocabulary, so that random text gets far into it. */
const WORDS =
  'standard small big quotes quote nudge nudges chase reminder last call cadence follow up send do not never only at on after before between and or then from to is are away covers cover default team Priya Sam events priya@x.example over under at least up to more than 3 7 days day week two weeks 3/7 5-12 $500 $20,000 20k €5 6pm 8am 18:00 weekends weekdays holidays 25 December 2026 3-14 August 2026 03/04/2026 every year three nudges per quote leave gap cap stop alone no off except unless if because so , . : ; ( ) - \n \n\n # - ! ?'.split(
    ' ',
  );

const chatter = fc
  .array(fc.constantFrom(...WORDS), { maxLength: 60 })
  .map(words => words.join(' ').replace(/ ([,.:;!?)])/g, '$1'));

const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  chatter,
  fc.array(chatter, { maxLength: 6 }).map(lines => lines.join('\n')),
);

describe('whatever the text', () => {
  test('the reader gives a reading or errors, each on a line of the doc, and never throws', () => {
    fc.assert(
      fc.property(anything, text => {
        const reading = readRules(text, defaultConfig);
        const lines = text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/).length;
        if (E.isRight(reading)) return;
        expect(reading.left.length).toBeGreaterThan(0);
        for (const { line, expected } of reading.left) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(lines);
          expect(expected).not.toMatch(/[\ue000-\uf8ff]|undefined|NaN/);
        }
      }),
      { numRuns: 1500 },
    );
  });

  test('what is read can be followed: days rise, tiers do not clash, everyone has an address', () => {
    fc.assert(
      fc.property(anything, text => {
        const reading = readRules(text, defaultConfig);
        if (E.isLeft(reading)) return;
        const { tiers, teams, people, away, quietHours, nudgeCap, minGapDays } = reading.right.rules;
        for (const { nudgeDays, lastCallDays } of tiers) {
          expect(nudgeDays.every((day, i) => day >= 1 && day <= 365 && day > (nudgeDays[i - 1] ?? 0))).toBe(true);
          expect(lastCallDays === null || (lastCallDays >= 0 && lastCallDays <= 365)).toBe(true);
        }
        tiers.forEach((tier, i) => {
          for (const other of tiers.slice(0, i)) {
            expect(['apart', 'inside', 'around']).toContain(relationOf(tier.bound, other.bound));
          }
        });
        for (const who of Object.values(teams)) expect(who.includes('@') || Object.hasOwn(people, who)).toBe(true);
        for (const { from, to } of away) expect(from <= to).toBe(true);
        if (quietHours) expect(quietHours[0]).not.toBe(quietHours[1]);
        expect(nudgeCap ?? 1).toBeGreaterThanOrEqual(1);
        expect(minGapDays ?? 0).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 1500 },
    );
  });

  test('reading is deterministic', () => {
    fc.assert(
      fc.property(chatter, text => {
        expect(readRules(text, defaultConfig)).toEqual(readRules(text, defaultConfig));
      }),
      { numRuns: 200 },
    );
  });
});

describe('100 KB of the worst', () => {
  const size = 100 * 1024;
  const fill = (unit: string): string => unit.repeat(Math.floor(size / unit.length));
  test.each([
    ['commas', '3,'],
    ['pluses', '3+'],
    ['one word', 'a'],
    ['spaces', ' '],
    ['brackets', '('],
    ['quotes', 'quotes '],
    ['nudges', 'nudge at 3 days and '],
    ['reasons', 'so it '],
    ['addresses', 'a@b.'],
    ['introductions', 'Priya is a@b.example and '],
    ['months', '3 Aug '],
    ['thousands', '1,000,'],
    ['conditions', 'unless they have not not '],
    ['heads', 'nudge:\n'],
    ['items', '- nudge\n'],
    ['unfinished lines', 'nudge at 3 days and\n'],
    ['faulty sentences', 'Standard quotes: nudge at 3 dyas. '],
    ['rules', 'Standard quotes: nudge at 3 days and 7 days after sending.\n'],
    ['prose', 'We love our customers and offer them 3 kinds of tea.\n'],
  ])('of %s is read without backtracking for ever', (_name, unit) => {
    // The time limit of the test run is the only clock here: a pattern that backtracks would take hours.
    readRules(fill(unit), defaultConfig);
  });
});
