import { headerBlockAt } from './header-block.ts';
import { isBlank, type Line } from './line.ts';

const ORIGINAL = [
  'original (?:message|email|mail|e-mail)|reply message|original-nachricht|originalnachricht|ursprüngliche (?:nachricht|mail|e-mail)|urspr(?:ü|ue)ngliche nachricht|antwort nachricht',
  "message d['’ ]?origine|message original|e-mail d['’]origine|mensaje original|correo original|messaggio originale|mensagem original",
  'oorspronkelijk bericht|origineel bericht|originalmeddelande|ursprungligt meddelande|oprindelig meddelelse|original meddelelse',
  'opprinnelig melding|alkuperäinen viesti|wiadomość oryginalna|oryginalna wiadomość|původní zpráva|pôvodná správa|eredeti üzenet',
  'исходное сообщение|исходное письмо|оригинальное сообщение|оригінальне повідомлення|mesaj original|mesajul original|orijinal mesaj|αρχικό μήνυμα',
  '原始邮件|原始郵件|原始訊息|原邮件|邮件原件|回复的原邮件|元のメッセージ|オリジナルメッセージ|original message|원본 메시지|원본 메일|원본메일|원본메시지|tin nhắn gốc|thư gốc|email gốc|pesan asli|ข้อความต้นฉบับ|ข้อความเดิม|الرسالة الأصلية|ההודעה המקורית',
];
const FORWARDED = [
  'forwarded (?:message|mail|email|by)|weitergeleitete (?:nachricht|mail|e-mail)|message (?:transféré|transmis|réexpédié)|mensaje reenviado|messaggio inoltrato|mensagem (?:encaminhada|reencaminhada)',
  'doorgestuurd bericht|vidarebefordrat (?:meddelande|mail)|videresendt (?:meddelelse|melding|besked)|välitetty viesti|edelleenlähetetty viesti|wiadomość przekazana|przekazana wiadomość',
  'пересылаемое сообщение|пересылаемое письмо|переслане повідомлення|přeposlaná zpráva|továbbított üzenet|iletilen mesaj|转发的邮件|转发邮件|转寄的邮件|轉寄郵件|轉寄的郵件|已转发|転送されたメッセージ|転送メッセージ|전달된 메시지|전달된 메일|tin nhắn được chuyển tiếp|thư (?:được )?chuyển tiếp|pesan terusan|pesan yang diteruskan|ข้อความที่ส่งต่อ',
];
const BEGIN_FORWARD =
  /^(?:begin forwarded message|anfang der weitergeleiteten (?:nachricht|e-mail)|début du message (?:réexpédié|transféré)|inicio del mensaje reenviado|inizio messaggio inoltrato|início da mensagem (?:reencaminhada|encaminhada)|begin doorgestuurd bericht|vidarebefordrat brev|start på videresendt besked|videresendt melding|początek przekazywanej wiadomości|начало переадресованного сообщения|начало переадресованного письма|下面是被转发的邮件|以下は、転送されたメッセージです|開始轉寄郵件|전달된 메시지 시작|bắt đầu thư được chuyển tiếp|mulai pesan terusan|เริ่มข้อความที่ถูกส่งต่อ)\s*[:：]?\s*$/iu;
const REPLY_ABOVE =
  /^[^\p{L}\p{N}]{0,12}(?:please )?(?:(?:type|write|enter|add) your reply above|reply above this line|write above this line|(?:bitte )?(?:antworten sie|schreiben sie|antwort) (?:bitte )?(?:oberhalb|über) dieser (?:linie|zeile)|répondez? au-dessus de cette ligne|responda por encima de esta línea|escriba su respuesta por encima|responda acima desta linha|rispondi sopra questa (?:riga|linea)|antwoord boven deze (?:lijn|regel)|在此行上方回复|この行より上に)/iu;
const DASHED_WORDS = new RegExp(
  `^[\\s*]{0,4}[-–—_=]{2,}[\\s*]{0,4}(?:${[...ORIGINAL, ...FORWARDED].join('|')})[^\\n]{0,60}$`,
  'iu',
);
const BARE_WORDS = new RegExp(`^(?:${[...ORIGINAL, ...FORWARDED].join('|')})\\s*[:：]?$`, 'iu');
const BETWEEN_DASHES = /^[*\s]{0,4}[-–—_=]{3,}\s?(?:[^-–—_=]|(?<=\p{L})-(?=\p{L})){2,60}\s?[-–—_=]{3,}[*\s]{0,4}$/u;
const ONLY_LINE = /^[*\s]{0,4}(?:[-–—_=]\s?){5,}[*\s]{0,4}$/u;

const LONGEST = 200;

/** Lines from `at` that are blank or nothing but a rule. */
const upToText = (lines: readonly Line[], at: number): number => {
  let next = at;
  while (next < lines.length && next < at + 4) {
    const line = lines[next];
    if (line === undefined || !(isBlank(line) || line.mark === 'rule' || ONLY_LINE.test(line.text.slice(0, LONGEST))))
      break;
    next++;
  }
  return next;
};

/**
 * How many lines mark here that all below is an earlier mail ("-----Original Message-----" with its header block, a
 * forward's heading, a printed header block); 0 when nothing does.
 */
export const historyMarkerAt = (lines: readonly Line[], at: number): number => {
  const line = lines[at];
  if (line === undefined) return 0;
  const block = headerBlockAt(lines, at);
  if (block > 0) return block;
  if (line.mark === 'history') return 1 + headersAfter(lines, at + 1);
  if (line.text.length > LONGEST) return 0;
  const text = line.text.trim();
  if (line.mark === 'rule' || ONLY_LINE.test(text)) return throughRules(lines, at);
  if (REPLY_ABOVE.test(text)) return 1;
  if (BEGIN_FORWARD.test(text) || DASHED_WORDS.test(text)) return 1 + headersAfter(lines, at + 1);
  if (!BETWEEN_DASHES.test(text) && !BARE_WORDS.test(text)) return 0;
  const headers = headersAfter(lines, at + 1);
  return headers > 0 ? 1 + headers : 0;
};

/** Blank lines and a header block below a marker. */
const headersAfter = (lines: readonly Line[], at: number): number => {
  const next = upToText(lines, at);
  const block = headerBlockAt(lines, next);
  return block > 0 ? next - at + block : 0;
};

const throughRules = (lines: readonly Line[], at: number): number => {
  const headers = headersAfter(lines, at + 1);
  return headers > 0 ? 1 + headers : 0;
};
