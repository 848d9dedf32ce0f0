import * as E from 'fp-ts/lib/Either.js';
import type { Refused } from '../../aggregates/decision.ts';
import { answeredElsewhere } from '../../aggregates/quote/draft.ts';
import { closeQuote, endHold, holdQuote, reopenQuote } from '../../aggregates/quote/reply.ts';
import { giveUpSend, recordSent } from '../../aggregates/quote/send.ts';
import { isEmailAddress } from '../../cadence/email-address.ts';
import { aboutNotice } from '../../events/flow.ts';
import { addDays } from '../../kernel/local-date.ts';
import { badAddressActs } from '../../letters/page/bad-address-page.ts';
import { capActs } from '../../letters/page/cap-page.ts';
import { expiredActs } from '../../letters/page/expired-page.ts';
import { ACT } from '../../letters/page/parts.ts';
import { refusedSendActs } from '../../letters/page/refused-send-page.ts';
import { repWroteActs } from '../../letters/page/rep-wrote-page.ts';
import { rowWriteActs } from '../../letters/page/row-write-page.ts';
import type { Said } from '../../letters/page/said.ts';
import { ADDRESS, EXPIRES, REASON } from '../../letters/page/settle-forms.ts';
import { unknownSendActs } from '../../letters/page/unknown-send-page.ts';
import { writeBackNow } from '../carry-on.ts';
import { decideQuote } from '../quotes.ts';
import type { World } from '../world.ts';
import { faultOfDay } from './day-asked.ts';
import type { OpenedNotice, Typed } from './opened-notice.ts';
import type { PageRequest } from './page-request.ts';
import { writeCell } from './write-cell.ts';

export interface Acted {
  readonly said: Said | null;
  readonly typed: Typed | null;
}

type Decide = Parameters<typeof decideQuote>[2]['decide'];

const DONE: Acted = { said: null, typed: null };
const told = (because: string): Acted => ({
  said: { tone: 'stop', text: `${because.slice(0, 1).toUpperCase()}${because.slice(1)}.` },
  typed: null,
});

/** Which buttons each question has: no other act is taken from its page. */
const OFFERED: Readonly<Record<string, readonly string[]>> = {
  expired: expiredActs,
  cap: capActs,
  'bad-address': badAddressActs,
  refused: refusedSendActs,
  'unknown-send': unknownSendActs,
  'rep-mail': repWroteActs,
  'row-write': rowWriteActs,
};

/** Does what a button of a question asks for, in the name of the token's recipient. */
export const actOnNotice = async (world: World, request: PageRequest, opened: OpenedNotice): Promise<Acted> => {
  const act = request.form[ACT] ?? '';
  if (act === 'reopen') return decideAs(world, opened, reopenQuote);
  if (!(OFFERED[opened.row.kind] ?? []).includes(act)) return told('that button is not known here');
  const decide = (decision: Decide): Promise<Acted> => decideAs(world, opened, decision);
  switch (act) {
    case 'won':
      return decide(state => closeQuote(state, { outcome: 'won', note: null }));
    case 'lost':
      return decide(state =>
        closeQuote(state, { outcome: 'lost', note: (request.form[REASON] ?? '').trim().slice(0, 300) || null }),
      );
    case 'hold':
      return decide(state => holdQuote(state, 'rep', null, null));
    case 'again':
      return decide(state => giveUpSend(state, { draftId: opened.row.about }));
    case 'arrived':
      return decide(arrived(opened));
    case 'answered':
      return bothHalves(
        decide(state => answeredElsewhere(state, null)),
        () => decide(state => endHold(state, 'rep-mail')),
      );
    case 'go-on':
      return decide(state => endHold(state, 'rep-mail'));
    case 'write': {
      const problem = await writeBackNow(world, opened.business, opened.key, opened.loaded);
      return problem === null ? DONE : told(`the sheet could not be changed: ${problem}`);
    }
    case 'extend':
      return extend(world, request, opened);
    case 'address':
      return readdress(world, request, opened);
    default:
      return told('that button is not known here');
  }
};

const decideAs = async (world: World, { key, row, recipient }: OpenedNotice, decision: Decide): Promise<Acted> => {
  const about = aboutNotice(row.kind, row.about);
  const result = await decideQuote(world, key, { actor: { user: recipient }, about, decide: decision });
  return E.isLeft(result) ? told((result.left satisfies Refused).because) : DONE;
};

const bothHalves = async (first: Promise<Acted>, second: () => Promise<Acted>): Promise<Acted> => {
  const done = await first;
  return done.said ? done : second();
};

/** The rep saw the blind copy: it counts as sent on the day it was claimed. */
const arrived =
  ({ row }: OpenedNotice): Decide =>
  state => {
    const { draft, facts } = state;
    if (draft?.id !== row.about || !draft.claim || !facts) return E.right(null);
    const { stepIndex, move, claim } = draft;
    return recordSent(state, {
      draftId: draft.id,
      claim: claim.id,
      stepIndex,
      move,
      day: claim.day,
      recipientRef: facts.contactRef,
      messageId: `unknown-${claim.id}`,
      via: 'email',
      how: 'rep',
    });
  };

const extend = async (world: World, request: PageRequest, opened: OpenedNotice): Promise<Acted> => {
  const { today } = opened.business;
  const value = (request.form[EXPIRES] ?? '').trim();
  const problem = faultOfDay(value, { today, earliest: addDays(today, 1) });
  return problem === null ? fillIn(world, opened, 'expires', value) : { said: null, typed: { value, problem } };
};

const readdress = async (world: World, request: PageRequest, opened: OpenedNotice): Promise<Acted> => {
  const value = (request.form[ADDRESS] ?? '').trim();
  const ok = isEmailAddress(value);
  return ok
    ? fillIn(world, opened, 'contact', value)
    : { said: null, typed: { value, problem: 'That is not an e-mail address.' } };
};

const fillIn = async (
  world: World,
  opened: OpenedNotice,
  field: 'contact' | 'expires',
  value: string,
): Promise<Acted> => {
  const problem = await writeCell(world, { key: opened.key, by: opened.recipient, field, value });
  if (problem !== null) return { said: null, typed: { value, problem: `The sheet could not be changed: ${problem}.` } };
  return { said: { tone: 'good', text: 'The sheet has it. It is in force within a quarter of an hour.' }, typed: null };
};
