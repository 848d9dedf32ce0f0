import { allMatches } from '../../kernel/all-matches.ts';

/** How the language of a cue writes `5/12`: `locale` where its speakers differ (English). */
export type NumberOrder = 'day-first' | 'month-first' | 'locale';

/** What the words around a date make of it. */
export interface Cue {
  /** `return`: the day they are back. `until`: the day their absence is written to end. `start`: the day it begins. */
  readonly kind: 'return' | 'until' | 'start';
  /** "Through", "einschließlich": they are still away on that day. */
  readonly inclusive: boolean;
  readonly order: NumberOrder;
  /** Only words that fill ("on", "the", "office") stand between cue and date. */
  readonly close: boolean;
}

const word = (alternatives: string): string => `(?<![\\p{L}\\p{M}])(?:${alternatives})`;

const whole = (alternatives: string): string => `${word(alternatives)}(?![\\p{L}\\p{M}])`;

const RETURN: readonly (readonly [NumberOrder, RegExp])[] = [
  [
    'locale',
    new RegExp(
      `${word('back(?! up)|returns?|returning|returned|be in the office|in the office again|resum(?:e|es|ing)|reopen(?:s|ing)?|re-open(?:s|ing)?|opens? again|available again|available (?:from|as of|on)|reachable again|reached (?:again )?(?:from|as of)|at my desk|first (?:working )?day back|in again')}`,
      'gu',
    ),
  ],
  [
    'day-first',
    new RegExp(
      [
        word(
          'zurück\\p{L}*|wieder(?! weg)|rückkehr|erreichbar ab|melde mich|retour|reprend\\p{L}*|reprise|à nouveau|rentr(?:e|erai|ons|erons)|revien\\p{L}*|joignable|vuelta|vuelvo|volve\\p{L}*|volvi\\p{L}*|vuelv\\p{L}*|regres\\p{L}*|retorn\\p{L}*|reincorpor\\p{L}*|incorpor\\p{L}*',
        ),
        word(
          'rientr\\p{L}*|torn(?:o|a|erò|erà|eremo|iamo)|ritorn\\p{L}*|di nuovo|riapr\\p{L}*|riprend\\p{L}*|de volta|volt(?:o|a(?=\\s(?:a|no|na|em|ao|à|segunda|dia))|arei|ará|amos|aremos)|reabr\\p{L}*|terug\\p{L}*|weer|tillbaka|åter\\p{L}*|tilbage|tilbake|igen|retur|takaisin|palaa\\p{L}*|paikalla taas|tavoitettavissa',
        ),
        word(
          'wrac\\p{L}*|wróc\\p{L}*|powr\\p{L}*|z powrotem|ponownie|верн\\p{L}*|возвращ\\p{L}*|снова|выйду|выхожу|буду (?:на работе|на рабочем месте|в офисе|на связи|доступ\\p{L}*|на месте)|kembali|masuk',
        ),
        'trở lại|quay lại|đi làm lại|trở về|กลับ',
      ].join('|'),
      'gu',
    ),
  ],
  [
    'month-first',
    /回来|回來|返回|回到|回公司|回办公室|回辦公室|恢复|恢復|复工|復工|上班|返岗|戻|復帰|出社|出勤|再開|営業開始|복귀|돌아|출근|재개/gu,
  ],
];

const UNTIL: readonly (readonly [NumberOrder, RegExp])[] = [
  ['locale', new RegExp(whole('until|till|til(?!\\p{L})|thru|through|up to'), 'gu')],
  [
    'day-first',
    new RegExp(
      [
        whole(
          "bis|jusqu['’]?(?:au|à|en|aux)?|hasta|até|fino (?:al|a|alle)|sino al|tot(?: en met)?|t/m|t\\.o\\.m\\.?|till och med|till|t\\.?o\\.?m|til og med|til|asti|saakka|do|до|по|hingga|sampai(?: dengan)?|s/d|s\\.d\\.",
        ),
        'cho đến|đến hết|đến|จนถึง|ถึง',
      ].join('|'),
      'gu',
    ),
  ],
  ['month-first', /至|到|截至|直到/gu],
];

