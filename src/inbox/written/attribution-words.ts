/** Joins words into one alternation that matches them whole, in any script with letters. */
const whole = (words: readonly string[]): string =>
  `(?<![\\p{L}\\p{M}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{M}\\p{N}])`;

const SPACED = [
  'wrote|writes|sent|quoting',
  'schrieb(?:en)?|schreibt|geschrieben|zitat von',
  '[ée]crit|[ée]crivait',
  'escribi[oó]|escribieron|escribe|ha escrito|escrito|citando',
  'scritto|scrive|scrisse|citando',
  'escreveu|escreveram|escreve',
  'schreef|geschreven|schrijft',
  'skrev|skriver|skreiv|skrifaði',
  'napisa[łl]a?|napisan[aey]|pisze|pisał|napsala?|napísala?|napisao|piše',
  'написала?|написав|написано|пишет|пише|писала?|написа',
  'kirjoitti|kirjutas|rakstīja|rašė|parašė',
  'írta|írtad',
  'scris',
  'yazdı|yazmış|yazıyor',
  'έγραψε|έγραψες|γράφει',
  'đã viết|viết',
  'menulis|tulis',
  'escrit|escriure|idatzi',
  'כתב|כתבה|כתבת',
  'كتب|كتبت|نوشت|نوشته',
];

const UNSPACED = [
  '写道',
  '寫道',
  '写到',
  '撰写',
  '撰寫',
  '書きました',
  '書いた',
  'のメッセージ',
  '작성',
  '쓴 글',
  'เขียน',
  'लिखा',
];

/** A verb that introduces a quotation, in the languages businesses write. */
export const WROTE = new RegExp(`${whole(SPACED)}|${UNSPACED.join('|')}`, 'iu');

/** Words that open an attribution in the middle of a line, before a date. */
export const OPENS_MIDWAY =
  /(?:^|\s|[-–—]{2,}\s?)((?:On|Le|Am|El|Il|Em|Op|Den|På|Dnia|W dniu|Pada|Vào|เมื่อ|在|于)\s(?=(?:\S{1,14}\s){0,3}?\S{0,6}\d))/u;
