import { cleanCharacters } from '../quoted-text/line.ts';
import { LANGUAGES } from './languages.ts';
import { occurs, spansOf } from './phrases.ts';
import { spokenText } from './spoken-text.ts';

/**
 * Does the author ask to hear nothing more ("stop", "unsubscribe", "don't write to me again")? Weak evidence is enough, but
 * "stop by our office" and "don't call me before Monday" are none.
 */
export const stopRequest = (text: string): boolean => {
  const spoken = spokenText(cleanCharacters(text).trim());
  if (spoken === null) return false;
  return LANGUAGES.some(language => {
    if (!language.writes(spoken.text) || !occurs(spoken.text, language.of('stop'))) return false;
    return spansOf(spoken.text, language.of('stop')).some(span => {
      const sentence = spoken.sentences.find(({ start, end }) => span.start >= start && span.start < end);
      const words = spoken.text.slice(sentence?.start ?? 0, sentence?.end ?? spoken.text.length);
      return !occurs(words, language.of('notStop'));
    });
  });
};

/**
 * Does the text say that its sender is there no more ("has left the company", "this mailbox is no longer read")? Whoever
 * says so, a person or a program, waiting for a return date would be waiting for nobody.
 */
export const hasLeft = (text: string): boolean => {
  const spoken = spokenText(cleanCharacters(text).trim());
  return spoken !== null && LANGUAGES.some(one => one.writes(spoken.text) && occurs(spoken.text, one.of('left')));
};
