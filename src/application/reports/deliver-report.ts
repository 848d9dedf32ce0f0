import * as E from 'fp-ts/lib/Either.js';
import { claimReport, periodAggregate, recordReport } from '../../aggregates/period.ts';
import { periodStream } from '../../events/stream-name.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { referenceOf } from '../../kernel/references.ts';
import type { WrittenMail } from '../../letters/mail/write-mail.ts';
import type { OutgoingAttachment } from '../../ports/mailer.ts';
import { sendLetter } from '../send-letter.ts';
import { type IssuedToken, issueToken } from '../tokens.ts';
import { transact } from '../transact.ts';
import type { World } from '../world.ts';

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
export const deliverReport = async (world: World, of: ReportOf, letter: ReportLetter): Promise<Delivered> => {
  const to = letter.to.toLowerCase();
  const recipientRef = referenceOf(await world.secrets.refKey(), to);
  const stream = periodStream(of.report, of.date, recipientRef);
  const token =
    letter.linkMs === null
      ? null
      : await issueToken(world, { stream, about: aboutReport(of), recipient: to, mailing: 1 });
  const now = world.clock.now();
  const expiresAt = letter.linkMs === null ? null : new Date(now.getTime() + letter.linkMs).toISOString();
  const link = { recipientRef, tokenHash: token?.hash ?? null, expiresAt };
  const period = { stream, aggregate: periodAggregate, actor: { system: of.report }, sealRef: () => recipientRef };
  const claimed = await transact(world, {
    ...period,
    decide: state => claimReport(state, { ...of, ...link }, { to }, now),
  });
  if (E.isLeft(claimed)) return 'being-made';
  if (claimed.right.events.length === 0) return 'already';
  const sent = await handOver(world, of, letter, { to, recipientRef, token });
  if (!sent) return 'not-sent';
  await transact(world, { ...period, decide: state => recordReport(state, { ...of, ...link, bodyKey: sent }, { to }) });
  return 'sent';
};

interface Addressed {
  readonly to: string;
  readonly recipientRef: string;
  readonly token: IssuedToken | null;
}

/** Gives the key under which the text that left is kept; null when it did not leave. */
const handOver = async (
  world: World,
  { report, date }: ReportOf,
  letter: ReportLetter,
  { to, recipientRef, token }: Addressed,
): Promise<string | null> => {
  const { mail, attachments } = await letter.write(token?.url ?? '');
  const bodyKey = `reports/${report}/${date}/${recipientRef}.txt`;
  const body = new TextEncoder().encode(withoutTokens(`${mail.subject}\n\n${mail.text}`));
  await world.objects.put('raw-mime', bodyKey, body, 'text/plain; charset=utf-8');
  const messageId = await sendLetter(world, {
    to,
    mail,
    tags: { kind: report },
    onceKey: `${report}/${date}/${recipientRef}`,
    ...(attachments === undefined ? {} : { attachments }),
  });
  return messageId === null ? null : bodyKey;
};

/** Whoever reads what is kept can open no page of the person's. */
const withoutTokens = (text: string): string => text.replace(/\/t\/[\w.-]+/g, '/t/…');
