import { type HeaderKind, headerName } from './header-words.ts';
import { isBlank, type Line } from './line.ts';

const MOST_LINES = 400;
const MOST_FOLDED = 3;
const TIMED = /\d{1,2}\s?[:.h時时点]\s?\d{2}/;
const LISTS_ADDRESSES = /@|[;,]\s*$/;
const INLINE_NAMES = /(?:Date|Sent|To|Subject|Gesendet|An|Datum|Betreff|Envoyé|Objet|Enviado|Asunto|Para)\s?:/gu;

interface Seen {
  readonly kinds: Set<HeaderKind>;
  mail: boolean;
  timed: boolean;
  /** Lines up to and including the last header line. */
  end: number;
}

const note = (seen: Seen, kind: HeaderKind, value: string, end: number): void => {
  seen.kinds.add(kind);
  if (value.includes('@')) seen.mail = true;
  if (kind === 'date' && TIMED.test(value)) seen.timed = true;
  seen.end = end;
};

/**
 * Enough of a block to be sure? Somebody may write "From: Hamburg, To: Bremen, Date: 12 May" in an order, so two names alone
 * prove nothing: an address, a subject, or a sender with a sending time must be there.
 */
const proves = ({ kinds, mail, timed }: Seen): boolean => {
  const sender = kinds.has('from');
  const core = (['from', 'date', 'to', 'subject'] as const).filter(kind => kinds.has(kind)).length;
  if (core < 2) return false;
  if (sender && (kinds.has('subject') || mail || timed)) return true;
  return mail && kinds.has('to') && (kinds.has('date') || kinds.has('subject'));
};

/** Several header fields on one line, as some HTML renders to. */
const onOneLine = (line: string): boolean => {
  const first = headerName(line);
  if (first?.kind !== 'from' || !line.includes('@') || line.length > 600) return false;
  return (line.match(INLINE_NAMES) ?? []).length >= 1;
};

/** How many lines a printed header block (From, Sent, To, Subject) takes from here; 0 when there is none. */
export const headerBlockAt = (lines: readonly Line[], start: number): number => {
  const first = headerName(lines[start]?.text ?? '');
  if (!first?.opens) return 0;
  const seen: Seen = { kinds: new Set(), mail: false, timed: false, end: 0 };
  let folded = 0;
  let blanks = 0;
  let last: HeaderKind = first.kind;
  for (let at = start; at < lines.length && at < start + MOST_LINES; at++) {
    const line = lines[at];
    if (line === undefined || line.mark === 'rule') break;
    if (isBlank(line)) {
      if (++blanks > 1) break;
      continue;
    }
    const name = headerName(line.text);
    if (name !== null) {
      if (name.kind !== 'other' && seen.kinds.has(name.kind)) break;
      note(seen, name.kind, name.value, at + 1 - start);
      last = name.kind;
      folded = 0;
      blanks = 0;
      continue;
    }
    if (blanks > 0) break;
    if (line.text.includes('@')) seen.mail = true;
    const endless = (last === 'to' || last === 'other') && LISTS_ADDRESSES.test(line.text);
    if (!endless && ++folded > MOST_FOLDED) break;
  }
  if (proves(seen)) return seen.end;
  return onOneLine(lines[start]?.text ?? '') ? 1 : 0;
};
