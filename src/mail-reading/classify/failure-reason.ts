/** Why a mail was not taken. The first word tells what it means for the address. */
export type FailureReason =
  | 'no-such-user'
  | 'no-such-host'
  | 'moved'
  | 'mailbox-full'
  | 'suspended'
  | 'blocked'
  | 'sender-refused'
  | 'policy'
  | 'spam'
  | 'virus'
  | 'authentication'
  | 'too-large'
  | 'too-many'
  | 'relaying'
  | 'content'
  | 'network'
  | 'expired'
  | 'system'
  | 'filtered'
  | 'unknown';

interface Wording {
  readonly reason: FailureReason;
  readonly pattern: RegExp;
}

/** Exchange Online's and Yahoo's words for an address they do not know, whatever code and command stand before them. */
export const SURELY_NO_SUCH_USER =
  /recipient address rejected: access denied|local mailbox [^;]{0,60}is unavailable: user not found|\b550 user not found: ?<@>|\b5\.7\.1 no such user!|delivery error: dd this user doesn.t have|(?:not listed in|nicht im|non (?:listé|répertorié|elencato) (?:dans|in)|no (?:está )?(?:listado|incluido) en|niet (?:vermeld )?in)[^.;]{0,20} (?:domino|lotus|notes)/i;

const wording = (reason: FailureReason, ...patterns: readonly string[]): Wording => ({
  reason,
  pattern: new RegExp(patterns.join('|'), 'iu'),
});

/**
 * What servers say, most telling first: a refusal of the sender or of this one mail stands before "unknown user",
 * because gateways append the latter to anything. Matched against one line of text with addresses replaced by `<@>`.
 */
