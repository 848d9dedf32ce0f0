import { cleanCharacters } from '../written/clean-characters.ts';
import { occurs, spansOf } from './compile-phrases.ts';
import { LANGUAGES } from './languages.ts';
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
