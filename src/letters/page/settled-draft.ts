import { exactMoment } from '../words/when.ts';

/** How a draft ended. */
export interface SettledDraft {
  readonly how: 'sent' | 'skipped' | 'voided' | 'lapsed' | 'refused' | 'given-up' | 'answered' | 'held';
  /** Who decided; null when the system did. */
  readonly by: string | null;
  /** UTC instant, ISO. */
  readonly at: string;
  readonly reason: string | null;
}

/** The end in a word or two. */
export const settledNames = {
  sent: 'sent',
  skipped: 'skipped',
  voided: 'withdrawn',
  lapsed: 'lapsed',
  refused: 'refused by the mail service',
  'given-up': 'given up',
  answered: 'not needed',
  held: 'on hold',
} as const;

/** What was decided, by whom and when, in one or two sentences. */
export const settledWords = ({ how, by, at, reason }: SettledDraft, contact: string, zone: string): string => {
  const when = exactMoment(at, zone);
  const who = by ?? 'The system';
  const why = reason === null ? '' : ` Why: ${reason}.`;
  switch (how) {
    case 'sent':
      return `Sent to ${contact} on ${when}${by === null ? '' : `, approved by ${by}`}.`;
    case 'skipped':
      return `${who} skipped this step on ${when}. Later steps still come.`;
    case 'voided':
      return `Withdrawn on ${when}; nothing was sent.${why}`;
    case 'lapsed':
      return `Nobody decided within seven days, so it lapsed on ${when}; nothing was sent.`;
    case 'refused':
      return `The mail service refused it on ${when}; nothing was sent.${why}`;
    case 'given-up':
      return `${who} said on ${when} that it never arrived, and asked for a new draft.`;
    case 'answered':
      return `${who} said on ${when} that the customer had already answered; nothing was sent.`;
    case 'held':
      return `${who} put the quote on hold on ${when}; nothing was sent.`;
  }
};
