const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*';
const TIME = '(\\d{1,2})[:.](\\d{1,2})(?:[:.](\\d{1,2}))?(?:[.,]\\d+)?\\s*([ap]m)?';
const ZONE = '\\s*([+-]\\s?\\d{2}:?\\d{2}|[a-z]{1,5})?';

/** `4 May 2026 09:12:00 +0200`, day first as the standard has it; hyphens for blanks are common. */
const STANDARD = new RegExp(`\\b(\\d{1,2})[\\s,.-]+${MONTH}[\\s,.-]+(\\d{2,4})(?:[\\s,T]+${TIME}${ZONE})?`, 'i');
/** `May 4 09:12:00 [PDT] 2026`, as `ctime` writes. */
const CTIME = new RegExp(
  `${MONTH}\\s+(\\d{1,2})\\s+${TIME}\\s*(?:([+-]\\d{4}|[a-z]{1,5})\\s+)?(\\d{4})(?:\\s+([+-]\\d{4}))?`,
  'i',
);
/** `May 4, 2026 09:12:00`. */
const AMERICAN = new RegExp(`${MONTH}\\s+(\\d{1,2}),?\\s+(\\d{4})(?:[\\s,]+${TIME}${ZONE})?`, 'i');
const ISO = new RegExp(`\\b(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})(?:[T\\s]+${TIME}${ZONE})?`, 'i');
/** `12.03.2026`: with dots the day stands first everywhere. With slashes nobody can say. */
const DOTTED = new RegExp(`\\b(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})(?:[\\s,]+${TIME}${ZONE})?`, 'i');

const ZONES: Readonly<Record<string, string>> = {
  est: '-05:00',
  edt: '-04:00',
  cst: '-06:00',
  cdt: '-05:00',
  mst: '-07:00',
  mdt: '-06:00',
  pst: '-08:00',
  pdt: '-07:00',
  cet: '+01:00',
  cest: '+02:00',
  met: '+01:00',
  mest: '+02:00',
  eet: '+02:00',
  eest: '+03:00',
  wet: '+00:00',
  west: '+01:00',
  bst: '+01:00',
  msk: '+03:00',
  jst: '+09:00',
  kst: '+09:00',
  sgt: '+08:00',
  hkt: '+08:00',
  aest: '+10:00',
  aedt: '+11:00',
};

interface Parts {
  readonly year: string | undefined;
  readonly month: number;
  readonly day: string | undefined;
  readonly time: readonly (string | undefined)[];
  readonly zone: string | undefined;
}

/**
 * The instant a `Date` header names, ISO 8601 to the second with the offset written there (`+00:00` when none is), or
 * `null` when it can't be read without guessing. Never the present time.
 */
export const readMailDate = (header: string | null): string | null => {
  if (header === null) return null;
  const text = header
    .slice(0, 200)
    .replace(/\([^()]*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const parts = partsOf(text);
  return parts && iso(parts);
};

const monthOf = (name: string | undefined): number => MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1;

const partsOf = (text: string): Parts | null => {
  const standard = STANDARD.exec(text);
  if (standard) {
    const [, day, month, year, ...rest] = standard;
    return { year, month: monthOf(month), day, time: rest.slice(0, 4), zone: rest[4] };
  }
  const isoLike = ISO.exec(text);
  if (isoLike) {
    const [, year, month, day, ...rest] = isoLike;
    return { year, month: Number(month), day, time: rest.slice(0, 4), zone: rest[4] };
  }
  const ctime = CTIME.exec(text);
  if (ctime) {
    const [, month, day, hour, minute, second, half, zone, year, zoneLast] = ctime;
    return { year, month: monthOf(month), day, time: [hour, minute, second, half], zone: zoneLast ?? zone };
  }
  const american = AMERICAN.exec(text);
  if (american) {
    const [, month, day, year, ...rest] = american;
    return { year, month: monthOf(month), day, time: rest.slice(0, 4), zone: rest[4] };
  }
  const dotted = DOTTED.exec(text);
  if (!dotted) return null;
  const [, day, month, year, ...rest] = dotted;
  return { year, month: Number(month), day, time: rest.slice(0, 4), zone: rest[4] };
};

const fullYear = (year: string): number => {
  const number = Number(year);
  if (year.length === 4) return number;
  return year.length === 3 ? 1900 + number : number + (number < 50 ? 2000 : 1900);
};

const two = (number: number): string => String(number).padStart(2, '0');

const iso = ({ year, month, day, time, zone }: Parts): string | null => {
  const fullyear = fullYear(year ?? '');
  const [hourText, minute = '0', second = '0', half] = time;
  const hour = clockHour(Number(hourText ?? '0'), half);
  const offset = offsetOf(zone);
  const date = `${fullyear}-${two(month)}-${two(Number(day))}`;
  const clock = `${two(hour)}:${two(Number(minute))}:${two(Math.min(Number(second), 59))}`;
  const real = new Date(`${date}T${clock}Z`);
  if (Number.isNaN(real.getTime()) || real.toISOString().slice(0, 10) !== date || fullyear < 1900 || fullyear > 2199)
    return null;
  return offset === null ? null : `${date}T${clock}${offset}`;
};

const clockHour = (hour: number, half: string | undefined): number => {
  if (half === undefined) return hour;
  return (hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
};

const offsetOf = (zone: string | undefined): string | null => {
  if (zone === undefined) return '+00:00';
  const numeric = /^([+-])\s?(\d{2}):?(\d{2})$/.exec(zone);
  if (!numeric) return ZONES[zone.toLowerCase()] ?? '+00:00';
  const [, sign, hours, minutes] = numeric;
  return Number(hours) > 15 || Number(minutes) > 59 ? '+00:00' : `${sign}${hours}:${minutes}`;
};
