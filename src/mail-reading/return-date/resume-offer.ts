import { addDays, daysBetween, type LocalDate } from '../../kernel/local-date.ts';
import { cleanCharacters } from '../quoted-text/line.ts';
import { dateMentions, type Mention, orderOfLocale, orderShown, resolveDate } from './date-mention.ts';
import { feastsIn } from './holidays.ts';
import { type FoundTime, monthsIn, spansOfTimeIn } from './spans-of-time.ts';

const words = (alternatives: string): string => `(?<![\\p{L}\\p{M}])(?:${alternatives})`;

/** Words of asking again, putting off or deciding, in our languages. */
const AGAIN = new RegExp(
  [
    words(
      'ask|contact|call|e-?mail|ping|remind|try|catch|check|circle|come back|reach out|follow(?:ing)? up|get (?:back )?in touch|get back|talk|speak|touch base|revisit|reconnect|write|look (?:at|into) (?:it|this)|pick (?:it|this) up|resume|again|decid\\p{L}*|decision|postpon\\p{L}*|push|put (?:it|this) off|on hold|wait|not (?:before|until)|nothing (?:before|until)|chase|nudge|drop me',
    ),
    words(
      'meld\\p{L}*|frag\\p{L}*|kontaktier\\p{L}*|ruf\\p{L}*|anruf\\p{L}*|schreib\\p{L}*|wieder|nochmals?|noch einmal|erneut|entscheid\\p{L}*|verschieb\\p{L}*|verschoben|zurückkommen|sprechen|warten|abwarten|nachfassen|hören|nicht vor',
    ),
    words(
      'recontact\\p{L}*|rappel\\p{L}*|reven\\p{L}*|relanc\\p{L}*|repar\\p{L}*|contact\\p{L}*|écriv\\p{L}*|décid\\p{L}*|décision|report\\p{L}*|attend\\p{L}*|[àa] nouveau|de nouveau|reprend\\p{L}*|pas avant',
    ),
    words(
      'escr[ií]b\\p{L}*|ll[aá]m\\p{L}*|vuelv\\p{L}*|volv\\p{L}*|habl\\p{L}*|decid\\p{L}*|decisión|aplaz\\p{L}*|pospon\\p{L}*|esper\\p{L}*|de nuevo|otra vez|recuérd\\p{L}*|contáct\\p{L}*|retom\\p{L}*',
    ),
    words(
      'contatt\\p{L}*|ricontatt\\p{L}*|risent\\p{L}*|sentiamo\\p{L}*|scriv\\p{L}*|chiam\\p{L}*|richiam\\p{L}*|decision\\p{L}*|rimand\\p{L}*|rinvi\\p{L}*|aspett\\p{L}*|di nuovo|riparl\\p{L}*|riprend\\p{L}*',
    ),
    words(
      'fal[ea]\\p{L}*|escrev\\p{L}*|lig\\p{L}*|volt\\p{L}*|decisão|adi[ae]\\p{L}*|novamente|de novo|contat\\p{L}*|contact\\p{L}*',
    ),
    words(
      'bel|bellen|mail|schrijf\\p{L}*|terug\\p{L}*|beslis\\p{L}*|besluit\\p{L}*|uitstel\\p{L}*|uitgesteld|wacht\\p{L}*|nog eens|opnieuw|weer|neem|vraag\\p{L}*',
    ),
    words(
      'hör\\p{L}*|kontakt\\p{L}*|ring\\p{L}*|mejla\\p{L}*|återkom\\p{L}*|beslut\\p{L}*|bestäm\\p{L}*|vänta\\p{L}*|skjut\\p{L}*|igen|spørg\\p{L}*|spør\\p{L}*|skriv\\p{L}*|vend\\p{L}*|ta kontakt|tag fat|bestem\\p{L}*|vent\\p{L}*|udsæt\\p{L}*|udsat|utsett?\\p{L}*|utsatt|igjen|tilbage|tilbake|prata?s?|snak\\p{L}*',
    ),
    words(
      'palat\\p{L}*|palaa\\p{L}*|ottakaa|ota yhteyttä|yhteydessä|kysy\\p{L}*|soit\\p{L}*|kirjoit\\p{L}*|päät\\p{L}*|lyk\\p{L}*|siir\\p{L}*|uudelleen|uudestaan|odot\\p{L}*',
    ),
    words(
      'odezw\\p{L}*|odzyw\\p{L}*|kontakt\\p{L}*|zadzwo\\p{L}*|napis\\p{L}*|wróć\\p{L}*|wróc\\p{L}*|decyz\\p{L}*|zdecyd\\p{L}*|przełoż\\p{L}*|poczek\\p{L}*|ponownie|jeszcze raz|zapyta\\p{L}*',
    ),
    words(
      'напиш\\p{L}*|свяж\\p{L}*|связ\\p{L}*|позвон\\p{L}*|верн\\p{L}*|обрат\\p{L}*|реш\\p{L}*|отлож\\p{L}*|подожд\\p{L}*|снова|ещё раз|еще раз|спрос\\p{L}*',
    ),
    words(
      'liên hệ|liên lạc|gọi|hỏi|nhắn|viết|quyết định|hoãn|lùi|chờ|đợi|lại|hubungi\\p{L}*|kontak|telepon|kabari\\p{L}*|tanya\\p{L}*|kembali|putus\\p{L}*|diputuskan|tunda|ditunda|tunggu|lagi',
    ),
    '联系|聯繫|聯絡|找我|再[说談谈问聊来看議议]|问我|問我|決定|决定|推迟|推遲|延期|等|连絡|連絡|お問い合わせ|声をかけ|もう一度|改めて|再度|検討|決め|判断|お待ち|연락|문의|다시|결정|미루|연기|기다|ติดต่อ|โทร|ถาม|คุย|ตัดสินใจ|เลื่อน|รอ',
  ].join('|'),
  'u',
);

