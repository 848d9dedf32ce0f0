import type { PastQuoteEvent } from '../../src/events/quote-events.ts';
import { daysBetween } from '../../src/kernel/local-date.ts';
import type { PromiseName } from './observer.ts';
import type { Stage } from './stage.ts';
import { type Claimed, mayHaveLeft, type Placed, type Told } from './told.ts';

type Check = (run: Stage, told: Told) => readonly string[];

/** P1 No nudge leaves without a rep's approval of exactly that text. */
const approvedText: Check = ({ desk, sim }, { claims, nudges, quotes }) => {
  const faults: string[] = [];
  for (const nudge of nudges)
    if (!claims.some(({ handed }) => handed === nudge)) faults.push(`a nudge to ${nudge.mail.to} left unclaimed`);
  for (const { stream, draftId, place, handed } of claims) {
    if (!handed) continue;
    const events = quotes.get(stream) ?? [];
    const decided = events.findLast(
      event =>
        event.place < place && DECIDING.has(event.type) && 'draftId' in event.data && event.data.draftId === draftId,
    );
    if (decided?.type !== 'DraftApproved') {
      faults.push(`${stream}/${draftId} left after ${decided?.type ?? 'nothing'}`);
      continue;
    }
    const seen = desk.pressed.some(
      ({ act, tab }) =>
        act.startsWith('approve') &&
        sim.hashOf(tab.token) === decided.data.tokenHash &&
        tab.letters.some(
          ({ subject, text }) =>
            handed.mail.text.startsWith(`${text}\n\n-- \n`) && handed.mail.subject.startsWith(subject),
        ),
    );
    if (!seen)
      faults.push(`${stream}/${draftId} left with a text that nobody approved: ${handed.mail.text.slice(0, 60)}`);
  }
  return faults;
};
const DECIDING = new Set([
  'DraftWritten',
  'DraftEdited',
  'DraftApproved',
  'ApprovalCancelled',
  'DraftSkipped',
  'DraftVoided',
]);

/** P2 A step is sent at most once. */
const onceEach: Check = (_, { claims }) =>
  byStep(claims).flatMap(sends => {
    const believed = sends.filter(one => mayHaveLeft(one) && one.givenUpAt === null);
    return believed.length > 1 ? [`${nameOf(sends[0])} was sent ${believed.length} times`] : [];
  });

/** P11 An unknown send is never repeated without a person. */
const neverBlindly: Check = (_, { claims, quotes }) =>
  byStep(claims).flatMap(sends =>
    sends.slice(1).flatMap((later, index) => {
      const before = sends[index];
      if (!before || !mayHaveLeft(before) || before.handed?.answer === 'sent') return [];
      const asked = quotes
        .get(before.stream)
        ?.some(
          event =>
            event.type === 'SendGivenUp' &&
            event.data.claim === before.claim &&
            event.place < later.place &&
            'user' in event.by,
        );
      return asked ? [] : [`${nameOf(before)} may have left and was repeated`];
    }),
  );

const byStep = (claims: readonly Claimed[]): readonly (readonly Claimed[])[] => [
  ...Map.groupBy(claims, ({ stream, stepIndex }) => `${stream} ${stepIndex}`).values(),
];
const nameOf = (claim: Claimed | undefined): string => `step ${claim?.stepIndex} of ${claim?.stream}`;

/** P3 No send is claimed after an answer, a close, an expiry, a bounce, a complaint or a stop is in the log. */
const notAfterTheEnd: Check = (_, { claims, quotes, contacts }) =>
  claims.flatMap(claim => {
    const stopped = whatStops((quotes.get(claim.stream) ?? []).filter(({ place }) => place < claim.place));
    const faults = stopped === null ? [] : [`${nameOf(claim)} was claimed although ${stopped}`];
    const ofContact = contacts.filter(({ stream }) => stream === `~contact/${claim.contactRef}`);
    const day = ofContact.findLast(event => event.type === 'ContactDayTaken' && event.place < claim.place);
    // The day is taken in the contact's stream, the send claimed in the quote's: between the two only the hand-over can be stopped.
    const closedBefore = (place: number): boolean => isClosed(ofContact.filter(event => event.place < place));
    if (day && closedBefore(day.place)) faults.push(`${nameOf(claim)} took a day of a contact that was closed`);
    if (claim.handed && closedBefore(claim.place)) faults.push(`${nameOf(claim)} left to a contact that was closed`);
    return faults;
  });

