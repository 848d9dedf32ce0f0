import { isBlank, type Line } from './line.ts';

const BRANDS =
  'i ?(?:phon(?:e|u|em)?|pad|pod|mac)s?|apple watch|android\\S*|samsung\\S*|galaxy|blackberry|huawei|xiaomi|redmi|oneplus|pixel|nokia|htc|motorola|sony|xperia|lg|oppo|vivo|lumia|windows|verizon|t-mobile|vodafone|outlook|gmail|google inbox|yahoo!?|aol|airmail|mailbox|apple mail|proton(?: ?mail)?|tutanota|tuta|gmx|web\\.de|freenet|t-online|bluemail|spark|k-9|aqua ?mail|thunderbird|superhuman|newton|polymail|mailbird|canary|fastmail|typeapp|mailspring|em ?client|zoho\\S*|sparrow|acompli|boxer|myMail|libero ?mail|orange|laposte|naver|daum|foxmail|qq\\S*|网易\\S*|mail\\.ru|яндекс\\S*|айфона?|mail for windows|\\[?mail\\]? for windows';
const GENERIC =
  'mobile?|mobil(?:e|ny|ní|en|nego|telefon\\S*|gerät|enhet)?|mobiel\\S*|smartphone\\S*|smart phone|handy|phone|cell(?:phone| phone|ulare)?|tele(?:foon|fon\\S*|phone)|teléfono|telefone|téléphone|telefono|celular|móvil|portable|puhelimes\\S*|matkapuhelimes\\S*|tablet\\S*|телефон\\S*|смартфон\\S*|мобильн\\S+|устройств\\S+|手机|手機|電話|điện thoại\\S*|ponsel|my device|mijn apparaat';
const DEVICE = `(?:${BRANDS}|${GENERIC})`;

/** A word for sending with its preposition: "sent the order by mail" is no device's work. */
const SENT_FROM = [
  '(?:sent|posted|typed|composed|written) (?:from|via|with|using|by|on|through)',
  '(?:diese (?:nachricht|mail|e-mail) wurde )?(?:gesendet|verschickt|geschickt|verfasst)? ?(?:von|mit|aus|über|via|per|vom|mittels)',
  "envoy[ée]e? (?:depuis|de|du|à partir d[eu']|avec|via|par|à l'aide)",
  'enviad[oa] (?:desde|con|de|del|do|da|a partir d[oa]|pel[oa]|com|via|vía|por|mediante)',
  "inviat[oa] (?:da|dal|dall'|dalla|con|tramite|via)",
  '(?:verzonden|verstuurd|gestuurd) (?:vanaf|van|met|via|vanuit|door)',
  '(?:skickat|skickad|sänt) (?:från|med|via)',
  'sendt (?:fra|med|via)',
  'lähetetty',
  '(?:wiadomość )?wysłan[eoay] (?:z|ze|przez|za pomocą)',
  '(?:отправлено|послано|надіслано) (?:с|со|из|от|з|зі|через|при помощи)',
  '(?:odesl[aá]no|odoslané) (?:z|ze|zo|pomocí)',
  'trimis (?:de pe|de la|din|cu)',
  'στάλθηκε από|εστάλη από',
  'dikirim (?:dari|melalui|dengan)|terkirim dari',
  '(?:được |đã )?gửi (?:từ|bằng)',
].join('|');

const STARTS = new RegExp(`^(?:${SENT_FROM})\\s*(?:\\S+\\s+){0,4}?['’"«[]?${DEVICE}\\p{L}{0,4}(?![\\p{L}])(.*)$`, 'iu');
const ENDS = new RegExp(
  `^(?:\\S+ ){0,6}?(?:von|vom|mit|vanaf|mijn|meinem|över|aus)?\\s?(?:\\S+ ){0,2}?['’]?${DEVICE}\\S{0,10}(?: \\S+){0,4}? (?:gesendet|geschickt|verschickt|verfasst|verzonden|verstuurd|küldve|elküldve|gönderildi)[.!]?$`,
  'iu',
);
const EAST =
  /^(?:发自|發自|寄自|從我的|从我的|来自我的|來自我的|传送自|傳送自).{1,40}$|^.{0,30}(?:から送信|より送信|にて送信)|^.{1,30}에서 보냄|^.{1,40}에서 (?:전송|발송)|^(?:được )?gửi từ .{1,40}$|^ส่งจาก.{1,40}$|^iPhone\S{0,4} ?(?:gönderildi|küldve)|^נשלח מ.{1,40}$|^(?:أرسلت|تم الإرسال) من .{1,40}$/iu;
