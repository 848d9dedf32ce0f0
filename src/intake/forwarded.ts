import { attributionAt } from '../inbox/written/attribution.ts';
import { headerBlockAt } from '../inbox/written/header-block.ts';
import { headerName } from '../inbox/written/header-words.ts';
import { historyMarkerAt } from '../inbox/written/history-marker.ts';
import type { Line as WrittenLine } from '../inbox/written/line.ts';
import { datesIn } from './dates-in-text.ts';
import { type Line, textOfLine } from './layout/line.ts';
import type { Envelope, Mailbox } from './source.ts';

/** A mail inside a mail: its printed header and its text. */
export interface Forwarded {
  readonly envelope: Envelope;
  readonly subject: string | null;
  readonly lines: readonly Line[];
}

const ADDRESS =
  /(?:"?([^"<>;,[\]]*?)"?\s*)[<[(]?(?:mailto:)?([^\s<>;,[\]()"]+@[^\s<>;,[\]()"]+\.[^\s<>;,[\]()"]+)[>\])]?/gi;
const written = (lines: readonly Line[]): WrittenLine[] =>
  lines.map(line => ({ text: textOfLine(line), quoted: false }));

/** The first mail forwarded in a body, or null. `near`: the day the outer mail left; the inner one is no younger. */
export const forwardedIn = (lines: readonly Line[], near: string | null): Forwarded | null => {
  const texts = written(lines);
  for (let at = 0; at < texts.length; at++) {
    const length = headerBlockAt(texts, at);
    if (length === 0) continue;
    const fields = texts.slice(at, at + length).flatMap(({ text }) => headerName(text) ?? []);
    const value = (kind: string): string => fields.find(field => field.kind === kind)?.value ?? '';
    const inner = lines.slice(at + length);
    return {
      envelope: {
        from: mailboxesIn(value('from')),
        to: mailboxesIn(value('to')),
        cc: [],
        sent: sentIn(value('date'), near),
      },
      subject: value('subject') || null,
      lines: [...inner.slice(0, historyStart(inner))],
    };
  }
  return null;
};

/** Index of the line where an earlier mail begins, or the number of lines. */
export const historyStart = (lines: readonly Line[]): number => {
  const texts = written(lines);
  const start = texts.findIndex(
    (_, at) => at > 0 && (historyMarkerAt(texts, at) > 0 || attributionAt(texts, at) !== null),
  );
  return start < 0 ? lines.length : start;
};

const mailboxesIn = (text: string): Mailbox[] => {
  const found = [...text.matchAll(ADDRESS)].map(hit => ({
    name: (hit[1] ?? '').replace(/^[\s'"]+|[\s'"]+$/g, ''),
    address: (hit[2] ?? '').replace(/[.>]+$/, ''),
  }));
  return found.length > 0 || text.trim() === '' ? found : [{ name: text.trim(), address: '' }];
};

const sentIn = (text: string, near: string | null): Envelope['sent'] => {
  const [date] = datesIn(text, undefined);
  const readings = date?.readings ?? [];
  const possible = near === null ? readings : readings.filter(day => day <= near);
  const day = possible.length === 1 ? possible[0] : undefined;
  return day === undefined ? null : { day, words: text.trim() };
};
