import { isBlank, type Line } from './line.ts';

/** What a line of a mail's header block names. */
export type HeaderKind = 'from' | 'date' | 'to' | 'subject' | 'other';

/** Header names as mail programs print them above an earlier mail, in the languages businesses write. */
const NAMES: Readonly<Record<HeaderKind, string>> = {
  from: 'from|von|de|da|van|från|fra|od|от|от кого|від|від кого|lähettäjä|feladó|kimden|gönderen|από|de la|expéditeur|remitente|mittente|remetente|afzender|avsändare|afsender|nadawca|отправитель|发件人|寄件者|寄件人|發件人|差出人|送信者|보낸 사람|보낸사람|발신|발신자|từ|người gửi|dari|pengirim|จาก|ผู้ส่ง|מאת|من|saatja|odosielateľ|odesílatel|absender',
  date: 'sent|date|date sent|datum|gesendet|gesendet am|envoyé|envoyé le|enviado|enviado el|enviado em|enviada|enviada em|fecha|fecha de envío|inviato|data|data invio|verzonden|verzonden op|skickat|sendt|sendt den|dato|wysłano|wysłane|отправлено|дата|дата отправки|надіслано|lähetetty|päivämäärä|päiväys|elküldve|küldve|dátum|gönderildi|gönderilme tarihi|tarih|στάλθηκε|ημερομηνία|trimis|odesláno|odoslané|发送时间|發送時間|发件时间|寄件時間|传送时间|日期|时间|時間|寄件日期|传送日期|送信日時|送信日|日時|日付|보낸 날짜|보낸날짜|날짜|일시|đã gửi|ngày|ngày gửi|thời gian|dikirim|tanggal|terkirim|ส่ง|ส่งเมื่อ|วันที่|נשלח|תאריך|تاريخ|التاريخ|تم الإرسال|gesendet um',
  to: 'to|an|à|para|a|aan|till|til|do|кому|vastaanottaja|címzett|kime|alıcı|προς|către|komu|destinataire|destinatario|destinatário|empfänger|mottagare|modtager|ontvanger|odbiorca|получатель|收件人|收件者|宛先|받는 사람|받는사람|수신|수신자|đến|tới|người nhận|kepada|untuk|ถึง|ผู้รับ|אל|إلى|الى',
  subject:
    'subject|betreff|objet|asunto|oggetto|assunto|onderwerp|ämne|emne|temat|тема|aihe|tárgy|konu|θέμα|subiect|předmět|predmet|主题|主旨|主題|件名|제목|chủ đề|tiêu đề|perihal|subjek|judul|เรื่อง|หัวเรื่อง|หัวข้อ|נושא|الموضوع|teema',
  other:
    'cc|bcc|kopie|kopia|cópia|copie à|copia|kopi|копия|копія|抄送|副本|密送|참조|reply-to|reply to|antwort an|répondre à|responder a|responder para|risposta|rispondi a|antwoord aan|svara till|svar til|ответить|importance|priority|wichtigkeit|priorität|importancia|importance élevée|belang|attachments|anlagen|anhänge|pièces jointes|adjuntos|allegati|anexos|bijlagen|bilagor|вложения|附件|添付ファイル|첨부|organization|organisation|sensitivity|message-id|x-mailer|mailing list|mailed-by|list|resent-from|conversation|thread-topic|สำเนา|tembusan|đồng gửi|cc:|kopie (cc)|dw|odp|копие|másolatot kap|bilgi|reply-to address|on behalf of|im auftrag von',
};

/** Words of running text too: they count only below another header line. */
const EVERYDAY = new Set(['a', 'an', 'do', 'à', 'til', 'till', 'list', 'من', 'ส่ง']);

const kinds = new Map<string, HeaderKind>();
for (const kind of ['from', 'date', 'to', 'subject', 'other'] as const)
  for (const name of NAMES[kind].split('|')) kinds.set(name, kind);

export interface HeaderName {
  readonly kind: HeaderKind;
  /** May a block begin with it? Short everyday words may not. */
  readonly opens: boolean;
  readonly value: string;
}

