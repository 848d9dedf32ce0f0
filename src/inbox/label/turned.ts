import { type Compiled, occurs, type Span } from './compile-phrases.ts';
import type { Sentence } from './spoken-text.ts';

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
