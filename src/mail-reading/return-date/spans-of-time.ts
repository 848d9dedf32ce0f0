import { allMatches } from '../../kernel/all-matches.ts';
import { addDays, type LocalDate, weekday } from '../../kernel/local-date.ts';

/** A day named in a text. */
export interface FoundTime {
  readonly start: number;
  readonly end: number;
  /** `null` when it names a day that cannot be told. */
  readonly date: LocalDate | null;
  /** The first day after what is named: "after" it is this one. */
  readonly afterwards: LocalDate | null;
  /** How exactly it speaks: a date 4, a feast or month 3, a count of weeks 2, "next month" and "next year" 1. */
  readonly exactness: number;
}

/** Year and month (1–12) of a day. */
export const yearMonth = (day: LocalDate): { readonly year: number; readonly month: number } => ({
  year: Number(day.slice(0, 4)),
  month: Number(day.slice(5, 7)),
});

/** A day by numbers; months beyond 12 run into the next year. */
export const dayOf = (year: number, month: number, day: number): LocalDate =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);

/** Months as they stand without a day, in the forms that follow "in", "after", "until". */
const MONTHS: readonly string[] = [
  'january januar jänner januari janvier enero gennaio janeiro styczniu stycznia январе января январь tammikuu(?:ssa|n|hun) januára มกราคม',
  'february februar februari février febrero febbraio fevereiro lutym lutego феврале февраля февраль helmikuu(?:ssa|n|hun) pebruari กุมภาพันธ์',
  'märz marzo março maart marcu марте марта март maaliskuu(?:ssa|n|hun) มีนาคม',
  'april avril abril aprile kwietniu kwietnia апреле апреля апрель huhtikuu(?:ssa|n|hun) เมษายน',
  'mayo maggio maio maju мае мая май toukokuu(?:ssa|n|hun) พฤษภาคม',
  'june juni juin junio giugno junho czerwcu czerwca июне июня июнь kesäkuu(?:ssa|n|hun) มิถุนายน',
  'july juli juillet julio luglio julho lipcu lipca июле июля июль heinäkuu(?:ssa|n|hun) กรกฎาคม',
  'august août agosto augustus augusti sierpniu sierpnia августе августа август elokuu(?:ssa|n|hun) agustus สิงหาคม',
  'september septembre septiembre settembre setembro wrześniu września сентябре сентября сентябрь syyskuu(?:ssa|n|hun) กันยายน',
  'october oktober octobre octubre ottobre outubro październiku października октябре октября октябрь lokakuu(?:ssa|n|hun) ตุลาคม',
  'november novembre noviembre novembro listopadzie listopada ноябре ноября ноябрь marraskuu(?:ssa|n|hun) nopember พฤศจิกายน',
  'december dezember décembre diciembre dicembre dezembro grudniu grudnia desember декабре декабря декабрь joulukuu(?:ssa|n|hun) ธันวาคม',
];
/** Names that are other words as well: they count only after a word that places a month. */
const PLACED =
  '(?<=(?<![\\p{L}])(?:in|after|until|till|from|early|mid|late|of|mitte|anfang|ende|im|en|fin|début|mi|i|efter|etter|til|bulan|w|mei|na)[ -])';
const DOUBTFUL: readonly (readonly [number, string])[] = [
  [3, 'march|mars|mart|maret'],
  [5, 'may|mai|maj|mei'],
];

const NAMES = new RegExp(
  [
    ...MONTHS.map(names => `((?<![\\p{L}\\p{M}])(?:${names.split(' ').join('|')})(?![\\p{L}\\p{M}]))`),
    ...DOUBTFUL.map(([, names]) => `(${PLACED}(?:${names})(?![\\p{L}\\p{M}]))`),
    '(?<!\\d)(\\d{1,2})\\s?[月월](?!\\s?\\d|[間间]|曜)',
    '(?<!\\d\\s?|ngày\\s)tháng\\s?(\\d{1,2})(?!\\d|/)',
  ].join('|'),
  'gu',
);
const BESIDE_A_DAY = /\d(?:st|nd|rd|th|\.|er|º|:e)?\s?(?:of |de |di )?$/u;
const END_OF =
  /(?:end of|late|ende|fin(?: de)?|finales de|final(?: de| do)?|fine(?: di)?|eind|slutet av|slutningen af|slutten av|koniec|pod koniec|в конце|конец|cuối|akhir|ปลาย(?:เดือน)?)\s?$/u;
