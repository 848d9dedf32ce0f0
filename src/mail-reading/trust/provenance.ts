import type { HeaderLine, Message } from '../message.ts';
import { readMailDate } from '../parse/mail-date.ts';

/** Domains where strangers share an address's end: the sender's domain says nothing of the company there. */
const DOMAINS = `
gmail.com googlemail.com outlook.com hotmail.com live.com msn.com passport.com windowslive.com icloud.com me.com mac.com aol.com aim.com
ymail.com rocketmail.com myyahoo.com proton.me protonmail.com protonmail.ch pm.me tutanota.com tutanota.de tutamail.com tuta.io tuta.com
fastmail.com fastmail.fm hey.com zoho.com zohomail.com zohomail.eu mail.com email.com usa.com post.com consultant.com engineer.com inbox.com hushmail.com
mailbox.org posteo.de posteo.net runbox.com disroot.org riseup.net gmx.com gmx.de gmx.net gmx.at gmx.ch gmx.fr gmx.us web.de freenet.de t-online.de
arcor.de online.de vodafone.de o2online.de kabelmail.de unitybox.de bluewin.ch hispeed.ch sunrise.ch aon.at chello.at a1.net
orange.fr wanadoo.fr free.fr sfr.fr neuf.fr laposte.net numericable.fr bbox.fr club-internet.fr aliceadsl.fr skynet.be telenet.be proximus.be
libero.it virgilio.it alice.it tin.it tiscali.it inwind.it iol.it email.it fastwebnet.it pec.it aruba.it
telefonica.net terra.es movistar.es terra.com terra.com.br uol.com.br bol.com.br ig.com.br globo.com globomail.com r7.com sapo.pt clix.pt
ziggo.nl kpnmail.nl planet.nl hetnet.nl xs4all.nl home.nl upcmail.nl telfort.nl casema.nl quicknet.nl
btinternet.com btopenworld.com sky.com talktalk.net virginmedia.com ntlworld.com blueyonder.co.uk tiscali.co.uk o2.co.uk plusnet.com
comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net earthlink.net optonline.net frontier.com windstream.net juno.com netzero.net roadrunner.com
rogers.com shaw.ca sympatico.ca telus.net bell.net videotron.ca bigpond.com bigpond.net.au optusnet.com.au iinet.net.au xtra.co.nz
mail.ru inbox.ru list.ru bk.ru internet.ru yandex.ru yandex.com ya.ru rambler.ru lenta.ru ro.ru ukr.net i.ua meta.ua
wp.pl o2.pl onet.pl onet.eu op.pl interia.pl interia.eu gazeta.pl tlen.pl poczta.fm poczta.onet.pl
seznam.cz email.cz centrum.cz post.cz volny.cz azet.sk zoznam.sk freemail.hu citromail.hu abv.bg mail.bg
online.no telia.com spray.se bredband.net home.se passagen.se tele2.se comhem.se mail.dk jubii.dk ofir.dk stofanet.dk kolumbus.fi luukku.com suomi24.fi
qq.com vip.qq.com foxmail.com 163.com 126.com yeah.net 188.com sina.com sina.cn sohu.com aliyun.com 139.com 189.cn 21cn.com tom.com wo.cn
naver.com daum.net hanmail.net nate.com kakao.com korea.com docomo.ne.jp ezweb.ne.jp au.com softbank.ne.jp i.softbank.jp nifty.com biglobe.ne.jp ocn.ne.jp so-net.ne.jp plala.or.jp
rediffmail.com indiatimes.com sify.com vsnl.net singnet.com.sg starhub.net.sg pacific.net.sg streamyx.com tm.net.my hinet.net seed.net.tw pchome.com.tw netvigator.com
telkom.net cbn.net.id centrin.net.id vnn.vn fpt.vn hcm.vnn.vn walla.com walla.co.il bezeqint.net netvision.net.il 012.net.il mynet.com turk.net superonline.com
yopmail.com mailinator.com duck.com anonaddy.com simplelogin.com mozmail.com privaterelay.appleid.com relay.firefox.com
`;
const LISTED = new Set(DOMAINS.split(/\s+/).filter(domain => domain !== ''));
/** Families with a domain for each country: `yahoo.co.jp`, `hotmail.fr`, `outlook.de`, `live.nl`, `gmx.es`. */
const FAMILY =
  /^(yahoo|ymail|hotmail|outlook|live|msn|gmx|yandex|googlemail|aol|icloud|proton|tutanota|zoho)\.(com?\.)?[a-z]{2,3}$/;

export const isPublicMailProvider = (domain: string): boolean => {
  const lower = domain.toLowerCase();
  return LISTED.has(lower) || FAMILY.test(lower);
};

