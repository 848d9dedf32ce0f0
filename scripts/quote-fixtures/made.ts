import type { Fixture } from './expected.ts';
import { type MailParts, mail } from './mail.ts';
import { typedPaper } from './typed-paper.ts';

/** A quote written in a mail. */
export const written = (file: string, parts: MailParts, said: Fixture['expected']): Fixture => ({
  file,
  make: async () => mail(parts),
  expected: said,
});

/** A quote on paper, as one types it. */
export const printed = (file: string, text: string, said: Fixture['expected']): Fixture => ({
  file,
  make: () => typedPaper(text),
  expected: said,
});
