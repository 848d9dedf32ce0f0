import type { Facts, PersonalFacts } from '../../events/quote-events.ts';
import { fingerprintOf, referenceOf } from '../../kernel/references.ts';
import type { Row } from '../../sheet/row.ts';

/** A row's facts, split into what deciding needs and what is sealed. The fingerprint covers all that a draft states. */
export const factsOfRow = (
  row: Row,
  refKey: Uint8Array,
): { readonly facts: Facts; readonly personal: PersonalFacts } => {
  const { quoteId, customer, contact, amount, sent, expires, owner, team, override, pdfLink } = row;
  const stated = [quoteId, customer, contact.toLowerCase(), amount.minor, amount.currency, sent, expires, pdfLink];
  return {
    facts: {
      number: quoteId,
      contactRef: referenceOf(refKey, contact),
      domainRef: referenceOf(refKey, contact.split('@')[1] ?? ''),
      minor: amount.minor,
      currency: amount.currency,
      sent,
      expires,
      owner,
      team,
      override: storedOverride(override),
      factsHash: fingerprintOf(refKey, JSON.stringify(stated)),
    },
    personal: { customer, contact, pdfLink },
  };
};

const storedOverride = (override: Row['override']): Facts['override'] => {
  if (override === null || override.kind === 'off') return override;
  const { nudgeDays, lastCallDays } = override;
  return { kind: 'days', nudgeDays: [...nudgeDays], lastCallDays: lastCallDays === undefined ? 'tier' : lastCallDays };
};
