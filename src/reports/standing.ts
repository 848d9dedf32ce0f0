import type { QuoteState, Reply } from '../aggregates/quote/state.ts';
import { cadenceFor } from '../cadence/cadence-for.ts';
import { type ContactStanding, type RestReason, whatIsDue } from '../cadence/due.ts';
import { wallClock } from '../cadence/next-allowed-minute.ts';
import { nameOf } from '../cadence/owner.ts';
import type { Cadence, Policy } from '../cadence/policy.ts';
import { tierFor } from '../cadence/tier-for.ts';
import type { HoldReason } from '../events/quote-events.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import type { QuoteRow } from '../letters/console/quotes-page.ts';
import type { QuoteGroup, StepDot } from '../letters/views/chain-view.ts';
import { capital, listed } from '../letters/words/counted.ts';
import { holdWords } from '../letters/words/hold-words.ts';
import { labelWords } from '../letters/words/label-words.ts';
import { moveName } from '../letters/words/move-name.ts';
import { restReasonText } from '../letters/words/rest-reason.ts';
import { longDate } from '../letters/words/when.ts';
import type { RefusedCell } from '../sheet/row.ts';
import { type ComingStep, comingStep } from './coming-step.ts';
import { overrideOf } from './override-of.ts';
import { stepDots } from './step-dots.ts';

/** Where a chain stands, in the words of the console. Everything in it is the answer of the fold and of the rules. */
export interface Standing {
  readonly group: QuoteGroup;
  readonly steps: readonly StepDot[];
  readonly next: QuoteRow['next'];
  readonly why: string;
  readonly trouble: string | null;
  readonly tier: string;
  readonly cadence: Cadence;
}

export interface StandingOf {
  readonly contact: ContactStanding;
  readonly policy: Policy;
  readonly today: LocalDate;
  readonly checked: boolean;
  /** What today's check recorded of a quote that it looked at and passed over. */
  readonly passedOver: 'contact-had-its-turn' | 'cannot-leave-in-time' | null;
  readonly faults: readonly RefusedCell[];
}

export const standingOf = (state: QuoteState, of: StandingOf): Standing => {
  const { contact, policy, faults } = of;
  const { facts } = state;
  const tier = tierFor(facts ?? { minor: 0, currency: policy.currency }, policy);
  const cadence = cadenceFor(facts ? overrideOf(facts) : null, tier);
  const coming = comingStep(state, { ...of, cadence });
  return {
    group: groupOf(state, contact, coming),
    steps: stepDots(state, cadence, policy, coming),
    next: nextOf(state, coming, policy),
    why: whyOf(state, cadence, of),
    trouble: troubleOf(state, contact, faults),
    tier: tier.name,
    cadence,
  };
};

const groupOf = (state: QuoteState, contact: ContactStanding, coming: ComingStep | null): QuoteGroup => {
  if (state.closed !== null) return 'closed';
  if (state.expired) return 'expired';
  const { draft } = state;
  if (draft && (draft.status === 'approved' || draft.status === 'claimed' || draft.status === 'unknown'))
    return 'leaving';
  if (state.holds.length > 0) return 'held';
  if (state.answered !== null || state.unlabelled > 0) return 'answered';
  if (contact !== 'fine') return 'quiet';
  if (draft) return 'approve';
  return coming?.kind === 'offer' ? 'following' : 'quiet';
};

const nextOf = (state: QuoteState, coming: ComingStep | null, { timezone }: Policy): QuoteRow['next'] => {
  const { draft } = state;
  if (state.closed !== null || state.expired) return null;
  if (draft) {
    const step = moveName(draft.move);
    switch (draft.status) {
      case 'approved': {
        const on = draft.sendAfter === null ? null : wallClock(new Date(draft.sendAfter), timezone).date;
        return { what: `${capital(step)} leaves`, on };
      }
      case 'claimed':
        return { what: `${capital(step)} is leaving`, on: null };
      case 'unknown':
        return { what: `A word on whether the ${step} arrived`, on: null };
      case 'planned':
      case 'written':
      case 'mailed':
        return state.holds.length > 0 ? null : { what: `A decision on the ${step}`, on: null };
    }
  }
  const [hold, ...moreHolds] = state.holds;
  if (hold === 'rep' && moreHolds.length === 0 && state.holdUntil !== null)
    return { what: 'The hold ends', on: state.holdUntil };
  const taken = answerOf(state);
  if (taken?.pickUpAfter) return { what: 'Picked up again if quiet', on: taken.pickUpAfter };
  return coming ? comingWords(coming) : null;
};