const MIDDLE_OF =
  /(?:mid-?|middle of|mitte|mi-?|mediados de|metà|meados de|half|medio|mitten av|midten af|midten av|w połowie|połow\p{L}+|в середине|giữa|pertengahan|กลาง(?:เดือน)?)\s?$/u;
const END_AFTER = /^\s?(?:末|底|下旬|말|lopussa|lopulla)/u;
const MIDDLE_AFTER = /^\s?(?:中旬|中|중순|puolivälissä)/u;

const monthOf = (match: RegExpMatchArray): number => {
  const at = match.slice(1).findIndex(group => group !== undefined);
  if (at < MONTHS.length) return at + 1;
  const doubtful = DOUBTFUL[at - MONTHS.length];
  return doubtful === undefined ? Number(match[at + 1]) : doubtful[0];
};

/** Months that stand without a day, in a text in lower case. One that is running or over is next year's. */
export const monthsIn = (text: string, sentOn: LocalDate): readonly FoundTime[] =>
  allMatches(text, NAMES).flatMap(match => {
    const start = match.index;
    const end = start + match[0].length;
    const month = monthOf(match);
    const before = text.slice(Math.max(0, start - 24), start);
    const after = text.slice(end, end + 12);
    if (month < 1 || month > 12 || BESIDE_A_DAY.test(before) || /^\.?\s?\d{1,2}(?!\d)/.test(after)) return [];
    const now = yearMonth(sentOn);
    const year = month > now.month ? now.year : now.year + 1;
    const late = END_OF.test(before) || END_AFTER.test(after);
    const day = late ? 0 : MIDDLE_OF.test(before) || MIDDLE_AFTER.test(after) ? 15 : 1;
    const date = day === 0 ? dayOf(year, month + 1, 0) : dayOf(year, month, day);
    return [{ start, end, date, afterwards: dayOf(year, month + 1, 1), exactness: 3 }];
  });

const NUMBERS: readonly string[] = [
  'a an one ein eine einem einer un une uno una um uma een en et ett yhden один одну jeden se satu một หนึ่ง 一 한',
  'two couple zwei deux dos due dois duas twee två to kahden dwa dwie два две dua hai สอง 两 兩 二 두',
  'three drei trois tres tre três drie kolmen trzy три tiga ba สาม 三 세',
  'four vier quatre cuatro quattro quatro fyra fire neljän cztery четыре empat bốn สี่ 四 네',
  'five fünf cinq cinco cinque vijf fem viiden pięć пять lima năm ห้า 五',
  'six sechs seis sei zes sex seks kuuden sześć шесть enam sáu หก 六',
  'seven sieben sept siete sette sete zeven sju syv seitsemän siedem семь tujuh bảy เจ็ด 七',
  'eight acht huit ocho otto oito åtta otte åtte kahdeksan osiem восемь delapan tám แปด 八',
  'nine neun neuf nueve nove negen nio ni yhdeksän dziewięć девять sembilan chín เก้า 九',
  'ten zehn dix diez dieci dez tien tio ti kymmenen dziesięć десять sepuluh mười สิบ 十 열',
];
/** Two weeks, as many count them. */
const FORTNIGHTS = 'quinze quince quindici'.split(' ').map(word => [word, 15] as const);
const VALUES = new Map([
  ...NUMBERS.flatMap((words, at) => words.split(' ').map(word => [word, at + 1] as const)),
  ...FORTNIGHTS,
]);
const COUNT = `\\d{1,2}|${[...VALUES.keys()].sort((a, b) => b.length - a.length).join('|')}`;

