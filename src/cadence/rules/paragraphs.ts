import type { Sentence } from './sentences.ts';

/** A line that introduces others ("Do not send:", "# High-value quotes over $20,000") and the sentences under it. */
export interface Group {
  readonly head: Sentence;
  readonly body: readonly Sentence[];
}

/** More under one heading than people write; what follows stands for itself. */
const MOST_UNDER_HEAD = 24;

/** What stands right under a head: its list items, or the paragraph that follows. */
export const bodyOf = (sentences: readonly Sentence[], at: number): readonly Sentence[] => {
  const head = sentences[at];
  const body: Sentence[] = [];
  for (const sentence of sentences.slice(at + 1, at + 1 + MOST_UNDER_HEAD)) {
    const first = body[0] ?? sentence;
    if (!head || sentence.heading || sentence.text.endsWith(':')) break;
    if (head.item && !head.heading && sentence.item && sentence.indent <= head.indent) break;
    if (
      sentence !== first &&
      sentence.joint === 'apart' &&
      !(first.item && sentence.item && sentence.indent >= first.indent)
    )
      break;
    if (sentence === first && sentence.joint === 'stop') break;
    body.push(sentence);
  }
  return body;
};

/** Head and body as one sentence: list items become parts of it, parted by commas. */
export const joinedText = ({ head, body }: Group): string => {
  const lead = head.text.replace(/\s*:?$/, ':');
  const items = body.map(({ text, item, joint }, i) => {
    const last = i === body.length - 1;
    if (last || !(item || body[i + 1]?.item) || joint === 'stop') return text;
    return `${text.replace(/[.,;]+$/, '')},`;
  });
  return [lead, ...items].join(' ');
};
