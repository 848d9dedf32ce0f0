import { headerOf, headersOf, type Message } from '../message.ts';
import { openingText } from '../plain-text.ts';
import { hasNullPath } from './bounce-text.ts';

/** Subjects that mail programs write before an automatic answer, in the languages they are sold in. */
const PREFIXES = [
  'auto(?:matic)?[- ]?(?:reply|response|answer|responder|responce|generated reply)|autoreply|auto-?resp(?:onse|onder)|automated (?:reply|response|message)|auto',
  'out[- ]of[- ](?:the[- ])?office(?:[- ](?:auto)?[- ]?(?:reply|notification|response|message|notice|autoreply))?|ooo|oof|o\\.o\\.o\\.?|vacation (?:reply|message|notice|auto-?reply)|away (?:notice|message)|holiday (?:reply|notice)|on (?:vacation|holiday|leave)|absence notification|i am (?:currently )?(?:out of|away|on)',
  'automatische (?:antwort|r[üu]ckmeldung|e-?mail)|auto(?:matische)?-?antwort|abwesenheit\\w*|abwesend|urlaub(?:s\\w*)?|nicht im (?:b[üu]ro|haus)|au(?:ß|ss)er haus|eingangsbest[äa]tigung',
  'r[ée]ponse automatique|message automatique|absen(?:ce|t|te)(?: (?:du bureau|de mon bureau|temporaire))?|notification d.absence|en cong[ée]s?|avis d.absence|accus[ée] de r[ée]ception',
  'respuesta autom[áa]tica|contestaci[óo]n autom[áa]tica|autorespuesta|fuera de (?:la )?oficina|ausente|ausencia|de vacaciones|acuse de recibo',
  'risposta automatica|risponditore automatico|fuori (?:sede|ufficio)|assenza|assente|in ferie|avviso di assenza',
  'resposta autom[áa]tica|fora do escrit[óo]rio|aus[êe]ncia(?: tempor[áa]ria)?|ausente|de f[ée]rias',
  'automatisch(?:e)? (?:antwoord|beantwoording|reactie)|afwezig(?:heid)?(?:\\w*)|niet aanwezig|ontvangstbevestiging',
  'autosvar|auto-?svar|automatisk[t]? (?:svar|besked)|fr[åa]nvaro\\w*|frav[æa]r\\w*|frav[æa]rende|ikke til stede|ferie|semester',
  'automaattinen vastaus|poissa\\w*|lomalla',
  'automatyczna odpowied[źz]|autoodpowied[źz]|odpowied[źz] automatyczna|nieobecno[śs][ćc]|poza biurem|na urlopie|urlop',
  'автоответ(?:чик)?|автоматический ответ|автоматична відповідь|автовідповідь|нет на работе|вне офиса|отсутств\\w*|в отпуске|отпуск',
  'automatick[áa] odpov[ěe][ďd]|mimo kancel[áa][řr]|nep[řr][íi]tomnost|automatikus v[áa]lasz|r[ăa]spuns automat|automatski odgovor|samodejni odgovor|αυτόματη απάντηση|otomatik (?:yan[ıi]t|cevap)|of[iİ]s d[ıi][şs][ıi]nda',
  '自动(?:回复|答复|回覆|应答)|自動(?:回覆|答覆|回复|応答|返信)|自动回信|不在(?:办公室|辦公室|通知|のお知らせ|届)?|外出|休假|放假|休暇|不在連絡|お休み',
  '(?:자동|부재)\\s?(?:회신|응답|답장|중|답변)|부재(?:중)?(?: 알림)?|휴가',
  'tr[ảa] l[ờo]i t[ựu] đ[ộo]ng|ph[ảa]n h[ồo]i t[ựu] đ[ộo]ng|tự động trả lời|vắng mặt|nghỉ phép',
  'balasan otomatis|jawaban otomatis|respon(?:s)? otomatis|di luar kantor|tidak (?:di )?(?:kantor|tempat)|cuti|balasan automatik|jawapan automatik',
  'ตอบกลับอัตโนมัติ|การตอบกลับอัตโนมัติ|ไม่อยู่(?:ที่|ใน)?(?:สำนักงาน|ออฟฟิศ)?|ลาพักร้อน|ลาหยุด',
  'תשובה אוטומטית|מענה אוטומטי|רד תלקאי|رد تلقائي|الرد التلقائي|خارج المكتب|स्वचालित (?:उत्तर|जवाब)|پاسخ خودکار',
];