const START: readonly (readonly [NumberOrder, RegExp])[] = [
  ['locale', new RegExp(whole('from|starting|beginning|as of|since|between'), 'gu')],
  [
    'day-first',
    new RegExp(
      [
        whole(
          'vom|von|ab|seit|du|à partir d[ue]|dès|depuis|desde|a partir d\\p{L}+|del|dal|a partire dal|de|vanaf|van|från(?: och med)?|fra(?: og med)?|fr\\.o\\.m\\.?|f\\.o\\.m\\.?|od|с|со|от|dari|mulai',
        ),
        'từ(?!\\p{L})|ตั้งแต่',
      ].join('|'),
      'gu',
    ),
  ],
  ['month-first', /从|自|從/gu],
];

/** "To" in the languages where it also means much else: it ends a range only right after one has begun. */
const RANGE_TO = /(?:\d\S{0,4}|\p{L}{3,}\.?|[日号])\s+(?:to|and|au|aux|al|a|ao|and|og|och|och|y|e|et|und|en)\s*$/u;
const RANGE_BEGUN = new RegExp(
  `${word('from|between|du|dal|del|desde|de|entre|vom|van|från|fra|du|tra')}\\s[^.!?]{1,40}$`,
  'u',
);
const ONLY_TO = /^\s*(?:to|au|al|a|ao)\s*$/u;
const DASH =
  /(?:\d(?:st|nd|rd|th|er|re|[ºª])?|\d[^\S\n]?\p{L}{3,12}|\p{Script=Thai}\.?|[日号일)])\.?\s*(?:-|–|—|~|〜|～|−|ー|→)\s*$/u;

const INCLUSIVE_BEFORE =
  /(?:through|thru|including|inclusive|einschließlich|einschl\.?|inkl\.?|inklusive|inclus|inclusive|incluso|compreso|tot en met|t\/m|t\.?o\.?m\.?|till och med|til og med|hết|含)[\s\p{L}.]{0,12}$/u;
const INCLUSIVE_AFTER =
  /^[\s,.(（]{0,3}(?:ambos |both |jeweils |beide )?(?:included|inclusive|einschließlich|inkl\.?|inklusive|inclus|incluido|inclusive|compreso|incluso|włącznie|включительно|含|当日まで|中まで)/u;

const UNTIL_AFTER: readonly (readonly [NumberOrder, RegExp])[] = [
  ['month-first', /^\s*(?:[(（][^)）]{1,6}[)）])?\s*(?:まで|迄|까지|为止|為止)/u],
  ['day-first', /^\s*(?:asti|saakka)/u],
];
const RETURN_AFTER: readonly (readonly [NumberOrder, RegExp])[] = [
  [
    'month-first',
    /^\s*(?:[(（][^)）]{1,6}[)）])?\s*(?:(?:より|から|に|には|以降|부터|에|부터는|之后|后|後|起|，|,)?\s*.{0,8}?(?:戻|復帰|出社|出勤|再開|営業|通常|対応|ご連絡|복귀|돌아|출근|정상|재개|업무|回来|回來|返回|回到|回公司|回办公室|回辦公室|恢复|恢復|复工|上班|回复|回覆|处理))/u,
  ],
];
const START_AFTER: readonly (readonly [NumberOrder, RegExp])[] = [
  ['month-first', /^\s*(?:[(（][^)）]{1,6}[)）])?\s*(?:から|より|부터|起)/u],
  ['day-first', /^\s*(?:alkaen|lähtien)/u],
];

