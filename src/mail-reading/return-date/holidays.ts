import { allMatches } from '../../kernel/all-matches.ts';
import { addDays, type LocalDate, weekday } from '../../kernel/local-date.ts';
import { dayOf, type FoundTime, yearMonth } from './spans-of-time.ts';

/** Easter Sunday of the Gregorian calendar, after Gauss as Meeus gives it. */
const easter = (year: number): LocalDate => {
  const century = Math.floor(year / 100);
  const golden = year % 19;
  const moon =
    (19 * golden +
      century -
      Math.floor(century / 4) -
      Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) +
      15) %
    30;
  const week = (32 + 2 * (century % 4) + 2 * Math.floor((year % 100) / 4) - moon - ((year % 100) % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * week) / 451);
  const days = moon + week - 7 * late + 114;
  return dayOf(year, Math.floor(days / 31), (days % 31) + 1);
};

/** The day of a calendar's month and day that falls into `year`, by the calendars of the platform. */
const byCalendar =
  (calendar: string, month: string, day: string) =>
  (year: number): LocalDate | null => {
    const format = new Intl.DateTimeFormat(`en-u-ca-${calendar}`, {
      timeZone: 'UTC',
      month: 'numeric',
      day: 'numeric',
    });
    for (let date = dayOf(year, 1, 1); date.startsWith(String(year)); date = addDays(date, 1)) {
      const parts = format.formatToParts(new Date(date));
      if (part(parts, 'month') === month && part(parts, 'day') === day) return date;
    }
    return null;
  };

const part = (parts: readonly Intl.DateTimeFormatPart[], type: string): string | undefined =>
  parts.find(one => one.type === type)?.value;

const mondayFrom = (date: LocalDate): LocalDate => addDays(date, (8 - weekday(date)) % 7);

interface Feast {
  readonly names: RegExp;
  /** The days of a year on which it is over: one, or as many as go by the name. */
  readonly over: (year: number) => readonly LocalDate[];
}

