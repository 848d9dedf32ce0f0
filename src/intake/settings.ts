import type { LocalDate } from '../kernel/local-date.ts';

/** What a business's settings say that helps to read its quotes. */
export interface IntakeSettings {
  /** ISO 4217: what a sum without a sign is in, and what a sign several countries share means. */
  readonly currency: string;
  /** The configured locale; leave it out when it is only a default. */
  readonly locale?: string | undefined;
  /** The business's own domains, lower-case: whoever writes from one is never the customer. */
  readonly companyDomains: readonly string[];
  /** Further addresses of its own: reps, the quotes inbox. */
  readonly ownAddresses: readonly string[];
  /** IANA zone: the calendar of a mail whose `Date` is given in UTC. */
  readonly timezone?: string | undefined;
  /** Today on the business's calendar, if the caller knows: a quote dated later is doubtful. */
  readonly today?: LocalDate | undefined;
}
