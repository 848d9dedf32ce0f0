import { cleanCharacters } from '../written/clean-characters.ts';
import { occurs } from './compile-phrases.ts';
import { LANGUAGES } from './languages.ts';
import { spokenText } from './spoken-text.ts';

/**
 * Does the text say that its sender is there no more ("has left the company", "this mailbox is no longer read")? Whoever
 * says so, a person or a program, waiting for a return date would be waiting for nobody.
 */
export const hasLeft = (text: string): boolean => {
  const spoken = spokenText(cleanCharacters(text).trim());
  return spoken !== null && LANGUAGES.some(one => one.writes(spoken.text) && occurs(spoken.text, one.of('left')));
};