export const FAILURE_WORDS: readonly Wording[] = [
  wording(
    'mailbox-full',
    '(mail ?(box|folder|drop|dir\\w*)|inbox|user|recipient|account|customer|storage|message store|he|she)\\b[^.;]{0,50}\\b(is|are|has|have|was|over|exceed\\w*)?\\b[^.;]{0,30}(full\\b|(over|exceed\\w*|out of|past|reached)\\b[^.;]{0,30}(quota|limit|storage|space|size|allocat))',
    '(over|exceed\\w*|out of|above)[\\s_-]*(\\w+[\\s_-]){0,3}(quota|storage|disk space|mail ?box size)',
    'space (is )?not enough|overquota|quota\\w*[^.;]{0,30}(exceed|violat|full|excess|reached|over)',
    'full mail ?box|mail ?(box|drop|folder)[ _-]?full|mfull|mbox full|box\\b[^.;]{0,20}\\bis full',
    'not enough (storage|space|disk)|insufficient (disk|storage|quota|space)[^.;]{0,40}(mail|user|recipient|<@>)',
    'disk quota|storage (limit|quota)|maildir[^.;]{0,30}(full|exceed)|too much (data|mail)|number of messages in recipient',
    'bo[iî]te[^.;]{0,40}(pleine|satur)|postfach[^.;]{0,40}(voll|überschritten|kontingent)|speicherplatz[^.;]{0,30}(voll|erschöpft|überschritten)',
    'buz[oó]n[^.;]{0,30}llen|cuota[^.;]{0,30}(excedid|superad)|casella[^.;]{0,30}pien|caixa[^.;]{0,30}cheia|mailbox vol\\b',
    'ящик[^.;]{0,30}(переполнен|полон)|превыш\\w+ квот|邮箱.{0,6}(已?满|满)|信箱.{0,6}(已?滿|滿)|容量.{0,10}(超|満|不足)|満杯|いっぱい|가득|용량.{0,6}초과',
  ),
  wording(
    'suspended',
    '(account|mail ?box|user|recipient|address|domain|e-?mail|service)\\b[^.;]{0,60}\\b(suspend\\w*|disabled|locked|frozen|inactive|deactivated|dormant|closed|terminated|expired|on hold|administratively|blocked due to inactivity)\\b',
    '(disabled|suspended|inactive|locked|frozen|deactivated|blocked)[\\s_-]+(recipient|mail ?box|account|user|address|e-?mail)',
    'not accepting (mail|messages|new messages)|mailbox is (not active|temporarily)|account inactive|vacation hold|disableduser',
    '(konto|postfach)[^.;]{0,30}(gesperrt|deaktiviert)|compte[^.;]{0,30}(désactiv|suspendu|inactif)|cuenta[^.;]{0,30}(suspend|deshabilit|inactiv)|заблокирован|отключ[её]н|帐号.{0,6}(停用|冻结)',
  ),
  wording(
    'authentication',
    '\\b(dmarc|dkim|spf|arc)\\b[^;]{0,80}(fail|reject|not pass|policy|check|invalid|error|unauth|required|violat|do(es)? not|didn)',
    '(fail|violat|reject|due to|per|by|because of|pass|against)\\w*[^;]{0,60}\\b(dmarc|dkim|spf)\\b|sender policy framework',
    'unauthenticated|(unable|failed|fails) to (be )?(pass )?authenticat|authentication (information|checks?|is required|required|fail)|not authori[sz]ed to send|requires? (smtp )?auth',
    'domain owner discourages|does not designate|not allowed to send (mail )?(from|for)|mismatches client ip',
  ),
  wording(
    'blocked',
    'spamhaus|spamcop|sorbs|barracudacentral|dnsbl|\\brbl\\b|\\bdul\\b|surbl|uribl|senderbase|proofpoint\\.com/ip|abuseat|mail-abuse|senderscore|cloudmark',
    '(black|block|deny|drop)[\\s-]?list(ed|ing)?\\b|\\b(grey|gray)[\\s-]?list|(?<!not )listed (at|in|by|on)\\b',
    '(\\bip|client host|client|host network|network|connections?|mail from|messages from|ip address)\\b[^;]{0,60}\\b(block\\w*|banned|bann|denied|refused|rejected|not allowed|prohibited|forbidden|restrict\\w*|not permitted|throttl\\w*|rate limit\\w*|has no|without|dynamic|generic|untrusted)',
    '(blocked|banned|denied|refused|rejected|bloqu[eé]\\w*|gesperrt)\\b[^;]{0,50}\\b(ip|client|host|connection|network|isp|source)',
    'reverse[\\s-]?(dns|lookup|name|resolution|mapping)|\\b[pr]?tr record|\\brdns\\b|\\bptr\\b|no ptr|cannot resolve your (address|hostname)|cannot find your (reverse )?hostname|forward[\\s-]confirmed|helo|ehlo',
    'reputation|weren.t sent|too many unwanted|unsolicited|(high|poor|bad|low) (spam )?(volume|score)|complaint|unusual (rate|traffic)|unexpected volume|temporarily deferred|bulk mail|mass mail',
    'blocked using|invalid ip|frequency limited|daily (relay )?quota|sending limit|msg(s)? per|rate exceeded|limit exceeded|too (many (conn|mess|recip|err|mail|req|sess|concurrent|invalid)\\w*|fast|much)|receiving mail at a rate|try sending|slow down|\\(bl\\)|block for \\d|bad connection',
    'access denied|service refus|client host',
  ),
  wording(
    'spam',
    '\\bspam|\\bube\\b|\\buce\\b|junk|unwanted|phish|scored as|looks like bulk|rejected for policy reasons|considered (unsolicited|harmful)|anti-?spam|mail rejet|bulk email filter|fuzzy|spamassassin|message (was )?(identified|detected|classified) as|垃圾邮件',
  ),
  wording('virus', 'virus|malware|infected|worm\\b|trojan|dangerous (attachment|content)'),
  wording(
    'too-large',
    '(message|mail|header|line|size|attachment|content)\\b[^.;]{0,60}(too (large|big|long)|exceed\\w*|over (the )?(max|limit)|larger than|greater than|exceeds)|too (large|big)\\b|size limit|max(imum)? (message )?size|length exceed|mesgtoobig|line limit|too long|zu gro(ss|ß)|trop (volumineux|gros)|demasiado grande',
  ),
  wording(
    'policy',
    'polic(y|ies)|protocol violation|violat|potential security|blocked because its content|content (rejected|denied|restrict|not allowed|policy)|security reasons|forbidden|prohibited|not allowed|not permitted|attachment (type )?(is )?(not|block)|rejected by (the )?(content|filter|administrator|rule)|header error|administrative(ly)? (prohibit|refus|denied)|restricted',
  ),
  wording(
    'sender-refused',
    '(sender|from address|mail from|return[- ]path|originator|envelope|source)\\b[^;]{0,60}(reject|refus|invalid|unknown|denied|not (exist|accept|allow|verif|valid|permit)|does ?n.?t|does not|block|unroutable|verif|could not|cannot|unresolv|nonexist|non-exist|must)',
    'domain of sender|unroutable sender|sender (verify|address|domain)|verify (the )?sender|(invalid|bad|unknown|unroutable|no such|rejected) (sender|from|return)|only members|not a member|not member|members? only|may not (post|send)|not subscribed|postings? (from|by)|moderat|permission to|not have permission|not authori[sz]ed|allowed senders|groups\\.google|google\\.com/a/[^ ]*groups|backscatter|bounce address|null sender|empty (envelope )?sender',
  ),
  wording(
    'relaying',
    'rel(ay(ing)?|aying)\\b[^;]{0,40}(denied|not (permitted|allowed|authori)|prohibit|refus|reject|disallow|disabled|fail|restrict)|(unable|not|cannot|can.t|won.t|no|insecure|denied|we do not|do not)\\b[^;]{0,30}\\brelay|not a gateway|not (a )?local|email address is not verified|third[- ]party|not in my (?!validrcptto)|mail relay',
  ),
  wording(
    'content',
    'multiple addresses in from|messages with multiple|not rfc|rfc ?\\d{3,4} |(missing|invalid|malformed|duplicate|illegal|bad|multiple) (\\w+[- ]){0,2}(header|from|message-id|date|mime|format|syntax)|8-?bit|conversion|encoding|utf-?8|smtputf8|character|message format|improper|bare (lf|cr)',
  ),
  wording(
    'filtered',
    'recipient.?s? preferences|message filtered|domain.?filter|user (does ?n.?t|does not) (accept|want|receive)|(blocked|refused|rejected) by (the )?(user|recipient)(?!.s (domain|server))|only accepts mail from|not (accepting|allowing) mail from',
  ),
  wording(
    'no-such-host',
    '(host|domain)( or domain)?( name)?\\b[^.;:]{0,40}(unknown|not found|does ?n.?t exist|does not exist|non-?existent|not known|no data|invalid|unresolv)',
    '(unknown|no such|invalid|illegal|bad|nonexistent|non-existent|unresolvable|unrouteable|unroutable) (mail )?(host|domain)',
    '(could|can|cannot|can.t|couldn.t|unable to|failed to)( not)? (find|resolve|look ?up|locate)\\b[^.;]{0,40}(host|domain|mx|mail exchanger|name|ip address)',
    'nxdomain|all relevant mx records point to non-?existent|no (valid )?(mx|mail exchanger|a record|dns)|null ?mx|(host|domain|server) (does not|doesn.t|never) accept\\w* (any )?mail|does not accept mail|name or service not known|no route to domain|not a valid domain|no hosts? (found|named)|indicated no smtp service|reject all mails?',
  ),
  wording(
    'moved',
    'has moved|no longer (on|at|with)\\b|not our customer|user moved|has changed (his|her|their|its)|new (e-?mail )?address is|moved to|user not local|please (forward|update)|address has changed|recipient no longer|left the company',
  ),
  wording(
    'no-such-user',
    'no[\\s_-]?such[\\s_-]?(user|mail|recipient|address|account|person|local|customer|e-?mail|contact|alias|one|member|subscriber|id|name|unit)',
    '(user|recipient|mail ?box|account|address|customer|subscriber|e-?mail|destinat\\w+|mail ?drop|alias|member|name|local[\\s-]?part|rcpt|addressee|person)\\b[^.;]{0,70}\\b(does ?n.?t exist|do(es)? not exist|did not exist|not exist\\w*|not found|unknown|not? (a )?(valid|known|recogni[sz]ed|registered|listed|matched|defined|present|correct)|invalid|non-?existent|no longer|(can|could)( ?not|n.t) be (found|resolved|verified|reached|located)|isn.t|wasn.t found|deleted|removed|unavailable|not available|not active|does not match|not listed|has no|not ok|undeliverable|unroutable|rejected|not handled)',
    '(unknown|invalid|bad|illegal|incorrect|undefined|unavailable|unroutable|unrouteable|wrong|nonexistent|non-existent|undeliverable|unresolvable|obsolete|expired) (final )?(or \\w+ )?(user|recipient|address|local|account|mail ?box|e-?mail|destination|virtual|customer|delivery|name|alias|rcpt)',
    '(not|isn.t|is not) (a |an |one of )?(our |valid |known |local |current |active )+(users?|customers?|mail ?box|recipient|account|address)|not our user',
    'doesn.t have an? [^;]{0,40}account|no (mail ?box|account|valid recipients?|recipients?|users?|person)\\b|recipient(s)? (rejected|not ok|unknown|refused|not found)|recipientnotfound|nosuchuser|recipnotfound|resolver\\.adr|adr\\.|user.?unknown|unknown.?user|address rejected|recipient address rejected|bounce.?address|mail ?box unavailable|did not match any|not in my validrcptto',
    'adresse[^.;]{0,60}(invalide|inconnu|inexistant|erron)|(utilisateur|destinataire)[^.;]{0,40}(inconnu|inexist|invalide)|unbekannt\\w* (empf|benutzer|user|adress)|(empf(?:ä|ae?)nger|benutzer|adresse|postfach)[^.;]{0,60}(unbekannt|existiert nicht|nicht (gefunden|vorhanden|bekannt|g[üu]ltig)|ung[üu]ltig)',
    '(usuario|destinatario|direcci[oó]n|cuenta|buz[oó]n)[^.;]{0,50}(desconocid|no existe|inexistente|inv[aá]lid|no encontrad)|(utente|destinatario|indirizzo|casella)[^.;]{0,40}(sconosciut|inesistente|non (esiste|trovat|valid))|(usu[aá]rio|destinat[aá]rio|endere[çc]o|conta)[^.;]{0,40}(desconhecid|inexistente|n[aã]o (existe|encontrad)|inv[aá]lid)',
    '(gebruiker|ontvanger|adres)[^.;]{0,40}(onbekend|bestaat niet|niet gevonden|ongeldig)|(anv[äa]ndare|mottagare|bruger|modtager|adress)\\w*[^.;]{0,40}(ok[äa]nd|finns inte|ukendt|findes ikke|hittades inte)|(u[żz]ytkownik|odbiorca|adres)[^.;]{0,40}(nieznany|nie istnieje|nie znaleziono)',
    'пользовател\\w*[^.;]{0,40}(не (найден|существует|зарегистрирован)|неизвест)|(нет|несуществующ\\w*) так\\w* (пользовател|адрес|ящик)|такого (пользователя|адреса|ящика) (нет|не существует)|адрес\\w*[^.;]{0,40}не существует|ящик[^.;]{0,30}не (найден|существует)',
    '(用户|用戶|收件人|账号|帳號|地址|邮箱|信箱|mailbox)[（(]?(?:<@>)?[)）]?.{0,12}(不存在|未找到|无效|無效|找不到)|リストにありません|(ユーザー?|宛先|アドレス|あて先|受信者).{0,60}(見つか|存在し|不明|ありません|無効|誤り)|(사용자|수신자|받는 사람|주소|계정).{0,20}(없|존재하지|찾을 수|알 수 없)',
  ),
  wording(
    'network',
    'too many hops|routing loop|mail loop|loop detect|hop count|loops? back|points? (back )?to (me|myself|local host)|malformed or unexpected name server|name server (error|timeout)|network (error|is unreachable|unreachable)|no route to host|cname lookup|temporary (lookup|dns)|lookup (failed|failure)|name service error|dns (error|fail|problem|timeout)|host unreachable|unreachable',
  ),
  wording(
    'expired',
    'timed?[\\s-]?out|timeout|retry time|expired|not responding|connection (refused|reset|lost|closed|fail|died|dropped|was)|(connect|deliver|establish)\\w*\\b[^.;]{0,40}(fail|refused|attempt|unable)|(could|can|unable|not able|wasn.t able)\\b[^.;]{0,30}(connect|establish|contact|reach)|too long|in the queue|give up|giving up|retry|retries|delayed|deferred|will (keep|continue)|still (being )?(retried|trying)|not (yet )?been delivered|(socket|i/o|tls|ssl|handshake)[^.;]{0,20}(error|fail)|no answer|did not accept our requests|bad file|resources? temporarily|try again later|please try|operation timed|not reachable|unable to connect|aborted after',
  ),
  wording(
    'system',
    '(system|internal|server|local|configuration|config|protocol|program|command|pipe|i/o|input/output|file|temporary|transaction|queue|resource|database|ldap)\\b[^.;]{0,40}(error|fail\\w*|problem|not available|unavailable|invalid)|temporary failure|insufficient system|disk (space|full|error)|out of (memory|disk)|service (currently |temporarily |is )?(unavailable|not available)|can.t create|cannot (open|create|write)|permission denied|not (implemented|recogni[sz]ed|supported)|syntax|unbalanced|exec|exit|loop|crash|mailer (error|died)|does not support',
  ),
];

