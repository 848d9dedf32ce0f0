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
  /** Among them one whose negation stands in another clause: "we refused them all, go ahead". */
  readonly halfDenied: boolean;
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
  'You|I|We|My|Our|Us|Mr|Mrs|Ms|Sie|Ihr|Ihre|Euch|Euer|Frau|Herrn?|Preis|Preise|Konditionen|Montage|Lieferung|Termin|Position|Offerte|Bestellung|Your|The|This|Option|Quote|Plan|Package|Phase|Variant|Version|Offer|Proposal|PO|Q-|Monday|Tuesday|Wednesday|Thursday|Friday|January|February|March|April|May|June|July|August|September|October|November|December|Ihnen|Ihrem|Ihrer|Angebot|Auftrag|Variante|Freude|Vous|Ustedes';
const SOMEBODY = `(?!(?:${NAMES_OF_OURS})(?!\\p{L}))\\p{Lu}[\\p{L}&.-]+`;
/** "… with the Meyers", "… an die Firma Sommer": whom a yes is given to, when it is not us. */
const THEIRS = new RegExp(
  `^\\s*(?:the |our |an? |my |all )?(?:\\p{L}+ ){0,2}(?:with|from|of|to|mit|von|an|bei|avec|chez|à|de|con|a|com|ao|à|met|van|aan|bij|med|från|fra|hos|till|til)\\s+(?:the |la |il |le |el |o |l'|d')?(?:(?:(?:de|den|die|der|das|het) (?=[Ff]irma|bedrijf))?(?:firm|company|guys|people|team|[Ff]irma|ditta|entreprise|société|empresa|bedrijf|firmaet) (?:of |at |from |de )?)?${SOMEBODY}`,
  'u',
);
/** "Acme's offer is accepted", "das Angebot der Firma Krug genehmigt": whose it was, before the yes. */
const THEIRS_BEFORE = new RegExp(
  `${SOMEBODY}['’]s? (?:\\p{L}+ )?$|(?:[Ff]irma|ditta|entreprise|société|empresa|bedrijf|firmaet|company) ${SOMEBODY}(?: \\p{L}+){0,2} $`,
  'u',
);
/** Words of refusing: with somebody else beside them it was not us who were refused. */
const REFUSES =
  /(?<!\p{L})(?:reject|turn\p{L}* down|refus|declin|cancel|no to|abgesagt|abgelehnt|sagen|sagten|lehn|rechaz|descart|rifiut|scart|recus|afgewezen|wijzen|wees|tacka\p{L}* nej|takke\p{L}* nej|takket nei|sagde nej|sa nei|sade nej|hyl|odrzuc|odmówi|отказ|отклон|hủy|từ chối|menolak|tolak|membatalkan)|拒绝|拒絕|谢绝|謝絕|取消|断|キャンセル|거절|취소|ปฏิเสธ|ยกเลิก/u;
const CLAUSE_END = /[,;:–—，、；：。.!?！？\n]/u;
const BESIDE = 18;

const sentenceOf = (sentences: readonly Sentence[], at: number): Sentence | undefined =>
  sentences.find(({ start, end }) => at >= start && at < end);

/** How a span is turned into its contrary: not at all, by words of its own clause, or by words of another. */
type Turned = 'no' | 'here' | 'elsewhere';

const isDenied = (text: string, sentence: Sentence | undefined, span: Span, language: Compiled): Turned => {
  const before = text.slice(Math.max(sentence?.start ?? 0, span.start - REACH.accept), span.start);
  const after = text.slice(span.end, Math.min(sentence?.end ?? text.length, span.end + REACH.after));
  if (occurs(after, language.of('notAfter'))) return 'here';
  if (!occurs(before, language.of('not'))) return 'no';
  return occurs(before.split(CLAUSE_END).at(-1) ?? '', language.of('not')) ? 'here' : 'elsewhere';
};

/** A no is turned round by a negation in its own clause, or when it speaks of us beside somebody else. */
const isUndenied = (text: string, sentence: Sentence | undefined, span: Span, language: Compiled): Turned => {
  const before = text.slice(Math.max(sentence?.start ?? 0, span.start - REACH.decline), span.start);
  const clause = before.split(CLAUSE_END).at(-1) ?? '';
  if (occurs(clause, language.of('notNo'))) return 'here';
  const said = text.slice(span.start, span.end);
  const others = occurs(said, language.of('others'));
  if (others) return occurs(said, language.of('us')) ? 'here' : 'no';
  const after = text.slice(span.end, span.end + BESIDE).split(CLAUSE_END)[0] ?? '';
  const beside = occurs(clause.slice(-BESIDE), language.of('others')) || occurs(after, language.of('others'));
  return beside && REFUSES.test(said) ? 'here' : 'no';
};

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

const isTheirs = ({ cased }: Spoken, { start, end }: Span): boolean =>
  THEIRS.test(cased.slice(end, end + 80)) || THEIRS_BEFORE.test(cased.slice(Math.max(0, start - 80), start));

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
    halfDenied: accepts.elsewhere.some(span => !declines.plain.some(no => overlap(span, no))),
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
