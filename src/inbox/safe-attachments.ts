import { mayPassAttachments } from './may-it-act.ts';
import type { Attachment, Message } from './message.ts';
import type { Provenance } from './provenance.ts';

export interface PassedAttachments {
  readonly passed: readonly Attachment[];
  readonly withheld: readonly { readonly filename: string; readonly why: string }[];
}

/** Attachments that may go along: all or none, by the receiving service's verdicts. */
export const safeAttachments = (message: Pick<Message, 'attachments'>, provenance: Provenance): PassedAttachments => {
  if (mayPassAttachments(provenance)) return { passed: message.attachments, withheld: [] };
  const why =
    provenance.virus === 'fail' ? 'a virus was found' : 'not scanned, or the scan for viruses or spam had a doubt';
  return {
    passed: [],
    withheld: message.attachments.map(({ filename, contentType }) => ({ filename: filename ?? contentType, why })),
  };
};
