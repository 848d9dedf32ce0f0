import type { Policy, Tier } from '../../src/cadence/policy.ts';
import type { Row } from '../../src/sheet/row.ts';
import { isWorking, PaperClock } from './paper-clock.ts';

/**
 * A second opinion on what would be sent: the rules of the business, one by one, as plainly and as slowly as they
 * read. It shares nothing with the code it judges but the types of a row and a policy: dates are counted with `Date`,
 * wall clocks come from `Intl`, minutes are tried one after another.
 */
export const oracle = (rows: readonly Row[], policy: Policy, from: string, to: string): readonly string[] => {
  const quotes = rows.map(row => new PaperQuote(row, policy));
  const contactDays = new Set<string>();
  const nudges: Printed[] = [];
  const closeOuts: Printed[] = [];
  const clock = new PaperClock(policy);

  const letLeave = (limit: number): void => {
    for (;;) {
      const [next] = quotes
        .filter(quote => quote.under !== null && quote.under.leavesAt <= limit)
        .sort((a, b) => (a.under?.leavesAt ?? 0) - (b.under?.leavesAt ?? 0) || rank(a, b));
      if (!next?.under) return;
      const { step, offeredAt, leavesAt, line } = next.under;
      const day = clock.dateOf(leavesAt);
      const contactDay = `${next.contact} ${day}`;
      const until = !clock.allows(leavesAt)
        ? clock.firstAllowed(leavesAt, false)
        : contactDays.has(contactDay)
          ? clock.firstAllowed(leavesAt, true)
          : leavesAt;
      // Deferred over seven days the draft is void and its step open.
      if (until === null || until - offeredAt > 7 * DAY) next.under = null;
      else if (until > leavesAt) next.under = { ...next.under, leavesAt: until };
      else {
        contactDays.add(contactDay);
        step.dealt = true;
        next.sentOn.push(day);
        next.under = null;
        nudges.push({ ...line, quote: next, json: { ...line.json, send_at: clock.iso(leavesAt) } });
      }
    }
  };

  for (let today = from; today <= to; today = plus(today, 1)) {
    const nine = clock.at(today, 9 * 60);
    letLeave(nine);
    const offers: { quote: PaperQuote; step: PaperStep }[] = [];
    for (const quote of quotes) {
      const answer = quote.due(today);
      if (answer === 'expired') {
        quote.closedOut = true;
        closeOuts.push({ quote, json: { checked: today, quote_id: quote.row.quoteId, event: 'expired' } });
      } else if (answer !== null) offers.push({ quote, step: answer });
    }
    const had = new Set<string>();
    for (const { quote, step } of offers.sort((a, b) => rank(a.quote, b.quote))) {
      const leaves = clock.firstAllowed(nine, false);
      if (leaves === null || (quote.row.expires !== null && clock.dateOf(leaves) > quote.row.expires)) continue;
      if (had.has(quote.contact)) continue;
      had.add(quote.contact);
      quote.offer(step, today, nine);
    }
    letLeave(nine);
  }
  letLeave(Number.POSITIVE_INFINITY);
  return inOrder(nudges, closeOuts);
};

const DAY = 86_400_000;

const number = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY;
const plus = (date: string, days: number): string => new Date((number(date) + days) * DAY).toISOString().slice(0, 10);
const days = (a: string, b: string): number => number(b) - number(a);

interface Printed {
  readonly quote: PaperQuote;
  readonly json: Record<string, unknown>;
}

const rank = (a: PaperQuote, b: PaperQuote): number =>
  a.major !== b.major ? b.major - a.major : a.row.key < b.row.key ? -1 : a.row.key > b.row.key ? 1 : 0;

const inOrder = (nudges: readonly Printed[], closeOuts: readonly Printed[]): readonly string[] => {
  const dates = [...new Set([...nudges, ...closeOuts].map(({ json }) => String(json.checked)))].sort();
  const of = (lines: readonly Printed[], date: string): readonly Printed[] =>
    lines.filter(({ json }) => json.checked === date).sort((a, b) => rank(a.quote, b.quote));
  return dates.flatMap(date => [...of(nudges, date), ...of(closeOuts, date)]).map(({ json }) => JSON.stringify(json));
};

interface PaperStep {
  readonly number: number;
  readonly day: number | 'last';
  dealt: boolean;
}

class PaperQuote {
  readonly row: Row;
  readonly policy: Policy;
  readonly tier: Tier;
  readonly lastDays: number | null;
  readonly steps: readonly PaperStep[];
  readonly contact: string;
  readonly major: number;
  readonly sentOn: string[] = [];
  closedOut = false;
  under: { step: PaperStep; offeredAt: number; leavesAt: number; line: Printed } | null = null;

