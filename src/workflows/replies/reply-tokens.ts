import * as E from 'fp-ts/lib/Either.js';
import { byItself } from '../../event-store/by-itself.ts';
import { localPart } from '../../mail-reading/message.ts';
import { markRef, markToken, plusAddress, subjectTag } from '../../mail-reading/reply-token.ts';
import type { QuoteLookup } from '../../mail-reading/which-quote.ts';
import type { Mirror } from '../business-context.ts';
import type { Dependencies } from '../dependencies.ts';
import { loadQuote } from '../quotes.ts';
import { knownQuotes } from './known-quotes.ts';

export interface Mark {
  readonly token: string;
  readonly replyAddress: string;
  readonly subjectTag: string;
}

/** By what an answer to a quote's mail finds it: a signed address, and the same mark in the subject. */
export const markFor = async (
  { secrets, installation }: Pick<Dependencies, 'secrets' | 'installation'>,
  stream: string,
  number: string,
): Promise<Mark> => {
  const [newest] = await secrets.linkKeys();
  const token = markToken(newest, stream);
  return { token, replyAddress: plusAddress(installation.quotesAddress, token), subjectTag: subjectTag(number, token) };
};

/** Finds quotes by what a message shows: by mark over all quotes ever listed, by address over the open ones. */
export const quoteLookup = (deps: Pick<Dependencies, 'objects' | 'readModels'>, mirror: Mirror): QuoteLookup => {
  let refs: Promise<ReadonlyMap<string, string>> | undefined;
  const byMark = async (): Promise<ReadonlyMap<string, string>> =>
    new Map([...(await knownQuotes(deps)), ...mirror.rows.keys()].map(stream => [markRef(stream), stream]));
  const open = [...mirror.rows.values()].filter(({ status }) => status === 'open' || status === 'hold');
  return {
    byRef: async ref => {
      refs ??= byMark();
      const stream = (await refs).get(ref);
      return stream === undefined ? [] : [stream];
    },
    byMessageId: async key => {
      const row = await deps.readModels.nudgeByMessage(localPart(key));
      return row ? [row.quote_id] : [];
    },
    openByAddress: async address =>
      open.filter(({ contact }) => contact.toLowerCase() === address).map(({ key }) => key),
    openByDomain: async domain =>
      open.filter(({ contact }) => contact.toLowerCase().endsWith(`@${domain}`)).map(({ key }) => key),
  };
};

/** As `quoteLookup`, for what people write: what answers a quote that has another number now is about that one. */
export const answerLookup = (deps: Dependencies, mirror: Mirror): QuoteLookup => {
  const lookup = quoteLookup(deps, mirror);
  const now = (streams: readonly string[]): Promise<readonly string[]> =>
    Promise.all(streams.map(stream => numberNow(deps, mirror, stream)));
  return {
    ...lookup,
    byRef: async ref => now(await lookup.byRef(ref)),
    byMessageId: async key => now(await lookup.byMessageId(key)),
  };
};

/** A number retyped more often than this is no number. */
const MAX_NUMBERS = 10;

/** The stream in which a quote goes on: its own, or that of the number its row was retyped to. */
export const numberNow = async (deps: Dependencies, mirror: Mirror, stream: string): Promise<string> => {
  let now = stream;
  for (let step = 0; step < MAX_NUMBERS && !mirror.rows.has(now); step++) {
    const next = now;
    const loaded = await byItself(() => loadQuote(deps, next));
    if (E.isLeft(loaded) || loaded.right.state.renumberedTo === null) break;
    now = loaded.right.state.renumberedTo;
  }
  return now;
};
