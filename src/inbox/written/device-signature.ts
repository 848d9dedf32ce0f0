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
const MOST_WORDS_AFTER = 6;

const withoutLinks = (line: string): string =>
  line
    .replace(/<[^<>]{0,300}[/@][^<>]{0,300}>|\(https?:[^()]{0,300}\)/g, ' ')
    .replace(/https?:\/\/\S{1,300}/g, ' ')
    .replace(/^[\s<>()[\]«»*_~–—-]+|[\s<>()[\]«»*_~–—-]+$/g, '')
    .replace(/\s+/g, ' ');

const isShortTail = (tail: string): boolean => {
  const words = tail.trim().split(/\s+/).filter(Boolean);
  return !/[?]/.test(tail) && (words.length <= MOST_WORDS_AFTER || EXCUSE.test(tail));
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
