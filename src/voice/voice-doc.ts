import * as E from 'fp-ts/lib/Either.js';
import type { Move } from '../events/quote-events.ts';
import type { DraftFacts } from '../ports/model.ts';

/** What a template may name between braces, and what stands there in the mail. */
export const PLACEHOLDERS = ['customer', 'quote', 'amount', 'sent', 'expires', 'link', 'rep'] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

/** The voice doc as understood: a template for each move, and prose about tone for the model. */
export interface Voice {
  readonly templates: Readonly<Record<Move, string>>;
  readonly tone: string;
  /** Moves for which the doc has no template, so that ours stands in. */
  readonly missing: readonly Move[];
}

export interface VoiceError {
  readonly line: number;
  readonly sentence: string;
  readonly expected: string;
}

const OURS: Readonly<Record<Move, string>> = {
  first_nudge: `Hello {customer},

I wanted to make sure that our quote {quote} of {sent} over {amount} reached you. You find it here: {link}

Is there anything I can clear up?

Kind regards
{rep}`,
  followup: `Hello {customer},

have you had a chance to look at our quote {quote} of {sent} over {amount}? You find it here: {link}

If something in it does not fit, tell me and I will see what can be done.

Kind regards
{rep}`,
  last_call: `Hello {customer},

our quote {quote} of {sent} over {amount} is valid until {expires}. You find it here: {link}

If you would like to go ahead, a short answer is enough. If not, a word is just as welcome.

Kind regards
{rep}`,
};

const HEADINGS: Readonly<Record<string, Move | 'signoff'>> = {
  'first nudge': 'first_nudge',
  'first message': 'first_nudge',
  nudge: 'first_nudge',
  'follow up': 'followup',
  followup: 'followup',
  'second nudge': 'followup',
  'last call': 'last_call',
  'final call': 'last_call',
  'sign off': 'signoff',
  signoff: 'signoff',
  signature: 'signoff',
};

const MOVES: readonly Move[] = ['first_nudge', 'followup', 'last_call'];
const MAX_DOC = 50_000;
const MAX_TEMPLATE = 5_000;

