import { decodeWords } from '../mime/encoded-word.ts';

/** What a delivery report says about one recipient, as written (RFC 3464 §2.3). */
export interface StatusRecord {
  readonly recipient: string | null;
  /** failed, delayed, delivered, relayed, expanded; lower-case. */
  readonly action: string | null;
  /** `5.1.1`; null when absent or malformed. */
  readonly status: string | null;
  /** The other side's words, unfolded, without the `smtp;` in front. */
  readonly diagnostic: string;
  /** The recipient before forwarding, when the report names it. */
  readonly originalRecipient: string | null;
}

const FIELD = /^([A-Za-z][A-Za-z0-9-]{1,60})\s*:\s*(.*)$/;
const RECIPIENT_FIELDS = /^(final-recipient|original-recipient|x-actual-recipient)$/;

/** The per-recipient groups of a `message/delivery-status` text; at most 50. Blank lines are often missing or doubled. */
export const readDeliveryStatus = (text: string): readonly StatusRecord[] => {
  const groups: Map<string, string>[] = [];
  let group = new Map<string, string>();
  let last: string | null = null;
  for (const line of text.split('\n')) {
    const field = /^\s/.test(line) ? null : FIELD.exec(line);
    if (field) {
      const name = (field[1] ?? '').toLowerCase();
      if (name === 'final-recipient' && group.has(name)) {
        groups.push(group);
        group = new Map();
      }
      if (!group.has(name)) group.set(name, field[2] ?? '');
      last = name;
    } else if (line.trim() === '') {
      if (group.size > 0) groups.push(group);
      group = new Map();
      last = null;
    } else if (last !== null) group.set(last, `${group.get(last) ?? ''} ${line.trim()}`);
  }
  if (group.size > 0) groups.push(group);
  return groups.filter(describesRecipient).slice(0, 50).map(recordOf);
};

const describesRecipient = (group: ReadonlyMap<string, string>): boolean =>
  [...group.keys()].some(name => RECIPIENT_FIELDS.test(name) || name === 'action' || name === 'status');

const recordOf = (group: ReadonlyMap<string, string>): StatusRecord => {
  const original = addressOf(group.get('original-recipient'));
  return {
    recipient: addressOf(group.get('final-recipient')) ?? addressOf(group.get('x-actual-recipient')) ?? original,
    originalRecipient: original,
    action: /^[a-z]+/.exec((group.get('action') ?? '').trim().toLowerCase())?.[0] ?? null,
    status: /\b([245]\.\d{1,3}\.\d{1,3})\b/.exec(group.get('status') ?? '')?.[1] ?? null,
    diagnostic: decodeWords((group.get('diagnostic-code') ?? '').replace(/^\s*[\w-]+\s*;\s*/, '')).slice(0, 4_000),
  };
};

/** `rfc822; a@b` and what mailers make of it. */
const addressOf = (value: string | undefined): string | null => {
  const bare = (value ?? '').replace(/^\s*[\w-]+\s*;\s*/, '');
  return /[^\s<>";,()]+@[^\s<>";,()]+/.exec(bare)?.[0] ?? null;
};
