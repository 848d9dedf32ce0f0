import { readAbsence } from './absence-clause.ts';
import { type Clause, type Fact, fault, type Outcome } from './clause.ts';
import { readLimit } from './limit-clause.ts';
import { readOwner } from './owner-clause.ts';
import { readTier } from './tier-clause.ts';
import { readWindow } from './window-clause.ts';

/** More parts than a sentence that people write; beyond, it is only read whole. */
const MAX_PARTS = 14;

const SEPARATOR = / ?([;.]|,? (?:and|but)(?: (?:also|then))?|,|-| or) (?=\S)/g;

/** All that a sentence states: as one statement, else as several that each stand alone. Null: it is none of ours. */
export const readClause = (clause: Clause): Outcome => {
  const whole = readWhole(clause);
  if (whole?.kind === 'facts' || whole?.kind === 'about') return whole;
  const parts = readParts(clause);
  return parts?.kind === 'facts' ? parts : (whole ?? parts);
};

/** The readers in turn; the first that states facts has it, else the first fault found. */
const readWhole = (clause: Clause): Outcome => {
  let wrong: Outcome = null;
  for (const read of [readLimit, readOwner, readAbsence, readWindow, readTier]) {
    const outcome = read(clause);
    if (outcome?.kind === 'facts' || outcome?.kind === 'about') return outcome;
    wrong ??= outcome;
  }
  return wrong;
};

interface Part {
  readonly text: string;
  /** What stands before it. */
  readonly link: string;
}

interface Reading {
  readonly outcome: Outcome;
  readonly part: Part;
}

/** The fewest parts that are each understood, so that no word is left out; null where there are none, or they don't go together. */
const readParts = (clause: Clause): Outcome => {
  const parts = partsOf(clause.text);
  if (parts.length < 2 || parts.length > MAX_PARTS) return null;
  const best: (readonly Reading[] | null)[] = [[]];
  let wrong: Outcome = null;
  for (let end = 1; end <= parts.length; end++) {
    best[end] = null;
    for (let start = 0; start < end; start++) {
      const before = best[start];
      if (!before || (start === 0 && end === parts.length)) continue;
      if ((best[end]?.length ?? Number.POSITIVE_INFINITY) <= before.length + 1) continue;
      const part = { text: joined(parts.slice(start, end)), link: parts[start]?.link ?? '' };
      const outcome = readWhole({ text: part.text, entities: clause.entities });
      if (outcome?.kind === 'fault') wrong ??= outcome;
      if (outcome?.kind === 'facts') best[end] = [...before, { outcome, part }];
    }
  }
  const readings = best[parts.length];
  if (!readings) return best.slice(1, -1).some(each => each !== null) ? wrong : null;
  return together(readings);
};

const partsOf = (text: string): readonly Part[] => {
  const parts: Part[] = [];
  let from = 0;
  let link = '';
  for (const match of text.matchAll(SEPARATOR)) {
    parts.push({ text: text.slice(from, match.index), link });
    from = match.index + match[0].length;
    link = match[0];
  }
  return [...parts, { text: text.slice(from), link }];
};

const joined = (parts: readonly Part[]): string =>
  parts
    .map(({ text, link }, i) => (i === 0 ? text : link + text))
    .join('')
    .trim();

const NEGATED = /^(?:not|never|no|nothing|nobody|avoid)(?![a-z])/;
const IMPERATIVE = /^(?:send|nudge|mail|email|contact|weekends?)(?![a-z])/;

const together = (readings: readonly Reading[]): Outcome => {
  const all: Fact[] = [];
  for (const [i, { outcome, part }] of readings.entries()) {
    if (outcome?.kind !== 'facts') return null;
    const before = readings[i - 1];
    if (before && !mayFollow(before, { outcome, part })) {
      return fault('statements that each stand alone: part this sentence in two');
    }
    all.push(...outcome.facts);
  }
  return { kind: 'facts', facts: all };
};

/**
 * A full stop or semicolon parts any two statements. After a comma or "and", what is said of one tier must not be
 * followed by a rule for all ("over $20,000: 5/12, and send on weekends"), nor a "do not" by a bare "send".
 */
const mayFollow = (before: Reading, after: Reading): boolean => {
  if (/[;.]/.test(after.part.link)) return true;
  if (NEGATED.test(before.part.text) && IMPERATIVE.test(after.part.text)) return false;
  const [first, second] = [tiersOf(before.outcome), tiersOf(after.outcome)];
  if (first.some(isOwn) || second.some(isOwn))
    return first.length > 0 && second.length > 0 && !isUnnamed(after.outcome);
  return second.length === 0 || !isUnnamed(after.outcome);
};

const isOwn = (tier: string): boolean => tier !== 'standard';

const isUnnamed = (outcome: Outcome): boolean => outcome?.kind === 'facts' && outcome.unnamed === true;

const tiersOf = (outcome: Outcome): readonly string[] =>
  outcome?.kind === 'facts' ? outcome.facts.flatMap(fact => ('tier' in fact ? [fact.tier] : [])) : [];
