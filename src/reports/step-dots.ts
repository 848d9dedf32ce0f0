import type { Draft, QuoteState, Settled } from '../aggregates/quote/state.ts';
import { lastCallOpens } from '../cadence/last-call-window.ts';
import { wallClock } from '../cadence/next-allowed-minute.ts';
import type { Cadence, Policy } from '../cadence/policy.ts';
import { addDays, type LocalDate } from '../kernel/local-date.ts';
import type { StepDot } from '../letters/views/chain-view.ts';
import type { ComingStep } from './coming-step.ts';

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

const ofChain = ({ settled, chain }: QuoteState): readonly Settled[] =>
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
  const dealt = stepDay === null ? state.lastCallDealt : stepDay <= state.dealtDay;
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
