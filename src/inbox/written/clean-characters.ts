/**
 * Characters that show nothing but change what a machine reads: zero-width, bidi controls, soft hyphens, fillers, tag
 * characters (which can spell a hidden sentence), control codes.
 */
const INVISIBLE =
  /\p{Cf}|[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u115f\u1160\u180e\u2065\u3164\uffa0]|\u034f|\u17b4|\u17b5|[\u180b-\u180d\u180f]/gu;
const LINE_BREAKS = /\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g;
const SPACES = /[\u00a0\u2000-\u200a\u202f\u205f]/g;

/** The text as a reader sees it: nothing invisible, `\n` for every line break, plain spaces. */
export const cleanCharacters = (text: string): string =>
  text.replace(LINE_BREAKS, '\n').replace(INVISIBLE, '').replace(SPACES, ' ');