/** The service that takes our mail in and writes its verdicts on top of it. Plain data: it crosses threads. */
export interface Receiver {
  /** Host names as its `Received` field says `by` them; `*` stands for one label. */
  readonly hosts: readonly string[];
  /** Names under which it writes `Authentication-Results`. */
  readonly authserv: readonly string[];
}

export const SES_RECEIVER: Receiver = {
  hosts: ['inbound-smtp.*.amazonaws.com', 'inbound-smtp.*.amazonaws.com.cn'],
  authserv: ['amazonses.com'],
};

/** The SMTP listener of the embedded system, which writes the same fields. */
export const LOCAL_RECEIVER: Receiver = {
  hosts: ['inbound-smtp.local.qf'],
  authserv: ['amazonses.com', 'local.qf', 'inbound-smtp.local.qf'],
};

export type ScanVerdict = 'pass' | 'fail' | 'gray' | 'disabled' | 'unknown';

/** What the receiving service vouches for. All `null` or `unknown` when its fields do not stand on top. */
export interface Provenance {
  /** Host that took the mail in; `null`: no word of the receiving service on this mail. */
  readonly receiver: string | null;
  /** ISO 8601. */
  readonly receivedAt: string | null;
  /** The one it was for, also when blind-copied; lower-case. */
  readonly recipient: string | null;
  /** Envelope sender, lower-case; empty for machine mail. */
  readonly envelopeFrom: string | null;
  /** The visible sender, lower-case; `null` unless exactly one is named. */
  readonly from: string | null;
  readonly virus: ScanVerdict;
  readonly spam: ScanVerdict;
  readonly spf: string | null;
  readonly dkim: string | null;
  readonly dmarc: string | null;
  /** `pass`: the visible sender's domain is proven. `fail`: a check failed and none proves it. `none`: nobody can say. */
  readonly authentication: 'pass' | 'fail' | 'none';
}

const STAMPS = new Set(
  'return-path received x-ses-spam-verdict x-ses-virus-verdict received-spf authentication-results x-ses-receipt x-ses-dkim-signature'.split(
    ' ',
  ),
);
const LAST_STAMP = 'x-ses-dkim-signature';

/**
 * Reads the receiving service's own fields: the unbroken run on top of the mail, each name once, with its `Received`
 * among them. The run ends at the first field of another name, at a repetition and behind its signature; whatever looks
 * alike further down was written by somebody else and changes nothing.
 */
export const provenance = (message: Message, receivers: readonly Receiver[] = [SES_RECEIVER]): Provenance => {
  const stamps = ownStamps(message.headers);
  const received = plainField(stamps.get('received') ?? '');
  const host = /\bby\s+([\w.-]+)/i.exec(received)?.[1]?.toLowerCase() ?? '';
  const receiver = receivers.find(candidate => candidate.hosts.some(pattern => isHost(host, pattern)));
  const from = soleSender(message);
  if (!receiver) return { ...UNVOUCHED, from };
  const results = resultsOf(stamps.get('authentication-results'), receiver);
  return {
    receiver: host,
    receivedAt: readMailDate(received.slice(received.lastIndexOf(';') + 1)),
    recipient: /\bfor\s+<?([^\s<>;]+@[^\s<>;]+?)>?\s*(?:;|$)/i.exec(received)?.[1]?.toLowerCase() ?? null,
    envelopeFrom: envelopeOf(stamps.get('return-path')),
    from,
    virus: scanVerdict(stamps.get('x-ses-virus-verdict')),
    spam: scanVerdict(stamps.get('x-ses-spam-verdict')),
    spf: results.find(result => result.method === 'spf')?.verdict ?? null,
    dkim: bestOf(results.filter(result => result.method === 'dkim').map(result => result.verdict)),
    dmarc: results.find(result => result.method === 'dmarc')?.verdict ?? null,
    authentication: authenticationOf(results, from),
  };
};

const UNVOUCHED: Omit<Provenance, 'from'> = {
  receiver: null,
  receivedAt: null,
  recipient: null,
  envelopeFrom: null,
  virus: 'unknown',
  spam: 'unknown',
  spf: null,
  dkim: null,
  dmarc: null,
  authentication: 'none',
};

/**
 * A field without its comments, however they nest, and with nothing in a quoted string that ends a clause: both may hold
 * words of the sender's choosing ("; dmarc=pass"). What is left open goes on to the end.
 */
