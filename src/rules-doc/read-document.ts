import { fault, type Outcome, type Said, STANDARD } from './clause.ts';
import { bodyOf, joinedText } from './document.ts';
import type { Sentence } from './sentences.ts';
import { tierKey } from './tier-name.ts';

/** A sentence that could not be read, or can't stand beside another. */
export interface RulesError {
  readonly line: number;
  /** As the doc writes it. */
  readonly sentence: string;
  /** What would have been understood in its place. */
  readonly expected: string;
}

export interface Unused {
  readonly line: number;
  readonly sentence: string;
}

export interface Document {
  readonly said: readonly Said[];
  readonly errors: readonly RulesError[];
  /** Prose that names a number, a date, money or an address, and states nothing of ours. */
  readonly notUsed: readonly Unused[];
}

/** Reads the words of one sentence; `heading`: they stand in one. */
export type ReadText = (text: string, heading: boolean) => Outcome;

/** With so many faults it is another document. */
export const MAX_ERRORS = 50;

/** The most sentences that a full stop or a line break in the wrong place may have parted. */
const MAX_JOIN = 3;

/** One sentence, or several read as one. */
interface Read {
  readonly text: string;
  readonly line: number;
  readonly outcome: Outcome;
  /** How many of the document's sentences it took. */
  readonly length: number;
}

/** Reads sentence by sentence; what leans on a neighbour, or stands under a head, is read together with it. */
export const readDocument = (sentences: readonly Sentence[], readText: ReadText): Document => {
  const said: Said[] = [];
  const errors: RulesError[] = [];
  const notUsed: Unused[] = [];
  let at = 0;
  let before: Read | null = null;
  while (at < sentences.length && errors.length < MAX_ERRORS) {
    const all = readAt(sentences, at, before, readText);
    for (const { text, line, outcome } of all) {
      if (outcome?.kind === 'fault') errors.push({ line, sentence: text, expected: outcome.expected });
      else if (outcome) said.push(...outcome.facts.map((fact): Said => ({ ...fact, line, sentence: text })));
      else if (COUNTS.test(text)) notUsed.push({ line, sentence: text });
    }
    at += all.reduce((sum, { length }) => sum + length, 0);
    before = all.at(-1) ?? null;
  }
  return { said, errors, notUsed };
};

const COUNTS =
  /\d|[$€£¥₹@]|(?<![\p{L}])(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|sixty|ninety|hundred|thousand|twice)(?![\p{L}])/iu;

const readAt = (
  sentences: readonly Sentence[],
  at: number,
  before: Read | null,
  readText: ReadText,
): readonly Read[] => {
  const sentence = sentences[at];
  if (!sentence) return [];
  const own = readText(sentence.text, sentence.heading);
  const group = isHead(sentence, own, sentences[at + 1]) ? readGroup(sentences, at, own, readText) : null;
  if (group) return group;
  const together = wantsNext(sentences, at, own, readText) ? readJoined(sentences, at, readText) : null;
  return [together ?? { ...alone(sentence), outcome: inContext(sentence, own, before) }];
};

const alone = ({ text, line }: Sentence) => ({ text, line, length: 1 });

/** True where a sentence can't be read alone, or the next can't, neither alone nor with the one after it. */
const wantsNext = (sentences: readonly Sentence[], at: number, own: Outcome, readText: ReadText): boolean => {
  if (own?.kind === 'fault') return true;
  if (!leans(sentences[at + 1], readText)) return false;
  const next = readText(sentences[at + 1]?.text ?? '', false);
  return next?.kind !== 'fault' || readJoined(sentences, at + 1, readText) === null;
};

/** "Small quotes: one nudge after 5 days. Then stop.": the second is nothing without the first, and changes it. */
const leans = (sentence: Sentence | undefined, readText: ReadText): boolean => {
  if (!sentence || sentence.joint === 'apart') return false;
  const outcome = readText(sentence.text, sentence.heading);
  return (
    outcome?.kind === 'fault' ||
    (outcome?.kind === 'facts' && outcome.unnamed === true && sentence.joint !== 'new-line')
  );
};