/** The SMTP command a refusal answered, when the report shows it. */
export type SmtpCommand = 'connect' | 'mail' | 'rcpt' | 'data';

/** What is known of one failed delivery. */
export interface Evidence {
  readonly action: string | null;
  /** The report's own status field. */
  readonly status: string | null;
  /** What the other side, or the reporting system, said. */
  readonly words: string;
  readonly command: SmtpCommand | null;
  /** The report's own prose about the recipient, when the words above are the other side's. */
  readonly prose?: string;
}

export interface Verdict {
  readonly reason: FailureReason;
  /** The address is no good: write to it no more. Soft failures may pass. */
  readonly hard: boolean;
  readonly status: string | null;
}

const HARD = new Set<FailureReason>(['no-such-user', 'no-such-host', 'moved']);

/**
 * Reads a refusal. Words beat codes, because servers put any code before them; codes decide where words are silent.
 * "Unknown user" is believed when it answers `RCPT TO` or comes with a status 5.1.x. Said to `DATA`, or by nobody in
 * particular, it is what filters say of mail they do not want, so it is soft. Nothing that answers `MAIL FROM` or the
 * connection is about the recipient.
 */
export const failureReason = ({ action, status, words, command, prose }: Evidence): Verdict => {
  const line = flattened(words);
  const spoken = statusIn(line);
  const code = spoken ?? status;
  const verdict = (reason: FailureReason): Verdict => ({ reason, hard: HARD.has(reason), status: code });
  if (action === 'delivered' || action === 'relayed' || action === 'expanded') return verdict('unknown');
  if (SURELY_NO_SUCH_USER.test(line)) return verdict('no-such-user');
  if (command !== 'data' && command !== 'mail' && ABSENT.test(code ?? '') && wordsFor('no-such-user').test(line))
    return verdict('no-such-user');
  const said = FAILURE_WORDS.find(({ pattern }) => pattern.test(line))?.reason ?? null;
  if (action === 'delayed') return verdict(said !== null && !HARD.has(said) ? said : 'expired');
  if (command === 'mail' || command === 'connect') {
    return verdict(said !== null && !HARD.has(said) ? said : 'sender-refused');
  }
  if (said === 'no-such-user')
    return verdict(believable(line, code, status, command) || vouched(prose) ? said : 'filtered');
  return verdict(said ?? byStatus(code) ?? byReply(line));
};

