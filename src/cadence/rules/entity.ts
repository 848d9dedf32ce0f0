import type { WallTime } from '../policy.ts';

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
export const MOST_ENTITIES = 6000;

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
