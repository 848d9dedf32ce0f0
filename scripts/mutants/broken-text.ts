import type { BrokenLine } from './law.ts';

/** The file's text with the line broken. Throws where the line is not there, or more than once: the table is out of date. */
export const brokenText = (text: string, { file, source, broken }: BrokenLine): string => {
  const places = text.split(source).length - 1;
  if (places !== 1) throw new Error(`${file} holds ${places} times, and not once: ${source}`);
  return text.replace(source, () => broken);
};
