import { isRep } from '../cadence/owner.ts';
import type { Business } from './business.ts';
import type { ReadMail } from './read-mail.ts';

/** Written by a rep, by the receiving service's own word: it is no customer's answer. */
export const isRepsOwn = (
  { policy }: Pick<Business, 'policy'>,
  { provenance }: Pick<ReadMail, 'provenance'>,
): boolean => provenance.from !== null && provenance.authentication === 'pass' && isRep(provenance.from, policy);
