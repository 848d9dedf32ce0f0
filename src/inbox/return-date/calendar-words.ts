/** Months by name, long and short, in the languages businesses write; inflected forms as they stand beside a day. */
const MONTHS: readonly string[] = [
  'january jan januar jänner januari janvier janv enero ene gennaio gen janeiro styczeń stycznia sty январь января янв tammikuu tammikuuta tammik januára leden ledna มกราคม ม.ค',
  'february feb februar februari février fevrier févr fevr febrero febbraio fevereiro fev luty lutego февраль февраля фев helmikuu helmikuuta helmik februari únor února pebruari กุมภาพันธ์ ก.พ',
  'march mar mär märz maerz mars marzo março marco maart mrt marts marzec marca марта март мар maaliskuu maaliskuuta maalisk maret březen března มีนาคม มี.ค',
  'april apr avril avr abril abr aprile kwiecień kwietnia kwi апрель апреля апр huhtikuu huhtikuuta huhtik duben dubna เมษายน เม.ย',
  'may mai mayo maggio mag maio mei maj maja мая май toukokuu toukokuuta toukok květen května พฤษภาคม พ.ค',
  'june jun juni juin junio giugno giu junho czerwiec czerwca cze июнь июня июн kesäkuu kesäkuuta kesäk červen června มิถุนายน มิ.ย',
  'july jul juli juillet juil julio luglio lug julho lipiec lipca lip июль июля июл heinäkuu heinäkuuta heinäk července กรกฎาคม ก.ค',
  'august aug août aout agosto augustus augusti sierpień sierpnia август августа авг elokuu elokuuta elok agustus agt srpen srpna สิงหาคม ส.ค',
  'september sep sept septembre septiembre settembre set setembro wrzesień września wrz сентябрь сентября сен сент syyskuu syyskuuta syysk září กันยายน ก.ย',
  'october oct oktober okt octobre octubre ottobre ott outubro październik października paź октябрь октября окт lokakuu lokakuuta lokak říjen října ตุลาคม ต.ค',
  'november nov novembre noviembre novembro listopad listopada ноябрь ноября ноя marraskuu marraskuuta marrask nopember พฤศจิกายน พ.ย',
  'december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro grudzień grudnia gru декабрь декабря дек joulukuu joulukuuta jouluk desember des prosinec prosince ธันวาคม ธ.ค',
];

/** ISO weekdays by name, Monday first. */
const WEEKDAYS: readonly string[] = [
  'monday mon montag mo lundi lun lunes lunedì lunedi segunda-feira segunda maandag ma måndag mån mandag man maanantai maanantaina poniedziałek понедельник пн 月曜日 月曜 星期一 周一 週一 礼拜一 월요일 thứ hai thứ 2 senin วันจันทร์',
  'tuesday tue tues dienstag di mardi martes martedì martedi terça-feira terça dinsdag tisdag tis tirsdag tirs tiistai tiistaina wtorek вторник вт 火曜日 火曜 星期二 周二 週二 礼拜二 화요일 thứ ba thứ 3 selasa วันอังคาร',
  'wednesday wed mittwoch mi mercredi mer miércoles miercoles mié mercoledì mercoledi quarta-feira quarta woensdag wo onsdag ons keskiviikko keskiviikkona środa środę среда среду ср 水曜日 水曜 星期三 周三 週三 礼拜三 수요일 thứ tư thứ 4 rabu วันพุธ',
  'thursday thu thur thurs donnerstag do jeudi jeu jueves jue giovedì giovedi gio quinta-feira quinta donderdag torsdag tors torstai torstaina czwartek четверг чт 木曜日 木曜 星期四 周四 週四 礼拜四 목요일 thứ năm thứ 5 kamis วันพฤหัสบดี วันพฤหัส',
  'friday fri freitag fr vendredi ven viernes vie venerdì venerdi sexta-feira sexta vrijdag vr fredag fre perjantai perjantaina piątek пятница пятницу пт 金曜日 金曜 星期五 周五 週五 礼拜五 금요일 thứ sáu thứ 6 jumat วันศุกร์',
  'saturday sat samstag sonnabend sa samedi sam sábado sabado sáb sabato sab zaterdag za lördag lör lørdag lør lauantai lauantaina sobota sobotę суббота субботу сб 土曜日 土曜 星期六 周六 週六 토요일 thứ bảy thứ 7 sabtu วันเสาร์',
  'sunday sun sonntag so dimanche dim domingo dom domenica zondag zo söndag sön søndag søn sunnuntai sunnuntaina niedziela niedzielę воскресенье вс 日曜日 日曜 星期日 星期天 周日 週日 周天 일요일 chủ nhật minggu วันอาทิตย์',
];

const TWO_WORDS = /(thứ|chủ) (\S+)/g;

const numbered = (lists: readonly string[]): ReadonlyMap<string, number> => {
  const numbers = new Map<string, number>();
  for (const [at, names] of lists.entries())
    for (const name of names.replace(TWO_WORDS, '$1_$2').split(' ')) {
      const word = name.replace('_', ' ');
      if (!numbers.has(word)) numbers.set(word, at + 1);
    }
  return numbers;
};

const months = numbered(MONTHS);
const weekdays = numbered(WEEKDAYS);

const alternatives = (names: Iterable<string>): string =>
  [...names]
    .sort((a, b) => b.length - a.length)
    .map(name => name.replace(/\./g, '\\.').replace(/ /g, '\\s'))
    .join('|');

/** Names of two letters are words too ("so", "do"); they name a day only beside a date. */
const LONG_ENOUGH = 3;
const SHORT_WORDS = new Set([
  'man',
  'mer',
  'sun',
  'sat',
  'vie',
  'ven',
  'dom',
  'sam',
  'mon',
  'wed',
  'fre',
  'jue',
  'tis',
  'ons',
  'lun',
  'gio',
  'sab',
  'sex',
  'jeu',
  'dim',
  'fri',
  'segunda',
  'quarta',
  'quinta',
  'sexta',
  'terça',
]);

export const MONTH = alternatives(months.keys());
export const WEEKDAY = alternatives(weekdays.keys());
/** Weekday names that stand for a day even without a date. */
export const WEEKDAY_ALONE = alternatives(
  [...weekdays.keys()].filter(name => (name.length >= LONG_ENOUGH || /[一-龯]/.test(name)) && !SHORT_WORDS.has(name)),
);

/** 1–12; the name in lower case. */
export const monthNumber = (name: string): number | null => months.get(name.replace(/\.$/, '')) ?? null;

/** 1 Monday … 7 Sunday; the name in lower case. */
export const weekdayNumber = (name: string): number | null =>
  weekdays.get(name.replace(/[.,]+$/, '').replace(/\s+/g, ' ')) ?? null;