  constructor(row: Row, policy: Policy) {
    this.row = row;
    this.policy = policy;
    this.contact = row.contact.toLowerCase();
    this.major = major(row);
    this.tier = tierOf(this.major, row.amount.currency, policy);
    const { override } = row;
    const nudgeDays = override === null ? this.tier.nudgeDays : override.kind === 'off' ? [] : override.nudgeDays;
    const said = override?.kind === 'days' ? override.lastCallDays : undefined;
    this.lastDays = override?.kind === 'off' ? null : said === undefined ? this.tier.lastCallDays : said;
    this.steps = [
      ...nudgeDays.map((day, i) => ({ number: i + 1, day, dealt: false })),
      ...(this.lastDays === null ? [] : [{ number: nudgeDays.length + 1, day: 'last', dealt: false } as const]),
    ];
  }

  /** The ten questions of a day, in their order. */
  due(today: string): PaperStep | 'expired' | null {
    const { row, policy } = this;
    const lastCall = this.steps.find(({ day }) => day === 'last');
    // 1
    if (row.status !== 'open' || this.closedOut || row.sent > today) return null;
    // 2
    if (row.expires !== null && today > row.expires) return 'expired';
    // 4
    if (this.under !== null) return null;
    // 5
    if (this.sentOn.length >= policy.nudgeCap) return null;
    // 6
    if (this.sentOn.some(day => days(day, today) < policy.minGapDays)) return null;
    // 7
    if (!isWorking(today, policy)) return null;
    const since = days(row.sent, today);
    // 8
    if (this.inWindow(today)) return lastCall && !lastCall.dealt && since >= policy.minGapDays ? lastCall : null;
    // 9, 10
    if (lastCall?.dealt) return null;
    const latest = this.steps.filter(({ day }) => day !== 'last' && day <= since).at(-1);
    return latest && !latest.dealt ? latest : null;
  }

  inWindow(today: string): boolean {
    const { expires } = this.row;
    if (expires === null || this.lastDays === null || today > expires) return false;
    const window: string[] = [];
    for (let back = this.lastDays; back >= 0; back--) window.push(plus(expires, -back));
    let opens = window[0] ?? expires;
    if (!window.some(day => isWorking(day, this.policy))) {
      do opens = plus(opens, -1);
      while (!isWorking(opens, this.policy));
    }
    return today >= opens;
  }

  offer(step: PaperStep, today: string, nine: number): void {
    for (const earlier of this.steps) if (earlier.number < step.number) earlier.dealt = true;
    const { row } = this;
    const move = step.day === 'last' ? 'last_call' : this.sentOn.length === 0 ? 'first_nudge' : 'followup';
    const json = {
      checked: today,
      quote_id: row.quoteId,
      move,
      step_index: step.number,
      send_at: '',
      ...ownerOf(row, this.policy),
      tier: this.tier.name,
      days_since_sent: days(row.sent, today),
      days_to_expiry: row.expires === null ? null : days(today, row.expires),
    };
    this.under = { step, offeredAt: nine, leavesAt: nine, line: { quote: this, json } };
  }
}

const DIGITS: Readonly<Record<string, number>> = { JPY: 0, KWD: 3 };
const major = ({ amount }: Row): number => amount.minor / 10 ** (DIGITS[amount.currency] ?? 2);

/** The standard tier, unless the amount is in our currency and some interval holds it; of several the one inside the others. */
const tierOf = (amount: number, currency: string, policy: Policy): Tier => {
  const [standard, ...others] = policy.tiers;
  if (currency !== policy.currency) return standard;
  const low = ({ bound }: Tier): number => bound.min?.value ?? Number.NEGATIVE_INFINITY;
  const high = ({ bound }: Tier): number => bound.max?.value ?? Number.POSITIVE_INFINITY;
  const holding = others.filter(({ bound: { min, max } }) => {
    if (min !== undefined && (min.inclusive ? amount < min.value : amount <= min.value)) return false;
    return max === undefined || (max.inclusive ? amount <= max.value : amount < max.value);
  });
  return holding.find(tier => holding.every(other => low(other) <= low(tier) && high(tier) <= high(other))) ?? standard;
};

const ownerOf = (row: Row, policy: Policy): { owner: string; owner_from: string } => {
  const admin = { owner: policy.admin.toLowerCase(), owner_from: 'admin' };
  const asRep = (who: string): string | null => {
    const named = Object.keys(policy.people).find(name => name.toLowerCase() === who.trim().toLowerCase());
    const address = (named === undefined ? who.trim() : (policy.people[named] ?? who)).toLowerCase();
    const reps = [...Object.values(policy.people), ...policy.knownReps, policy.admin].map(rep => rep.toLowerCase());
    const domain = address.split('@')[1];
    const ours = policy.companyDomains.length === 0 || policy.companyDomains.some(d => d.toLowerCase() === domain);
    return reps.includes(address) && ours ? address : null;
  };
  if (row.owner !== null) {
    const owner = asRep(row.owner);
    return owner === null ? admin : { owner, owner_from: 'row' };
  }
  const team = row.team === null ? undefined : policy.teams[row.team.trim().toLowerCase()];
  const owner = team === undefined ? null : asRep(team);
  return owner === null ? admin : { owner, owner_from: 'team' };
};
