import type { FieldMap } from './field-map.ts';

/** The body as this project's own documentation describes it. */
const plain: FieldMap = {
  fields: {
    quote_id: ['quote_id', 'quote_number'],
    customer: ['customer'],
    contact_email: ['contact_email', 'email'],
    amount: ['amount'],
    currency: ['currency'],
    sent_date: ['sent_date', 'date_sent'],
    expiry_date: ['expiry_date', 'date_expires'],
    pdf: ['pdf', 'pdf_link', 'link'],
    owner: ['owner'],
  },
};

/**
 * PandaDoc, event `document_state_changed`: a list of notices. Documents have no number of their own: it is taken from the
 * metadata key `quote_number`, else from the document's reference, else its id. PandaDoc says itself that a recipient's
 * `shared_link` may still be empty when the notice leaves.
 */
const pandadoc: FieldMap = {
  each: '',
  when: { path: 'data.status', is: ['document.sent'] },
  fields: {
    quote_id: ['data.metadata.quote_number', 'data.ref_number', 'data.id'],
    customer: [
      'data.metadata.customer',
      'data.recipients[recipient_type=signer].first_name + data.recipients[recipient_type=signer].last_name',
      'data.recipients[0].first_name + data.recipients[0].last_name',
    ],
    contact_email: ['data.recipients[recipient_type=signer].email', 'data.recipients[0].email'],
    amount: ['data.grand_total.amount'],
    currency: ['data.grand_total.currency'],
    sent_date: ['data.date_sent', 'data.date_modified'],
    expiry_date: ['data.expiration_date'],
    pdf: ['data.recipients[recipient_type=signer].shared_link', 'data.recipients[0].shared_link'],
    owner: ['data.sent_by.email', 'data.created_by.email'],
  },
};

/** Zoho Books, a workflow rule of the module Quotes that posts the default payload: the estimate as a whole. */
const zohoBooks: FieldMap = {
  when: { path: 'estimate.status', is: ['sent'] },
  fields: {
    quote_id: ['estimate.estimate_number'],
    customer: ['estimate.customer_name'],
    contact_email: [
      'estimate.contact_persons_associated[0].contact_person_email',
      'estimate.contact_persons_details[0].email',
    ],
    amount: ['estimate.total'],
    currency: ['estimate.currency_code'],
    sent_date: ['estimate.date'],
    expiry_date: ['estimate.expiry_date'],
    pdf: ['estimate.estimate_url'],
    owner: ['estimate.salesperson_name'],
  },
};

/** ERPNext, a webhook of the document type Quotation on submit: the fields by their own names, as Frappe puts them. */
const erpnext: FieldMap = {
  fields: {
    quote_id: ['name'],
    customer: ['customer_name'],
    contact_email: ['contact_email'],
    amount: ['grand_total'],
    currency: ['currency'],
    sent_date: ['transaction_date'],
    expiry_date: ['valid_till'],
    owner: ['owner'],
  },
};

/** The maps that need no configuring, by the name that `/hook?tool=` gives; `docs/webhook.md` says what each was held against. */
export const READY_MAPS: Readonly<Record<string, FieldMap>> = { plain, pandadoc, 'zoho-books': zohoBooks, erpnext };
