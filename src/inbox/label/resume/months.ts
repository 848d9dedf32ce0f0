import { allMatches } from '../../../kernel/all-matches.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { dayOf, type FoundTime, yearMonth } from './found-time.ts';

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
