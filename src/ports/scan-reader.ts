import type { ModelAnswer } from './model.ts';

/**
 * The text on a PDF's pictures as it stands there, line for line, page by page; columns parted by two blanks or more.
 * It is data as any text of the document would be. Never rejects.
 */
export type ScanReader = (
  pdf: Uint8Array,
  options: { readonly timeoutMs: number },
) => Promise<ModelAnswer<readonly string[]>>;
