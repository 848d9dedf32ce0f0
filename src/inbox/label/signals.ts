import { type Bare, bareAnswer } from './bare-answer.ts';
import { chosenRivals } from './chose-rival.ts';
import { type Compiled, type Kind, occurs, type Span, spansOf } from './compile-phrases.ts';
import { blank, type Sentence, type Spoken } from './spoken-text.ts';
import { refusesTheirs } from './their-offer.ts';
import { isTheirs } from './theirs.ts';
import { isDenied, isUndenied, REFUSES } from './turned.ts';

/** What one language's phrases find in a reply, in sentences that do not ask. */
export interface Signals {
  readonly language: Compiled;
  readonly accepts: readonly Span[];
  readonly declines: readonly Span[];
  /** Yeses that a negation or somebody's name turns round. */
  readonly denied: number;
  /** Among them one whose negation stands in another clause: "we refused them all, go ahead". */
  readonly halfDenied: boolean;
  /** Noes that a negation turns round, that compare us with somebody else, or that were said to somebody else's offer. */
  readonly undenied: number;
  readonly pleased: number;
  readonly against: number;
  readonly regrets: number;
  readonly bare: Bare | null;
  /** A yes stands at the beginning of a sentence. */
  readonly affirms: boolean;
  /** A no is a sentence of its own. */
  readonly refusesAlone: boolean;
  /** A yes or an "ok" does. */
  readonly agrees: boolean;
  /** The text with this language's harmless phrases blanked out. */
  readonly text: string;
}

const OKAY = /(?<=^|[.!,;\n] ?)(?:ok|okay|okey|oki|alright|all right|right)(?!\p{L})/u;

const sentenceOf = (sentences: readonly Sentence[], at: number): Sentence | undefined =>
  sentences.find(({ start, end }) => at >= start && at < end);

interface Sorted {
  readonly plain: readonly Span[];
  readonly turned: number;
  readonly elsewhere: readonly Span[];
}

const sorted = (spoken: Spoken, text: string, kind: Kind, language: Compiled): Sorted => {
  const turns = kind === 'decline' ? isUndenied : isDenied;
  const plain: Span[] = [];
  const elsewhere: Span[] = [];
  let turned = 0;
  for (const span of spansOf(text, language.of(kind))) {
    const sentence = sentenceOf(spoken.sentences, span.start);
    if (sentence?.asks) continue;
    const how = turns(text, sentence, span, language);
    if (how === 'no') plain.push(span);
    else turned++;
    if (how === 'elsewhere') elsewhere.push(span);
  }
  return { plain, turned, elsewhere };
};

/** Reads a reply by one language's phrases. */
export const signalsIn = (spoken: Spoken, language: Compiled): Signals => {
  const text = blank(spoken.text, language.of('harmless'));
  const accepts = sorted(spoken, text, 'accept', language);
  const ours = accepts.plain.filter(span => !isTheirs(spoken, span));
  const declines = sorted(spoken, text, 'decline', language);
  const refused = declines.plain.filter(
    span =>
      !REFUSES.test(text.slice(span.start, span.end)) ||
      !refusesTheirs(spoken, sentenceOf(spoken.sentences, span.start), span, language),
  );
  const affirms = occurs(text, language.opensWithYes());
  return {
    language,
    accepts: [...ours, ...spansOf(text, language.of('acceptAsking'))],
    declines: [...refused, ...chosenRivals(spoken, language.language)],
    denied: accepts.turned + accepts.plain.length - ours.length,
    halfDenied: accepts.elsewhere.some(span => !declines.plain.some(no => overlap(span, no))),
    undenied: declines.turned + declines.plain.length - refused.length,
    pleased: sorted(spoken, text, 'pleased', language).plain.length,
    against: sorted(spoken, text, 'against', language).plain.length,
    regrets: spansOf(text, language.of('regret')).length,
    bare: bareAnswer({ ...spoken, text }, language),
    affirms,
    refusesAlone: occurs(text, language.standsAloneAsNo()),
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