const comingWords = (coming: ComingStep): NonNullable<QuoteRow['next']> => {
  switch (coming.kind) {
    case 'offer':
      return { what: capital(moveName(coming.offer.move)), on: coming.on };
    case 'expiry':
      return { what: 'Expires', on: coming.on };
    case 'last-call-opens':
      return { what: 'Last call', on: coming.on };
  }
};

const answerOf = (state: QuoteState): Reply | null =>
  state.answered === null ? null : (state.replies.find(({ id }) => id === state.answered) ?? null);

const whyOf = (state: QuoteState, cadence: Cadence, of: StandingOf): string => {
  const { contact, policy, today, checked, passedOver, faults } = of;
  if (!state.facts && faults.length > 0) return 'its row has a mistake that must be mended first';
  const due = whatIsDue(state, contact, cadence, policy, today);
  switch (due.kind) {
    case 'expire':
      return 'its expiry date has passed, the next check closes it out';
    case 'overtaken':
      return 'the last call is due, so the waiting draft gives way to it';
    case 'offer':
      if (passedOver !== null) return restReasonText(passedOver);
      return checked ? 'it is due, and the next check offers it' : 'it is due, and today’s check offers it';
    case 'rest':
      return isOff(cadence, due.reason) ? 'its row asks for no follow-ups' : restWords(state, due.reason, policy);
  }
};

/** A cadence without any step has no first one to wait for. */
const isOff = ({ nudgeDays, lastCallDays }: Cadence, reason: RestReason): boolean =>
  reason === 'no-step-yet' && nudgeDays.length === 0 && lastCallDays === null;

const restWords = (state: QuoteState, reason: RestReason, policy: Policy): string => {
  switch (reason) {
    case 'closed':
      return `it is closed: ${state.closed ?? ''}`;
    case 'held':
      return `on hold: ${listed(state.holds.map(reason => holdReasonWords(reason, state.holdUntil)))}`;
    case 'expired':
      return state.expiredOn === null ? restReasonText(reason) : `it expired on ${longDate(state.expiredOn)}`;
    case 'answered':
      return answeredWords(state, policy);
    case 'deferred':
      return state.deferUntil === null ? restReasonText(reason) : `it is put off to ${longDate(state.deferUntil)}`;
    default:
      return restReasonText(reason);
  }
};

const holdReasonWords = (reason: HoldReason, until: LocalDate | null): string =>
  reason === 'rep' && until !== null ? `${holdWords(reason)}, until ${longDate(until)}` : holdWords(reason);

const answeredWords = (state: QuoteState, policy: Policy): string => {
  const reply = answerOf(state);
  if (!reply) return 'the customer answered by another road';
  const label = reply.label === null ? 'not read yet' : labelWords(reply.label);
  const taken = reply.takenBy === null ? 'nobody has taken it' : `${nameOf(reply.takenBy.user, policy)} has it`;
  return `the customer answered: ${label}, ${taken}`;
};

const CONTACT_TROUBLE: Readonly<Record<ContactStanding, string | null>> = {
  fine: null,
  bounced: 'address bounced',
  complained: 'reported as spam',
  stopped: 'asked us to stop',
};

const troubleOf = (state: QuoteState, contact: ContactStanding, faults: readonly RefusedCell[]): string | null => {
  const [fault] = faults;
  if (fault) return `mend row ${fault.row}`;
  if (state.draft?.status === 'unknown') return 'send unknown';
  if (state.closed === null && contact !== 'fine') return CONTACT_TROUBLE[contact];
  return state.draft === null && state.closed === null && state.settled.at(-1)?.how === 'refused'
    ? 'send refused'
    : null;
};
