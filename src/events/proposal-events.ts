import * as t from 'io-ts';
import { defineEvent, nullable } from './event-type.ts';
import { day } from './scalars.ts';

// ~proposal/<id>: a row that a mail or a quoting tool suggests.
export const ProposalFields = t.type({
  number: nullable(t.string),
  minor: nullable(t.number),
  currency: nullable(t.string),
  sent: nullable(day),
  expires: nullable(day),
  owner: nullable(t.string),
});
export const ProposalPersonal = t.type({
  customer: nullable(t.string),
  contact: nullable(t.string),
  link: nullable(t.string),
  sources: t.record(t.string, t.string),
});
export const ProposalMade = defineEvent(
  'ProposalMade',
  t.intersection([
    t.type({
      fields: ProposalFields,
      lane: t.keyof({ mail: null, webhook: null }),
      source: t.string,
      missing: t.array(t.string),
      original: nullable(t.string),
      pdfKey: nullable(t.string),
    }),
    /** Message-ID of the mail that the customer got, without angle brackets. */
    t.partial({ messageId: nullable(t.string) }),
  ]),
  t.intersection([
    ProposalPersonal,
    /** Why fields stayed empty although something was found, and PDFs that could not be read, with the reason. */
    t.partial({ doubts: t.record(t.string, t.string), unread: t.array(t.string) }),
  ]),
);
export const ProposalMailed = defineEvent(
  'ProposalMailed',
  t.type({ mailing: t.number, tokenHash: t.string, recipientRef: t.string, expiresAt: t.string }),
  t.type({ to: t.string }),
);
/** The letter of a mailing left. Without this event it is made again. */
export const ProposalLetterSent = defineEvent('ProposalLetterSent', t.type({ mailing: t.number, messageId: t.string }));
export const ProposalApproved = defineEvent(
  'ProposalApproved',
  t.intersection([
    t.type({ fields: ProposalFields }),
    /** The number in the sheet whose row is to change; absent or null: a new row. */
    t.partial({ changes: nullable(t.string) }),
  ]),
  ProposalPersonal,
);
export const ProposalDiscarded = defineEvent('ProposalDiscarded', t.type({}));
export const ProposalRowWritten = defineEvent('ProposalRowWritten', t.type({ row: t.number, already: t.boolean }));
export const ProposalWriteDoubtful = defineEvent('ProposalWriteDoubtful', t.type({ why: t.string }));
export const ProposalReopened = defineEvent('ProposalReopened', t.type({ why: t.string }));
export const proposalEventTypes = [
  ProposalMade,
  ProposalMailed,
  ProposalLetterSent,
  ProposalApproved,
  ProposalDiscarded,
  ProposalRowWritten,
  ProposalWriteDoubtful,
  ProposalReopened,
] as const;