/** The headings stand alone on their line; `#`, `*`, colons, case and hyphens do not matter. */
const headingOf = (line: string): Move | 'signoff' | 'other' | null => {
  const bare = line
    .trim()
    .replace(/^[#*_\s]+|[#*_:\s]+$/g, '')
    .toLowerCase()
    .replace(/[\s\u2010-\u2015-]+/g, ' ');
  const known = HEADINGS[bare];
  if (known) return known;
  return /^\s*#{1,6}\s+\S/.test(line) || /^(tone|voice|style|about( us)?|notes?)$/.test(bare) ? 'other' : null;
};

/** Reads the doc, or says which line cannot stand. A doc without a template for a move gets ours for it. */
export const readVoice = (text: string): E.Either<readonly VoiceError[], Voice> => {
  if (text.length > MAX_DOC || /[\u0000-\u0008\u000e-\u001f]/.test(text)) {
    return E.left([{ line: 1, sentence: '', expected: 'plain text of at most 50,000 characters' }]);
  }
  const lines = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n');
  const errors: VoiceError[] = [];
  const sections = new Map<string, string[]>();
  let current = 'tone';
  for (const [index, line] of lines.entries()) {
    const heading = headingOf(line);
    if (heading === null) {
      errors.push(...faultsOf(line, index + 1, current));
      sections.set(current, [...(sections.get(current) ?? []), line]);
      continue;
    }
    current = heading === 'other' ? 'tone' : heading;
    if (current !== 'tone' && sections.has(current)) {
      errors.push({
        line: index + 1,
        sentence: line.trim(),
        expected: 'each heading once: this one stands above already',
      });
    }
    sections.set(current, sections.get(current) ?? []);
  }
  return errors.length > 0 ? E.left(errors) : voiceFrom(sections);
};

const voiceFrom = (sections: ReadonlyMap<string, readonly string[]>): E.Either<readonly VoiceError[], Voice> => {
  const signoff = bodyOf(sections.get('signoff'));
  const own = (move: Move): string | null => {
    const body = bodyOf(sections.get(move));
    return body === '' ? null : signoff === '' ? body : `${body}\n\n${signoff}`;
  };
  const tooLong = MOVES.find(move => (own(move)?.length ?? 0) > MAX_TEMPLATE);
  if (tooLong)
    return E.left([
      { line: 1, sentence: '', expected: `a template of at most ${MAX_TEMPLATE} characters for ${tooLong}` },
    ]);
  return E.right({
    templates: {
      first_nudge: own('first_nudge') ?? OURS.first_nudge,
      followup: own('followup') ?? OURS.followup,
      last_call: own('last_call') ?? OURS.last_call,
    },
    tone: bodyOf(sections.get('tone')),
    missing: MOVES.filter(move => own(move) === null),
  });
};

const bodyOf = (lines: readonly string[] | undefined): string =>
  (lines ?? [])
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

const isPlaceholder = (name: string): name is Placeholder => PLACEHOLDERS.some(known => known === name);

/** An unknown name in braces would reach a customer as it stands. */
const faultsOf = (line: string, number: number, section: string): readonly VoiceError[] => {
  if (section === 'tone') return [];
  return [...line.matchAll(/\{\s*([^{}]*?)\s*\}/g)]
    .filter(([, name = '']) => !isPlaceholder(name.toLowerCase()))
    .map(([whole]) => ({
      line: number,
      sentence: line.trim(),
      expected: `one of ${PLACEHOLDERS.map(known => `{${known}}`).join(' ')} in place of ${whole}`,
    }));
};

/** Our own templates, for a business without a voice doc. */
export const plainVoice: Voice = { templates: OURS, tone: '', missing: MOVES };

const factOf = (facts: DraftFacts, name: Placeholder): string | null => {
  switch (name) {
    case 'customer':
      return facts.customer;
    case 'quote':
      return facts.quoteId;
    case 'amount':
      return facts.amount;
    case 'sent':
      return facts.sent;
    case 'expires':
      return facts.expires;
    case 'link':
      return facts.link;
    case 'rep':
      return facts.rep;
  }
};

const NAMES: Readonly<Record<string, Placeholder>> = {
  customer: 'customer',
  quote: 'quote',
  amount: 'amount',
  sent: 'sent',
  expires: 'expires',
  link: 'link',
  rep: 'rep',
};

/** A sentence and the space after it; a line without a full stop is one sentence. */
const SENTENCES = /[^.!?]*(?:[.!?](?!\s|$)[^.!?]*)*(?:[.!?]+(?=\s|$)\s*|$)/g;

/**
 * The template with the quote's facts. A sentence that names a fact which this quote does not have (no expiry, no
 * link) is left out whole: half a sentence must not reach a customer.
 */
export const fillTemplate = (template: string, facts: DraftFacts): string =>
  template
    .split('\n')
    .map(line => fillLine(line, facts))
    .filter((line): line is string => line !== null)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

const fillLine = (line: string, facts: DraftFacts): string | null => {
  if (!line.includes('{')) return line;
  const kept = (line.match(SENTENCES) ?? [line]).filter(sentence => !lacks(sentence, facts));
  const filled = kept.join('').replace(/\{\s*(\w+)\s*\}/g, (whole, name: string) => {
    const known = NAMES[name.toLowerCase()];
    return known === undefined ? whole : (factOf(facts, known) ?? '');
  });
  return filled.trim() === '' ? null : filled.trimEnd();
};

const lacks = (sentence: string, facts: DraftFacts): boolean =>
  [...sentence.matchAll(/\{\s*(\w+)\s*\}/g)].some(([, name = '']) => {
    const known = NAMES[name.toLowerCase()];
    return known !== undefined && factOf(facts, known) === null;
  });
