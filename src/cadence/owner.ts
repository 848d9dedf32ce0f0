import type { LocalDate } from '../kernel/local-date.ts';
import type { Policy } from './policy.ts';

const SHAPE =
  /^[^\s@<>()[\],;:"\\]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,8}[\p{L}][\p{L}\p{N}-]{0,61}[\p{L}\p{N}]$/u;

/** One plausible e-mail address: no spaces, no line breaks, no display name, a domain with a dot; at most 254 characters. */
export const isEmailAddress = (text: string): boolean =>
  text.length <= 254 && SHAPE.test(text) && !text.includes('..') && !text.startsWith('.') && !text.includes('.@');

export interface Ownership {
  /** The address that drafts, replies and notices go to, lower-case. */
  readonly owner: string;
  readonly from: 'row' | 'team' | 'admin';
  /** Set when the row named somebody who is no rep: the digest lists the quote. */
  readonly fellThrough: string | null;
}

type Reps = Pick<Policy, 'admin' | 'people' | 'teams' | 'knownReps' | 'companyDomains'>;

/** The row's owner, else the default of the row's team, else the admin. An owner who is no rep falls to the admin. */
export const ownerOf = (
  row: { readonly owner: string | null; readonly team: string | null },
  policy: Reps,
): Ownership => {
  if (row.owner !== null) {
    const address = addressOf(row.owner, policy);
    return isRep(address, policy) ? { owner: address, from: 'row', fellThrough: null } : toAdmin(row.owner, policy);
  }
  const team = row.team === null ? undefined : defaultOf(row.team, policy);
  if (team === undefined) return toAdmin(row.team ?? '', policy);
  const address = addressOf(team, policy);
  return isRep(address, policy) ? { owner: address, from: 'team', fellThrough: null } : toAdmin(team, policy);
};

/** A team may be called `constructor`. */
const defaultOf = (team: string, { teams }: Pick<Policy, 'teams'>): string | undefined => {
  const name = team.trim().toLowerCase();
  return Object.hasOwn(teams, name) ? teams[name] : undefined;
};

const toAdmin = (named: string, policy: Reps): Ownership => ({
  owner: policy.admin.toLowerCase(),
  from: 'admin',
  fellThrough: named,
});

/** A person's name as the rules doc has it stands for their address. */
export const addressOf = (named: string, { people }: Pick<Policy, 'people'>): string => {
  const wanted = named.trim().toLowerCase();
  const person = Object.entries(people).find(([name]) => name.toLowerCase() === wanted);
  return (person?.[1] ?? wanted).toLowerCase();
};

/**
 * A rep is a person of the rules doc, or of the config (a known rep, the admin), whose address is in a company domain;
 * where no domains are configured any domain will do. An address that only a row names is nobody's: a slip of the hand
 * in the sheet must not hand drafts to a stranger.
 */
export const isRep = (address: string, policy: Reps): boolean => {
  const [, domain] = address.split('@');
  if (domain === undefined) return false;
  const domains = policy.companyDomains.map(known => known.toLowerCase());
  if (domains.length > 0 && !domains.includes(domain)) return false;
  return [...Object.values(policy.people), ...policy.knownReps, policy.admin].some(
    known => known.toLowerCase() === address,
  );
};

/** Who stands in for a rep on a day: the cover while away (and the cover's cover), else the rep. */
export const standInFor = (
  owner: string,
  policy: Pick<Policy, 'people' | 'away' | 'admin'>,
  today: LocalDate,
): string => {
  let address = owner;
  const seen = new Set<string>();
  while (!seen.has(address)) {
    seen.add(address);
    const away = policy.away.find(
      ({ person, from, to }) => addressOf(person, policy) === address && from <= today && today <= to,
    );
    if (!away) return address;
    const cover = addressOf(away.cover, policy);
    if (!cover.includes('@')) return policy.admin.toLowerCase();
    address = cover;
  }
  return policy.admin.toLowerCase();
};

/** The name a rep is known by: as the rules doc writes it, else the address's local part. */
export const nameOf = (address: string, { people }: Pick<Policy, 'people'>): string =>
  Object.entries(people).find(([, known]) => known.toLowerCase() === address.toLowerCase())?.[0] ??
  (address.split('@')[0] ?? address).replace(/[._-]+/g, ' ').replace(/\b\p{L}/gu, first => first.toUpperCase());
