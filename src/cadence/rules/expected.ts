import type { Concern } from './about-following-up.ts';
import { type Clause, cut } from './clause.ts';
import { markTiers } from './tier-name.ts';
import { tierPhrases } from './tier-phrases.ts';

const EXAMPLES = {
  cadence:
    'nudge days after sending, such as "Standard quotes: nudge at 3 days and 7 days, then a last call 3 days before the quote expires"',
  owner: 'a team and its person, such as "Quotes from the catering team default to Priya"',
  absence: 'who is away, when and who covers, such as "Priya is away 3-14 August 2026, Sam covers"',
  window: 'when not to send, such as "Do not send between 6pm and 8am, on weekends, or on 25 December 2026"',
  cap: 'a limit, such as "Never more than three nudges for one quote" or "leave at least two days between them"',
} as const;

const TOPICS: readonly (readonly [RegExp, keyof typeof EXAMPLES])[] = [
  [/default|(?<![a-z])team(?![a-z])/, 'owner'],
  [/(?<![a-z])(?:away|cover|covers|covered|covering|on leave)(?![a-z])/, 'absence'],
  [/more than|at most|between nudge|between them|apart|(?<![a-z])(?:cap|gap|maximum)(?![a-z])/, 'cap'],
  [
    /(?:not|never|only|no) (?:\S+ ){0,2}(?:send|sending|nudge (?:on|between|before|after|at))|quiet|weekend|holiday/,
    'window',
  ],
  [/nudge|lastcall|cadence|quote/, 'cadence'],
  [/send|sent/, 'window'],
];

/** What stands in for a sentence that must be understood and is not: the right spelling, an example, and where it broke off. */
export const expectedOf = (clause: Clause, concern: Concern): string => {
  const topic = TOPICS.find(([pattern]) => pattern.test(clause.text))?.[1] ?? 'cadence';
  const spelt = concern.kind === 'misspells' ? `"${concern.meant}" in place of "${concern.word}"; ` : '';
  const stuck = topic === 'cadence' && spelt === '' ? stuckWords(clause) : null;
  return `${spelt}${EXAMPLES[topic]}${stuck === null ? '' : `; "${stuck}" is not understood`}`;
};

const MOST_WORDS = 6;

/** The first words of a cadence that no phrase knows. */
const stuckWords = (clause: Clause): string | null => {
  const result = cut(markTiers(clause), tierPhrases);
  if (result.kind === 'whole') return null;
  const words = (result.at.split(/[A-Z][\ue000-\uf8ff]/)[0] ?? '').trim().split(' ').slice(0, MOST_WORDS).join(' ');
  return /[a-z]/.test(words)
    ? words
        .replace(/[.,;:]$/, '')
        .replaceAll('aftersent', 'after sending')
        .replaceAll('lastcall', 'last call')
    : null;
};
