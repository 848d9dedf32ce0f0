import type { Provenance } from './provenance.ts';
import type { Reference } from './which-quote.ts';

/** How far a message may be believed. */
export type Credence =
  /** A virus: nobody gets it, it is listed. */
  | { readonly kind: 'quarantine'; readonly why: string }
  /** The chain is held and a person is asked: shown, not believed. */
  | { readonly kind: 'ask'; readonly why: string }
  /** Counts as an answer. `flag` is told along with it. */
  | { readonly kind: 'believe'; readonly flag: string | null };

/**
 * May the message act on its quote? The receiving service's verdicts alone decide. Stopping needs weak evidence, so
 * even what is only asked about holds the chain.
 */
export const mayItAct = (provenance: Provenance, reference: Reference, contact: string | null): Credence => {
  if (provenance.virus === 'fail') return { kind: 'quarantine', why: 'the receiving service found a virus' };
  if (reference.disagree) return { kind: 'ask', why: reference.why };
  if (reference.quoteId === null) return { kind: 'ask', why: reference.why };
  if (provenance.authentication === 'fail') {
    return {
      kind: 'ask',
      why: `it claims to come from ${provenance.from ?? 'several senders'}, but that is not authenticated`,
    };
  }
  if (reference.how === 'sender') return { kind: 'ask', why: reference.why };
  const known = contact !== null && provenance.from === contact.toLowerCase();
  return { kind: 'believe', flag: known ? null : `from ${provenance.from ?? 'an unknown sender'}, not the contact` };
};

/** Attachments and the original are passed on only if both scans ran and found nothing. */
export const mayPassAttachments = ({ virus, spam }: Provenance): boolean => virus === 'pass' && spam === 'pass';
