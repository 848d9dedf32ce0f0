import * as E from 'fp-ts/lib/Either.js';
import { mailAggregate } from '../../aggregates/mail.ts';
import type { StoredEvent } from '../../events/envelope.ts';
import { MailReceived, MailSetAside, MailUnmatched } from '../../events/other-events.ts';
import { mailStream, streamSubject } from '../../events/stream-name.ts';
import { addDays, type LocalDate } from '../../kernel/local-date.ts';
import type { DigestMessage } from '../../letters/views/digest.ts';
import type { Business } from '../business.ts';
import { byItself } from '../by-itself.ts';
import { eachOfDays } from '../each-of-days.ts';
import { load } from '../load.ts';
import { reissueToken } from '../tokens.ts';
import { unsealer } from '../unseal.ts';
import type { World } from '../world.ts';
import { dayOfIn } from './read-quote-reports.ts';

/** As long as a question to a person is asked again at all. */
const LOOK_BACK_DAYS = 30;

export interface MailLists {
  readonly unmatched: readonly DigestMessage[];
  readonly quarantined: readonly DigestMessage[];
}

/** Messages that still wait for a person to place them, and those that were locked away in the week, the newest first. */
export const openQuestions = async (world: World, business: Business, since: LocalDate): Promise<MailLists> => {
  const today = business.now.toISOString().slice(0, 10);
  const asked = new Map<string, StoredEvent>();
  const locked = new Map<string, StoredEvent>();
  await eachOfDays(world, addDays(today, -LOOK_BACK_DAYS), today, event => {
    if (event.action === MailUnmatched.name) asked.set(event.quote_id, event);
    if (isQuarantine(event) && dayOfIn(business)(event.ts) >= since) locked.set(event.quote_id, event);
  });
  const waiting: DigestMessage[] = [];
  for (const event of [...asked.values()].reverse()) {
    const read = await byItself(() => load(world, event.quote_id, mailAggregate));
    // One that cannot be read is named all the same: it may still wait.
    const settled = E.isRight(read) && (read.right.state.assigned !== null || read.right.state.dismissed);
    if (!settled)
      waiting.push(await messageOf(world, business, event, whyAsked(event), await pageOf(world, business, event)));
  }
  const quarantined: DigestMessage[] = [];
  for (const event of [...locked.values()].reverse())
    quarantined.push(await messageOf(world, business, event, 'the receiving service found a virus', null));
  return { unmatched: waiting, quarantined };
};

const isQuarantine = ({ action, data }: StoredEvent): boolean =>
  action === MailSetAside.name && MailSetAside.data.is(data) && data.kind === 'quarantine';

const whyAsked = ({ data }: StoredEvent): string => (MailUnmatched.data.is(data) ? data.why : '');

const messageOf = async (
  world: World,
  business: Business,
  { quote_id, ts }: StoredEvent,
  words: string,
  url: string | null,
): Promise<DigestMessage> => {
  const received = (await world.store.read(quote_id)).find(({ action }) => action === MailReceived.name);
  const sealed = received ? await unsealer(world.keys)(MailReceived, received) : null;
  const { from, subject } =
    sealed === null || sealed === 'erased' ? { from: sealed === null ? 'unknown' : 'erased', subject: '' } : sealed;
  return { from, subject, day: dayOfIn(business)(received?.ts ?? ts), words, url };
};

/** The question's own page, where it was put to the admin: the link is theirs. */
const pageOf = async (world: World, { policy }: Business, { quote_id, data }: StoredEvent): Promise<string | null> => {
  if (!MailUnmatched.data.is(data)) return null;
  const subject = {
    stream: mailStream(streamSubject(quote_id)),
    about: 'unsure',
    recipient: policy.admin.toLowerCase(),
    mailing: 1,
  };
  return (await reissueToken(world, subject, data.tokenHash))?.url ?? null;
};