const STORE_LINK = /(?:^|[\s<([])https?:\/\/(?:aka\.ms\/|mail\.onelink\.me\/|overview\.mail\.yahoo\.com\/)/i;
const ADVERTISED = /outlook|yahoo/i;
const SLOGAN =
  /^yahoo mail\s?: search, organi[sz]e, conquer$|^签名由\s?.{1,30}定制$|^由\s?.{1,20}(?:发送|發送)$|^(?:this (?:e-?mail|message) was )?sent using (?:the )?\S+ app$|^get (?:\S+ ){1,3}for (?:ios|android|iphone|ipad|mac|windows)$/iu;
const FROM_MY = /^(?:sent )?from my ([^\s,.!?]+(?: [^\s,.!?]+){0,6})[.!]?(.*)$/i;
const FROM_MOBILE = /^\p{L}+ from (?:my )?(?:mobile|phone|iphone)$/iu;
const EXCUSE = /^[\s,.;–—-]*(?:please |kindly |so )?(?:excuse|pardon|forgive|sorry|apolog|brevity|typos)/i;
const OUTLOOK =
  /^(?:\S{1,14} ){0,4}\[?outlook(?:[ -](?:for|für|för|pour|para|per|voor|till|til|dla(?: systemu)?|для|untuk|cho|สำหรับ|app))?\]?\s*(?:ios|android|mac|windows)(?:\s\S+){0,3}$|^(?:ios|android)\S{0,3} ?outlook(?: \S+){0,2}$/iu;

const LONGEST = 110;
const MAX_WORDS_AFTER = 6;

const withoutLinks = (line: string): string =>
  line
    .replace(/<[^<>]{0,300}[/@][^<>]{0,300}>|\(https?:[^()]{0,300}\)/g, ' ')
    .replace(/https?:\/\/\S{1,300}/g, ' ')
    .replace(/^[\s<>()[\]«»*_~–—-]+|[\s<>()[\]«»*_~–—-]+$/g, '')
    .replace(/\s+/g, ' ');

const isShortTail = (tail: string): boolean => {
  const words = tail.trim().split(/\s+/).filter(Boolean);
  return !/[?]/.test(tail) && (words.length <= MAX_WORDS_AFTER || EXCUSE.test(tail));
};

/** True for a line that a telephone or mail program put under the text ("Sent from my iPhone"), in any of our languages. */
export const isDeviceSignature = (line: string): boolean => {
  if (line.length > LONGEST * 4) return false;
  const bare = withoutLinks(line);
  if (bare === '' || bare.length > LONGEST) return false;
  // "Outlook for iOS" in whatever language, with the link to its shop.
  if (STORE_LINK.test(line) && ADVERTISED.test(bare) && !bare.includes('?')) return true;
  if (SLOGAN.test(bare)) return true;
  const mine = FROM_MY.exec(bare);
  if (mine) return (mine[2] ?? '').trim() === '' || EXCUSE.test(mine[2] ?? '');
  if (FROM_MOBILE.test(bare) || EAST.test(bare) || OUTLOOK.test(bare)) return true;
  const started = STARTS.exec(bare);
  if (started) return isShortTail(started[1] ?? '');
  return ENDS.test(bare);
};

const SECRET =
  /confidential|privileged|vertraulich|confidentiel|confidencial|riservat[eoi]|vertrouwelijk|konfidentiell|fortrolig|luottamuksellis|poufn|конфиденциальн|保密|机密|機密|秘密|기밀|rahasia|bảo mật/iu;
const ADDRESSEE =
  /intended (?:only |solely )?(?:recipient|for)|addressee|unauthori[sz]ed|received (?:this|it) in error|empfänger|adressat(?!in)|irrtümlich|unbefugte|destinataire|destinatari[oa]|destinatário|geadresseerde|ontvanger|avsedd|mottagare|modtager|mottaker|vastaanottaja|adresat|odbiorc|адресат|получател|收件人|受信者|수신인|수신자|penerima|người nhận/iu;
const PAPER =
  /(?:consider|think of|think about) the environment before printing|do(?:n't| not) print this e-?mail|denken sie an die umwelt|pensez à l['’]environnement|piense en el medio ?ambiente|pensi all['’]ambiente|pense no meio ambiente|denk aan het milieu/iu;
const SCANNED =
  /^(?:this (?:e-?mail|message) (?:has been|was) (?:checked|scanned)|virus-free|diese e-mail wurde (?:von|auf viren)|l'absence de virus|este (?:correo|e-mail) (?:ha sido|foi) |libre de virus|virenfrei|mail delivered by|questo messaggio .{0,20}analizzato)/iu;
const MAX_CHARS = 6_000;
const FEWEST_CHARS = 60;

/** True for the standing paragraph about confidentiality, printing or virus checks that a company's server adds. */
export const isLegalNotice = (paragraph: string): boolean => {
  const text = paragraph.trim();
  if (text.length > MAX_CHARS) return false;
  if (SCANNED.test(text) || (text.length < 400 && PAPER.test(text))) return true;
  return text.length >= FEWEST_CHARS && SECRET.test(text) && ADDRESSEE.test(text);
};

/** A stretch of new text with its signature set apart. */
export interface Signed {
  readonly text: readonly Line[];
  readonly signature: readonly Line[];
}

const DASHES = /^\s*(?:--|—|––|-—|- -|__)\s*$/;
const ONLY_MARKS = /^\s*(?:[-–—_=*~#+.•·ᐧ,\s]{1,200})$/u;
const LONG_RULE = /^\s*_{10,}\s*$/;
const SHORT_RULE = /^\s*[-–—=*~#+_]{3,}\s*$/;
/** A longer line is no rule; megabytes of one mark would overflow the stack of the patterns above. */
const MAX_RULE = 200;
const CONTACT = /@|https?:\/\/|www\.|(?:\+|\b0)\d[\d\s()./-]{5,}\d|\(\d{3}\) ?\d{3}/i;
const MAX_LINES = 30;
const FEW_LINES = 10;
/** Lines from the end within which a signature may begin. */
const FARTHEST = 100;

const textLinesIn = (lines: readonly Line[]): readonly Line[] => lines.filter(line => !isBlank(line));

/**
 * The rule: a signature is what follows a line of two dashes (`-- `, also `—`), what stands below a rule and reads like
 * a visiting card or a list's footer, what the mail program marks as signature or adds by itself ("Sent from my iPhone"),
 * and the legal notice below. Greetings and names ("Kind regards, Ann") are text. Nothing is lost: `text` and `signature`
 * together are the stretch.
 */
export const splitSignature = (stretch: readonly Line[]): Signed => {
  const unmarked = stretch.filter(line => line.mark !== 'signature');
  const marked = stretch.filter(line => line.mark === 'signature');
  const from = signatureStart(unmarked);
  let end = from;
  for (let next = trimEnd(unmarked, end); next < end; next = trimEnd(unmarked, end)) end = next;
  const below = unmarked.slice(end);
  if (below.every(isBlank)) return { text: unmarked, signature: marked };
  return { text: unmarked.slice(0, end), signature: [...below, ...marked] };
};

const signatureStart = (lines: readonly Line[]): number => {
  for (let at = Math.max(0, lines.length - FARTHEST); at < lines.length; at++) {
    const line = lines[at];
    if (line === undefined) break;
    if (line.text.length > MAX_RULE) continue;
    const exact = DASHES.test(line.text);
    const rule = LONG_RULE.test(line.text) || SHORT_RULE.test(line.text);
    if (!exact && !rule) continue;
    const below = textLinesIn(lines.slice(at + 1));
    if (exact && below.length <= MAX_LINES) return at;
    if (LONG_RULE.test(line.text) && below.length <= FEW_LINES) return at;
    if (rule && below.length <= FEW_LINES && below.some(({ text }) => CONTACT.test(text)) && at > 0) return at;
  }
  return lines.length;
};

/** One step up from the end over what is no text: blank lines, rules, device lines, a legal notice. */
const trimEnd = (lines: readonly Line[], end: number): number => {
  const last = lines[end - 1];
  if (last === undefined) return end;
  if (isBlank(last) || last.mark === 'rule' || ONLY_MARKS.test(last.text) || isDeviceSignature(last.text))
    return end - 1;
  let start = end - 1;
  while (start > 0 && !isBlank(lines[start - 1]) && end - start < MAX_LINES) start--;
  const paragraph = lines.slice(start, end).map(line => line.text);
  return isLegalNotice(paragraph.join(' ')) ? start : end;
};