const FILL = "(?:[\\s\\p{L}'’.]{0,14})";
const AFTER_BEFORE = new RegExp(
  `${words('after|past|following|nach|après|passé|después de|tras|pasad[ao]s?|dopo|depois d\\p{L}+|após|passad[ao]s?|na|efter|etter|over|po|после|sau|qua|setelah|sesudah|habis')}${FILL}$|หลัง(?:จาก)?\\s?(?:วันที่)?\\s?$|过完\\s?$|過完\\s?$`,
  'u',
);
const AFTER_AFTER =
  /^\s*(?:[）)]|假期|假|节|節|连休|連休|休み|休暇|연휴)?\s*(?:(?:之|以)?[后後](?!天)|过后|過後|過ぎ|以降|明け|が明け|が終わ|이후|지나|후에?|뒤에?|끝나|jälkeen)/u;
const DEADLINE_BEFORE = new RegExp(
  `(?<!(?:not|n't|nothing|nicht|pas|no|non|não|niet|inte|ikke|ei|nie|не|không|jangan|tidak)\\s(?:\\S+\\s){0,2})${words("before|by|prior to|no later than|vor|avant|d'ici|antes d\\p{L}+|prima d\\p{L}+|entro|voor|före|innan|senast|inden|senest|før|innen|ennen|przed|к|trước|sebelum|paling lambat")}${FILL}$|ก่อน\\s?$|ภายใน\\s?$`,
  'u',
);
const UNTIL_BEFORE = new RegExp(
  `${words("until|till|til|bis|jusqu'\\p{L}*|hasta|fino a\\p{L}*|até|tot|do|до|đến|hingga|sampai")}${FILL}$|(?:จนถึง|ถึง)\\s?$|[到至]\\s?$`,
  'u',
);
const UNTIL_AFTER = /^\s*(?:[）)])?\s*(?:まで|迄|까지|asti|saakka)/u;
const WAITS = new RegExp(
  `${words("wait\\p{L}*|hold|ice|paused?|postpon\\p{L}*|not|nothing|n't|no|wart\\p{L}*|nicht|verschieb\\p{L}*|verschoben|eis|pausier\\p{L}*|attend\\p{L}*|pas|report\\p{L}*|suspen\\p{L}*|esper\\p{L}*|aplaz\\p{L}*|pospon\\p{L}*|aspett\\p{L}*|rimand\\p{L}*|rinvi\\p{L}*|sospes\\p{L}*|aguard\\p{L}*|adiad\\p{L}*|não|wacht\\p{L}*|uitgesteld|niet|vänta\\p{L}*|skjut\\p{L}*|inte|vent\\p{L}*|udsat|utsatt|ikke|odot\\p{L}*|lyk\\p{L}*|czeka\\p{L}*|poczek\\p{L}*|wstrzym\\p{L}*|przełoż\\p{L}*|nie|жд\\p{L}*|подожд\\p{L}*|отлож\\p{L}*|не|hoãn|chờ|đợi|chưa|tunda|ditunda|tunggu|menunggu|belum")}|等|推[迟遲]|延期|暂停|暫停|不|待|見送|미루|연기|기다|보류|เลื่อน|รอ|ยังไม่`,
  'u',
);
const DEADLINE_AFTER = /^\s*(?:[）)])?\s*(?:之?前|以前|までに|전에|mennessä)/u;

