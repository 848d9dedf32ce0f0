import type { Concern } from './about-following-up.ts';
import { type Clause, cut } from './clause.ts';
import { markTiers } from './tier-name.ts';
import { tierPhrases } from './tier-phrases.ts';

const EXAMPLES = {
  cadence:
    'nudge days after sending, such as "Standard quotes: nudge after 4 days and 9 days, last call 2 days before expiry"',
  owner: 'a team and its person, such as "Quotes from the events team go to Sam"',
  absence: 'who is away, when and who covers, such as "Sam is away 4-15 May 2027, Priya covers"',
  window: 'when not to send, such as "No nudges between 7pm and 9am, on weekends, or on 26 December"',
  cap: 'a limit, such as "At most four nudges per quote" or "keep three days between nudges"',
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
  const at = result.at.replace(/^(?:(?:at|on|after|in|for|of|with|by|is) )?[A-Z][\ue000-\uf8ff] ?(?=[a-z])/, '');
  const words = (at.split(/[A-Z][\ue000-\uf8ff]/)[0] ?? '').trim().split(' ').slice(0, MOST_WORDS).join(' ');
  return /[a-z]/.test(words)
    ? words
        .replace(/[.,;:]$/, '')
        .replaceAll('aftersent', 'after sending')
        .replaceAll('lastcall', 'last call')
    : null;
};
