import { allMatches } from '../../kernel/all-matches.ts';
import type { Address, Message } from '../message.ts';
import { weekdayNumber } from './calendar-words.ts';

/** Who wrote the mail, as its From header names them. */
export type Author = Address;

/** The author a mail's header names, as the options of `returnDate` take it. */
export const authorOf = ({ from: [author] }: Pick<Message, 'from'>): { readonly author?: Author } =>
  author ? { author } : {};

const TITLE =
  '(?:mr|mrs|ms|miss|dr|prof|frau|herr|herrn|fr|hr|m|mme|mlle|madame|monsieur|sr|sra|señor|señora|sig|signor|signora|dott|senhor|senhora|dhr|mevr|mevrouw|pan|pani|pak|bapak|bu|ibu|anh|chị|ông|bà|cô|г-н|г-жа)';
/** What begins a sentence in capitals, or is a noun in German, and names nobody. */
const NO_NAME = new Set(
  `the our my your this that it there we you they one everyone everybody nobody who office offices company business team staff shop
  store work service support sales department hotel factory school leave vacation holiday holidays absence return reply mail email
  e-mail message note please thanks thank today tomorrow easter christmas it's
  büro firma betrieb urlaub abwesenheit rückkehr das der die es dies mein meine meinem meiner unser unsere unserem ihr ihre wegen
  danke heute morgen nachricht man ostern weihnachten im am ab
  bureau entreprise société le la les mon ma notre ce cela retour absence congé
  oficina empresa el los mi nuestra nuestro mensaje regreso vuelta
  ufficio azienda il lo mio mia nostro rientro
  escritório o a meu minha nosso regresso
  kantoor bedrijf het dit de mijn ons terugkeer vakantie
  kontoret företaget det detta mitt vårt semestern firmaet dette min vi
  biuro to urlop nasze nasz офис компания это наш мой отпуск
  kantor kami saya kita anda văn phòng công ty tôi chúng`.split(/\s+/),
);
const NAME = "\\p{Lu}[\\p{L}'’-]*\\.?(?: \\p{Lu}[\\p{L}'’-]*\\.?){0,3}";
const BEGINS =
  '(?<=(?:^|[.!?;:,(–—\\n]|(?<!\\p{L})(?:and|but|as|while|because|since|that|if|und|aber|da|weil|dass|et|mais|que|y|pero|e|ma|che|mas|en|maar|och|men|og|i|ale|и|а|но|dan|tapi|và|nhưng|contact|meet)) ?)(?<!\\d\\. ?)';
/** Said of one person: is away, will be back, returns. */
const SAYS =
  "(?:is|was|will|returns|resumes|comes|gets|(?:'|’)s|(?:'|’)ll|ist|war|kehrt|kommt|wird|hat|est|sera|revient|rentre|reprend|est[áa]|estará|vuelve|volverá|regresa|regresará|se reincorpora|è|sarà|torna|tornerà|rientra|rientrerà|estará|volta|voltará|regressa|regressará|retorna|komt|keert|zal|är|kommer|återkommer|er|vender|jest|będzie|wraca|wróci|przebywa|в отпуске|будет|вернется|вернётся|возвращается|выйдет|отсутствует|находится|sẽ|đang|nghỉ|trở lại|akan|sedang|kembali|cuti)(?!\\p{L})";
const BETWEEN = '(?: ?\\([^()]{1,60}\\))?,?(?: (?:who|die|der|qui|que|che|som|który|która|который|которая|yang))?';
/** "Jo returns …", "Frau Klein ist …", "Jo Smith (jo@x.example), who is …". */
const SUBJECT = new RegExp(`${BEGINS}(?<name>${NAME})${BETWEEN}(?: |(?=['’]))${SAYS}`, 'gu');
/** The same after any words, where "who" says that a person is meant. */
const RELATIVE = new RegExp(
  `(?<name>(?<!\\p{L})${NAME})(?: ?\\([^()]{1,60}\\))?,? (?:who|qui|die|der|welche[rs]?|die weer|som|która|który|которая|который) ${SAYS}`,
  'gu',
);
const EAST =
  /(?<name>[\p{Script=Han}]{1,3})(?:经理|經理|先生|女士|小姐|老师)(?=[^。]*$)|(?<name2>[\p{Script=Han}\p{Script=Katakana}]{1,8})(?:さん|様|氏|部長|課長)(?:は|が)|(?<name3>\p{Script=Hangul}{2,4}) ?(?:씨|님|과장|부장|팀장|대리|대표)님?(?:은|는|이|가) |คุณ(?<name4>[\p{Script=Thai}]{2,20}?)(?=จะ|กลับ|ลา|ไม่อยู่)/gu;
const FIRST_PERSON =
  /(?<!\p{L})(?:i|i['’](?:m|ll)|me|my|we|us|ich|mich|mir|mein\p{L}*|wir|je|j['’]|me|moi|nous|yo|io|eu|ik|wij|jag|jeg|ja|mnie|mig|meg|mij|mim|я|меня|мы|tôi|saya|kami)(?!\p{L})|我|私|小職|저는|제가|ผม|ดิฉัน/iu;
/** A shop that reopens is the author's own, whatever its name. */
const PLACE =
  /(?<!\p{L})(?:closed|open|opens|reopens?|geschlossen|geöffnet|fermée?s?|rouvr\p{L}*|cerrad\p{L}*|chius\p{L}*|fechad\p{L}*|gesloten|stängt|lukket|zamknięt\p{L}*|закрыт\p{L}*|tutup|đóng cửa)(?!\p{L})/iu;

const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const wordsOf = (name: string): readonly string[] =>
  name
    .split(/[\s.,]+/u)
    .map(word => word.replace(/['’]s$/u, ''))
    .filter(word => word !== '');

const SHORTEST = 2;
const SHORTEST_WITHIN = 3;

/** Is one of the words the author's name, or within the address ("aschmidt@")? */
const isAuthor = (words: readonly string[], { name, address }: Author): boolean => {
  const known = new Set(folded(name).split(/[^\p{L}]+/u));
  const letters = folded(address).replace(/[^\p{L}]/gu, '');
  return words
    .map(folded)
    .some(
      word =>
        word.length > 0 &&
        ((word.length >= SHORTEST && known.has(word)) ||
          (!/^\p{Script=Latin}/u.test(word) && folded(name).includes(word)) ||
          (word.length >= SHORTEST_WITHIN && letters.includes(word))),
    );
};

const isName = (words: readonly string[]): boolean =>
  words.length > 0 &&
  words.every(word => {
    const lower = word.toLowerCase();
    return !NO_NAME.has(lower) && weekdayNumber(lower) === null;
  });

const TITLE_ALONE = new RegExp(`^${TITLE}$`, 'iu');

/**
 * Do the words before a date, from the beginning of their sentence and in the case they were written, make somebody other
 * than the author their subject by name ("Jo returns on")? A name that is the author's own says nothing.
 */
export const namesSomebodyElse = (before: string, after: string, author: Author): boolean => {
  const found = [SUBJECT, RELATIVE, EAST].flatMap(shape => allMatches(before, shape));
  const last = found.sort((a, b) => a.index - b.index).at(-1);
  if (last === undefined) return false;
  const { name, name2, name3, name4 } = last.groups ?? {};
  const words = wordsOf(name ?? name2 ?? name3 ?? name4 ?? '').filter(word => !TITLE_ALONE.test(word));
  if (!isName(words) || FIRST_PERSON.test(words.join(' ')) || isAuthor(words, author)) return false;
  const rest = before.slice(last.index + last[0].length);
  return !FIRST_PERSON.test(rest) && !PLACE.test(rest + after);
};
