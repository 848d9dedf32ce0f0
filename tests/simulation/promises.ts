import { daysBetween } from '../../src/kernel/local-date.ts';
import { LIES } from './lying-model.ts';
import type { PromiseName } from './observer.ts';
import { type PlainQuote, plainOf } from './plain-quote.ts';
import type { Stage } from './stage.ts';
import { type Claimed, mayHaveLeft, type Told } from './told.ts';

type Check = (run: Stage, told: Told, claims: readonly Claimed[]) => readonly string[];

/** P1 No nudge leaves without a rep's approval of exactly that text: what the page showed is what the mail service got. */
const approvedText: Check = ({ desk, sim }, { quotes }, claims) => {
  const faults: string[] = [];
  const claimed = new Set(claims.map(({ handed }) => handed));
  for (const nudge of sim.post.nudges) {
    if (!claimed.has(nudge)) faults.push(`a nudge to ${nudge.mail.to} left unclaimed`);
    const lie = LIES.find(made => nudge.mail.text.includes(made));
    if (lie !== undefined) faults.push(`a nudge to ${nudge.mail.to} says what the model made up: ${lie}`);
  }
  const approvals = Map.groupBy(
    desk.pressed.filter(({ act }) => act.startsWith('approve')),
    ({ tab }) => sim.hashOf(tab.token),
  );
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
    const seen = approvals
      .get(decided.data.tokenHash ?? '')
      ?.some(({ tab }) => tab.letters.some(letter => isTheMail(letter, handed.mail)));
    if (seen !== true)
      faults.push(`${stream}/${draftId} left with a text that nobody approved: ${handed.mail.text.slice(0, 60)}`);
  }
  return faults;
};

const isTheMail = (
  { subject, text }: { readonly subject: string; readonly text: string },
  mail: { readonly subject: string; readonly text: string },
): boolean => (mail.text === text || mail.text.startsWith(`${text}\n\n-- \n`)) && mail.subject.startsWith(subject);

const DECIDING = new Set([
  'DraftWritten',
  'DraftEdited',
  'DraftApproved',
  'ApprovalCancelled',
  'DraftSkipped',
  'DraftVoided',
]);

/** P2 A step is sent at most once. */
const onceEach: Check = (_run, _told, claims) =>
  byStep(claims).flatMap(sends => {
    const believed = sends.filter(one => mayHaveLeft(one) && one.givenUpAt === null);
    return believed.length > 1 ? [`${nameOf(sends[0])} was sent ${believed.length} times`] : [];
  });

/** P11 An unknown send is never repeated without a person. */
const neverBlindly: Check = (_, { quotes }, claims) =>
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
const notAfterTheEnd: Check = (_, { quotes, contacts }, claims) => {
  const byContact = Map.groupBy(contacts, ({ stream }) => stream);
  return claims.flatMap(claim => {
    const stopped = whatStops(plainOf((quotes.get(claim.stream) ?? []).filter(({ place }) => place < claim.place)));
    const faults = stopped === null ? [] : [`${nameOf(claim)} was claimed although ${stopped}`];
    const ofContact = byContact.get(`~contact/${claim.contactRef}`) ?? [];
    const day = ofContact.findLast(event => event.type === 'ContactDayTaken' && event.place < claim.place);
    // The day is taken in the contact's stream, the send claimed in the quote's: between the two only the hand-over can be stopped.
    const closedBefore = (place: number): boolean => isClosed(ofContact.filter(event => event.place < place));
    if (day && closedBefore(day.place)) faults.push(`${nameOf(claim)} took a day of a contact that was closed`);
    if (claim.handed && closedBefore(claim.place)) faults.push(`${nameOf(claim)} left to a contact that was closed`);
    return faults;
  });
};

const whatStops = ({ closed, expired, answers, unread, holds }: PlainQuote): string | null => {
  if (closed !== null) return 'the quote was closed';
  if (expired !== null) return 'the quote had expired';
  if (answers.size > 0) return 'the customer had answered';
  if (unread.size > 0) return 'a reply was not read yet';
  return holds.size > 0 ? 'the quote was on hold' : null;
};

/** P14 Nothing is sent for a quote whose row or customer said before that it is over: asked of the world, not of the log. */
const notAgainstTheWorld: Check = ({ sim: { post, truth } }) =>
  post.nudges.flatMap(({ quote, run, mail, at }) => {
    const why =
      (quote === null ? null : truth.whyOver('quotes', quote, run)) ??
      truth.whyOver('addresses', mail.to.toLowerCase(), run);
    const tampered = quote === null ? undefined : truth.tampered.get(quote);
    const faults = why === null ? [] : [`a nudge for ${quote} left at ${new Date(at).toISOString()}, although ${why}`];
    if (tampered !== undefined && tampered < run)
      faults.push(`a nudge for ${quote} left, whose events were tampered with`);
    return faults;
  });

const isClosed = (events: readonly { readonly type: string; readonly data: object }[]): boolean => {
  const since = events.slice(events.findLastIndex(({ type }) => type === 'ContactLifted') + 1);
  return since.some(
    ({ type, data }) =>
      type === 'ContactStopped' ||
      type === 'ContactComplained' ||
      (type === 'ContactBounced' && 'hard' in data && data.hard === true),
  );
};

/** P4 Nothing is handed over in quiet hours, on a weekend or on a holiday; nor while the business is paused. */
const inWorkingHours: Check = ({ hours }) =>
  hours.flatMap(({ nudge: { at, mail }, allowed, paused, iso }) => [
    ...(allowed ? [] : [`${mail.to} at ${iso}`]),
    ...(paused ? [`${mail.to} at ${new Date(at).toISOString()}, while everything was paused`] : []),
  ]);

/** P5 Never more than the cap; never closer than the gap; never two nudges to one contact on one day. */
const notTooMuch: Check = ({ hours }, _, claims) => {
  const faults: string[] = [];
  const of = new Map(hours.map(one => [one.nudge, one]));
  const left = claims.filter(claim => mayHaveLeft(claim) && claim.givenUpAt === null);
  const placed = left.flatMap(claim => {
    const then = claim.handed === null ? undefined : of.get(claim.handed);
    return then ? [{ claim, then }] : [];
  });
  for (const [chain, sends] of Map.groupBy(placed, ({ claim }) => `${claim.stream} chain ${claim.chain}`))
    for (const [index, { then }] of sends.entries())
      if (index + 1 > then.cap) faults.push(`${chain} got its nudge ${index + 1}, ${then.cap} is the most`);
  for (const [stream, sends] of Map.groupBy(placed, ({ claim }) => claim.stream))
    for (const [index, { then }] of sends.slice(1).entries()) {
      const before = sends[index]?.then.day ?? then.day;
      if (daysBetween(before, then.day) < then.gap) faults.push(`${stream} was nudged on ${before} and ${then.day}`);
    }
  const really = hours.filter(({ nudge }) => nudge.left);
  for (const [who, mails] of Map.groupBy(really, ({ nudge, day }) => `${nudge.mail.to.toLowerCase()} on ${day}`))
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
  P14: notAgainstTheWorld,
};
