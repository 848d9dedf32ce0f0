import type { ClosedDraft, Draft, QuoteState, Reply } from '../aggregates/quote/state.ts';
import { type ContactStanding, lastCallOpens, type RestReason, whatIsDue } from '../cadence/due.ts';
import { nameOf } from '../cadence/owner.ts';
import type { Cadence, Policy } from '../cadence/policy.ts';
import { wallClock } from '../cadence/sending-hours.ts';
import { cadenceFor, tierFor } from '../cadence/tiers.ts';
import type { HoldReason } from '../events/quote-events.ts';
import { addDays, type LocalDate } from '../kernel/local-date.ts';
import { restReasonText } from '../presentation/action-words.ts';
import type { QuoteRow } from '../presentation/view-models/quote-row.ts';
import type { QuoteGroup, StepDot } from '../presentation/view-models/quote-view.ts';
import { longDate } from '../presentation/when.ts';
import { capital, holdWords, labelWords, listed, moveName } from '../presentation/wording.ts';
import type { RefusedCell } from '../sheet/row.ts';
import { type ComingStep, comingStep, overrideOf } from './coming-step.ts';

/** The steps of the running chain in order: what became of each, and of those to come when they are due. */
export const stepDots = (
  state: QuoteState,
  cadence: Cadence,
  policy: Policy,
  coming: ComingStep | null,
): readonly StepDot[] => {
  if (!state.facts) return [];
  const dots = stepDays(state, cadence).map(stepDay => dotOf(state, cadence, policy, coming, stepDay));
  const known = dots.filter(dot => dot !== null);
  const isOver = state.closed !== null || state.expired;
  return isOver ? known.filter(({ state: dot }) => dot !== 'later' && dot !== 'next') : named(known, state.everSent);
};

/** Days of the cadence, and days that were offered under an earlier one; the last call (null) at the end. */
const stepDays = (state: QuoteState, cadence: Cadence): readonly (number | null)[] => {
  const offered = [...ofChain(state).map(({ stepDay }) => stepDay), ...(state.draft ? [state.draft.stepDay] : [])];
  const days = [...cadence.nudgeDays, ...offered.filter(day => day !== null)];
  const hasLast = offered.includes(null) || (cadence.lastCallDays !== null && state.facts?.expires !== null);
  return [...[...new Set(days)].sort((a, b) => a - b), ...(hasLast ? [null] : [])];
};

const ofChain = ({ closedDrafts: settled, chain }: QuoteState): readonly ClosedDraft[] =>
  settled.filter(one => one.chain === chain && (one.how === 'sent' || one.how === 'skipped'));

const dotOf = (
  state: QuoteState,
  cadence: Cadence,
  policy: Policy,
  coming: ComingStep | null,
  stepDay: number | null,
): StepDot | null => {
  const sent = ofChain(state).findLast(one => one.how === 'sent' && one.stepDay === stepDay);
  if (sent) {
    const day = state.nudges.find(({ draftId }) => draftId === sent.id)?.day ?? null;
    return { move: sent.move, state: 'sent', day };
  }
  const { draft } = state;
  if (draft && draft.chain === state.chain && draft.stepDay === stepDay) return draftDot(draft, policy);
  const move = stepDay === null ? 'last_call' : 'followup';
  const dealt = stepDay === null ? state.lastCallHandled : stepDay <= state.lastHandledStepDay;
  if (dealt) return { move, state: 'skipped', day: null };
  if (coming?.kind === 'offer') {
    const next = coming.offer.stepDay;
    if (next === stepDay) return { move: coming.offer.move, state: 'next', day: coming.on };
    // A later step that comes first makes the ones before it superfluous.
    if (stepDay !== null && (next === null || stepDay < next)) return { move, state: 'skipped', day: null };
  }
  return { move, state: 'later', day: dueOn(state, cadence, policy, stepDay) };
};

const draftDot = (draft: Draft, { timezone }: Policy): StepDot => {
  const { move, status } = draft;
  switch (status) {
    case 'planned':
    case 'written':
    case 'mailed':
      return { move, state: 'waiting', day: draft.checked };
    case 'approved':
    case 'claimed': {
      const leaves = draft.sendAfter === null ? null : wallClock(new Date(draft.sendAfter), timezone).date;
      return { move, state: 'leaving', day: leaves };
    }
    case 'unknown':
      return { move, state: 'unknown', day: draft.claim?.day ?? null };
  }
};

const dueOn = (
  { facts, answered, unlabelled, holds }: QuoteState,
  { lastCallDays }: Cadence,
  policy: Policy,
  stepDay: number | null,
): LocalDate | null => {
  // While it rests for a person, no day can be told.
  if (!facts || answered !== null || unlabelled > 0 || holds.length > 0) return null;
  if (stepDay !== null) return addDays(facts.sent, stepDay);
  return facts.expires === null || lastCallDays === null ? null : lastCallOpens(facts.expires, lastCallDays, policy);
};

/** Of the steps to come, the very first to leave is the first nudge. */
const named = (dots: readonly StepDot[], everSent: boolean): readonly StepDot[] => {
  if (everSent || dots.some(({ state }) => state === 'waiting' || state === 'leaving' || state === 'unknown'))
    return dots;
  const first = dots.findIndex(({ state }) => state === 'next' || state === 'later');
  return dots.map((dot, at) => (at === first && dot.move === 'followup' ? { ...dot, move: 'first_nudge' } : dot));
};

/** Where a chain stands, in the words of the console. Everything in it is the answer of the fold and of the rules. */
export interface QuoteStatus {
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

export const standingOf = (state: QuoteState, of: StandingOf): QuoteStatus => {
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
  return state.draft === null && state.closed === null && state.closedDrafts.at(-1)?.how === 'refused'
    ? 'send refused'
    : null;
};
