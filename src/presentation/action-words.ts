import type { RestReason } from '../cadence/due.ts';
import type { contactEventTypes } from '../events/contact-events.ts';
import type { installationEventTypes } from '../events/installation-events.ts';
import type { integrityEventTypes } from '../events/integrity-events.ts';
import type { mailEventTypes } from '../events/mail-events.ts';
import type { proposalEventTypes } from '../events/proposal-events.ts';
import type { quoteEventTypes } from '../events/quote-events.ts';
import type { reportEventTypes } from '../events/report-events.ts';
import type { Tone } from './view-models/table.ts';

type EventTypes =
  | typeof quoteEventTypes
  | typeof contactEventTypes
  | typeof mailEventTypes
  | typeof proposalEventTypes
  | typeof reportEventTypes
  | typeof installationEventTypes
  | typeof integrityEventTypes;

/** The name of every action in the log. */
export type Action = EventTypes[number]['name'];

interface Words {
  readonly words: string;
  readonly tone: Tone;
}

const plain = (words: string): Words => ({ words, tone: 'plain' });
const good = (words: string): Words => ({ words, tone: 'good' });
const wait = (words: string): Words => ({ words, tone: 'wait' });
const stop = (words: string): Words => ({ words, tone: 'stop' });
const info = (words: string): Words => ({ words, tone: 'info' });

const WORDS: Readonly<Record<Action, Words>> = {
  QuoteListed: plain('Listed in the sheet'),
  QuoteRevised: info('Revised in the sheet'),
  QuoteHeld: wait('Put on hold'),
  HoldEnded: plain('Hold ended'),
  QuoteClosed: info('Closed'),
  QuoteReopened: plain('Opened again'),
  QuoteExpired: wait('Expired'),
  MovePlanned: plain('Next step due'),
  DraftWritten: plain('Draft written'),
  DraftMailed: wait('Draft mailed for approval'),
  DraftEdited: plain('Draft edited'),
  DraftApproved: good('Draft approved'),
  ApprovalCancelled: wait('Approval cancelled'),
  DraftSkipped: plain('Draft skipped'),
  DraftVoided: wait('Draft withdrawn'),
  DraftLapsed: wait('Draft lapsed, nobody decided'),
  SendDeferred: wait('Sending put off'),
  SendClaimed: plain('Handing over to the mail service'),
  ClaimReturned: wait('Mail service asked to try later'),
  NudgeSent: good('Nudge sent'),
  SendRefused: stop('Mail service refused it'),
  SendUnknown: stop('Nobody knows whether it left'),
  SendGivenUp: wait('Given up, to be drafted anew'),
  CapReached: info('As many nudges as the rules allow'),
  ReplyReceived: info('Reply received'),
  ReplyLabelled: info('Reply read'),
  ReplyTaken: good('Reply taken by a rep'),
  ReplyDismissed: plain('No reply after all'),
  AnsweredElsewhere: info('Answered by another road'),
  ChainResumed: plain('Follow-ups resumed'),
  NoticeMailed: plain('Mail to a rep announced'),
  LetterSent: plain('Mail to a rep left'),
  RowWrittenBack: plain('Written back to the sheet'),
  RowWriteFailed: wait('Could not be written back'),
  OriginalKept: plain('Original mail kept'),
  QuoteRenumbered: info('Goes on under another number'),
  ChainCarriedOver: info('Goes on from an earlier number'),
  ContactDayTaken: plain('Contact’s day taken'),
  ContactBounced: stop('Mail bounced'),
  ContactComplained: stop('Reported as spam'),
  ContactStopped: stop('Asked us to stop'),
  ContactLifted: good('May be written to again'),
  MailReceived: info('Mail received'),
  MailRouted: plain('Mail recognised'),
  MailUnmatched: wait('Mail nobody could place'),
  MailQuestionSent: plain('Question about a mail left'),
  MailAssigned: good('Mail assigned to a quote'),
  MailDismissed: plain('Mail is no reply'),
  MailSetAside: plain('Mail set aside'),
  MailClaimed: plain('Mail seen for the first time'),
  MailRepeated: plain('The same mail once more'),
  ProposalMade: info('Row proposed'),
  ProposalMailed: plain('Proposal mailed'),
  ProposalLetterSent: plain('Mail about a proposal left'),
  ProposalApproved: good('Proposal approved'),
  ProposalDiscarded: plain('Proposal discarded'),
  ProposalRowWritten: good('Row written to the sheet'),
  ProposalWriteDoubtful: stop('Writing the row ended in doubt'),
  ProposalReopened: wait('Proposal opened again'),
  DayChecked: plain('Day checked'),
  ReportSent: plain('Report sent'),
  ReportClaimed: plain('Report begun'),
  ReportFinished: plain('Report out to everybody'),
  SheetSynced: plain('Sheet read'),
  SheetRefused: stop('Sheet refused'),
  RulesAccepted: good('Rules accepted'),
  RulesRefused: stop('Rules refused'),
  VoiceAccepted: good('Voice accepted'),
  VoiceRefused: stop('Voice refused'),
  ConfigAccepted: good('Config accepted'),
  ConfigRefused: stop('Config refused'),
  ClockMoved: info('Clock moved'),
  KeyDestroyed: stop('Person erased'),
  TrailExported: plain('Trail exported'),
  AdminNotified: plain('Admin told'),
  FaultsFound: stop('Log changed behind its back'),
  FaultsMailed: wait('Admin asked about a changed log'),
  FaultsAnswered: good('Admin answered for a changed log'),
};

