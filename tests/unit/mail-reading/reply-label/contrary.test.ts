import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Label } from '../../../../src/events/quote-events.ts';
import { labelByWords } from '../../../../src/mail-reading/reply-label/label-by-words.ts';

/** Replies that hold the words of the contrary: a yes to somebody else, a no to all the others. */
interface Row {
  readonly text: string;
  readonly label: Label;
  readonly language: string;
  /** Plain enough to be read by its words alone; what is not may stay a question. */
  readonly plain?: true;
}

const contrary: readonly Row[] = readFileSync(
  new URL('../../../fixtures/replies/contrary.jsonl', import.meta.url),
  'utf8',
)
  .trim()
  .split('\n')
  .map(line => JSON.parse(line));

const set: readonly Row[] = readFileSync(new URL('../../../../examples/replies.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map(line => JSON.parse(line));

test.each(contrary.map(({ label, language, text }) => [label, language, text] as const))(
  '%s is not taken for its contrary (%s): %s',
  (label, _, text) => {
    expect(labelByWords(text).label).not.toBe(label === 'accept' ? 'decline' : 'accept');
  },
);

const plain = contrary.filter(row => row.plain === true);

test('there are plain ones of both kinds, in many languages', () => {
  const of = (label: Label) => plain.filter(row => row.label === label);
  expect(of('decline').length).toBeGreaterThanOrEqual(36);
  expect(of('accept').length).toBeGreaterThanOrEqual(15);
  expect(new Set(plain.map(({ language }) => language)).size).toBeGreaterThanOrEqual(14);
});

test.each(plain.map(({ label, language, text }) => [label, language, text] as const))(
  '%s is read for what it is where it is plain (%s): %s',
  (label, _, text) => {
    expect(labelByWords(text).label).toBe(label);
  },
);

/** Every so many-th pair; all of them take a minute. */
const STEP = 97;

test('a yes and a no in one message are neither', () => {
  const wrong: string[] = [];
  let asked = 0;
  for (const language of new Set(set.map(row => row.language))) {
    const of = (label: Label) => set.filter(row => row.language === language && row.label === label);
    const pairs = of('accept').flatMap(yes => of('decline').map(no => `${no.text}\n${yes.text}`));
    for (const text of pairs.filter((_, at) => at % STEP === 0)) {
      asked++;
      if (labelByWords(text).label !== 'question') wrong.push(text);
    }
  }
  expect(asked).toBeGreaterThanOrEqual(200);
  expect(wrong).toEqual([]);
});

test.each([
  "Nous n'avons pas refusé votre devis.",
  'Nie odrzuciliśmy oferty, czekamy na zarząd.',
  'Мы не отказались, просто думаем.',
  'まだお断りしたわけではありません。',
  'Chúng tôi chưa từ chối.',
  'Kami belum menolak.',
  'ยังไม่ได้ปฏิเสธนะคะ',
  'Wir lehnen es nicht ab, brauchen aber noch Zeit.',
  'No lo hemos rechazado, lo estamos viendo.',
])('who says that nothing was refused has not refused: %s', text => {
  expect(labelByWords(text).label).toBe('question');
});