const UNITS = {
  day: 'days?|tage?n?|jours?|días?|giorn[oi]|dias?|dag(?:en|ar|e|er)?|päivän|dni|dzień|день|дня|дней|ngày|hari|วัน|天|日|일',
  week: 'weeks?|wochen?|semaines?|semanas?|settiman[ae]|week|weken|veck(?:a|or)|uger?|uker?|viikon|tydzień|tygodnie|tygodni|недел[юиь]|tuần|minggu|สัปดาห์|อาทิตย์|周|週間?|星期|礼拜|주일?',
  month:
    'months?|monate?n?|mois|mes(?:es)?|mes[ei]|m[êe]s(?:es)?|maand(?:en)?|månad(?:er)?|måneder|måned|kuukauden|miesiąc|miesiące|miesięcy|месяц(?:а|ев)?|tháng|bulan|เดือน|个?月|個月|か月|ヶ月|ヵ月|カ月|ケ月|개월|달',
  year: 'years?|jahre?n?|ans?|années?|años?|ann[oi]|anos?|jaar|år|vuoden|rok|lata|год(?:а)?|năm|tahun|ปี|年|년',
} as const;
export type Unit = keyof typeof UNITS;

const LEAD =
  '(?:(?<![\\p{L}\\p{M}])(?:(?:again |back )?(?:in|within)(?: about| around)?|after|dans|en|dentro de|tra|fra|em|daqui a|over|om|za|через|sau|trong|dalam|in etwa|in ca\\.?)|อีก)\\s?(?:a |another |ett par |ein )?';
const TRAIL =
  "(?:\\s?(?:time|from now|later|later on|'s time|päästä|kuluttua|(?:之|以)?[后後]|후|뒤|이후|nữa|lagi|kemudian|ke depan|ข้างหน้า))";

const counted = (unit: Unit): readonly RegExp[] => [
  new RegExp(`${LEAD}(${COUNT})(?: of)?[\\s-]?(?:个|個)?(?:${UNITS[unit]})(?![\\p{L}\\p{M}])`, 'gu'),
  new RegExp(`(?<![\\p{L}\\p{M}\\d/.])(${COUNT})\\s?(?:个|個)?(?:${UNITS[unit]})${TRAIL}`, 'gu'),
];

const COUNTED: readonly (readonly [Unit, readonly RegExp[]])[] = (['day', 'week', 'month', 'year'] as const).map(
  unit => [unit, counted(unit)],
);

/** "Через месяц", "za tydzień": one, unsaid. */
const UNCOUNTED: readonly (readonly [Unit, RegExp])[] = (['day', 'week', 'month', 'year'] as const).map(unit => [
  unit,
  new RegExp(`(?<![\\p{L}\\p{M}])(?:через|za)\\s(?:${UNITS[unit]})(?![\\p{L}\\p{M}])`, 'gu'),
]);

/** The day that lies a count of days, weeks, months or years after another. */
export const later = (sentOn: LocalDate, count: number, unit: Unit): LocalDate => {
  if (unit === 'day') return addDays(sentOn, count);
  if (unit === 'week') return addDays(sentOn, 7 * count);
  const { year, month } = yearMonth(sentOn);
  const months = month + count * (unit === 'year' ? 12 : 1);
  const lastDay = Number(dayOf(year, months + 1, 0).slice(8));
  return dayOf(year, months, Math.min(Number(sentOn.slice(8)), lastDay));
};

