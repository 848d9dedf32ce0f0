import * as t from 'io-ts';
import { defineEvent, nullable } from './define-event.ts';

const day = t.string;

// ~contact/<ref>: what is true of an address, over all its quotes.
export const ContactDayTaken = defineEvent(
  'ContactDayTaken',
  t.type({ date: day, quoteId: t.string, draftId: t.string }),
);
export const ContactBounced = defineEvent(
  'ContactBounced',
  t.type({ hard: t.boolean, day, source: t.string, status: nullable(t.string) }),
);
export const ContactComplained = defineEvent('ContactComplained', t.type({ day, source: t.string }));
export const ContactStopped = defineEvent('ContactStopped', t.type({ day, source: t.string }));
export const ContactLifted = defineEvent('ContactLifted', t.type({ note: nullable(t.string) }));
export const contactEventTypes = [
  ContactDayTaken,
  ContactBounced,
  ContactComplained,
  ContactStopped,
  ContactLifted,
] as const;

// ~mail/<receiver's message id>: what became of one inbound message.
export const MailKind = t.keyof({
  unreadable: null,
  quarantine: null,
  own: null,
  complaint: null,
  bounce: null,
  'auto-reply': null,
  list: null,
  quote: null,
  reply: null,
});
export const MailReceived = defineEvent(
  'MailReceived',
  t.type({ key: t.string, bytes: t.number, kind: nullable(MailKind), envelope: t.array(t.string) }),
  nullable(t.type({ from: t.string, subject: t.string })),
);
export const MailRouted = defineEvent(
  'MailRouted',
  t.type({ kind: MailKind, quoteIds: t.array(t.string), how: t.string, why: t.string }),
);
/** Nobody's yet: the admin is asked to assign it or say that it is no reply. */
export const MailUnmatched = defineEvent(
  'MailUnmatched',
  t.type({
    why: t.string,
    candidates: t.array(t.string),
    tokenHash: t.string,
    recipientRef: t.string,
    expiresAt: t.string,
  }),
  t.type({ to: t.string }),
);
/** The question about it left. Without this event it is asked again. */
export const MailQuestionSent = defineEvent('MailQuestionSent', t.type({ messageId: t.string }));
export const MailAssigned = defineEvent('MailAssigned', t.type({ quoteId: t.string }));
export const MailDismissed = defineEvent('MailDismissed', t.type({ why: t.string }));
export const MailSetAside = defineEvent('MailSetAside', t.type({ kind: MailKind, why: t.string }));
/** In a stream of its own, named by what a message is known by: the first to be taken in. Any other is that one again. */
export const MailClaimed = defineEvent('MailClaimed', t.type({ id: t.string }));
/** The same message was taken in before under another id. It is kept and counted, and nothing else comes of it. */
export const MailRepeated = defineEvent('MailRepeated', t.type({ of: t.string, key: t.string, bytes: t.number }));
export const mailEventTypes = [
  MailReceived,
  MailRouted,
  MailUnmatched,
  MailQuestionSent,
  MailAssigned,
  MailDismissed,
  MailSetAside,
  MailClaimed,
  MailRepeated,
] as const;

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

// ~period/<report>/<date>/<recipient ref>: what happens once per period.
export const DayChecked = defineEvent(
  'DayChecked',
  t.intersection([
    t.type({
      checked: day,
      versions: t.type({ sheet: t.string, rules: t.string, voice: t.string, config: t.string, code: t.string }),
      counts: t.record(t.string, t.number),
      /** Reason or move → quote numbers; null when too long for one item, then it lies at `detailKey`. */
      quotes: nullable(t.record(t.string, t.array(t.string))),
      detailKey: t.string,
      detailHash: t.string,
      /** Root over the heads of all streams as of this instant, hex. */
      until: t.string,
      root: t.string,
      streams: t.number,
    }),
    /** Quotes that rested because a stream (theirs, or their contact's) cannot be read or written; not all of very many. */
    t.partial({
      faults: t.array(t.type({ quote: t.string, stream: t.string, version: nullable(t.number), kind: t.string })),
    }),
  ]),
);
export const ReportSent = defineEvent(
  'ReportSent',
  t.type({
    report: t.string,
    date: day,
    recipientRef: t.string,
    bodyKey: t.string,
    tokenHash: nullable(t.string),
    expiresAt: nullable(t.string),
  }),
  t.type({ to: t.string }),
);
/** A report to one person is being made, and whoever appended this makes it. Its token's hash stands here before the mail leaves. */
export const ReportClaimed = defineEvent(
  'ReportClaimed',
  t.type({
    report: t.string,
    date: day,
    recipientRef: t.string,
    tokenHash: nullable(t.string),
    expiresAt: nullable(t.string),
  }),
  nullable(t.type({ to: t.string })),
  2,
);
/** Everybody who is to get the report of this date has it. */
export const ReportFinished = defineEvent('ReportFinished', t.type({ report: t.string, date: day, letters: t.number }));
export const periodEventTypes = [DayChecked, ReportSent, ReportClaimed, ReportFinished] as const;