/** Does the sentence speak of asking again, putting off or deciding? In lower case. */
export const speaksOfAskingAgain = (sentence: string): boolean => AGAIN.test(sentence);

/** How a day is spoken of by the words around it: on it, only after it, or up to it, which offers nothing. All in lower case. */
export const placeOf = (before: string, after: string, sentence: string): 'on' | 'after' | 'up-to' => {
  if (DEADLINE_AFTER.test(after) || DEADLINE_BEFORE.test(before)) return 'up-to';
  if (AFTER_AFTER.test(after) || AFTER_BEFORE.test(before)) return 'after';
  // "On hold until September" offers September; "answer me until Friday" sets a day to us.
  return (UNTIL_AFTER.test(after) || UNTIL_BEFORE.test(before)) && !WAITS.test(sentence) ? 'up-to' : 'on';
};

const MAX_CHARS = 4_000;
const FARTHEST_DAYS = 400;
const AROUND_CHARS = 32;
const SENTENCE_END = /[!?。！？\n]|\.(?=\s+\p{Lu}|\s*$)/gu;

/**
 * The day from which they ask to be asked again ("after Christmas", "in two weeks", "in September", "from 4 May"), or
 * `null`: when a sentence that speaks of asking again names no day, or several, or one up to which something is due, or one
 * that is not within 400 days after the message. It is only an offer: a person chooses. `sentOn` is the day of writing on
 * the author's calendar; `locale` settles `5/12`.
 */
export const resumeOffer = (text: string, sentOn: LocalDate, locale?: string): LocalDate | null => {
  const clear = cleanCharacters(text)
    .slice(0, MAX_CHARS)
    .normalize('NFKC')
    .replace(/[’‘`´]/g, "'");
  const offers = sentencesOf(clear)
    .map(sentence => sentence.toLowerCase())
    .filter(speaksOfAskingAgain)
    .flatMap(sentence => offersIn(sentence, sentOn, locale));
  const most = Math.max(0, ...offers.map(({ exactness }) => exactness));
  const days = new Set(offers.filter(({ exactness }) => exactness === most).map(({ day }) => day));
  const [only, ...more] = days;
  if (only === undefined || more.length > 0) return null;
  const ahead = daysBetween(sentOn, only);
  return ahead >= 1 && ahead <= FARTHEST_DAYS ? only : null;
};

const sentencesOf = (text: string): readonly string[] => {
  const ends = [...text.matchAll(SENTENCE_END)].map(match => match.index + 1);
  return [...ends, text.length].map((end, at) => text.slice(at === 0 ? 0 : ends[at - 1], end));
};

interface Offer {
  readonly day: LocalDate;
  readonly exactness: number;
}

const offersIn = (sentence: string, sentOn: LocalDate, locale: string | undefined): readonly Offer[] => {
  const times = [
    ...datesIn(sentence, sentOn, locale),
    ...feastsIn(sentence, sentOn),
    ...monthsIn(sentence, sentOn),
    ...spansOfTimeIn(sentence, sentOn),
  ];
  return withoutOverlaps(times).flatMap(({ start, end, date, afterwards, exactness }) => {
    const before = sentence.slice(Math.max(0, start - AROUND_CHARS), start);
    const place = placeOf(before, sentence.slice(end, end + AROUND_CHARS), sentence);
    const day = place === 'up-to' ? null : place === 'after' ? afterwards : date;
    return day === null ? [] : [{ day, exactness }];
  });
};

const datesIn = (sentence: string, sentOn: LocalDate, locale: string | undefined): readonly FoundTime[] => {
  const mentions = dateMentions(sentence);
  const shown = orderShown(mentions);
  const order = shown === 'locale' ? orderOfLocale(locale) : shown;
  return mentions.flatMap(mention => {
    if (mention.said.kind === 'next-week') return [];
    const [date, another] = resolveDate(mention, order, sentOn);
    if (date === undefined || another !== undefined) return [];
    return [
      { start: mention.start, end: mention.end, date, afterwards: addDays(date, 1), exactness: exactnessOf(mention) },
    ];
  });
};

/** A bare weekday or day of the month says less than a month or a count of weeks. */
const exactnessOf = ({ said }: Mention): number => (said.kind === 'day-month' || said.kind === 'numbers' ? 4 : 2);

/** Of two readings that overlap the more exact one stands, then the longer. */
const withoutOverlaps = (times: readonly FoundTime[]): readonly FoundTime[] => {
  const kept: FoundTime[] = [];
  for (const time of [...times].sort((a, b) => b.exactness - a.exactness || b.end - b.start - (a.end - a.start)))
    if (!kept.some(other => time.start < other.end && other.start < time.end)) kept.push(time);
  return kept;
};