const NEXT: readonly (readonly [RegExp, (sentOn: LocalDate) => LocalDate])[] = [
  [
    /next week|nächste[rn]? woche|kommende[rn]? woche|semaine prochaine|próxima semana|semana que viene|settimana prossima|prossima settimana|semana que vem|volgende week|nästa vecka|næste uge|neste uke|ensi viikolla|(?:w )?przyszłym tygodniu|следующей неделе|下周|下週|下星期|来週|다음 ?주|tuần sau|tuần tới|minggu depan|สัปดาห์หน้า|อาทิตย์หน้า/gu,
    sentOn => addDays(sentOn, 8 - weekday(sentOn)),
  ],
  [
    /next month|(?:nächste|kommende)[nrs]? monat|mois prochain|próximo mes|mes que viene|mese prossimo|prossimo mese|próximo mês|mês que vem|volgende maand|nästa månad|næste måned|neste måned|ensi kuu(?:ssa|n)|przyszłym miesiącu|следующ\p{L}+ месяц\p{L}*|下个?月|下個月|来月|다음 ?달|tháng sau|tháng tới|bulan depan|เดือนหน้า/gu,
    sentOn => dayOf(yearMonth(sentOn).year, yearMonth(sentOn).month + 1, 1),
  ],
  [
    /next quarter|nächste[sn]? quartal|prochain trimestre|trimestre prochain|próximo trimestre|prossimo trimestre|volgend kwartaal|nästa kvartal|næste kvartal|neste kvartal|przyszłym kwartale|следующ\p{L}+ квартал\p{L}*|下个?季度|下一季度|来四半期|다음 ?분기|quý sau|quý tới|(?:kuartal|triwulan) depan|ไตรมาสหน้า/gu,
    sentOn => dayOf(yearMonth(sentOn).year, 3 * Math.ceil(yearMonth(sentOn).month / 3) + 1, 1),
  ],
  [
    /next year|in the new year|in the course of the new year|nächste[sn]? jahr|neue[ns]? jahr|l'année prochaine|l'an prochain|année prochaine|nouvelle année|rentrée de janvier|próximo año|año que viene|nuevo año|anno prossimo|prossimo anno|anno nuovo|próximo ano|ano que vem|volgend jaar|nieuwe jaar|nästa år|nya året|næste år|neste år|det nye året?|ensi vuon\p{L}+|przyszłym roku|nowym roku|следующ\p{L}+ год\p{L}*|новом году|明年|来年|年明け|년 초|내년|năm sau|năm tới|tahun depan|ปีหน้า/gu,
    sentOn => dayOf(yearMonth(sentOn).year + 1, 1, 2),
  ],
];
const QUARTER =
  /(?<![\p{L}\d])(?:q([1-4])|([1-4])\.? ?(?:quartal|kwartaal|kvartal|квартал\p{L}*)|第([一二三四])季度|([1-4])분기)(?!\d)/gu;

const quarterOf = ([, q, latin, han, hangul]: RegExpMatchArray): number =>
  han === undefined ? Number(q ?? latin ?? hangul) : '一二三四'.indexOf(han) + 1;

/** "In two weeks" as it stands in a text. */
export interface CountedSpan {
  readonly start: number;
  readonly end: number;
  readonly count: number;
  readonly unit: Unit;
}

/** "In two weeks", "через месяц": the counts of days, weeks, months and years ahead, in a text in lower case. */
export const countedSpansIn = (text: string): readonly CountedSpan[] => {
  const span = (match: RegExpExecArray, count: number, unit: Unit): CountedSpan => ({
    start: match.index,
    end: match.index + match[0].length,
    count,
    unit,
  });
  const counted = COUNTED.flatMap(([unit, shapes]) =>
    shapes.flatMap(shape =>
      allMatches(text, shape).map(match => span(match, VALUES.get(match[1] ?? '') ?? Number(match[1]), unit)),
    ),
  );
  const uncounted = UNCOUNTED.flatMap(([unit, shape]) => allMatches(text, shape).map(match => span(match, 1, unit)));
  return [...counted, ...uncounted];
};

/** "In two weeks", "next month", "in Q3": counts and neighbours of the day of writing, in a text in lower case. */
export const spansOfTimeIn = (text: string, sentOn: LocalDate): readonly FoundTime[] => {
  const found = (match: RegExpExecArray, date: LocalDate, exactness: number): FoundTime => ({
    start: match.index,
    end: match.index + match[0].length,
    date,
    afterwards: date,
    exactness,
  });
  const counts = countedSpansIn(text).map(({ start, end, count, unit }) => {
    const date = later(sentOn, count, unit);
    return { start, end, date, afterwards: date, exactness: 2 };
  });
  const { year, month } = yearMonth(sentOn);
  const quarters = allMatches(text, QUARTER).map(match => {
    const first = 3 * quarterOf(match) - 2;
    return found(match, dayOf(first > month ? year : year + 1, first, 1), 2);
  });
  const neighbours = NEXT.flatMap(([shape, dateOf]) =>
    allMatches(text, shape).map(match => found(match, dateOf(sentOn), 1)),
  );
  return [...counts, ...quarters, ...neighbours];
};