// ~system: the business's own settings and the keeper's acts.
export const SheetSynced = defineEvent(
  'SheetSynced',
  t.intersection([
    t.type({
      version: t.string,
      rows: t.number,
      refused: t.array(t.type({ row: t.number, column: t.string, error: t.string })),
      vanished: t.array(t.string),
    }),
    /** By which readings of the sheet are ordered; absent in logs from before they were. */
    t.partial({ sheetVersion: t.number }),
  ]),
);
export const SheetRefused = defineEvent(
  'SheetRefused',
  t.type({ version: t.string, column: t.string, error: t.string }),
);
export const RulesAccepted = defineEvent('RulesAccepted', t.type({ version: t.string, understood: t.unknown }));
export const RulesRefused = defineEvent(
  'RulesRefused',
  t.type({ version: t.string, errors: t.array(t.type({ line: t.number, sentence: t.string, expected: t.string })) }),
);
export const VoiceAccepted = defineEvent('VoiceAccepted', t.type({ version: t.string }));
export const VoiceRefused = defineEvent('VoiceRefused', t.type({ version: t.string, error: t.string }));
export const ConfigAccepted = defineEvent('ConfigAccepted', t.type({ version: t.string, config: t.unknown }));
export const ConfigRefused = defineEvent('ConfigRefused', t.type({ version: t.string, errors: t.array(t.string) }));
export const ClockMoved = defineEvent('ClockMoved', t.type({ from: t.string, to: t.string }));
export const KeyDestroyed = defineEvent('KeyDestroyed', t.type({ ref: t.string, reason: t.string }));
export const TrailExported = defineEvent('TrailExported', t.type({ view: t.string, rows: t.number }));
export const AdminNotified = defineEvent(
  'AdminNotified',
  t.type({
    about: t.string,
    key: t.string,
    tokenHash: nullable(t.string),
    recipientRef: t.string,
    expiresAt: nullable(t.string),
  }),
);
export const systemEventTypes = [
  SheetSynced,
  SheetRefused,
  RulesAccepted,
  RulesRefused,
  VoiceAccepted,
  VoiceRefused,
  ConfigAccepted,
  ConfigRefused,
  ClockMoved,
  KeyDestroyed,
  TrailExported,
  AdminNotified,
] as const;

// ~integrity: what was found changed behind the log's back, and who answered for it.
/** One thing that is not as it was stored. `mark` tells it from the next one of its kind in the same place. */
export const LogFault = t.type({
  /** Empty where it is about the whole log. */
  stream: t.string,
  version: nullable(t.number),
  kind: t.string,
  mark: t.string,
  detail: t.string,
});
export const FaultsFound = defineEvent('FaultsFound', t.type({ faults: t.array(LogFault) }));
/** The letter to the admin left; its page answers for these faults and no others. */
export const FaultsMailed = defineEvent(
  'FaultsMailed',
  t.type({
    faults: t.array(t.string),
    tokenHash: t.string,
    recipientRef: t.string,
    expiresAt: t.string,
  }),
);
/** A person looked into these faults and lets the quotes go on that they stopped. */
export const FaultsAnswered = defineEvent(
  'FaultsAnswered',
  t.type({ faults: t.array(t.string), note: nullable(t.string) }),
);
export const integrityEventTypes = [FaultsFound, FaultsMailed, FaultsAnswered] as const;
