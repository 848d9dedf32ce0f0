import { isPublicMailProvider } from '../../mail-reading/trust/provenance.ts';
import type { IntakeSettings } from '../context.ts';
import { normalizeText } from '../normalize-text.ts';
import type { Envelope, Mailbox } from '../source.ts';

/** What is known of the two sides beside the paper. */
export interface Parties {
  /** The customer's side of the visible recipients, best first. */
  readonly recipients: readonly Mailbox[];
  /** Main part of the recipient's domain (`nordlicht` of `anna@nordlicht.example`), unless a public mail provider's. */
  readonly domain: string | null;
  /** Is this what the business itself is called, or an address of its own? */
  readonly isOwnName: (name: string) => boolean;
  readonly isOwnAddress: (address: string) => boolean;
}

/** Two writings of one name: case, accents, signs, articles and the usual short form of a town hall aside. */
export const comparableName = (name: string): string =>
  normalizeText(
    name.replace(/^Ayto\.? /i, 'Ayuntamiento ').replace(/^(?:the|die|der|das|le|la|les|el|il|het)\s/i, ''),
  ).text.replace(/[^\p{L}\p{N}]/gu, '');

export const sidesOf = (envelope: Envelope | null, settings: IntakeSettings): Parties => {
  const from = envelope?.from.map(box => box.address.toLowerCase()) ?? [];
  const addresses = new Set([...from, ...settings.ownAddresses.map(address => address.toLowerCase())]);
  const domains = [
    ...settings.companyDomains.map(domain => domain.toLowerCase()),
    ...from.map(domainOf).filter(isCompanys),
  ];
  const isOwnAddress = (address: string): boolean => {
    const lower = address.toLowerCase();
    return addresses.has(lower) || domains.some(own => isOrUnder(domainOf(lower), own));
  };
  const recipients = recipientsOf(envelope, isOwnAddress);
  const domain = domainOf(recipients[0]?.address.toLowerCase() ?? '');
  const ownNames = new Set(envelope?.from.map(box => comparableName(box.name)).filter(name => name !== '') ?? []);
  const labels = domains.map(mainLabel).filter(label => label.length >= 4);
  return {
    recipients,
    domain: isCompanys(domain) ? mainLabel(domain) : null,
    isOwnAddress,
    isOwnName: name => {
      const bare = comparableName(name);
      return ownNames.has(bare) || labels.some(label => bare.startsWith(label.replace(/[^\p{L}\p{N}]/gu, '')));
    },
  };
};

const recipientsOf = (envelope: Envelope | null, isOwn: (address: string) => boolean): Mailbox[] => {
  const theirs = (boxes: readonly Mailbox[]): Mailbox[] =>
    boxes.filter(
      ({ address }) => !isOwn(address) && !/^(?:no-?reply|do-?not-?reply|mailer-daemon|postmaster)@/i.test(address),
    );
  if (!envelope) return [];
  const to = theirs(envelope.to);
  return to.length > 0 ? to : theirs(envelope.cc);
};

export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

const isCompanys = (domain: string): boolean => domain.includes('.') && !isPublicMailProvider(domain);

const isOrUnder = (domain: string, own: string): boolean => domain === own || domain.endsWith(`.${own}`);

const SECOND_LEVEL = new Set(['co', 'com', 'org', 'net', 'gov', 'edu', 'ac', 'ltd', 'plc']);

/** `nordlicht` of `mail.nordlicht.co.uk`. */
const mainLabel = (domain: string): string => {
  const labels = domain.split('.').slice(0, -1);
  const last = labels.at(-1) ?? '';
  return SECOND_LEVEL.has(last) && labels.length > 1 ? (labels.at(-2) ?? last) : last;
};
