import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Rules } from '../../src/cadence/policy.ts';
import { errorsOf, readingOf } from '../unit/rules-doc/reading.ts';

/** Sentences that each stand alone and go together in any number and order. */
const POOL = [
  'Standard quotes: nudge at 4 days and 9 days after sending, then a last call 2 days before the quote expires.',
  'Large quotes over $9,000 get a slower 6/14 cadence, so that nobody feels hurried.',
  'Huge quotes of $90,000 or more: first nudge after a week, second after 3 weeks.',
  'Small quotes under $300: one nudge at 5 days, then stop.',
  'Never chase tiny quotes below $20.',
  'Quotes from the events team default to Sam.',
  'The fit-out team’s quotes go to Mei Lin.',
  'Priya is away 4–15 May 2027, Sam covers.',
  'Mei Lin is on leave from 1 to 3 June 2027; covered by Priya.',
  'Do not send between 7pm and 9am or on weekends.',
  'Holidays: 26 December and 2 January 2028',
  'At most four nudges per quote.',
  'Keep at least three days between nudges.',
  'We love our customers.',
  'Our shop is at 12 High Street.',
] as const;

const PEOPLE = ['Priya is priya@x.example.', 'Sam: sam@x.example', 'Mei Lin <meilin@x.example>'] as const;

const joints = fc.constantFrom('\n', '\n\n', ' ', '\r\n', '\n- ');

const stopped = (sentence: string): string => (/[.!?]$/.test(sentence) ? sentence : `${sentence}.`);

/** A doc of some of the pool in some order, laid out in some way. */
const docs = fc
  .shuffledSubarray([...POOL])
  .chain(some => fc.shuffledSubarray([...some, ...PEOPLE], { minLength: some.length + PEOPLE.length }))
  .chain(sentences =>
    fc.tuple(fc.constant(sentences), fc.array(joints, { minLength: sentences.length, maxLength: sentences.length })),
  );

const layOut = ([sentences, between]: readonly [readonly string[], readonly string[]]): string =>
  sentences.map((sentence, i) => stopped(sentence) + (between[i] ?? '')).join('');

const sorted = <A>(all: readonly A[] | undefined): readonly A[] =>
  [...(all ?? [])].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

const inAnyOrder = (rules: Rules) => ({
  ...rules,
  tiers: sorted(rules.tiers),
  away: sorted(rules.away),
  holidays: sorted(rules.holidays),
});

const orderly = (sentences: readonly string[]): string =>
  [...POOL, ...PEOPLE]
    .filter(sentence => sentences.includes(sentence))
    .map(stopped)
    .join('\n\n');

test('the order and the layout of sentences change nothing', () => {
  fc.assert(
    fc.property(docs, doc => {
      expect(inAnyOrder(readingOf(layOut(doc)).rules)).toEqual(inAnyOrder(readingOf(orderly(doc[0])).rules));
    }),
    { numRuns: 200 },
  );
});

test('capitals change nothing but the spelling of names', () => {
  fc.assert(
    fc.property(docs, doc => {
      const text = layOut(doc);
      const loud = JSON.stringify(inAnyOrder(readingOf(text.toUpperCase()).rules)).toLowerCase();
      expect(JSON.parse(loud)).toEqual(JSON.parse(JSON.stringify(inAnyOrder(readingOf(text).rules)).toLowerCase()));
    }),
    { numRuns: 200 },
  );
});

test('one faulty sentence refuses the whole doc and is the one named, wherever it stands', () => {
  const faults = fc.constantFrom(
    'Nugde them soon.',
    'Standard quotes: chase on Fridays.',
    'Do not send late.',
    'Sam covers Bob.',
  );
  fc.assert(
    fc.property(docs, faults, fc.nat(), ([sentences], faulty, place) => {
      const at = place % (sentences.length + 1);
      const text = [...sentences.slice(0, at), faulty, ...sentences.slice(at)].map(stopped).join('\n\n');
      expect(errorsOf(text)).toEqual([{ line: at * 2 + 1, sentence: faulty, expected: expect.any(String) }]);
    }),
    { numRuns: 150 },
  );
});

describe('nothing is half understood', () => {
  const rules = POOL.slice(0, 13);
  const conditions = [
    'except for VIPs',
    'unless it rains',
    'only in Singapore',
    'if possible',
    'for new customers',
    'on the second Friday',
    'when Priya agrees',
    'but not in May',
    'other than ours',
    'provided we have time',
  ];
  test('a condition after a rule refuses it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...rules), fc.constantFrom(...conditions), (sentence, condition) => {
        const text = `${sentence.replace(/\.$/, '')}, ${condition}.\n\n${PEOPLE.join('\n\n')}`;
        expect(errorsOf(text).length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });

  test('a strange word within a rule refuses it, unless it is part of a name or of a reason', () => {
    fc.assert(
      fc.property(fc.constantFrom(...rules), fc.nat(), (sentence, place) => {
        const words = sentence.split(' ');
        const at = 1 + (place % (words.length - 1));
        const text = [...words.slice(0, at), 'zorble', ...words.slice(at)].join(' ');
        if (
          /zorble (?:quotes|team|events|fit-out|tiny)|(?:small|large|huge|tiny|quotes from|the|the events|so|that|nobody|feels|of) zorble/i.test(
            text,
          )
        )
          return;
        const said = readingOrNull(`${text}\n\n${PEOPLE.join('\n\n')}`);
        if (said !== null) expect(said).toEqual(readingOf(PEOPLE.join('\n\n')).rules);
      }),
      { numRuns: 400 },
    );
  });
});

const readingOrNull = (text: string): Rules | null => (errorsOf(text).length > 0 ? null : readingOf(text).rules);
