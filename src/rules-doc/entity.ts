import type { WallTime } from '../cadence/policy.ts';

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ');

const values = new Map<string, number>([
  ...UNITS.map((word, value) => [word, value] as const),
  ...TENS.map((word, i) => [word, (i + 2) * 10] as const),
  ...TENS.flatMap((ten, i) => UNITS.slice(1, 10).map((unit, j) => [`${ten}-${unit}`, (i + 2) * 10 + j + 1] as const)),
  ['single', 1],
  ['lone', 1],
]);

const ordinals = new Map<string, number>(ORDINALS.map((word, i) => [word, i + 1] as const));

const longestFirst = (words: Iterable<string>): string => [...words].sort((a, b) => b.length - a.length).join('|');

/** Regex source of a whole number below 10,000, in digits or words (`twenty-one`, `twenty one`). */
export const NUMBER = `(?:\\d{1,4}(?![\\d])|(?:${longestFirst(values.keys()).replaceAll('-', '[- ]')})(?![a-z]))`;

/** Regex source of `first`, `2nd`, `third`. */
export const ORDINAL = `(?:\\d{1,3}(?:st|nd|rd|th)|(?:${longestFirst(ordinals.keys())}))(?![a-z])`;

/** The value of what `NUMBER` or `ORDINAL` matched. */
export const numberOf = (words: string): number => {
  const plain = words.trim().replace(/[ -]+/, '-');
  return values.get(plain) ?? ordinals.get(plain) ?? Number.parseInt(plain, 10);
};

/** A day as prose names it. Without a year it comes every year, or is incomplete, as the sentence has it. */
export interface Day {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

/**
 * A piece of a sentence that carries a value. In the marked text it stands as its letter and one character that is its
 * index, so that patterns over the words can't break it. `fault`: it was seen for what it is, but can't be used.
 */
export type Entity = { readonly fault?: string } & (
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'link' }
  | { readonly kind: 'person'; readonly name: string }
  | { readonly kind: 'money'; readonly value: number }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'ordinal'; readonly value: number }
  /** `rate`: written "a week", which after "once" or "two nudges" would mean every week. */
  | { readonly kind: 'days'; readonly days: readonly number[]; readonly rate?: boolean }
  | { readonly kind: 'bareDays'; readonly days: readonly number[] }
  | { readonly kind: 'time'; readonly time: WallTime }
  | { readonly kind: 'date'; readonly on: Day }
  | { readonly kind: 'range'; readonly from: Day; readonly to: Day }
  | { readonly kind: 'tier'; readonly name: string }
);

export const LETTER = {
  address: 'E',
  link: 'U',
  person: 'W',
  money: 'M',
  number: 'N',
  ordinal: 'O',
  days: 'P',
  bareDays: 'B',
  time: 'T',
  date: 'D',
  range: 'R',
  tier: 'S',
} as const satisfies Record<Entity['kind'], string>;

const FIRST = 0xe000;

/** More values than any sentence holds; the private-use characters end there. */
export const MAX_ENTITIES = 6000;

/** How the entity of this index stands in the marked text. */
export const markOf = (entity: Entity, index: number): string =>
  LETTER[entity.kind] + String.fromCharCode(FIRST + index);

/** Regex source of one entity of a kind; group it to have it in the match. */
export const mark = (kind: Entity['kind']): string => `${LETTER[kind]}[\\ue000-\\uf8ff]`;

/** The entity a matched mark stands for. Throws on anything else: a broken pattern. */
export const entityAt = <K extends Entity['kind']>(
  entities: readonly Entity[],
  marked: string | undefined,
  kind: K,
): Extract<Entity, { kind: K }> => {
  const entity = marked === undefined ? undefined : entities[marked.charCodeAt(1) - FIRST];
  if (entity === undefined || !isOf(entity, kind)) throw new Error(`no ${kind} at ${marked}`);
  return entity;
};

const isOf = <K extends Entity['kind']>(entity: Entity, kind: K): entity is Extract<Entity, { kind: K }> =>
  entity.kind === kind;

/** The entity of any kind that a mark stands for. */
export const entityOf = (entities: readonly Entity[], marked: string): Entity | undefined =>
  entities[marked.charCodeAt(1) - FIRST];
