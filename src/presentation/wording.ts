import type { HoldReason, Label, Move } from '../events/quote-events.ts';
import type { Tone } from './view-models/table.ts';

/** `1 quote`, `12 quotes`, `1,200 quotes`; an irregular plural is given. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;

/** `A`, `A and B`, `A, B and C`. */
export const listed = (parts: readonly string[], last = 'and'): string => {
  const final = parts.at(-1) ?? '';
  return parts.length < 2 ? final : `${parts.slice(0, -1).join(', ')} ${last} ${final}`;
};

/** A word or sentence with a capital first letter. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** One line: what would end a header or a line of text becomes a blank. For subjects and labels. */
export const plainLine = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();

/** The name of a move as people say it: `first nudge`, `follow-up`, `last call`. */
export const moveName = (move: Move): string => {
  switch (move) {
    case 'first_nudge':
      return 'first nudge';
    case 'followup':
      return 'follow-up';
    case 'last_call':
      return 'last call';
  }
};

/** What a reply seems to be, said so that nobody takes it for certain. `until`: the date, already in words. */
export const labelWords = (label: Label, until: string | null = null): string => {
  switch (label) {
    case 'accept':
      return 'looks like a yes';
    case 'decline':
      return 'looks like a no';
    case 'question':
      return 'has a question';
    case 'out-of-office':
      return until === null ? 'is away' : `is away until ${until}`;
  }
};

/** The label as a choice on a page: `a yes`, `a no`, `a question`, `an absence note`. */
export const labelNoun = (label: Label): string => {
  switch (label) {
    case 'accept':
      return 'a yes';
    case 'decline':
      return 'a no';
    case 'question':
      return 'a question, or anything else a person should read';
    case 'out-of-office':
      return 'an out-of-office note';
  }
};

/** Why a quote is on hold, in words that end the sentence "On hold: …". */
export const holdWords = (reason: HoldReason): string => {
  switch (reason) {
    case 'status':
      return 'the sheet says so';
    case 'vanished':
      return 'its row vanished from the sheet';
    case 'refused-row':
      return 'its row has a mistake that must be mended first';
    case 'rep':
      return 'a rep asked for it';
    case 'unsure-reply':
      return 'a mail came in that may be its answer';
    case 'rep-mail':
      return 'a rep wrote about it outside this system';
    case 'first-sync':
      return 'it is older than two weeks and waits to be started';
    case 'renumbering':
      return 'it looks like a quote that vanished, and the admin is asked whether it is the same';
    case 'bad-address':
      return 'its address bounced and a right one is asked for';
  }
};

export type ProposalStateName = 'open' | 'approved' | 'written' | 'doubtful' | 'discarded';

/** How a proposal stands, in a word or three. */
export const proposalStates: Readonly<Record<ProposalStateName, readonly [Tone, string]>> = {
  open: ['wait', 'open'],
  approved: ['info', 'being written'],
  written: ['good', 'in the sheet'],
  doubtful: ['stop', 'in doubt'],
  discarded: ['plain', 'discarded'],
};
