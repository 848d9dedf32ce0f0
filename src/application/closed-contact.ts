import { type ContactState, standingOf } from '../aggregates/contact/contact.ts';
import { mailAggregate } from '../aggregates/mail.ts';
import { ContactLifted, MailReceived } from '../events/other-events.ts';
import { mailStream } from '../events/stream-name.ts';
import { referenceOf } from '../kernel/references.ts';
import { contactClosedMail } from '../letters/mail/contact-closed-mail.ts';
import type { LiftContactPage } from '../letters/page/lift-contact-page.ts';
import type { Business } from './business.ts';
import { load } from './load.ts';
import { loadContact } from './quotes.ts';
import { tellOnce } from './tell-once.ts';
import { unsealer } from './unseal.ts';
import type { World } from './world.ts';

export const CONTACT_CLOSED = 'contact-closed';

/** The contact that a letter's page is about, as its row in `qf-approvals` has it: about, key, reference. */
export const contactAsked = (about: string): string => about.split('/')[2] ?? '';

/** A contact as the admin's letter and page show it. */
export const contactShown = async (
  world: World,
  { mirror }: Business,
  ref: string,
): Promise<LiftContactPage['contact']> => {
  const [{ state }, refKey] = await Promise.all([loadContact(world, ref), world.secrets.refKey()]);
  const rows = [...mirror.rows.values()].filter(({ contact }) => referenceOf(refKey, contact) === ref);
  return {
    address: rows[0]?.contact ?? (await senderOf(world, state, { refKey, ref })),
    standing: standingOf(state),
    quotes: rows.filter(({ status }) => status === 'open').map(({ quoteId }) => quoteId),
  };
};

/** Who sent the message that closed the contact, where it was their own. */
const senderOf = async (
  world: World,
  { sources }: ContactState,
  { refKey, ref }: { readonly refKey: Uint8Array; readonly ref: string },
): Promise<string | null> => {
  const source = sources.at(-1);
  if (source === undefined) return null;
  const { stored } = await load(world, mailStream(source), mailAggregate);
  const event = stored.find(({ action }) => action === MailReceived.name);
  const sealed = event ? await unsealer(world.keys)(MailReceived, event) : 'erased';
  return sealed !== 'erased' && sealed !== null && referenceOf(refKey, sealed.from) === ref ? sealed.from : null;
};

/** A contact that a mail closed is told to the admin, once for each time and reason. One that is open needs no letter. */
export const tellIfClosed = async (world: World, business: Business, ref: string): Promise<void> => {
  const { state, stored } = await loadContact(world, ref);
  const standing = standingOf(state);
  if (standing === 'fine') return;
  const lifts = stored.filter(({ action }) => action === ContactLifted.name).length;
  const shown = await contactShown(world, business, ref);
  await tellOnce(world, business, CONTACT_CLOSED, `${ref}/${lifts}/${standing}`, url =>
    contactClosedMail({ ...shown, standing }, url),
  );
};
