import type {
  contactEventTypes,
  integrityEventTypes,
  mailEventTypes,
  periodEventTypes,
  proposalEventTypes,
  systemEventTypes,
} from '../../events/other-events.ts';
import type { quoteEventTypes } from '../../events/quote-events.ts';
import type { Tone } from '../views/table.ts';

type EventTypes =
  | typeof quoteEventTypes
  | typeof contactEventTypes
  | typeof mailEventTypes
  | typeof proposalEventTypes
  | typeof periodEventTypes
  | typeof systemEventTypes
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