const plainField = (value: string): string => {
  let plain = '';
  let depth = 0;
  let quoted = false;
  for (const [sign] of value.matchAll(/\\?[\s\S]/gu)) {
    if (sign === '"' && depth === 0) quoted = !quoted;
    if (!quoted && sign === '(') depth++;
    if (depth === 0) plain += quoted ? sign.replace(/[;=\s]/, '_') : sign;
    if (!quoted && depth > 0 && sign === ')') {
      depth--;
      if (depth === 0) plain += ' ';
    }
  }
  return plain;
};

const isHost = (host: string, pattern: string): boolean => {
  const labels = host.split('.');
  const wanted = pattern.split('.');
  return labels.length === wanted.length && wanted.every((label, index) => label === '*' || label === labels[index]);
};

const ownStamps = (headers: readonly HeaderLine[]): ReadonlyMap<string, string> => {
  const stamps = new Map<string, string>();
  for (const { name, value } of headers) {
    if (!STAMPS.has(name) || stamps.has(name)) break;
    stamps.set(name, value);
    if (name === LAST_STAMP) break;
  }
  return stamps;
};

const envelopeOf = (path: string | undefined): string | null =>
  path === undefined ? null : path.replace(/[<>\s]/g, '').toLowerCase();

const scanVerdict = (value: string | undefined): ScanVerdict => {
  switch (value?.trim().toUpperCase()) {
    case 'PASS':
      return 'pass';
    case 'FAIL':
      return 'fail';
    case 'GRAY':
      return 'gray';
    case 'DISABLED':
      return 'disabled';
    default:
      return 'unknown';
  }
};

const soleSender = ({ from, headers }: Message): string | null => {
  const fields = headers.filter(header => header.name === 'from').length;
  const [only, ...others] = from;
  if (fields !== 1 || others.length > 0) return null;
  return only?.address.includes('@') ? only.address.toLowerCase() : null;
};

interface Result {
  readonly method: string;
  readonly verdict: string;
  /** The domain the verdict is about, lower-case. */
  readonly domain: string | null;
}

/** RFC 8601: `authserv-id; method=verdict (comment) property=value …; …`. */
const resultsOf = (value: string | undefined, receiver: Receiver): readonly Result[] => {
  const [authserv, ...clauses] = plainField(value ?? '').split(';');
  if (!receiver.authserv.includes((authserv ?? '').trim().split(/\s/)[0]?.toLowerCase() ?? '')) return [];
  return clauses.flatMap(clause => {
    const verdict = /^\s*(spf|dkim|dmarc)\s*=\s*(\w+)/i.exec(clause);
    if (!verdict) return [];
    const about = /(?:header\.i|header\.d|header\.from|smtp\.mailfrom|envelope-from)\s*=\s*"?([^\s;"]+)/i.exec(
      clause,
    )?.[1];
    return [
      {
        method: (verdict[1] ?? '').toLowerCase(),
        verdict: (verdict[2] ?? '').toLowerCase(),
        domain: about?.split('@').at(-1)?.toLowerCase() ?? envelopeDomain(clauses, verdict[1]),
      },
    ];
  });
};

/** SES writes the envelope sender of an SPF verdict as clauses of their own. */
const envelopeDomain = (clauses: readonly string[], method: string | undefined): string | null => {
  if (method?.toLowerCase() !== 'spf') return null;
  const clause = clauses.find(text => /^\s*envelope-from\s*=/i.test(text));
  return clause?.split('@').at(-1)?.trim().toLowerCase() ?? null;
};

const bestOf = (verdicts: readonly string[]): string | null =>
  verdicts.find(verdict => verdict === 'pass') ?? verdicts[0] ?? null;

const authenticationOf = (results: readonly Result[], from: string | null): Provenance['authentication'] => {
  if (from === null) return 'fail';
  const domain = from.split('@').at(-1) ?? '';
  // A verdict about another sender than the one that is shown says nothing of this one.
  const dmarc = results.find(
    ({ method, domain: about }) => method === 'dmarc' && (about === null || isAligned(about, domain)),
  )?.verdict;
  if (dmarc === 'pass') return 'pass';
  if (dmarc === 'fail') return 'fail';
  const proven = results.some(
    ({ method, verdict, domain: about }) =>
      method !== 'dmarc' && verdict === 'pass' && about !== null && isAligned(about, domain),
  );
  if (proven) return 'pass';
  return results.some(({ verdict }) => /^(fail|softfail|permerror|policy)$/.test(verdict)) ? 'fail' : 'none';
};

/** The same domain, or one above or below it. */
export const isAligned = (a: string, b: string): boolean =>
  a.includes('.') && b.includes('.') && (a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`));

/** What the receiving service puts into a new bucket to try it; not a mail to anybody. */
export const isSetupNote = (name: string): boolean => /(^|\/)AMAZON_SES_SETUP_NOTIFICATION$/.test(name);
