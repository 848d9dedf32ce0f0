import * as E from 'fp-ts/lib/Either.js';
import { voidDraft } from '../../aggregates/quote/draft.ts';
import { closeQuote, endHold, holdUntil, reopenQuote, resumeChain } from '../../aggregates/quote/reply.ts';
import type { QuoteState } from '../../aggregates/quote/state.ts';
import { isEmailAddress } from '../../cadence/email-address.ts';
import { addDays, type LocalDate } from '../../kernel/local-date.ts';
import { type MyQuoteAct, myQuoteActs } from '../../letters/page/my-quotes-page.ts';
import { ACT } from '../../letters/page/parts.ts';
import type { Said } from '../../letters/page/said.ts';
import { ADDRESS, FROM, REASON } from '../../letters/page/settle-forms.ts';
import { longDate } from '../../letters/words/when.ts';
import { planNow } from '../plan-now.ts';
import { decideQuote, loadQuote } from '../quotes.ts';
import type { World } from '../world.ts';
import { faultOfDay } from './day-asked.ts';
import type { OpenedReport } from './opened-report.ts';
import type { PageRequest } from './page-request.ts';
import { writeCell } from './write-cell.ts';

export interface ActedOnQuote {
  readonly said: Said | null;
  /** What was typed and not taken, and why. */
  readonly problem: { readonly act: MyQuoteAct; readonly text: string; readonly value: string } | null;
}

type Decide = Parameters<typeof decideQuote>[2]['decide'];

const good = (text: string): ActedOnQuote => ({ said: { tone: 'good', text }, problem: null });
const no = (because: string): ActedOnQuote => ({
  said: { tone: 'stop', text: `${because.slice(0, 1).toUpperCase()}${because.slice(1)}.` },
  problem: null,
});

const isAct = (act: string): act is MyQuoteAct => myQuoteActs.some(known => known === act);

/** Does what a button of a quote's page asks for, in the name of the link's recipient. */
export const actOnMyQuote = async (
  world: World,
  { form }: PageRequest,
  { business, recipient }: OpenedReport,
  key: string,
): Promise<ActedOnQuote> => {
  const act = form[ACT] ?? '';
  if (!isAct(act)) return no('that button is not known here');
  const decide = async (decision: Decide, done: string): Promise<ActedOnQuote> => {
    const result = await decideQuote(world, key, { actor: { user: recipient }, decide: decision });
    return E.isLeft(result) ? no(result.left.because) : good(done);
  };
  switch (act) {
    case 'won':
      return decide(state => closeQuote(state, { outcome: 'won', note: null }), 'Won: the quote is closed.');
    case 'lost': {
      const note = (form[REASON] ?? '').trim().slice(0, 300) || null;
      return decide(state => closeQuote(state, { outcome: 'lost', note }), 'Lost: the quote is closed.');
    }
    case 'reopen':
      return decide(reopenQuote, 'The quote is open again.');
    case 'end-hold':
      return decide(state => endHold(state, 'rep'), 'The hold is ended.');
    case 'call-back':
    case 'hold-until':
      return onDay(act, form[FROM] ?? '', business.today, async day => {
        const cleared = await decide(withoutDraft(act === 'call-back' ? 'to be asked again later' : 'put on hold'), '');
        const done = await (act === 'call-back'
          ? decide(
              state => resumeChain(state, { from: day, automatic: false }),
              `No nudge leaves before ${longDate(day)}.`,
            )
          : decide(state => holdUntil(state, day), `On hold until ${longDate(day)}.`));
        const { facts } = (await loadQuote(world, key)).state;
        return withCaveats(done, [
          ...(cleared.said?.tone === 'stop' ? ['One mail was already leaving; this does not call it back.'] : []),
          ...expiryCaveat(facts?.expires ?? null, day),
        ]);
      });
    case 'address':
      return readdress(world, (form[ADDRESS] ?? '').trim(), key, recipient);
    case 'send-now': {
      const refused = await planNow(world, business, key, recipient);
      return refused ? no(refused.because) : good('The draft is made and waits for your approval.');
    }
  }
};

/** A draft that waits, or is approved and has not left, goes first: cut off here, its step is merely offered again. */
const withoutDraft =
  (reason: string) =>
  ({ draft, ...rest }: QuoteState): ReturnType<Decide> =>
    draft === null ? E.right(null) : voidDraft({ draft, ...rest }, { draftId: draft.id, reason, opens: true });

/** What is done, with what it does not do. */
const withCaveats = (done: ActedOnQuote, caveats: readonly string[]): ActedOnQuote =>
  done.said?.tone === 'good' && caveats.length > 0
    ? { ...done, said: { tone: 'wait', text: [done.said.text, ...caveats].join(' ') } }
    : done;

const expiryCaveat = (expires: LocalDate | null, day: LocalDate): readonly string[] =>
  expires !== null && expires < day
    ? [
        `But the quote expires on ${longDate(expires)}, before that: no nudge will leave unless its expiry is moved out.`,
      ]
    : [];

const onDay = async (
  act: MyQuoteAct,
  typed: string,
  today: LocalDate,
  then: (day: LocalDate) => Promise<ActedOnQuote>,
): Promise<ActedOnQuote> => {
  const value = typed.trim();
  const text = faultOfDay(value, { today, earliest: addDays(today, 1) });
  return text === null ? then(value) : { said: null, problem: { act, text, value } };
};

const readdress = async (world: World, value: string, key: string, by: string): Promise<ActedOnQuote> => {
  const wrong = (text: string): ActedOnQuote => ({ said: null, problem: { act: 'address', text, value } });
  if (!isEmailAddress(value)) return wrong('That is not an e-mail address.');
  const problem = await writeCell(world, { key, by, field: 'contact', value });
  return problem === null
    ? good('The sheet has it. It is in force within a quarter of an hour.')
    : wrong(`The sheet could not be changed: ${problem}.`);
};
