import { chosenRivals, isTheirs, refusesTheirs } from './competitor.ts';
import { type Compiled, type Kind, occurs, type Span, spansOf } from './phrases.ts';
import { blank, type Sentence, type Spoken } from './spoken-text.ts';

/** `courtesy`: only thanks and greetings stand there. */
export type Bare = 'yes' | 'no' | 'courtesy';

const NOTHING = /^[^\p{L}\p{N}]*$/u;
const NAME = /^(?:[\p{Lu}\p{Lo}][\p{L}\p{M}'.-]*\s*){1,3}$/u;
const MAX_NAMED = 6;

interface LineRead {
  readonly yes: boolean;
  readonly no: boolean;
  /** Nothing but yes, no, courtesies and a name stands there. */
  readonly bare: boolean;
}

const readLine = (line: string, cased: string, first: boolean, { of }: Compiled): LineRead => {
  const rest = line.replace(of('polite'), ' ');
  const answers = rest.replace(of('yes'), '✓').replace(of('no'), '✗');
  const yes = answers.includes('✓');
  const no = answers.includes('✗');
  const left = answers.replace(/[✓✗]/g, ' ');
  if (NOTHING.test(left)) return { yes, no, bare: true };
  const named = !first && !yes && !no && NAME.test(cased.trim());
  const addressed = startsCourteously(line, of('polite')) || NOTHING.test(answers.split(/[✓✗]/)[0] ?? '');
  return { yes, no, bare: named || (addressed && isName(left, cased)) };
};

const startsCourteously = (line: string, polite: RegExp): boolean => line.trimStart().search(polite) === 0;

/** "Yes, Ann": what is left is a name, a word or two that begin with a capital. */
const isName = (left: string, cased: string): boolean => {
  const words = left.split(/[^\p{L}\p{M}'-]+/u).filter(Boolean);
  if (words.length > 2 || cased.trim().split(' ').length > MAX_NAMED) return false;
  const written = new Set(cased.split(/[^\p{L}\p{M}'-]+/u));
  return words.every(word => written.has((word[0]?.toUpperCase() ?? '') + word.slice(1)));
};

/** What the whole message says when it says nothing else, courtesies and a name apart; else `null`. */
export const bareAnswer = ({ text, cased }: Spoken, language: Compiled): Bare | null => {
  if (text.length > 400 || !occurs(text, /[\p{L}\p{N}]/u)) return null;
  const casedLines = cased.split('\n');
  let yes = false;
  let no = false;
  for (const [at, line] of text.split('\n').entries()) {
    const read = readLine(line, casedLines[at] ?? '', !(yes || no), language);
    if (!read.bare) return null;
    yes ||= read.yes;
    no ||= read.no;
  }
  if (yes && no) return null;
  return yes ? 'yes' : no ? 'no' : 'courtesy';
};

/** How far a negation reaches, in characters of the same sentence. */
const REACH = { accept: 45, decline: 22, after: 8 };
/** Words of refusing: with somebody else beside them it was not us who were refused. */
export const REFUSES =
  /(?<!\p{L})(?:reject|turn\p{L}* down|refus|declin|cancel|no to|abgesagt|abgelehnt|sagen|sagten|lehn|rechaz|descart|rifiut|scart|recus|afgewezen|wijzen|wees|tacka\p{L}* nej|takke\p{L}* nej|takket nei|sagde nej|sa nei|sade nej|hyl|avslå|avvis|afvis|afsl|odrzuc|odmówi|отказ|отклон|hủy|từ chối|menolak|tolak|membatalkan)|拒绝|拒絕|谢绝|謝絕|取消|断|キャンセル|거절|취소|ปฏิเสธ|ยกเลิก/u;
const BESIDE = 18;
/** "We have not refused it": a refusal that is denied, where the language's word for it holds no negation of its own. */
const NOT_REFUSED =
  /(?<!\p{L})(?:n['e] ?\p{L}+ (?:pas|jamais)(?: encore| du tout)? (?:refus|rejet|déclin|annul)|nie (?:odrzuc|odmów|odmaw|zrezygn|rezygn)|не (?:отказ|отклон|отверг)|(?:chưa|không hề|không phải là)(?: \p{L}+)? từ chối|(?:belum|tidak|bukan)(?: pernah)? (?:menolak|membatalkan|tolak))|(?:断|見送|辞退)[^。\n]{0,8}(?:わけでは(?:な|あり)|わけじゃな|つもりはな|ていませ|ておりませ|ていな)|ไม่(?:ได้|เคย)(?:จะ)?(?:ปฏิเสธ|ยกเลิก)/u;
const NEAR = 14;

/** How a span is turned into its contrary: not at all, by words of its own clause, or by words of another. */
export type Turned = 'no' | 'here' | 'elsewhere';

export const isDenied = (text: string, sentence: Sentence | undefined, span: Span, language: Compiled): Turned => {
  const before = text.slice(Math.max(sentence?.start ?? 0, span.start - REACH.accept), span.start);
  const after = text.slice(span.end, Math.min(sentence?.end ?? text.length, span.end + REACH.after));
  if (occurs(after, language.of('notAfter'))) return 'here';
  if (!occurs(before, language.of('not'))) return 'no';
  return occurs(before.split(language.clauseEnd).at(-1) ?? '', language.of('not')) ? 'here' : 'elsewhere';
};

/** A no is turned round by a negation in its own clause, or when it speaks of us beside somebody else. */
export const isUndenied = (text: string, sentence: Sentence | undefined, span: Span, language: Compiled): Turned => {
  const before = text.slice(Math.max(sentence?.start ?? 0, span.start - REACH.decline), span.start);
  const clause = before.split(language.clauseEnd).at(-1) ?? '';
  const around = text.slice(Math.max(sentence?.start ?? 0, span.start - NEAR), span.end + NEAR);
  if (occurs(clause, language.of('notNo')) || NOT_REFUSED.test(around)) return 'here';
  const said = text.slice(span.start, span.end);
  const others = occurs(said, language.of('others'));
  if (others) return occurs(said, language.of('us')) ? 'here' : 'no';
  const after = text.slice(span.end, span.end + BESIDE).split(language.clauseEnd)[0] ?? '';
  const beside = occurs(clause.slice(-BESIDE), language.of('others')) || occurs(after, language.of('others'));
  return beside && REFUSES.test(said) ? 'here' : 'no';
};

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
    declines: [...refused, ...chosenRivals(spoken, language)],
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
