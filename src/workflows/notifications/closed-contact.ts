import { type ContactState, standingOf } from '../../aggregates/contact.ts';
import { mailAggregate } from '../../aggregates/mail.ts';
import { load } from '../../event-store/load.ts';
import { unsealer } from '../../event-store/sealing.ts';
import { ContactLifted } from '../../events/contact-events.ts';
import { MailReceived } from '../../events/mail-events.ts';
import { mailStream } from '../../events/stream-id.ts';
import { referenceOf } from '../../kernel/references.ts';
import { contactClosedMail } from '../../presentation/emails/contact-closed-mail.ts';
import type { LiftContactPage } from '../../presentation/pages/lift-contact-page.ts';
import type { BusinessContext } from '../business-context.ts';
import type { Dependencies } from '../dependencies.ts';
import { loadContact } from '../quotes.ts';
import { notifyAdminOnce } from './notify-admin-once.ts';

export const CONTACT_CLOSED = 'contact-closed';

/** The contact that a letter's page is about, as its row in `qf-approvals` has it: about, key, reference. */
export const contactAsked = (about: string): string => about.split('/')[2] ?? '';

/** A contact as the admin's letter and page show it. */
export const contactShown = async (
  deps: Dependencies,
  { mirror }: BusinessContext,
  ref: string,
): Promise<LiftContactPage['contact']> => {
  const [{ state }, refKey] = await Promise.all([loadContact(deps, ref), deps.secrets.refKey()]);
  const rows = [...mirror.rows.values()].filter(({ contact }) => referenceOf(refKey, contact) === ref);
  return {
    address: rows[0]?.contact ?? (await senderOf(deps, state, { refKey, ref })),
    standing: standingOf(state),
    quotes: rows.filter(({ status }) => status === 'open').map(({ quoteId }) => quoteId),
  };
};

/** Who sent the message that closed the contact, where it was their own. */
const senderOf = async (
  deps: Dependencies,
  { sources }: ContactState,
  { refKey, ref }: { readonly refKey: Uint8Array; readonly ref: string },
): Promise<string | null> => {
  const source = sources.at(-1);
  if (source === undefined) return null;
  const { stored } = await load(deps, mailStream(source), mailAggregate);
  const event = stored.find(({ action }) => action === MailReceived.name);
  const sealed = event ? await unsealer(deps.keys)(MailReceived, event) : 'erased';
  return sealed !== 'erased' && sealed !== null && referenceOf(refKey, sealed.from) === ref ? sealed.from : null;
};

/** A contact that a mail closed is told to the admin, once for each time and reason. One that is open needs no letter. */
export const tellIfClosed = async (deps: Dependencies, business: BusinessContext, ref: string): Promise<void> => {
  const { state, stored } = await loadContact(deps, ref);
  const standing = standingOf(state);
  if (standing === 'fine') return;
  const lifts = stored.filter(({ action }) => action === ContactLifted.name).length;
  const shown = await contactShown(deps, business, ref);
  await notifyAdminOnce(deps, business, CONTACT_CLOSED, `${ref}/${lifts}/${standing}`, url =>
    contactClosedMail({ ...shown, standing }, url),
  );
};
