import type { Reference } from '../which-quote.ts';
import type { Provenance } from './provenance.ts';

/** How far a message may be believed. */
export type TrustDecision =
  /** The chain is held and a person is asked: shown, not believed. */
  | { readonly kind: 'ask'; readonly why: string }
  /** Counts as an answer. That somebody else than the contact wrote it is seen from the reply itself. */
  | { readonly kind: 'believe' };

/**
 * May the message act on its quote? The receiving service's verdicts alone decide. Stopping needs weak evidence, so
 * even what is only asked about holds the chain.
 */
export const assessTrust = (provenance: Provenance, reference: Reference): TrustDecision => {
  if (reference.disagree) return { kind: 'ask', why: reference.why };
  if (reference.quoteId === null) return { kind: 'ask', why: reference.why };
  if (provenance.authentication === 'fail') {
    return {
      kind: 'ask',
      why: `it claims to come from ${provenance.from ?? 'several senders'}, but that is not authenticated`,
    };
  }
  if (reference.how === 'sender') return { kind: 'ask', why: reference.why };
  return { kind: 'believe' };
};

/** Attachments and the original are passed on only if both scans ran and found nothing. */
export const mayPassAttachments = ({ virus, spam }: Provenance): boolean => virus === 'pass' && spam === 'pass';