const named = (latin: string, east = '(?!)'): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{M}])(?:${latin})(?![\\p{L}\\p{M}])|${east}`, 'gu');
const on =
  (month: number, day: number) =>
  (year: number): readonly LocalDate[] => [dayOf(year, month, day)];
const fromEaster =
  (days: number) =>
  (year: number): readonly LocalDate[] => [addDays(easter(year), days)];

const lunarNewYear = byCalendar('chinese', '1', '1');
const endOfRamadan = byCalendar('islamic-umalqura', '10', '1');
const chuseok = byCalendar('chinese', '8', '15');
const plus =
  (of: (year: number) => LocalDate | null, days: number) =>
  (year: number): readonly LocalDate[] => {
    const day = of(year);
    return day === null ? [] : [addDays(day, days)];
  };

/** Holidays after which people ask to be asked again, and when each is over. */
const FEASTS: readonly Feast[] = [
  {
    names: named(
      'christmas|xmas|x-mas|weihnacht\\p{L}*|noël|navidad(?:es)?|natale|natal|kerst\\p{L}*|jul(?:en|a|helgen|helga|ferien?)?|joulun?|joululoma\\p{L}*|bożego narodzenia|рождеств\\p{L}*|giáng sinh|noel',
      '圣诞节?|聖誕節?|クリスマス|크리스마스|성탄절?|คริสต์มาส',
    ),
    over: on(12, 27),
  },
  {
    names: named(
      "new year(?:['’]?s)?(?: (?:day|holidays?|break))?|neujahr\\p{L}*|jahreswechsel|nouvel an|año nuevo|capodanno|ano novo|nieuwjaar|oud en nieuw|jaarwisseling|nyår\\p{L}*|årsskiftet|nytår\\p{L}*|nyttår\\p{L}*|uudenvuoden|nowy(?:m|ego)? roku?|sylwest\\p{L}*|нов(?:ый|ого) год(?:а)?|tahun baru|tết dương lịch|the festive season|the holiday season|die feiertage|den feiertagen|les fêtes|las fiestas|le feste|le festività|as festas|de feestdagen|helgerna",
      '元旦|新年|年末年始|正月休み|お正月|正月|신정|새해|연말연시|ปีใหม่',
    ),
    over: on(1, 2),
  },
  { names: named('новогодн\\p{L}+ (?:праздник\\p{L}*|каникул\\p{L}*)'), over: on(1, 9) },
  { names: named('майск\\p{L}+(?: праздник\\p{L}*)?'), over: on(5, 12) },
  {
    names: named(
      'easter(?: (?:sunday|monday|weekend|break|holidays?))?|oster\\p{L}*|pâques|pascuas?|semana santa|pasqua|pasquetta|páscoa|pasen|paasvakantie|påsk\\p{L}*|påske\\p{L}*|pääsiäi\\p{L}*|wielkanoc\\p{L}*|paskah|phục sinh',
      '复活节|復活節|イースター|부활절|อีสเตอร์',
    ),
    over: fromEaster(2),
  },
  { names: named('święt\\p{L}*|świąt\\p{L}*'), over: year => [...fromEaster(2)(year), ...on(12, 27)(year)] },
  {
    names: named(
      'whitsun|pentecost|pfingst\\p{L}*|pentecôte|pentecoste|pinkster\\p{L}*|pingst\\p{L}*|pinse\\p{L}*|helluntai\\p{L}*',
    ),
    over: fromEaster(51),
  },
  { names: named('carnaval|karneval|carnevale|carnival|fasching|fasnacht'), over: fromEaster(-45) },
  {
    names: named(
      'chinese new year|lunar new year|cny|imlek|tết(?: nguyên đán| âm lịch)?(?! dương)',
      '春节|春節|(?<![\\d一二两兩三半多几幾])年(?=[后後])|过年|過年|农历新年|農曆新年|旧正月|설날|설 ?연휴|구정|ตรุษจีน',
    ),
    over: plus(lunarNewYear, 7),
  },
  {
    names: named(
      '(?:hari raya )?lebaran|(?:hari raya )?(?:idul fitri|aidilfitri)|eid(?:[- ]al[- ]fitr| ul[- ]fitr)?|hari raya|ramadan|ramadhan|puasa',
    ),
    over: plus(endOfRamadan, 7),
  },
  {
    names: named('thanksgiving'),
    over: year => [mondayFrom(dayOf(year, 11, 22 + ((11 - weekday(dayOf(year, 11, 1))) % 7)))],
  },
  { names: named('midsommar\\p{L}*|juhannu\\p{L}*'), over: year => [mondayFrom(dayOf(year, 6, 21))] },
  { names: named('ferragosto'), over: on(8, 16) },
  { names: named('golden week', 'ゴールデンウィーク|(?<![a-z])gw(?![a-z])|大型連休'), over: on(5, 7) },
  { names: named('obon', 'お盆'), over: on(8, 17) },
  { names: named('chuseok', '추석|한가위'), over: plus(chuseok, 2) },
  { names: named('(?!)', '国庆节?|國慶節?|十一(?:长假|黄金周)|黄金周'), over: on(10, 8) },
  { names: named('(?!)', '五一(?:节|假期|长假)?|劳动节|勞動節'), over: on(5, 6) },
  { names: named('songkran', 'สงกรานต์'), over: on(4, 17) },
];

/** Feasts named in a text in lower case. Before a feast nothing can be offered: only `afterwards` is told. */
export const feastsIn = (text: string, sentOn: LocalDate): readonly FoundTime[] =>
  FEASTS.flatMap(({ names, over }) =>
    allMatches(text, names).map(match => ({
      start: match.index,
      end: match.index + match[0].length,
      date: null,
      afterwards: nextOf(over, sentOn),
      exactness: 3,
    })),
  );

const nextOf = (over: Feast['over'], sentOn: LocalDate): LocalDate | null => {
  const { year } = yearMonth(sentOn);
  const coming = [year, year + 1].flatMap(over).filter(date => date > sentOn);
  return coming[0] ?? null;
};
