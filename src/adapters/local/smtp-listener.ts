import { randomBytes } from 'node:crypto';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';

/** A message as it was taken in, with the receiver's own headers in front. */
export interface TakenMail {
  readonly id: string;
  readonly raw: Uint8Array;
}

export interface SmtpListenerOptions {
  readonly port: number;
  /** `quotes@…`; its plus-labels are taken too, everybody else is refused. */
  readonly quotesAddress: string;
  /** The name in our `Received` line: what provenance trusts. */
  readonly host: string;
  readonly now: () => Date;
  /** Called before the sender is told that the message was taken; a failure here is answered with 451 and tried again. */
  readonly take: (mail: TakenMail) => Promise<void>;
}

export interface SmtpListener {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** As much as SES takes. Larger mail is refused at the door; between 15 MB and this it goes to a person unread. */
const MOST_BYTES = 40 * 1024 * 1024;
const MOST_RECIPIENTS = 50;
const MOST_CLIENTS = 20;
const IDLE_MS = 60_000;

/** Headers by which a receiving service speaks. Nobody outside may bring them along. */
const VERDICTS = /^(x-ses-[a-z0-9-]+|authentication-results|received-spf|arc-[a-z-]+|return-path)$/i;

class Refused extends Error {
  readonly responseCode: number;
  constructor(responseCode: number, message: string) {
    super(message);
    this.responseCode = responseCode;
  }
}

/**
 * A real SMTP server on loopback for one address. It never relays, and says so: 550. What it takes gets the same
 * headers in front that SES writes, and loses those that a sender forged.
 */
export const listenSmtp = async ({
  port,
  quotesAddress,
  host,
  now,
  take,
}: SmtpListenerOptions): Promise<SmtpListener> => {
  const server = new SMTPServer({
    banner: host,
    size: MOST_BYTES,
    maxClients: MOST_CLIENTS,
    socketTimeout: IDLE_MS,
    closeTimeout: 1_000,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onRcptTo: ({ address }, session, done) => {
      if (!isOurs(address, quotesAddress)) return done(new Refused(550, 'no such mailbox here, and we do not relay'));
      return session.envelope.rcptTo.length >= MOST_RECIPIENTS ? done(new Refused(452, 'too many recipients')) : done();
    },
    onData: (stream, session, done) => {
      receive(stream, session, { host, now, take }).then(() => done(), done);
    },
  });
  server.on('error', () => {});
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
  const address = server.server.address();
  return {
    port: address !== null && typeof address === 'object' ? address.port : port,
    close: () => new Promise(resolve => server.close(() => resolve())),
  };
};

/** The address itself or one of its plus-labels, without regard to case. */
const isOurs = (recipient: string, quotesAddress: string): boolean => {
  const [local = '', domain = ''] = quotesAddress.toLowerCase().split('@');
  const wanted = recipient.toLowerCase();
  return wanted === `${local}@${domain}` || (wanted.startsWith(`${local}+`) && wanted.endsWith(`@${domain}`));
};

const receive = async (
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
  { host, now, take }: Pick<SmtpListenerOptions, 'host' | 'now' | 'take'>,
): Promise<void> => {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) if (!stream.sizeExceeded) chunks.push(chunk);
  if (stream.sizeExceeded) throw new Refused(552, `the message is larger than ${MOST_BYTES / 1024 / 1024} MB`);
  const { mailFrom, rcptTo } = session.envelope;
  const envelope = { from: mailFrom ? mailFrom.address : '', to: rcptTo[0]?.address ?? 'undisclosed' };
  const { id, raw } = receiverStamped(Buffer.concat(chunks), {
    ...envelope,
    helo: String(session.hostNameAppearsAs || 'localhost'),
    host,
    at: now(),
  });
  try {
    await take({ id, raw });
  } catch {
    throw new Refused(451, 'could not be stored just now; please try again');
  }
};

const printable = (text: string): string => text.replace(/[^\x21-\x7e]/g, '?').slice(0, 250);

/** Written as SES writes them, for the one code that reads both. Loopback vouches for whoever may connect to it. */
/** A mail handed in by other means, as if it had come by SMTP: the same headers in front, forged ones gone. */
export const receiverStamped = (
  raw: Uint8Array,
  { from, to, helo = 'localhost', host, at }: Omit<Stamp, 'id' | 'helo'> & { readonly helo?: string },
): TakenMail => {
  const id = `${at.getTime().toString(36)}${randomBytes(12).toString('hex')}`;
  const front = receiverHeaders({ id, from, to, helo, host, at });
  return { id, raw: Buffer.concat([Buffer.from(front, 'latin1'), withoutVerdicts(Buffer.from(raw))]) };
};

interface Stamp {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly helo: string;
  readonly host: string;
  readonly at: Date;
}

const receiverHeaders = (stamp: Stamp): string => {
  const { id, host, at } = stamp;
  const [from, to, helo] = [stamp.from, stamp.to, stamp.helo].map(printable);
  const domain = stamp.from.split('@')[1] ?? 'localhost';
  const date = at.toUTCString().replace('GMT', '+0000');
  return [
    `Return-Path: <${from}>`,
    `Received: from ${helo} (${helo} [127.0.0.1])`,
    ` by ${host} with SMTP id ${id}`,
    ` for ${to};`,
    ` ${date}`,
    'X-SES-Spam-Verdict: PASS',
    'X-SES-Virus-Verdict: PASS',
    `Received-SPF: pass (spfCheck: loopback is trusted) client-ip=127.0.0.1; envelope-from=${from}; helo=${helo};`,
    'Authentication-Results: amazonses.com;',
    ` spf=pass (spfCheck: loopback is trusted) client-ip=127.0.0.1; envelope-from=${from}; helo=${helo};`,
    ` dkim=pass header.i=@${domain};`,
    ` dmarc=pass header.from=${domain};`,
    '',
  ].join('\r\n');
};

const LONGEST_HEAD = 12 * 1024 * 1024;

/** The message without the header fields by which receivers speak, wherever in its head they stand. */
export const withoutVerdicts = (raw: Buffer): Buffer => {
  const end = headEnd(raw);
  const head = raw.subarray(0, end).toString('latin1');
  const kept: string[] = [];
  let dropping = false;
  for (const line of head.split(/(?<=\n)/)) {
    if (!/^[ \t]/.test(line)) dropping = VERDICTS.test(line.slice(0, Math.max(0, line.indexOf(':'))).trim());
    if (!dropping) kept.push(line);
  }
  return Buffer.concat([Buffer.from(kept.join(''), 'latin1'), raw.subarray(end)]);
};

const headEnd = (raw: Buffer): number => {
  const crlf = raw.indexOf('\r\n\r\n');
  const lf = raw.indexOf('\n\n');
  const ends = [crlf, lf].filter(at => at >= 0);
  return Math.min(ends.length > 0 ? Math.min(...ends) : raw.length, LONGEST_HEAD);
};