const readJoined = (sentences: readonly Sentence[], at: number, readText: ReadText): Read | null => {
  const first = sentences[at];
  let text = first?.text ?? '';
  for (let length = 2; length <= MAX_JOIN; length++) {
    const next = sentences[at + length - 1];
    if (!next || next.joint === 'apart') break;
    text = `${text} ${next.text}`;
    const outcome = readText(text, false);
    if (outcome?.kind !== 'facts') continue;
    const more = leans(sentences[at + length], readText)
      ? readJoinedFrom(sentences, at, length + 1, text, readText)
      : null;
    return more ?? { text, line: first?.line ?? 1, outcome, length };
  }
  return null;
};

const readJoinedFrom = (
  sentences: readonly Sentence[],
  at: number,
  length: number,
  text: string,
  readText: ReadText,
): Read | null => {
  const next = sentences[at + length - 1];
  if (!next || length > MAX_JOIN) return null;
  const longer = `${text} ${next.text}`;
  const outcome = readText(longer, false);
  return outcome?.kind === 'facts' ? { text: longer, line: sentences[at]?.line ?? 1, outcome, length } : null;
};

/** A cadence that names no quotes is the standard tier's, unless the sentence before it speaks of others. */
const inContext = (sentence: Sentence, outcome: Outcome, before: Read | null): Outcome => {
  if (outcome?.kind === 'fault' && outcome.leans) return before?.outcome ? outcome : null;
  if (outcome?.kind !== 'facts' || !outcome.unnamed || sentence.joint === 'apart' || before === null) return outcome;
  const newStatement = sentence.joint === 'new-line' && outcome.facts.some(({ kind }) => kind === 'nudgeDays');
  return speaksOfATier(before) && !newStatement
    ? fault('the quotes it is about, such as "Standard quotes: …" or "Small quotes under 500: …"')
    : outcome;
};

const speaksOfATier = ({ text, outcome }: Read): boolean => {
  if (outcome === null) return /(?<![a-z])quotes?(?![a-z])/i.test(text) && /\d/.test(text);
  if (outcome.kind === 'fault') return false;
  return outcome.kind === 'about' || outcome.facts.some(fact => 'tier' in fact && tierKey(fact.tier) !== STANDARD);
};

/** A heading, a line with a colon, a tier's name alone, or half a sentence before a list. */
const isHead = (sentence: Sentence, outcome: Outcome, next: Sentence | undefined): boolean =>
  sentence.heading ||
  sentence.text.endsWith(':') ||
  (!sentence.stopped &&
    (outcome?.kind === 'about' || (outcome?.kind === 'fault' && next?.item === true && !sentence.item)));

/** Head and body as one sentence; else, where the head needs a body, item by item under it. Null: they are read apart. */
const readGroup = (
  sentences: readonly Sentence[],
  at: number,
  own: Outcome,
  readText: ReadText,
): readonly Read[] | null => {
  const head = sentences[at];
  const body = bodyOf(sentences, at);
  if (!head || body.length === 0) return null;
  const apart = body.every(({ text, heading }) => standsByItself(readText(text, heading)));
  if (apart && (own === null || own.kind === 'facts')) return null;
  const text = joinedText({ head, body });
  const outcome = readText(text, false);
  if (outcome?.kind === 'facts') return [{ text, line: head.line, outcome, length: body.length + 1 }];
  if (own?.kind === 'facts' || (own?.kind === 'about' && apart)) return null;
  if (own === null && !LISTS_OWNERS.test(head.text)) return null;
  const items = body.map((item): Read => {
    const under = joinedText({ head, body: [item] });
    const read = readText(under, false);
    const plain = readText(item.text, false);
    if (read?.kind === 'facts') return { text: under, line: item.line, outcome: read, length: 1 };
    const wrong = read?.kind === 'fault' ? read : fault('a statement about what the line above it names');
    return { text: item.text, line: item.line, outcome: plain?.kind === 'fault' ? plain : wrong, length: 1 };
  });
  if (own === null && items.some(item => item.outcome?.kind !== 'facts')) return null;
  return [{ ...alone(head), outcome: own?.kind === 'about' ? own : null }, ...items];
};

/** "Teams:" makes "Catering: Priya" a default; under any other title it is prose. */
const LISTS_OWNERS = /(?<![a-z])(?:teams?|owners?|defaults?)(?![a-z])/i;

const standsByItself = (outcome: Outcome): boolean => outcome?.kind === 'facts' && outcome.unnamed !== true;
