const SHAPE =
  /^[^\s@<>()[\],;:"\\]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,8}[\p{L}][\p{L}\p{N}-]{0,61}[\p{L}\p{N}]$/u;

/** One plausible e-mail address: no spaces, no line breaks, no display name, a domain with a dot; at most 254 characters. */
export const isEmailAddress = (text: string): boolean =>
  text.length <= 254 && SHAPE.test(text) && !text.includes('..') && !text.startsWith('.') && !text.includes('.@');
