import { type Bare, bareAnswer } from './bare-answer.ts';
import { type Compiled, type Kind, occurs, spansOf } from './compile-phrases.ts';
import { blank, type Sentence, type Spoken } from './spoken-text.ts';

/** What one language's phrases find in a reply. Counts are of phrases in sentences that do not ask and are not turned round. */
export interface Signals {
  readonly language: Compiled;
  readonly accepts: number;
  readonly declines: number;
  /** A yes that a negation turns round. */
  readonly denied: number;
  /** A no that a negation turns round. */
  readonly undenied: number;
  readonly pleased: number;
  readonly against: number;
  readonly regrets: number;
  readonly bare: Bare | null;
  /** A yes stands at the beginning of a sentence. */
  readonly affirms: boolean;
  /** A yes or an "ok" does. */
  readonly agrees: boolean;
  /** End of the last yes and the last no: what "but" comes after. */
  readonly acceptEnd: number;
  readonly declineEnd: number;
  /** The text with this language's harmless phrases blanked out. */
  readonly text: string;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** How far a negation reaches, in characters of the same sentence. */
const REACH = { accept: 45, decline: 22, after: 8 };
const OKAY = /(?<=^|[.!,;\n] ?)(?:ok|okay|okey|oki|alright|all right|right)(?!\p{L})/u;
const THEIRS =
  /^\s*(?:the |our |an? )?(?:\p{L}+ )?(?:with|from|of|by|mit|von|avec|de|con|com|met|med|från|fra)\s+(?!You|Your|The|This|Option|Quote|Plan|Package|Phase|Variant|Version|Offer|Proposal|PO|Q-|Monday|Tuesday|Wednesday|Thursday|Friday|January|February|March|April|May|June|July|August|September|October|November|December|Ihnen|Ihrem|Ihrer|Angebot|Auftrag|Variante|Freude|Vous|Ustedes)\p{Lu}[\p{L}&.-]+/u;

const sentenceOf = (sentences: readonly Sentence[], at: number): Sentence | undefined =>
  sentences.find(({ start, end }) => at >= start && at < end);

const negated = (
  text: string,
  sentence: Sentence | undefined,
  span: Span,
  reach: number,
  language: Compiled,
): boolean => {
  const from = Math.max(sentence?.start ?? 0, span.start - reach);
  const before = text.slice(from, span.start);
  const clause = reach === REACH.decline ? (before.split(/[,;:–]/).at(-1) ?? '') : before;
  if (occurs(clause, language.of(reach === REACH.decline ? 'notNo' : 'not'))) return true;
  if (reach === REACH.decline) return false;
  const after = text.slice(span.end, Math.min(sentence?.end ?? text.length, span.end + REACH.after));
  const shape = language.of('notAfter');
  return after.search(shape) >= 0;
};

interface Sorted {
  readonly plain: readonly Span[];
  readonly turned: number;
}

const sorted = (spoken: Spoken, text: string, kind: Kind, language: Compiled): Sorted => {
  const reach = kind === 'decline' ? REACH.decline : REACH.accept;
  const plain: Span[] = [];
  let turned = 0;
  for (const span of spansOf(text, language.of(kind))) {
    const sentence = sentenceOf(spoken.sentences, span.start);
    if (sentence?.asks) continue;
    if (negated(text, sentence, span, reach, language)) turned++;
    else plain.push(span);
  }
  return { plain, turned };
};

const isTheirs = ({ cased }: Spoken, { end }: Span): boolean => cased !== '' && THEIRS.test(cased.slice(end, end + 60));

/** Reads a reply by one language's phrases. */
export const signalsIn = (spoken: Spoken, language: Compiled): Signals => {
  const text = blank(spoken.text, language.of('harmless'));
  const accepts = sorted(spoken, text, 'accept', language);
  const asking = spansOf(text, language.of('acceptAsking'));
  const declines = sorted(spoken, text, 'decline', language);
  // "We went with someone else" holds "went with": the longer meaning stands.
  const plain = accepts.plain.filter(span => !declines.plain.some(no => no.start < span.end && span.start < no.end));
  const ours = plain.filter(span => !isTheirs(spoken, span));
  const affirms = new RegExp(`(?:^|[.!,;\\n] ?)(?:${language.of('yes').source})`, 'u').test(text);
  return {
    language,
    accepts: ours.length + asking.length,
    declines: declines.plain.length,
    denied: accepts.turned + plain.length - ours.length,
    undenied: declines.turned,
    pleased: sorted(spoken, text, 'pleased', language).plain.length,
    against: sorted(spoken, text, 'against', language).plain.length,
    regrets: spansOf(text, language.of('regret')).length,
    bare: bareAnswer({ ...spoken, text }, language),
    affirms,
    agrees: affirms || OKAY.test(text),
    acceptEnd: Math.max(0, ...ours.map(({ end }) => end)),
    declineEnd: Math.max(0, ...declines.plain.map(({ end }) => end)),
    text,
  };
};