/** Said once more, as plainly as it can be: what rests a chain for good, and what lifts it again. */
const whatStops = (events: readonly Placed<PastQuoteEvent>[]): string | null => {
  const unread = new Set<string>();
  const answers = new Set<string>();
  const holds = new Set<string>();
  let closed = false;
  let expired: string | null = null;
  let facts: { readonly sent: string; readonly expires: string | null } | null = null;
  for (const { type, data } of events) {
    switch (type) {
      case 'QuoteListed':
        facts = data.facts;
        break;
      case 'QuoteRevised': {
        const extended = expired !== null && (data.facts.expires === null || data.facts.expires > expired);
        if (extended || data.facts.sent > (facts?.sent ?? '')) {
          answers.clear();
          expired = null;
        }
        facts = data.facts;
        break;
      }
      case 'ReplyReceived':
        unread.add(data.replyId);
        break;
      case 'ReplyLabelled':
        unread.delete(data.replyId);
        if (data.label === 'out-of-office') answers.delete(data.replyId);
        else answers.add(data.replyId);
        break;
      case 'ReplyDismissed':
        unread.delete(data.replyId);
        answers.delete(data.replyId);
        break;
      case 'AnsweredElsewhere':
        answers.add('elsewhere');
        break;
      case 'ChainResumed':
        answers.clear();
        break;
      case 'QuoteClosed':
        closed = true;
        break;
      case 'QuoteReopened':
        closed = false;
        break;
      case 'QuoteExpired':
        expired = data.expires;
        break;
      case 'QuoteHeld':
        holds.add(data.reason);
        break;
      case 'HoldEnded':
        holds.delete(data.reason);
        break;
    }
  }
  if (closed) return 'the quote was closed';
  if (expired !== null) return 'the quote had expired';
  if (answers.size > 0) return 'the customer had answered';
  if (unread.size > 0) return 'a reply was not read yet';
  return holds.size > 0 ? 'the quote was on hold' : null;
};

const isClosed = (events: readonly { readonly type: string; readonly data: object }[]): boolean => {
  const since = events.slice(events.findLastIndex(({ type }) => type === 'ContactLifted') + 1);
  return since.some(
    ({ type, data }) =>
      type === 'ContactStopped' ||
      type === 'ContactComplained' ||
      (type === 'ContactBounced' && 'hard' in data && data.hard === true),
  );
};

/** P4 Nothing is handed over in quiet hours, on a weekend or on a holiday. */
const inWorkingHours: Check = ({ sim }, { nudges }) =>
  nudges.filter(({ at }) => !sim.paper.allows(at)).map(({ at, mail }) => `${mail.to} at ${sim.paper.iso(at)}`);

/** P5 Never more than the cap; never closer than the gap; never two nudges to one contact on one day. */
const notTooMuch: Check = ({ sim }, { claims, nudges }) => {
  const { nudgeCap, minGapDays } = sim.policy;
  const dayOf = ({ at }: { readonly at: number }): string => sim.paper.dateOf(at);
  const faults: string[] = [];
  const left = claims.filter(claim => mayHaveLeft(claim) && claim.givenUpAt === null);
  for (const [chain, sends] of Map.groupBy(left, ({ stream, chain }) => `${stream} chain ${chain}`))
    if (sends.length > nudgeCap) faults.push(`${chain} got ${sends.length} nudges, ${nudgeCap} is the most`);
  for (const [stream, sends] of Map.groupBy(left, ({ stream }) => stream)) {
    const days = sends.flatMap(({ handed }) => (handed ? [dayOf(handed)] : [])).sort();
    for (const [index, day] of days.slice(1).entries())
      if (daysBetween(days[index] ?? day, day) < minGapDays)
        faults.push(`${stream} was nudged on ${days[index]} and ${day}`);
  }
  const really = nudges.filter(({ left }) => left);
  for (const [who, mails] of Map.groupBy(really, one => `${one.mail.to.toLowerCase()} on ${dayOf(one)}`))
    if (mails.length > 1) faults.push(`${who} got ${mails.length} nudges`);
  return faults;
};

/** What the log and the mailbox say of the promises that are about sending. */
export const sendingPromises: Readonly<Partial<Record<PromiseName, Check>>> = {
  P1: approvedText,
  P2: onceEach,
  P3: notAfterTheEnd,
  P4: inWorkingHours,
  P5: notTooMuch,
  P11: neverBlindly,
};