const known: ReadonlyMap<string, Words> = new Map(Object.entries(WORDS));

/** What an action was, for people. One that this code does not know keeps its own name. */
export const actionWords = (action: string): string => known.get(action)?.words ?? action;

export const actionTone = (action: string): Tone => known.get(action)?.tone ?? 'stop';

/** Every action with its words, for a choice on a search page. */
export const allActions: readonly { readonly action: string; readonly words: string }[] = [...known]
  .map(([action, { words }]) => ({ action, words }))
  .sort((a, b) => (a.words < b.words ? -1 : 1));

/** Why a quote rests today, in words that end the sentence "It rests: …". */
export const restReasonText = (reason: RestReason): string => {
  switch (reason) {
    case 'not-listed':
      return 'it is not in the sheet';
    case 'closed':
      return 'it is closed';
    case 'held':
      return 'it is on hold';
    case 'expired':
      return 'its expiry date has passed';
    case 'answered':
      return 'the customer answered';
    case 'contact-stopped':
      return 'the contact asked us to stop writing';
    case 'contact-bounced':
      return 'mail to the contact bounced';
    case 'contact-complained':
      return 'the contact reported our mail as spam';
    case 'reply-unread':
      return 'a reply came in and is not read yet';
    case 'sent-later':
      return 'its date sent is still to come';
    case 'deferred':
      return 'it is put off to a later date';
    case 'send-approved':
      return 'an approved draft is on its way';
    case 'send-unknown':
      return 'nobody knows yet whether the last mail left';
    case 'draft-waiting':
      return 'a draft waits for a decision';
    case 'cap-reached':
      return 'it has had as many nudges as the rules allow';
    case 'too-close':
      return 'the last nudge was too few days ago';
    case 'no-working-day':
      return 'today is not a working day';
    case 'last-call-done':
      return 'the last call is dealt with, nothing follows';
    case 'last-call-too-soon':
      return 'it was sent too few days ago for a last call';
    case 'step-done':
      return 'the next step is still to come';
    case 'no-step-yet':
      return 'its first step is still to come';
    case 'contact-had-its-turn':
      return 'another quote of this contact has its turn today';
    case 'cannot-leave-in-time':
      return 'a nudge could not leave before it expires';
    case 'log-changed':
      return 'its log was changed behind its back, and the admin has not answered for it';
    case 'unreadable':
      return 'this version of the program cannot read its log';
    case 'contact-unreadable':
      return 'this version of the program cannot read the log of its contact';
    case 'system-unreadable':
      return 'this version of the program cannot read the log of the settings, so nothing is planned or sent';
  }
};