const BACK_LATER = new RegExp(
  `${word('back|return|available|reachable|contact|write|reply|respond|answer|resume|deal with|wieder|zurück|erreichbar|melden|kontaktieren|beantworten|retour|disponibles?|joignable|recontact\\p{L}*|répond\\p{L}*|contacter|vuelta|responder\\p{L}*|contactar\\p{L}*|disponibile|rispond\\p{L}*|contattar\\p{L}*|disponível|volta|terug|bereikbaar|beantwoord\\p{L}*|tillbaka|tillgänglig|nås|tilbage|tilbake|tilgængelig|tilgjengelig|tavoitettavissa|palaan|dostępn\\p{L}*|odpowie\\p{L}*|доступ\\p{L}*|отвеч\\p{L}*|kembali|tersedia')}|liên lạc|trở lại|กลับ`,
  'u',
);
const AWAY = new RegExp(
  `${word('out of (?:the )?office|away|absent|not available|unavailable|leave|vacation|holiday|closed|abwesend|nicht erreichbar|urlaub\\p{L}*|nicht im|geschlossen|absente?|congés?|pas (?:disponible|joignable)|indisponible|fermée?s?|vacaciones|ausente|fuera|no (?:estar\\p{L}*|disponible)|cerrado|ferie|assente|non (?:disponibile|sarò)|chiuso|férias|fechado|não estar\\p{L}*|indisponível|afwezig|vakantie|verlof|niet bereikbaar|gesloten|semester|ledig|frånvarande|ferie|fraværende|ikke tilgængelig|lomalla|poissa|urlop\\p{L}*|nieobecn\\p{L}*|отпуск\\p{L}*|недоступ\\p{L}*|отсутств\\p{L}*|cuti|libur')}|nghỉ|vắng|ลาพัก|ลา|ไม่อยู่`,
  'u',
);

