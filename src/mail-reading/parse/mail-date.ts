const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = `(?<month>${MONTHS.join('|')})[a-z]*`;
const TIME = '(?<hour>\\d{1,2})[:.](?<minute>\\d{1,2})(?:[:.](?<second>\\d{1,2}))?(?:[.,]\\d+)?\\s*(?<half>[ap]m)?';
const CLOCK = `${TIME}\\s*(?<zone>[+-]\\s?\\d{2}:?\\d{2}|[a-z]{1,5})?`;

const FORMS = [
  /** `4 May 2026 09:12:00 +0200`, day first as the standard has it; hyphens for blanks are common. */
  `\\b(?<day>\\d{1,2})[\\s,.-]+${MONTH}[\\s,.-]+(?<year>\\d{2,4})(?:[\\s,T]+${CLOCK})?`,
  `\\b(?<year>\\d{4})[-/](?<number>\\d{1,2})[-/](?<day>\\d{1,2})(?:[T\\s]+${CLOCK})?`,
  /** `May 4 09:12:00 [PDT] 2026`, as `ctime` writes. */
  `${MONTH}\\s+(?<day>\\d{1,2})\\s+${TIME}\\s*(?:(?<zone>[+-]\\d{4}|[a-z]{1,5})\\s+)?(?<year>\\d{4})(?:\\s+(?<last>[+-]\\d{4}))?`,
  /** `May 4, 2026 09:12:00`. */
  `${MONTH}\\s+(?<day>\\d{1,2}),?\\s+(?<year>\\d{4})(?:[\\s,]+${CLOCK})?`,
  /** `12.03.2026`: with dots the day stands first everywhere. With slashes nobody can say. */
  `\\b(?<day>\\d{1,2})\\.(?<number>\\d{1,2})\\.(?<year>\\d{4})(?:[\\s,]+${CLOCK})?`,
].map(form => new RegExp(form, 'i'));

const two = (number: number): string => String(number).padStart(2, '0');

/** Hours before or after Greenwich. */
const ZONES = new Map(
  (
    'est-5 edt-4 cst-6 cdt-5 mst-7 mdt-6 pst-8 pdt-7 cet+1 cest+2 met+1 mest+2 eet+2 eest+3 west+1 bst+1 ' +
    'msk+3 jst+9 kst+9 sgt+8 hkt+8 aest+10 aedt+11'
  )
    .split(' ')
    .map(zone => {
      const [, name = '', sign, hours] = /^([a-z]+)([+-])(\d+)$/.exec(zone) ?? [];
      return [name, `${sign}${two(Number(hours))}:00`] as const;
    }),
);

/**
 * The instant a `Date` header names, ISO 8601 to the second with the offset written there (`+00:00` when none is), or
 * `null` when it can't be read without guessing. Never the present time.
 */
export const readMailDate = (header: string | null): string | null => {
  const text = (header ?? '')
    .slice(0, 200)
    .replace(/\([^()]*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const form = FORMS.find(each => each.test(text));
  const found = form?.exec(text)?.groups;
  if (found === undefined) return null;
  const { month, number, day, hour = '0', minute = '0', second = '0', half, zone, last } = found;
  const year = fullYear(found.year ?? '');
  const monthNumber = month === undefined ? Number(number) : MONTHS.indexOf(month.toLowerCase()) + 1;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  const date = `${year}-${two(monthNumber)}-${two(Number(day))}`;
  const clock = `${two(hours)}:${two(Number(minute))}:${two(Math.min(Number(second), 59))}`;
  const real = new Date(`${date}T${clock}Z`);
  const exists = !Number.isNaN(real.getTime()) && real.toISOString().startsWith(date);
  return exists && year >= 1900 && year <= 2199 ? `${date}T${clock}${offsetOf(last ?? zone ?? '')}` : null;
};

const fullYear = (year: string): number => {
  const number = Number(year);
  if (year.length === 4) return number;
  return year.length === 3 ? 1900 + number : number + (number < 50 ? 2000 : 1900);
};

const offsetOf = (zone: string): string => {
  const [, sign, hours, minutes] = /^([+-])\s?(\d{2}):?(\d{2})$/.exec(zone) ?? [];
  if (sign === undefined) return ZONES.get(zone.toLowerCase()) ?? '+00:00';
  return Number(hours) > 15 || Number(minutes) > 59 ? '+00:00' : `${sign}${hours}:${minutes}`;
};