const TAG = '(?:\\s*(?:\\[[^\\]]{1,30}\\]|\\*{1,3}[^*]{1,30}\\*{1,3}|(?:ext|extern(?:al)?)\\s*:)){0,4}\\s*';

/** `Automatic reply: …`, `Abwesenheitsnotiz: …`: the colon makes it a program's. */
export const AUTO_PREFIX = new RegExp(`^${TAG}(?:${PREFIXES.join('|')})\\s*(?:\\([^)]{1,60}\\)\\s*)?[:：]`, 'iu');

/** The same words anywhere at the start, which a person may write as well. */
export const AUTO_SUBJECT = new RegExp(`^${TAG}["'«„(<]*(?:${PREFIXES.join('|')})(?![\\p{L}\\p{N}])`, 'iu');

const OUT_OF_OFFICE = [
  'out of (?:the )?office|away from (?:my|the) (?:desk|office|e-?mail)|on (?:annual |parental |maternity |paternity |sick |medical )?(?:leave|vacation|holiday)s?\\b|(?:currently|presently) (?:away|out|unavailable|travel\\w*|not in)|limited (?:access to|e-?mail)|not (?:have|be) (?:regular )?(?:access|checking|reading|in the office)|will (?:be )?(?:return|back|respond (?:to your|when|upon|on my))|upon my return|when i (?:return|am back|get back)|auto(?:matic(?:ally)?|mated)[- ](?:reply|response|generated|message)',
  'nicht im (?:b[üu]ro|haus)|abwesend|au(?:ß|ss)er haus|im urlaub|wieder (?:erreichbar|da|zur[üu]ck|im b[üu]ro)|nicht weitergeleitet|automatisch (?:erzeugte|generierte)|absent(?:e)?|en cong[ée]s?|de retour|r[ée]ponse automatique|fuera de (?:la )?oficina|de vacaciones|ausente|respuesta autom[áa]tica|fuori (?:sede|ufficio)|in ferie|assente|risposta automatica|fora do escrit[óo]rio|de f[ée]rias|resposta autom[áa]tica',
  'afwezig|niet (?:aanwezig|op kantoor)|met (?:vakantie|verlof)|p[åa] (?:semester|ferie|kontoret)|inte p[åa] (?:kontoret|plats)|ikke p[åa] kontoret|poissa|lomalla|nieobecn|na urlopie|poza biurem|в отпуске|отсутству|вне офиса|автоматическ',
  '不在|休假|放假|外出|自动回复|自動回覆|休暇|自動返信|自動応答|부재|휴가|자동 ?회신|vắng mặt|nghỉ phép|tự động|di luar kantor|cuti|otomatis|ลาพักร้อน|ไม่อยู่|อัตโนมัติ',
];
/** Wording of absence or of a program in a text. */
export const AUTO_TEXT = new RegExp(OUT_OF_OFFICE.join('|'), 'iu');

