import { type Entity, entityAt, mark } from './entity.ts';
import type { Who } from './fact.ts';

const NOT_A_NAME =
  'nobody|someone|somebody|everyone|everybody|anyone|he|she|they|it|who|which|that|this|us|him|her|them|me|not|no|never|any|all|on|from|to|by|until|for|in|at|of|and|or|is|are|be|away|off|out|cover|covers|covered|covering|quote|nudge|lastcall|send|default|defaults|team|while|when|during|if|because|so|with|until';

/** Regex source of a known person or an address. */
export const KNOWN = `(?:${mark('person')}|${mark('address')})`;

/** Lower-case letters of Latin names. */
const L = 'a-z\\u00df-\\u024f';

/** Regex source of up to three words that may be a name the doc does not know. */
export const STRANGER = `(?:(?!(?:${NOT_A_NAME})(?![a-z'-]))[${L}][${L}.'-]*)(?: (?!(?:${NOT_A_NAME})(?![a-z'-]))[${L}][${L}.'-]*){0,2}`;

/** Regex source of anyone, known or not. */
export const ANYONE = `(?:${KNOWN}|${STRANGER})`;

/** Who the words matched by `ANYONE` are. */
export const whoOf = (entities: readonly Entity[], words: string): Who => {
  if (new RegExp(`^${mark('person')}$`).test(words)) {
    return { kind: 'person', name: entityAt(entities, words, 'person').name };
  }
  if (new RegExp(`^${mark('address')}$`).test(words)) {
    return { kind: 'address', address: entityAt(entities, words, 'address').address };
  }
  return { kind: 'unknown', name: words.replace(/[.']+$/, '') };
};
