import type { LocalDate } from '../../kernel/local-date.ts';
import { exactMoment, longDate } from '../when.ts';

/** Why this person is asked about a draft. */
export type Asking =
  | { readonly kind: 'first' }
  /** Nobody decided since the first mail of this local date. */
  | { readonly kind: 'again'; readonly since: LocalDate }
  | { readonly kind: 'admin'; readonly since: LocalDate }
  | { readonly kind: 'cover'; readonly away: Person; readonly until: LocalDate };

/** One thing known, as a label and a value. The same rows stand in a mail, on its page and in what is hashed. */
export interface Fact {
  readonly label: string;
  readonly value: string;
  /** Where the value leads, if anywhere: http(s) or mailto. */
  readonly link?: string;
}

/** Someone of ours: a rep, the admin, a cover. */
export interface Person {
  /** Empty when the rules doc names nobody for the address. */
  readonly name: string;
  readonly address: string;
}

/** `Priya`, else the address. */
export const personName = ({ name, address }: Person): string => (name === '' ? address : name);

/** `Priya <priya@harbourline.example>`. */
export const fullPerson = ({ name, address }: Person): string => (name === '' ? address : `${name} <${address}>`);

/** How a question that a mail asked was answered. `at`: UTC instant, ISO; `by`: a name or an address. */
export type Decided = { readonly by: string; readonly at: string } & (
  | {
      readonly what:
        | 'won'
        | 'lost'
        | 'withdrawn'
        | 'held'
        | 'went-on'
        | 'answered'
        | 'arrived'
        | 'again'
        | 'not-a-reply'
        | 'discarded'
        | 'in-sheet'
        | 'kept';
    }
  | { readonly what: 'extended' | 'resumed'; readonly date: LocalDate }
  | { readonly what: 'address'; readonly address: string }
  | { readonly what: 'assigned'; readonly quoteId: string }
  | { readonly what: 'written'; readonly row: number; readonly already?: boolean }
);

/** Who decided what and when, in one sentence: shown by every link whose question is answered. */
export const decidedWords = (decided: Decided, zone: string): string =>
  `${decided.by} ${didWhat(decided)} on ${exactMoment(decided.at, zone)}.`;

const didWhat = (decided: Decided): string => {
  switch (decided.what) {
    case 'won':
      return 'closed the quote as won';
    case 'lost':
      return 'closed the quote as lost';
    case 'withdrawn':
      return 'withdrew the quote';
    case 'in-sheet':
      return 'wrote it into the sheet';
    case 'held':
      return 'put the quote on hold';
    case 'went-on':
      return 'let the follow-ups go on';
    case 'answered':
      return 'said that the customer already answered';
    case 'arrived':
      return 'said that the mail arrived';
    case 'again':
      return 'said that the mail never arrived and asked for a new draft';
    case 'not-a-reply':
      return 'said that it is no reply to a quote';
    case 'discarded':
      return 'discarded the proposal';
    case 'kept':
      return 'left the quote open and quiet';
    case 'extended':
      return `extended the quote to ${longDate(decided.date)}`;
    case 'resumed':
      return `resumed the follow-ups from ${longDate(decided.date)}`;
    case 'address':
      return `gave ${decided.address} as the right address`;
    case 'assigned':
      return `assigned the mail to ${decided.quoteId}`;
    case 'written':
      return decided.already
        ? `approved the row; its number was in the sheet already, in row ${decided.row}, which was left as it is,`
        : `approved the row, and it stands in the sheet as row ${decided.row},`;
  }
};
