import * as E from 'fp-ts/lib/Either.js';
import { claimReport, finishReport, recordReport, reportRunAggregate } from '../../aggregates/report-run.ts';
import { byItself } from '../../event-store/by-itself.ts';
import { load } from '../../event-store/load.ts';
import { transact } from '../../event-store/transact.ts';
import { periodStream } from '../../events/stream-id.ts';
import { inParallel } from '../../kernel/in-parallel.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { referenceOf } from '../../kernel/references.ts';
import type { OutgoingAttachment } from '../../ports/mail.ts';
import type { WrittenMail } from '../../presentation/emails/write-mail.ts';
import type { Dependencies } from '../dependencies.ts';
import { announce, issueLink, type Link, sendTokenisedLetter } from '../notifications/send-tokenised-letter.ts';
import { EVERYBODY } from './day-mail.ts';

/** Where the pages of a report's link are, below the link itself: `/t/<token>` is the day, these are the quotes. */
export const quotesPath = '/quotes';
export const contactsPath = '/contacts';
export const contactPath = (ref: string): string => `${contactsPath}/${encodeURIComponent(ref)}`;
export const quotePath = (quoteId: string): string => `${quotesPath}/${encodeURIComponent(quoteId)}`;

const AT_ONCE = 4;

export type RunOutcome =
  | { readonly kind: 'already' | 'being-made' }
  | { readonly kind: 'ran'; readonly letters: number; readonly sent: number; readonly failed: number };

const streamOf = ({ report, date }: ReportOf): string => periodStream(report, date, EVERYBODY);

/** One whose record cannot be read counts as finished: a report is rather left out than sent twice. */
export const isFinished = async (deps: Pick<Dependencies, 'store' | 'log'>, of: ReportOf): Promise<boolean> => {
  const loaded = await byItself(() => load(deps, streamOf(of), reportRunAggregate));
  return E.isLeft(loaded) || loaded.right.state.finished;
};

/**
 * One run of a report to everybody who is to get it. Only when each has it the run is recorded as over; until then the
 * sweep comes back, and whoever has theirs gets no second one.
 */
export const runReport = async (
  deps: Dependencies,
  of: ReportOf,
  lettersOf: () => Promise<readonly ReportLetter[]>,
): Promise<RunOutcome> => {
  const period = {
    stream: streamOf(of),
    aggregate: reportRunAggregate,
    actor: { system: of.report },
    sealRef: () => null,
  };
  const link = { recipientRef: EVERYBODY, tokenHash: null, expiresAt: null };
  const claimed = await transact(deps, {
    ...period,
    decide: state => claimReport(state, { ...of, ...link }, null, deps.clock.now()),
  });
  if (E.isLeft(claimed)) return { kind: 'being-made' };
  if (claimed.right.events.length === 0) return { kind: 'already' };
  const letters = await lettersOf();
  const results = await inParallel(letters, AT_ONCE, letter => delivered(deps, of, letter));
  const count = (wanted: readonly (Delivered | 'failed')[]): number =>
    results.filter(result => wanted.includes(result)).length;
  const failed = count(['not-sent', 'being-made', 'failed']);
  if (failed === 0)
    await transact(deps, { ...period, decide: state => finishReport(state, { ...of, letters: letters.length }) });
  return { kind: 'ran', letters: letters.length, sent: count(['sent']), failed };
};

/** One person's report that fails keeps no other back. */
const delivered = async (deps: Dependencies, of: ReportOf, letter: ReportLetter): Promise<Delivered | 'failed'> => {
  try {
    return await deliverReport(deps, of, letter);
  } catch (error) {
    deps.log('error', 'ReportFailed', { report: of.report, error: error instanceof Error ? error.name : 'unknown' });
    return 'failed';
  }
};

export type ReportName = 'digest' | 'summary' | 'today' | 'unreadable';

export interface ReportMail {
  readonly mail: WrittenMail;
  readonly attachments?: readonly OutgoingAttachment[];
}

/** A report to one person. */
export interface ReportLetter {
  readonly to: string;
  /** How long its link opens the person's page; null: it has no page. */
  readonly linkMs: number | null;
  /** Called only by the run that holds the claim. */
  readonly write: (url: string) => Promise<ReportMail>;
}

export interface ReportOf {
  readonly report: ReportName;
  readonly date: LocalDate;
}

/** `already`: it was sent before; `being-made`: another run holds the claim; `not-sent`: the mail service did not take it. */
export type Delivered = 'sent' | 'already' | 'being-made' | 'not-sent';

/** What a report's token is about. */
export const aboutReport = ({ report, date }: ReportOf): string => `${report}/${date}`;

/**
 * Makes and sends one person's report, once: it is claimed with its link's hash, written, handed over, and recorded. A
 * run that was cut off is taken over when its claim is old; the link is the same again.
 */
export const deliverReport = async (deps: Dependencies, of: ReportOf, letter: ReportLetter): Promise<Delivered> => {
  const to = letter.to.toLowerCase();
  const recipientRef = referenceOf(await deps.secrets.refKey(), to);
  const stream = periodStream(of.report, of.date, recipientRef);
  const now = deps.clock.now();
  const link: Link<string | null> =
    letter.linkMs === null
      ? { to, url: '', recorded: { recipientRef, tokenHash: null, expiresAt: null } }
      : await issueLink(deps, { stream, about: aboutReport(of), recipient: to, mailing: 1 }, now, letter.linkMs);
  const period = { stream, aggregate: reportRunAggregate, actor: { system: of.report }, sealRef: () => recipientRef };
  const claimed = await announce(link, () =>
    transact(deps, { ...period, decide: state => claimReport(state, { ...of, ...link.recorded }, { to }, now) }),
  );
  const name = `${of.report}/${of.date}/${recipientRef}`;
  const bodyKey = `reports/${name}.txt`;
  const outcome = await sendTokenisedLetter(deps, claimed, {
    write: async ({ url }) => {
      const { mail, attachments } = await letter.write(url);
      const body = new TextEncoder().encode(withoutTokens(`${mail.subject}\n\n${mail.text}`));
      await deps.objects.put('raw-mime', bodyKey, body, 'text/plain; charset=utf-8');
      const tags = { kind: of.report };
      return { mail, tags, onceKey: name, ...(attachments === undefined ? {} : { attachments }) };
    },
    record: () =>
      transact(deps, {
        ...period,
        decide: state => recordReport(state, { ...of, ...link.recorded, bodyKey }, { to }),
      }),
  });
  switch (outcome) {
    case 'before':
      return 'already';
    case 'refused':
    case 'gone':
      return 'being-made';
    case 'not-sent':
    case 'sent':
      return outcome;
  }
};

/** Whoever reads what is kept can open no page of the person's. */
const withoutTokens = (text: string): string => text.replace(/\/t\/[\w.-]+/g, '/t/…');
