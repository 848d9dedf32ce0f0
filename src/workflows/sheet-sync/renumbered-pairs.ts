import * as E from 'fp-ts/lib/Either.js';
import { byItself } from '../../event-store/by-itself.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Money } from '../../kernel/money.ts';
import type { Dependencies } from '../dependencies.ts';
import { loadQuote, personalFacts } from '../quotes.ts';

/** Begins what the page about renumbered quotes is about. */
export const RENUMBERED = 'renumbered';

/** A quote in one line. */
export interface Brief {
  readonly quoteId: string;
  readonly customer: string;
  readonly amount: Money;
  readonly sent: LocalDate;
  readonly nudges: number;
}

/** A new row that may be a vanished quote: both streams, and both as people know them. */
export interface Pair {
  readonly key: string;
  readonly now: Brief;
  readonly was: string;
  readonly before: Brief;
}

/** Null for a quote that was never listed, or whose log cannot be read. */
export const briefly = async (deps: Dependencies, key: string): Promise<Brief | null> => {
  const read = await byItself(() => loadQuote(deps, key));
  if (E.isLeft(read)) return null;
  const loaded = read.right;
  const { facts, nudges } = loaded.state;
  if (!facts) return null;
  const opened = await byItself(() => personalFacts(deps, loaded));
  const personal = E.isRight(opened) ? opened.right : null;
  return {
    quoteId: facts.number,
    customer: personal === null || personal === 'erased' ? 'erased' : personal.customer,
    amount: { minor: facts.minor, currency: facts.currency },
    sent: facts.sent,
    nudges: nudges.length,
  };
};

/** Of these new rows, those about which nobody has answered yet. */
export const readPairs = async (deps: Dependencies, keys: readonly string[]): Promise<readonly Pair[]> => {
  const pairs = await Promise.all(
    keys.map(async key => {
      const loaded = await byItself(() => loadQuote(deps, key));
      if (E.isLeft(loaded)) return null;
      const { state } = loaded.right;
      const was = state.holds.includes('renumbering') ? state.holdCauses.renumbering : undefined;
      if (was === undefined) return null;
      const [now, before] = await Promise.all([briefly(deps, key), briefly(deps, was)]);
      return now && before ? { key, now, was, before } : null;
    }),
  );
  return pairs.filter(pair => pair !== null);
};

/** Which rows a letter asked about, as its page finds them again. */
export const keyOfPairs = (pairs: readonly Pair[]): string => JSON.stringify(pairs.map(({ key }) => key));

/** The rows that a page is about; none for a key of another kind. */
export const keysAsked = (about: string): readonly string[] => {
  const list = about.slice(about.indexOf('['));
  const parsed: unknown = list.startsWith('[') ? JSON.parse(list) : [];
  return Array.isArray(parsed) ? parsed.filter((key): key is string => typeof key === 'string') : [];
};
