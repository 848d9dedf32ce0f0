import { allMatches } from '../../kernel/all-matches.ts';
import { addDays, daysBetween, type LocalDate } from '../../kernel/local-date.ts';
import type { Address, Message } from '../message.ts';
import { type Cue, cueOf, isAlternative, isOneOfTwoDays, rangeCue } from './cue.ts';
import { datesAndCounts, type Mention, orderOfLocale, orderShown, resolveDate, weekdayNumber } from './date-mention.ts';

/** People a mail speaks of beside its author, as their relation to the author names them. */
const COLLEAGUE =
  /(?<!\p{L})(?:colleagues?|co-?workers?|teammates?|assistant|manager|boss|supervisor|(?:arbeits)?kolleg(?:e|in|en|innen)|vorgesetzter?|chef(?:in|en)?|assistent\p{L}*|collègues?|responsable|assistante?|compañer[oa]s?|colegas?|jef[ea]|asistente|collegh?[aei]|responsabile|assistente|chefe|collega['’]?s?|leidinggevende|kolleg(?:a|or|er|aer|aen|aan|ani|amme)n?|kollegor|medarbejder|esimie(?:s|heni)|koleg[aą]|koleżanka|kolegi|współpracowni\p{L}*|przełożon\p{L}*|коллег\p{L}*|начальни\p{L}*|помощни\p{L}*|(?:đồng nghiệp|sếp)(?: của (?:chúng )?tôi)?|(?:rekan(?: kerja)?|atasan)(?: saya| kami)?)(?!\p{L})|同事|同僚|上司|部下|동료|상사|(?:เพื่อนร่วมงาน|หัวหน้า)(?:ของ(?:ผม|ฉัน|ดิฉัน))?/gu;
/** The author, or the end of a stay that colleagues bridge: then the date behind it is the author's again. */
const AUTHOR =
  /(?<!\p{L})(?:i|i['’](?:m|ll|ve)|we|me|my (?:return|absence)|until|till|ich|wir|mich|meine[rm]? (?:rückkehr|abwesenheit)|bis|je|j['’]|nous|mon (?:retour|absence)|jusqu['’]\p{L}*|yo|mi (?:regreso|vuelta|ausencia)|hasta|vuelvo|volveré|regreso|regresaré|io|(?:mio|il) rientro|fino|rientro|rientrerò|torno|tornerò|eu|o meu regresso|até|regresso|volto|voltarei|ik|wij|mijn (?:terugkeer|afwezigheid)|tot|jag|vi|min återkomst|tills?|jeg|indtil|minun|palaan|asti|wracam|wrócę|do|mojego powrotu|я|мы|до|моего|вернусь|tôi|chúng tôi|đến|saya|kami|sampai|hingga)(?!\p{L})|我(?!的?(?:同事|上司))|私(?!の(?:同僚|上司))|まで|제가|저는|까지|จนถึง|(?:ผม|ดิฉัน)(?:จะ|กลับ)/u;

/**
 * Do the words before a date, from the beginning of their sentence, speak last of a colleague ("my colleague Jo returns
 * on")? Then it is the colleague who is back on that day.
 */
export const speaksOfSomebodyElse = (before: string): boolean => {
  const last = allMatches(before, COLLEAGUE).at(-1);
  return last !== undefined && !AUTHOR.test(before.slice(last.index + last[0].length));
};

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

export interface ReturnDateOptions {
  /** The day the message was written, on its author's calendar. */
  readonly sentOn: LocalDate;
  /** Settles `5/12` where neither the language nor the message itself does. */
  readonly locale?: string;
  /** Tells the author's own return from that of somebody the text names ("Jo returns on 11 May"). */
  readonly author?: Author;
}

export type ReturnDate =
  | { readonly date: LocalDate; readonly why: string }
  | { readonly date: null; readonly why: string };

const MAX_CHARS = 8_000;
const MAX_ABSENCE_DAYS = 90;
/** "I will get back to you in two days" promises an answer. */
const ANSWERS = /(?:back|zurück|retour)\s+(?:to|bei|vers|zu)\s+\S+\s*$|kontaktiere|(?<!\p{L})(?:reply|respond|answer)/u;
const SENTENCE_END = /[!?。！？]|\.(?=\s+\p{Lu})|\n\s*\n/gu;
const DIGITS: Readonly<Record<string, string>> = Object.fromEntries(
  [...'๐๑๒๓๔๕๖๗๘๙'].map((digit, value) => [digit, String(value)]),
);

const RANGE: Cue = { kind: 'until', inclusive: false, order: 'locale', close: true };

interface Clue {
  readonly cue: Cue;
  readonly mention: Mention;
  /** Another day may be meant as well. */
  readonly open: boolean;
  readonly words: string;
}

/**
 * The day the author says they are back. "Back on" a day names it; "until" a day, or the end of a range, counts as the day
 * written, and as the day after where it is said to be included ("through", "bis einschließlich"). `null` with the reason
 * when no such day is written, when it has two readings, contradicts its weekday or another date, or is not within 90 days
 * after the message.
 */
export const returnDate = (text: string, { sentOn, locale, author }: ReturnDateOptions): ReturnDate => {
  const clear = text
    .slice(0, MAX_CHARS)
    .normalize('NFKC')
    .replace(/[๐-๙]/g, digit => DIGITS[digit] ?? digit);
  const lower = clear.toLowerCase();
  const mentions = datesAndCounts(lower);
  const clues = cluesIn(clear, lower, mentions, author);
  if (clues.length === 0) return none('no date of return is written');
  const shown = orderShown(mentions);
  const custom = shown === 'locale' ? orderOfLocale(locale) : shown;
  const read = (kind: Cue['kind'], base: LocalDate): readonly Readings[] =>
    clues
      .filter(({ cue }) => cue.kind === kind)
      .map(({ cue, mention, open, words }) => ({
        dates: (open
          ? []
          : resolveDate(mention, cue.order === 'locale' ? custom : cue.order, isRelative(mention) ? base : sentOn)
        ).map(date => (cue.inclusive && kind === 'until' ? addDays(date, 1) : date)),
        words,
      }));
  const ends = read('until', sentOn);
  const returns = read('return', onlyDate(ends) ?? sentOn);
  return settle(returns.length > 0 ? returns : ends, sentOn);
};

interface Readings {
  readonly dates: readonly LocalDate[];
  readonly words: string;
}

const none = (why: string): ReturnDate => ({ date: null, why });

/** A bare weekday or day of the month is looked for after the end of the absence. */
const isRelative = ({ said }: Mention): boolean => said.kind === 'weekday' || said.kind === 'day';

const onlyDate = (all: readonly Readings[]): LocalDate | null => {
  const [only, ...more] = new Set(all.flatMap(({ dates }) => dates));
  return only !== undefined && more.length === 0 ? only : null;
};

const settle = (all: readonly Readings[], sentOn: LocalDate): ReturnDate => {
  if (all.length === 0) return none('no date of return is written');
  const contradictory = all.find(({ dates }) => dates.length === 0);
  if (contradictory) return none(`"${contradictory.words}" contradicts itself or leaves it open`);
  const common = (all[0]?.dates ?? []).filter(one => all.every(({ dates }) => dates.includes(one)));
  const [date, another] = common;
  const words = all.map(one => one.words).join('", "');
  if (date === undefined) return none(`several dates: "${words}"`);
  if (another !== undefined) return none(`"${words}" may be ${date} or ${another}`);
  const ahead = daysBetween(sentOn, date);
  if (ahead < 1) return none(`"${words}" is not after the message`);
  if (ahead > MAX_ABSENCE_DAYS) return none(`"${words}" is more than ${MAX_ABSENCE_DAYS} days away`);
  return { date, why: `"${words}"` };
};

/** Each date with what the words around it make of it; dates without such words are left out. */
const cluesIn = (text: string, lower: string, mentions: readonly Mention[], author: Author | undefined): Clue[] => {
  const ends = [...text.matchAll(SENTENCE_END)].map(match => match.index + 1);
  const clues: Clue[] = [];
  let before: Cue | null = null;
  for (const [at, mention] of mentions.entries()) {
    const from = ends.findLast(end => end <= mention.start) ?? 0;
    const to = ends.find(end => end >= mention.end) ?? lower.length;
    const previous = Math.max(from, mentions[at - 1]?.end ?? 0);
    const next = Math.min(to, mentions[at + 1]?.start ?? lower.length);
    const piece = (start: number, end: number): string => lower.slice(start, end).replace(/\s+/g, ' ');
    const cased = (start: number, end: number): string => text.slice(start, end).replace(/\s+/g, ' ');
    const after = piece(mention.end, next);
    const between = at > 0 && previous > from ? piece(previous, mention.start) : null;
    const range = mention.endsRange ? RANGE : rangeCue(piece(from, mention.start), between, after);
    const cue: Cue | null = isAlternative(between)
      ? before
      : (range ?? cueOf(piece(previous, mention.start), after, next < to ? '' : after, piece(from, to)));
    before = cue;
    const loose = mention.said.kind !== 'day-month' && mention.said.kind !== 'numbers';
    if (cue === null || cue.kind === 'start' || (loose && !cue.close)) continue;
    if (mention.said.kind === 'counted' && (cue.kind !== 'return' || ANSWERS.test(piece(from, mention.start))))
      continue;
    if (cue.kind === 'return' && speaksOfSomebodyElse(piece(from, mention.start))) continue;
    if (author && namesSomebodyElse(cased(from, mention.start), after, author)) continue;
    const open = isOneOfTwoDays(piece(from, mention.start), after);
    clues.push({ cue, mention, open, words: lower.slice(Math.max(previous, mention.start - 24), mention.end).trim() });
  }
  // Who counts the weeks beside the date counts roughly.
  const dated = clues.filter(({ mention }) => mention.said.kind !== 'counted');
  return dated.length > 0 ? dated : clues;
};
