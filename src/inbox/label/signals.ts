import { type Bare, bareAnswer } from './bare-answer.ts';
import { type Compiled, type Kind, occurs, type Span, spansOf } from './compile-phrases.ts';
import { blank, type Sentence, type Spoken } from './spoken-text.ts';

/** What one language's phrases find in a reply, in sentences that do not ask. */
export interface Signals {
  readonly language: Compiled;
  readonly accepts: readonly Span[];
  readonly declines: readonly Span[];
  /** Yeses that a negation or somebody's name turns round. */
  readonly denied: number;
  /** Noes that a negation turns round, or that compare us with somebody else. */
  readonly undenied: number;
  readonly pleased: number;
  readonly against: number;
  readonly regrets: number;
  readonly bare: Bare | null;
  /** A yes stands at the beginning of a sentence. */
  readonly affirms: boolean;
  /** A yes or an "ok" does. */
  readonly agrees: boolean;
  /** The text with this language's harmless phrases blanked out. */
  readonly text: string;
}

/** How far a negation reaches, in characters of the same sentence. */
const REACH = { accept: 45, decline: 22, after: 8 };
const OKAY = /(?<=^|[.!,;\n] ?)(?:ok|okay|okey|oki|alright|all right|right)(?!\p{L})/u;
const NAMES_OF_OURS =
  'You|Your|The|This|Option|Quote|Plan|Package|Phase|Variant|Version|Offer|Proposal|PO|Q-|Monday|Tuesday|Wednesday|Thursday|Friday|January|February|March|April|May|June|July|August|September|October|November|December|Ihnen|Ihrem|Ihrer|Angebot|Auftrag|Variante|Freude|Vous|Ustedes';
const THEIRS = new RegExp(
  `^\\s*(?:the |our |an? )?(?:\\p{L}+ )?(?:with|from|of|by|mit|von|avec|de|con|com|met|med|från|fra)\\s+(?!${NAMES_OF_OURS})\\p{Lu}[\\p{L}&.-]+`,
  'u',
);

const sentenceOf = (sentences: readonly Sentence[], at: number): Sentence | undefined =>
  sentences.find(({ start, end }) => at >= start && at < end);

const isDenied = (text: string, sentence: Sentence | undefined, span: Span, language: Compiled): boolean => {
  const before = text.slice(Math.max(sentence?.start ?? 0, span.start - REACH.accept), span.start);
  const after = text.slice(span.end, Math.min(sentence?.end ?? text.length, span.end + REACH.after));
  return occurs(before, language.of('not')) || occurs(after, language.of('notAfter'));
};

/** A no is turned round by a negation in its own clause, or when it speaks of us beside somebody else. */
const isUndenied = (text: string, sentence: Sentence | undefined, span: Span, language: Compiled): boolean => {
  const before = text.slice(Math.max(sentence?.start ?? 0, span.start - REACH.decline), span.start);
  if (occurs(before.split(/[,;:–]/).at(-1) ?? '', language.of('notNo'))) return true;
  const said = text.slice(span.start, span.end);
  return occurs(said, language.of('others')) && occurs(said, language.of('us'));
};

interface Sorted {
  readonly plain: readonly Span[];
  readonly turned: number;
}

const sorted = (spoken: Spoken, text: string, kind: Kind, language: Compiled): Sorted => {
  const turns = kind === 'decline' ? isUndenied : isDenied;
  const plain: Span[] = [];
  let turned = 0;
  for (const span of spansOf(text, language.of(kind))) {
    const sentence = sentenceOf(spoken.sentences, span.start);
    if (sentence?.asks) continue;
    if (turns(text, sentence, span, language)) turned++;
    else plain.push(span);
  }
  return { plain, turned };
};

const isTheirs = ({ cased }: Spoken, { end }: Span): boolean => cased !== '' && THEIRS.test(cased.slice(end, end + 60));

const begins = (text: string, language: Compiled): boolean => {
  const rest = language.unspaced ? '(?=[\\s,.!、。]|$)' : '';
  return new RegExp(`(?:^|[.!,;\\n] ?)(?:${language.of('yes').source})${rest}`, 'u').test(text);
};

/** Reads a reply by one language's phrases. */
export const signalsIn = (spoken: Spoken, language: Compiled): Signals => {
  const text = blank(spoken.text, language.of('harmless'));
  const accepts = sorted(spoken, text, 'accept', language);
  const ours = accepts.plain.filter(span => !isTheirs(spoken, span));
  const declines = sorted(spoken, text, 'decline', language);
  const affirms = begins(text, language);
  return {
    language,
    accepts: [...ours, ...spansOf(text, language.of('acceptAsking'))],
    declines: declines.plain,
    denied: accepts.turned + accepts.plain.length - ours.length,
    undenied: declines.turned,
    pleased: sorted(spoken, text, 'pleased', language).plain.length,
    against: sorted(spoken, text, 'against', language).plain.length,
    regrets: spansOf(text, language.of('regret')).length,
    bare: bareAnswer({ ...spoken, text }, language),
    affirms,
    agrees: affirms || OKAY.test(text),
    text,
  };
};

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** All languages' readings, made to agree with each other. */
export const readSignals = (spoken: Spoken, languages: readonly Compiled[]): readonly Signals[] => {
  const all = languages.filter(one => one.writes(spoken.text)).map(language => signalsIn(spoken, language));
  const declines = all.flatMap(signals => signals.declines);
  // "Tak" is a Polish yes and a Danish thank-you: a bare answer that is a courtesy in another language is none.
  const courteous = all.some(({ bare }) => bare === 'courtesy');
  return all.map(signals => ({
    ...signals,
    bare: courteous ? null : signals.bare,
    // "We went with someone else" holds "went with": the longer meaning stands.
    accepts: signals.accepts.filter(span => !declines.some(no => overlap(span, no))),
  }));
};