/** Characters after a date within which "back" still speaks of it. */
const FARTHEST = 60;
const CONJUNCTION = /(?<!\p{L})(?:and|until|to|und|bis|et|y|e|en|och|og|i|и)(?!\p{L})/u;
const FILLER = /^(?:[\s,:(]|[\p{L}\p{M}'’.-]+(?:\s|$)){0,40}$/u;

interface Found {
  readonly kind: Cue['kind'];
  readonly order: NumberOrder;
  readonly index: number;
  readonly end: number;
}

const lastOf = (text: string, kind: Cue['kind'], rules: readonly (readonly [NumberOrder, RegExp])[]): Found[] =>
  rules.flatMap(([order, shape]) => {
    const last = allMatches(text, shape).at(-1);
    return last ? [{ kind, order, index: last.index, end: last.index + last[0].length }] : [];
  });

const afterwards = (text: string, rules: readonly (readonly [NumberOrder, RegExp])[]): NumberOrder | null =>
  rules.find(([, shape]) => shape.test(text))?.[0] ?? null;

/**
 * What the words before and after a date say of it, `null` when nothing. `before` reaches back to the sentence's start or
 * the date before; `after` to its end or the next date; `rest` is `after` when no date follows, else empty; `sentence` is
 * the whole. All in lower case.
 */
export const cueOf = (before: string, after: string, rest: string, sentence: string): Cue | null => {
  const inclusive = INCLUSIVE_BEFORE.test(before) || INCLUSIVE_AFTER.test(after);
  const closely = (kind: Cue['kind'], order: NumberOrder): Cue => ({ kind, inclusive, order, close: true });
  const untilAfter = afterwards(after, UNTIL_AFTER);
  if (untilAfter) return closely('until', untilAfter);
  const returnAfter = afterwards(after, RETURN_AFTER);
  if (returnAfter) return closely('return', returnAfter);
  const startAfter = afterwards(after, START_AFTER);
  if (startAfter) return closely('start', startAfter);
  return beforehand(before, after, rest, sentence, inclusive);
};

/** "On 12 May I will be back": the words of return come after the date, and none of absence before them. */
const returnsLater = (after: string): NumberOrder | null => {
  for (const [order, shape] of RETURN) {
    const at = after.search(shape);
    if (at >= 0 && at <= FARTHEST && !AWAY.test(after.slice(0, at))) return order;
  }
  return null;
};

const beforehand = (before: string, after: string, rest: string, sentence: string, inclusive: boolean): Cue | null => {
  const found = [
    ...lastOf(before, 'return', RETURN),
    ...lastOf(before, 'until', UNTIL),
    ...lastOf(before, 'start', START),
  ];
  const nearest = found.sort((a, b) => b.end - a.end || a.index - b.index)[0];
  if (nearest === undefined) {
    const later = returnsLater(rest);
    return later === null ? null : { kind: 'return', inclusive: false, order: later, close: true };
  }
  const between = before.slice(nearest.end);
  const close = between.length <= 40 && FILLER.test(between);
  if (nearest.kind !== 'start') return { kind: nearest.kind, inclusive, order: nearest.order, close };
  if (RANGE_GOES_ON.test(after)) return { kind: 'start', inclusive, order: nearest.order, close };
  const said = found.some(cue => cue.kind === 'return') || returnsLater(rest.split(CONJUNCTION)[0] ?? '') !== null;
  const back = said || (BACK_LATER.test(sentence) && !AWAY.test(sentence));
  return { kind: back ? 'return' : 'start', inclusive, order: nearest.order, close };
};

/** Up to the date that ends the range: then this one began it. */
const RANGE_GOES_ON =
  /^\s*(?:to|until|till|through|thru|and|bis|au|jusqu['’]au|hasta|al?|até|ao?|fino al?|tot(?: en met)?|t\/m|till|til|do|по|до|hingga|sampai|đến|ถึง|至|到|-|–|—)\s*(?:the |le |el |il |den |ngày |tanggal |วันที่)?$/u;

const OR_WORDS = 'or|oder|ou|o|of|eller|lub|albo|или|либо|tai|hoặc|atau|或(?:者)?|もしくは|または|か|또는|หรือ';
const OR = new RegExp(`^\\s*(?:,\\s*)?(?:${OR_WORDS})\\s*(?:on |am |le |el |il |op |den |pada |vào |the )?\\s*$`, 'u');
const ENDS_IN_DAY_OR = new RegExp(
  `(?<![\\p{N}\\p{L}/.:])\\d{1,2}(?:st|nd|rd|th|\\.|er|º|ª|:e|e|日|일)?\\s*(?:,\\s*)?(?:${OR_WORDS})\\s*(?:the |am |den |le |el )?$`,
  'u',
);
const BEGINS_WITH_OR_DAY = new RegExp(
  `^\\s*(?:,\\s*)?(?:${OR_WORDS})\\s*(?:the |am |den |le |el )?\\d{1,2}(?![\\p{N}\\p{L}:]|[.,]\\d)`,
  'u',
);

/** Does only "or" stand between two dates? Then the second is as likely as the first. */
export const isAlternative = (between: string | null): boolean => between !== null && OR.test(between);

/** "17 or 18 August", "August 17 or 18": one month's name for two days, of which either may be meant. */
export const isOneOfTwoDays = (before: string, after: string): boolean =>
  ENDS_IN_DAY_OR.test(before) || BEGINS_WITH_OR_DAY.test(after);

/**
 * The end of a range that earlier words began ("from the 3rd to the 17th", "4.5.–15.5."), or `null`. `before` reaches back
 * to the sentence's start over all dates in it, `between` to the date just before.
 */
export const rangeCue = (before: string, between: string | null, after: string): Cue | null => {
  const begun = RANGE_TO.test(before) && RANGE_BEGUN.test(before);
  if (!begun && !DASH.test(before) && !(between !== null && ONLY_TO.test(between))) return null;
  const inclusive = INCLUSIVE_AFTER.test(after);
  const found = [...lastOf(before, 'until', UNTIL), ...lastOf(before, 'start', START)];
  const order = found.sort((a, b) => b.end - a.end)[0]?.order ?? 'locale';
  return { kind: 'until', inclusive, order, close: true };
};
