import { randomBytes } from 'node:crypto';
import type { Server, Socket } from 'node:net';
import addressparser from 'nodemailer/lib/addressparser/index.js';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { isAligned } from '../../mail-reading/trust/provenance.ts';

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
const MAX_BYTES = 40 * 1024 * 1024;
const MAX_RECIPIENTS = 50;
const MAX_CLIENTS = 20;
const IDLE_MS = 60_000;
/** A sender in the midst of a message may be silent for so long before its place counts like any other. */
const GRACE_MS = 5_000;
/** The largest message over a slow line takes less. */
const MAX_MESSAGE_MS = 10 * 60_000;

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
  const places = limitedPlaces();
  const server = new SMTPServer({
    banner: host,
    size: MAX_BYTES,
    socketTimeout: IDLE_MS,
    closeTimeout: 1_000,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onMailFrom: (_, session, done) => {
      places.movedOn(session);
      done();
    },
    onRcptTo: ({ address }, session, done) => {
      places.movedOn(session);
      if (!isOurs(address, quotesAddress)) return done(new Refused(550, 'no such mailbox here, and we do not relay'));
      return session.envelope.rcptTo.length >= MAX_RECIPIENTS ? done(new Refused(452, 'too many recipients')) : done();
    },
    onData: (stream, session, done) => {
      const heard = (): void => places.movedOn(session);
      receive(stream, session, { host, now, take: places.whileStaying(session, take), heard }).then(() => done(), done);
    },
  });
  server.on('error', () => {});
  places.watch(server.server);
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

type Caller = Pick<SMTPServerSession, 'remoteAddress' | 'remotePort'>;

interface Held {
  readonly socket: Socket;
  readonly peer: string;
  /** Its place is good until then at least: since it last brought a message nearer, whatever it says beside that. */
  goodUntil: number;
  /** Its message is whole and being stored: it waits for us, not we for it. */
  staying: boolean;
}

interface LimitedPlaces {
  readonly watch: (server: Pick<Server, 'on'>) => void;
  /** It brought its message nearer. */
  readonly movedOn: (caller: Caller) => void;
  readonly whileStaying: (caller: Caller, take: SmtpListenerOptions['take']) => SmtpListenerOptions['take'];
}

/** Said to whoever makes way. */
const MAKES_WAY = '421 4.3.2 others are waiting; please try again in a moment\r\n';

/**
 * So many connections at a time. One too many, and of the peer that holds the most the one that has not moved on for
 * longest makes way: refusing whoever comes last would let a handful of idle ones shut everybody out.
 */
const limitedPlaces = (): LimitedPlaces => {
  const held = new Map<string, Held>();
  const nameOf = ({ remoteAddress, remotePort }: Pick<Socket, 'remoteAddress' | 'remotePort'>): string =>
    `${remoteAddress}/${remotePort}`;
  const makeWay = (): void => {
    const heldBy = Map.groupBy(held.values(), ({ peer }) => peer);
    const [first] = [...held.values()]
      .filter(({ staying }) => !staying)
      .sort(
        (a, b) => (heldBy.get(b.peer)?.length ?? 0) - (heldBy.get(a.peer)?.length ?? 0) || a.goodUntil - b.goodUntil,
      );
    if (first === undefined) return;
    held.delete(nameOf(first.socket));
    first.socket.end(MAKES_WAY, () => first.socket.destroy());
  };
  return {
    watch: server =>
      server.on('connection', (socket: Socket) => {
        const name = nameOf(socket);
        held.set(name, { socket, peer: socket.remoteAddress ?? '', goodUntil: performance.now(), staying: false });
        socket.once('close', () => {
          if (held.get(name)?.socket === socket) held.delete(name);
        });
        if (held.size > MAX_CLIENTS) makeWay();
      }),
    movedOn: caller => {
      const one = held.get(nameOf(caller));
      if (one) one.goodUntil = performance.now() + GRACE_MS;
    },
    whileStaying: (caller, take) => async mail => {
      const one = held.get(nameOf(caller));
      if (one) one.staying = true;
      try {
        await take(mail);
      } finally {
        if (one) one.staying = false;
      }
    },
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
  { host, now, take, heard }: Pick<SmtpListenerOptions, 'host' | 'now' | 'take'> & { readonly heard: () => void },
): Promise<void> => {
  const chunks: Buffer[] = [];
  const late = performance.now() + MAX_MESSAGE_MS;
  for await (const chunk of stream) {
    heard();
    if (performance.now() > late) throw new Refused(421, 'this message has taken too long to come');
    if (!stream.sizeExceeded) chunks.push(chunk);
  }
  if (stream.sizeExceeded) throw new Refused(552, `the message is larger than ${MAX_BYTES / 1024 / 1024} MB`);
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

/** A mail handed in by other means, as if it had come by SMTP: the same headers in front, forged ones gone. */
export const receiverStamped = (
  raw: Uint8Array,
  { from, to, helo = 'localhost', host, at }: Omit<Stamp, 'id' | 'helo'> & { readonly helo?: string },
): TakenMail => {
  const id = `${at.getTime().toString(36)}${randomBytes(12).toString('hex')}`;
  const mail = withoutVerdicts(Buffer.from(raw));
  const front = receiverHeaders({ id, from, to, helo, host, at }, visibleDomain(mail));
  return { id, raw: Buffer.concat([Buffer.from(front, 'latin1'), mail]) };
};

interface Stamp {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly helo: string;
  readonly host: string;
  readonly at: Date;
}

/**
 * Written as SES writes them, for the one code that reads both. Loopback vouches for the envelope of whoever may connect to
 * it, and for the sender that is shown only where their domain is the envelope's, or one above or below it.
 */
const receiverHeaders = (stamp: Stamp, visible: string | null): string => {
  const { id, host, at } = stamp;
  const [from, to, helo] = [stamp.from, stamp.to, stamp.helo].map(printable);
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
    ' dkim=none;',
    ` dmarc=${alignment(stamp.from, visible)}${visible === null ? '' : ` header.from=${visible}`};`,
    '',
  ].join('\r\n');
};

/** Machine mail has an empty envelope, by which nobody is proven or refuted. */
const alignment = (envelopeFrom: string, visible: string | null): 'pass' | 'fail' | 'none' => {
  if (envelopeFrom === '') return 'none';
  const domain = envelopeFrom.split('@').at(-1)?.toLowerCase() ?? '';
  return visible !== null && isAligned(domain, visible) ? 'pass' : 'fail';
};

/** The domain of the one sender who is shown, lower-case; null where there are several, or none that can be told. */
const visibleDomain = (raw: Buffer): string | null => {
  const head = raw
    .subarray(0, headEnd(raw))
    .toString('latin1')
    .replace(/\r?\n[ \t]+/g, ' ');
  const [field, ...further] = head.split(/\r?\n/).filter(line => /^from[ \t]*:/i.test(line));
  if (field === undefined || further.length > 0) return null;
  const [sender, ...others] = addressparser(field.slice(field.indexOf(':') + 1), { flatten: true });
  const address = sender?.address ?? '';
  return others.length === 0 && /^[^\s@]+@[a-z0-9.-]+$/i.test(address)
    ? (address.split('@')[1]?.toLowerCase() ?? null)
    : null;
};

const MAX_HEAD = 12 * 1024 * 1024;

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
  return Math.min(ends.length > 0 ? Math.min(...ends) : raw.length, MAX_HEAD);
};