/** Codes kept for addresses that are not there. */
const ABSENT = /^5\.1\.(0|1|2|3|10|351)$/;

const wordsFor = (reason: FailureReason): RegExp =>
  FAILURE_WORDS.find(wording => wording.reason === reason)?.pattern ?? /$^/;

const believable = (line: string, code: string | null, field: string | null, command: SmtpCommand | null): boolean =>
  command === 'rcpt' ||
  [code, field].some(status => ABSENT.test(status ?? '') || /^5\.(2\.1|4\.1)$/.test(status ?? '')) ||
  (command === null && !/\b55\d\b/.test(line) && !/\[/.test(line));

/** The reporting system says so in its own words, not merely quoting an answer. */
const vouched = (prose: string | undefined): boolean =>
  (prose ?? '')
    .slice(0, MAX_WORDS)
    .split(/\n(?!\s)/)
    .some(said => !SMTP_ANSWER.test(said) && wordsFor('no-such-user').test(flattened(said)));

const SMTP_ANSWER = /\b(?:4[2-5]|5[0-7])\d\b/;

/** Characters looked at: an SMTP answer has 512 a line, and rarely more than three. */
const MAX_WORDS = 2_500;

/** One line, addresses replaced, and without the phrase a relay puts before the other side's own words. */
const flattened = (words: string): string =>
  words
    .slice(0, MAX_WORDS)
    .replace(/\s+/g, ' ')
    .replace(/^\s*\d\.\d\.\d - [^0-9]{1,60}(?=\d{3}[ -])/, '')
    .replace(
      /^.*?(error that the other server returned was|response (from the remote server )?was|remote (host|server) (said|returned|replied)):/i,
      '',
    )
    .replace(/recipient address rejected: (?=\S+ ?\S*)(?!access denied)/i, '')
    .replace(/[^\s<>"'()[\]:;,（）：，。；]{1,100}@[^\s<>"'()[\]:;,（）：，。；]{1,200}/g, '<@>')
    .replace(/<<@>>/g, '<@>');

const statusIn = (line: string): string | null => {
  const found = [...line.matchAll(/(?:^|[\s'"(#<:-])([245]\.\d{1,2}\.\d{1,3})(?=$|[\s'")>:,;.])/g)].map(
    match => match[1] ?? '',
  );
  return found.find(status => !/^[245]\.0\.0$/.test(status)) ?? null;
};

/** RFC 3463 and the registry of enhanced codes; `null` for codes that say nothing. */
const byStatus = (status: string | null): FailureReason | null => {
  const [kind, subject, detail] = (status ?? '').split('.').map(Number);
  if (kind === 4) return 'expired';
  if (kind !== 5) return null;
  switch (subject) {
    case 1:
      return byAddressDetail(detail ?? 0);
    case 2:
      return detail === 2 ? 'mailbox-full' : detail === 3 ? 'too-large' : detail === 1 ? 'suspended' : 'filtered';
    case 3:
      return detail === 4 ? 'too-large' : 'system';
    case 4:
      return detail === 4 || detail === 310 ? 'no-such-host' : detail === 7 ? 'expired' : 'network';
    case 5:
      return 'system';
    case 6:
      return 'content';
    case 7:
      return detail === 27 ? 'no-such-host' : 'policy';
    default:
      return null;
  }
};

const byAddressDetail = (detail: number): FailureReason => {
  if (detail === 2) return 'no-such-host';
  if (detail === 6) return 'moved';
  if (detail === 7 || detail === 8) return 'sender-refused';
  return detail === 4 || detail === 5 || detail === 9 ? 'filtered' : 'no-such-user';
};

const byReply = (line: string): FailureReason => {
  const reply = /(?:^|[\s:<[-])([45]\d\d)(?=[\s:-])/.exec(line)?.[1];
  if (reply === undefined) return 'unknown';
  if (reply.startsWith('4')) return 'expired';
  return reply === '552' ? 'mailbox-full' : reply === '551' ? 'moved' : 'filtered';
};