/** Wording of a receipt a ticket system or shared mailbox sends by itself. */
export const RECEIPT_TEXT =
  /(?:this is an? |an )?automat(?:ed|ic|ically)\b|auto-?(?:reply|response|generated)|do not (?:reply|respond) to this|(?:we|i) (?:have|'ve|has) (?:safely )?received your|(?:has|was) (?:been )?received|thank(?:s| you) for (?:contacting|your (?:e-?mail|message|enquiry|inquiry|request))|ticket|case (?:number|id|#)|request (?:number|#)|within \d+ (?:business |working )?(?:hours|days)|eingang|erhalten|automatisch|bien re[çc]u|automatique|hemos recibido|autom[áa]tic|abbiamo ricevuto|automatica|recebemos|ontvangen|mottagit|modtaget|otrzymali|автоматич|получен|已收到|收到您|受け付け|自動|접수|자동/iu;

export interface AutoReply {
  /** Header fields prove a program; otherwise only its wording does, and the owner is told. */
  readonly proven: boolean;
  /** A read receipt (RFC 8098): it says nothing of absence. */
  readonly receipt: boolean;
  readonly why: string;
}

interface Mark {
  readonly name: string;
  readonly value: RegExp;
}

/** Fields that only automatic answers carry. */
const MARKS: readonly Mark[] = [
  { name: 'auto-submitted', value: /^\s*auto-(replied|notified)/i },
  { name: 'x-autoreply', value: /^(?!\s*no\b)/i },
  { name: 'x-auto-reply', value: /^(?!\s*no\b)/i },
  { name: 'x-autorespond', value: /^(?!\s*no\b)/i },
  { name: 'x-autoresponder', value: /./ },
  { name: 'x-autoreply-from', value: /./ },
  { name: 'x-autorespond-from', value: /./ },
  { name: 'x-mail-autoreply', value: /./ },
  { name: 'x-mail-autoresponder', value: /./ },
  { name: 'x-auto-reply-from', value: /./ },
  { name: 'x-autogenerated', value: /reply|group|forward/i },
  { name: 'x-vacation', value: /./ },
  { name: 'x-away', value: /./ },
  { name: 'x-apple-action', value: /vacation/i },
  { name: 'x-post-messageclass', value: /autoresponder/i },
  { name: 'x-ms-exchange-generated-message-source', value: /oof|out.?of.?office/i },
  { name: 'precedence', value: /auto[-_]?(reply|response)/i },
  { name: 'x-precedence', value: /auto[-_]?(reply|response)/i },
  { name: 'delivered-to', value: /^autoresponder\b/i },
  { name: 'x-mailer', value: /vacation|autorespond|auto-?reply|jitbit|out.?of.?office/i },
  { name: 'message-id', value: /-vac@|\.oof@|vacation|autoreply|autorespond/i },
];

/**
 * Recognises automatic answers by their header fields (RFC 3834 and the older ones), read receipts, and the subjects
 * mail programs write. A subject that a person may write counts only beside another sign of a machine.
 * Delivery reports often carry the same fields: ask for those first.
 */
export const readAutoReply = (message: Message): AutoReply | null => {
  const receipt =
    message.machine.receipt !== null || /^disposition-notification/i.test(message.contentParams['report-type'] ?? '');
  if (receipt) return { proven: true, receipt: true, why: 'a read receipt' };
  const mark = MARKS.find(({ name, value }) => headersOf(message.headers, name).some(found => value.test(found)));
  if (mark) return { proven: true, receipt: false, why: `header ${mark.name}` };
  return byExchange(message) ?? generated(message) ?? byWording(message);
};

/** Exchange marks what its rules send, redirects of a person's mail included: its subject or the empty path tells. */
const byExchange = (message: Message): AutoReply | null => {
  const rules = headerOf(message.headers, 'x-ms-exchange-inbox-rules-loop') !== null;
  if (!rules || !(hasNullPath(message) || AUTO_PREFIX.test(message.subject))) return null;
  return { proven: true, receipt: false, why: 'header x-ms-exchange-inbox-rules-loop' };
};

/**
 * `auto-generated` is also what ticket systems write on the answers of people who work in them. In a reply to a mail of
 * ours it takes the wording of a program as well.
 */
const generated = (message: Message): AutoReply | null => {
  const value = headerOf(message.headers, 'auto-submitted');
  if (value === null || !/^\s*auto-/i.test(value)) return null;
  const answers = message.inReplyTo.length > 0 || message.references.length > 0;
  const text = `${message.subject}\n${openingText(message).slice(0, 4_000)}`;
  const machine =
    !answers ||
    hasNullPath(message) ||
    AUTO_PREFIX.test(message.subject) ||
    AUTO_TEXT.test(text) ||
    RECEIPT_TEXT.test(text);
  return machine ? { proven: true, receipt: false, why: 'header auto-submitted' } : null;
};

const byWording = (message: Message): AutoReply | null => {
  if (AUTO_PREFIX.test(message.subject))
    return { proven: isMarked(message), receipt: false, why: 'subject of an automatic answer' };
  if (!isMarked(message)) return null;
  const text = openingText(message).slice(0, 4_000);
  const away = AUTO_SUBJECT.test(message.subject) || AUTO_TEXT.test(text);
  return away ? { proven: true, receipt: false, why: 'worded as an automatic answer, with machine headers' } : null;
};

/** Signs that a machine may have sent it: the empty return path, bulk precedence, Exchange's wish for no answers. */
const isMarked = (message: Message): boolean =>
  hasNullPath(message) ||
  /bulk|junk|list/i.test(headerOf(message.headers, 'precedence') ?? '') ||
  /\b(oof|all|autoreply)\b/i.test(headerOf(message.headers, 'x-auto-response-suppress') ?? '');