const MAX_NAME = 30;
const MAX_VALUE = 1_000;

/** The line as a printed header field (`*Von:* Ann`), or `null`. */
export const headerName = (line: string): HeaderName | null => {
  const colon = line.search(/[:：]/);
  if (colon < 1 || colon > MAX_NAME + 12) return null;
  const name = line
    .slice(0, colon)
    .replace(/[*_•·|>\s]+/g, ' ')
    .trim()
    .toLowerCase();
  const kind = kinds.get(name);
  if (kind === undefined) return null;
  return {
    kind,
    opens: kind !== 'other' && !EVERYDAY.has(name),
    value: line.slice(colon + 1, colon + MAX_VALUE).replace(/^[\s*_]+|[\s*_]+$/g, ''),
  };
};

const MAX_LINES = 400;
const MAX_FOLDED = 3;
const TIMED = /\d{1,2}\s?[:.h時时点]\s?\d{2}/;
const LISTS_ADDRESSES = /@|[;,]\s*$/;
const INLINE_NAMES = /(?:Date|Sent|To|Subject|Gesendet|An|Datum|Betreff|Envoyé|Objet|Enviado|Asunto|Para)\s?:/gu;

interface Seen {
  readonly kinds: Set<HeaderKind>;
  mail: boolean;
  timed: boolean;
  /** Lines up to and including the last header line. */
  end: number;
}

const note = (seen: Seen, kind: HeaderKind, value: string, end: number): void => {
  seen.kinds.add(kind);
  if (value.includes('@')) seen.mail = true;
  if (kind === 'date' && TIMED.test(value)) seen.timed = true;
  seen.end = end;
};

/**
 * Enough of a block to be sure? Somebody may write "From: Hamburg, To: Bremen, Date: 12 May" in an order, so two names alone
 * prove nothing: an address, a subject, or a sender with a sending time must be there.
 */
const proves = ({ kinds, mail, timed }: Seen): boolean => {
  const sender = kinds.has('from');
  const core = (['from', 'date', 'to', 'subject'] as const).filter(kind => kinds.has(kind)).length;
  if (core < 2) return false;
  if (sender && (kinds.has('subject') || mail || timed)) return true;
  return mail && kinds.has('to') && (kinds.has('date') || kinds.has('subject'));
};

/** Several header fields on one line, as some HTML renders to. */
const onOneLine = (line: string): boolean => {
  const first = headerName(line);
  if (first?.kind !== 'from' || !line.includes('@') || line.length > 600) return false;
  return (line.match(INLINE_NAMES) ?? []).length >= 1;
};

/** How many lines a printed header block (From, Sent, To, Subject) takes from here; 0 when there is none. */
export const headerBlockAt = (lines: readonly Line[], start: number): number => {
  const first = headerName(lines[start]?.text ?? '');
  if (!first?.opens) return 0;
  const seen: Seen = { kinds: new Set(), mail: false, timed: false, end: 0 };
  let folded = 0;
  let blanks = 0;
  let last: HeaderKind = first.kind;
  for (let at = start; at < lines.length && at < start + MAX_LINES; at++) {
    const line = lines[at];
    if (line === undefined || line.mark === 'rule') break;
    if (isBlank(line)) {
      if (++blanks > 1) break;
      continue;
    }
    const name = headerName(line.text);
    if (name !== null) {
      if (name.kind !== 'other' && seen.kinds.has(name.kind)) break;
      note(seen, name.kind, name.value, at + 1 - start);
      last = name.kind;
      folded = 0;
      blanks = 0;
      continue;
    }
    if (blanks > 0) break;
    if (line.text.includes('@')) seen.mail = true;
    const endless = (last === 'to' || last === 'other') && LISTS_ADDRESSES.test(line.text);
    if (!endless && ++folded > MAX_FOLDED) break;
  }
  if (proves(seen)) return seen.end;
  return onOneLine(lines[start]?.text ?? '') ? 1 : 0;
};
