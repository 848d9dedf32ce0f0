/** A text ready to be matched: one line a sentence or paragraph line, and where its sentences lie. */
export interface Spoken {
  /** Lower case, apostrophes plain, white space single; what is quoted or harmless is blanked out. */
  readonly text: string;
  /** The same before lower case, character for character; empty when that cannot be. */
  readonly cased: string;
  readonly sentences: readonly Sentence[];
  /** Somebody else's words stand in quotation marks. */
  readonly quoted: string;
}

export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly asks: boolean;
}

const QUOTED =
  /"(?! ?(?:bon pour|lu et approuvé))[^"\n]{2,200}"|“[^”\n]{2,200}”|„[^“”\n]{2,200}[“”]|«(?! ?(?:bon pour|lu et approuvé))[^»\n]{2,200}»|»[^«\n]{2,200}«|「[^」\n]{2,200}」|『[^』\n]{2,200}』|《[^》\n]{2,200}》/gu;
const SENTENCE = /[^.!?。！？\n]*(?:\.(?=\S)[^.!?。！？\n]*)*(?:[.!?。！？]+|\n|$)/gu;
const ASKS_AT_END =
  /[?？؟]|(?:吗|嗎|呢|么|麼)[。.!！\s]*$|か(?:ね|な)?[。.!！\s]*$|(?:까요?|나요|는지요?|을까요|습니까|인가요|은가요|는가요)[.。!\s]*$|(?:ไหม|มั้ย|หรือไม่|หรือเปล่า|หรือยัง)(?:ครับ|คะ|ค่ะ)?[.\s]*$|(?:không|chưa|chứ|phải không)(?: ạ| vậy| nhỉ)?\s*\?$/u;
const ASKS_AT_START =
  /^\s*(?!do (?:it|this|that)[.! ]*$)(?:[-*•]\s*)?(?:(?:hi|hello|hey|ok|okay|thanks|thank you|and|so|but|also|just|quick question)[,:.]?\s+)?(?:(?:can|could|would|will|do|does|did|is|are|was|were|may|might|shall|should|have|has|what|what's|when|how|why|who|where|which) (?:you|we|i|it|the|this|that|there|your|our|they|much|many|long|soon|about|if|is|are|do|does|would|happens)\b|is there\b|are there\b)/u;

/** Addresses and links hold words that nobody said. */
const ADDRESS = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\p{L}|(?:https?:\/\/|www\.)[^\s<>]+/gu;

const MAX_CHARS = 5_000;

const isContinuation = (before: string, after: string): boolean =>
  before.length >= 45 && /[\p{L},]$/u.test(before) && /^\p{Ll}/u.test(after);

/** Joins lines that were only wrapped. */
const unwrap = (text: string): string => {
  const lines = text.split('\n').map(line => line.replace(/[^\S\n]+/g, ' ').trim());
  let joined = '';
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1] ?? '';
    joined += at === 0 ? line : `${isContinuation(before, line) ? ' ' : '\n'}${line}`;
  }
  return joined.replace(/\n{2,}/g, '\n').trim();
};

/** Spaces in place of what a pattern matches, so that positions stay. */
export const blank = (text: string, shape: RegExp): string => text.replace(shape, match => ' '.repeat(match.length));

/** "We accept, when can you start?" says first and asks then: only what follows the last comma is the question. */
const lastClause = (sentence: string): number => {
  if (ASKS_AT_START.test(sentence) || sentence.trimStart().startsWith('¿')) return 0;
  return Math.max(0, ...[', ', '，', '、', ' - ', ' – ', '; '].map(mark => sentence.lastIndexOf(mark)));
};

const sentencesOf = (text: string): Sentence[] => {
  const sentences: Sentence[] = [];
  for (const match of text.matchAll(SENTENCE)) {
    const [sentence] = match;
    if (sentence.trim() === '') continue;
    const end = match.index + sentence.length;
    const asks = ASKS_AT_END.test(sentence.trim()) || ASKS_AT_START.test(sentence);
    const clause = asks ? match.index + lastClause(sentence) : match.index;
    if (clause > match.index) sentences.push({ start: match.index, end: clause, asks: false });
    sentences.push({ start: clause, end, asks });
  }
  return sentences;
};

/** One form for each sign; the Thai vowel "am" stays one sign, as it is typed, where NFKC makes two of it. */
const composed = (text: string): string => text.normalize('NFKC').replaceAll('\u0e4d\u0e32', '\u0e33');

/** Prepares a cleaned reply for matching; `null` when it is too long to be a plain answer. */
export const spokenText = (raw: string): Spoken | null => {
  if (raw.length > MAX_CHARS) return null;
  const cased = blank(unwrap(composed(raw).replace(/[’‘‛`´]/g, "'")), ADDRESS);
  const lower = cased.toLowerCase();
  const quoted = (cased.match(QUOTED) ?? []).join(' ').toLowerCase();
  return {
    text: blank(lower, QUOTED),
    cased: lower.length === cased.length ? cased : '',
    sentences: sentencesOf(lower),
    quoted,
  };
};
