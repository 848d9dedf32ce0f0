import { setImmediate } from 'node:timers/promises';
import * as E from 'fp-ts/lib/Either.js';
import { unknownContact } from '../../aggregates/contact/contact.ts';
import { changesShown } from '../../application/changes-shown.ts';
import { COMPARED_DAYS, type CompareRules, compareRules } from '../../application/compare-rules.ts';
import type { BegunQuote } from '../../application/plan-quote.ts';
import type { RulesChange } from '../../application/rules-changes.ts';
import { policyOf } from '../../cadence/policy.ts';
import { readRules } from '../../cadence/rules/read-rules.ts';
import { addDays } from '../../kernel/local-date.ts';
import type { TrialOutcome } from '../../letters/console/rules-trial.ts';
import { exportChanges } from './export-changes.ts';
import type { ShelvedQuote } from './quote-shelf.ts';
import type { ConsoleResponse } from './request.ts';
import { showRules } from './show-rules.ts';
import { handedInRules, MOST_RULES_BYTES } from './tried-rules.ts';
import type { Visit } from './visit.ts';

/** What other rules would change of the days to come, from where every quote stands now. Puts nothing in force. */
export const tryRules = async (visit: Visit): Promise<ConsoleResponse> => {
  const { text, asCsv } = (await handedInRules(visit.request)) ?? { text: '', asCsv: false };
  if (text.trim() === '')
    return showRules(visit, {
      text,
      outcome: { kind: 'not-tried', because: 'Write or choose the rules to try first.' },
    });
  if (Buffer.byteLength(text) > MOST_RULES_BYTES) {
    const because = `That text is longer than ${MOST_RULES_BYTES / 1024} KB, so it was not tried.`;
    return showRules(visit, { text: '', outcome: { kind: 'not-tried', because } });
  }
  const outcome = await outcomeOf(visit, text);
  return asCsv && outcome.kind === 'compared'
    ? exportChanges(visit, outcome.plan)
    : showRules(visit, { text, outcome });
};

const outcomeOf = async (visit: Visit, text: string): Promise<TrialOutcome> => {
  const { config, policy, today } = visit.business;
  const read = readRules(text, config);
  if (E.isLeft(read)) return { kind: 'refused', faults: read.left };
  const to = addDays(today, COMPARED_DAYS - 1);
  const policies = { before: policy, after: policyOf(config, read.right.rules) };
  const changes = await inBreaths({
    ...(await standAsTheyDo(visit)),
    ...policies,
    // Today's check is made once: where it ended, the next one is tomorrow's.
    from: visit.day === null ? today : addDays(today, 1),
    shownFrom: today,
    to,
  });
  const plan = { from: today, to, changes: changesShown(changes, policies) };
  return { kind: 'compared', plan, notUsed: read.right.notUsed };
};

const BREATH_MS = 50;

/** Others are answered meanwhile. */
const inBreaths = async (compared: CompareRules): Promise<readonly RulesChange[]> => {
  const days = compareRules(compared);
  let breath = performance.now() + BREATH_MS;
  for (;;) {
    const day = days.next();
    if (day.done) return day.value;
    if (performance.now() < breath) continue;
    await setImmediate();
    breath = performance.now() + BREATH_MS;
  }
};

/** The sheet's rows, and where quotes and contacts stand in the log. A quote whose log cannot be read is left out. */
const standAsTheyDo = async ({ business, shelf }: Visit): Promise<Pick<CompareRules, 'rows' | 'begun'>> => {
  const shelved = new Map(shelf.quotes.map(quote => [quote.key, quote]));
  const rows = [...business.mirror.rows.values()].filter(({ key }) => shelved.get(key)?.unreadable !== true);
  const refs = new Set(rows.flatMap(({ key }) => contactRefOf(shelved.get(key)) ?? []));
  const contacts = await shelf.contactsOf(refs);
  const standingOf = (quote: ShelvedQuote): BegunQuote => ({
    quote: quote.state,
    contact: contacts.get(contactRefOf(quote) ?? '') ?? unknownContact,
  });
  return {
    rows,
    begun: {
      at: business.now,
      standingOf: ({ key }) => {
        const quote = shelved.get(key);
        return quote ? standingOf(quote) : null;
      },
    },
  };
};

/** Only a quote that is still open asks for its contact. */
const contactRefOf = (quote: ShelvedQuote | undefined): string | null => {
  const state = quote?.state;
  return state?.facts && state.closed === null && !state.expired ? state.facts.contactRef : null;
};
