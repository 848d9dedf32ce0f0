import type { Html } from '../html/html.ts';
import type { Fact } from '../views/fact.ts';
import type { Table, Tone } from '../views/table.ts';

/**
 * What a mail to one of ours is made of. A mail is a list of blocks, written twice: as plain text and as HTML, so that
 * the two never say different things.
 */
export type Block =
  /** The one sentence that matters. */
  | { readonly kind: 'lead'; readonly text: string }
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'note'; readonly tone: Tone; readonly text: string }
  | { readonly kind: 'facts'; readonly title: string; readonly facts: readonly Fact[] }
  /** Text that is, or would be, a mail: shown as it is, line for line. */
  | { readonly kind: 'letter'; readonly title: string; readonly subject: string | null; readonly text: string }
  /** What somebody else wrote, made safe by its reader. */
  | { readonly kind: 'message'; readonly title: string; readonly html: Html | null; readonly text: string }
  /** The one link, as a button. */
  | { readonly kind: 'action'; readonly label: string; readonly url: string; readonly under?: string }
  | { readonly kind: 'points'; readonly points: readonly string[] }
  | { readonly kind: 'table'; readonly table: Table }
  | {
      readonly kind: 'picture';
      readonly cid: string;
      readonly alt: string;
      readonly width: number;
      readonly height: number;
    };
