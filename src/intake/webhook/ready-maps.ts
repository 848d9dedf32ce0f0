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
 * https://developers.pandadoc.com/reference/on-document-status-change
 * PandaDoc, event `document_state_changed`; the subscription's payload must include `metadata` and `pricing`. A body is a list of notices. Documents
 * have no number of their own: it is taken from the metadata key `quote_number`, else from the document's reference, else
 * its id.
 */
const pandadoc: FieldMap = {
  each: '',
  when: { path: 'data.status', is: ['document.sent'] },
  fields: {
    quote_id: ['data.metadata.quote_number', 'data.ref_number', 'data.id'],
    customer: [
      'data.metadata.customer',
      'data.recipients[recipient_type=signer].company',
      'data.recipients[0].company',
      'data.recipients[recipient_type=signer].first_name + data.recipients[recipient_type=signer].last_name',
      'data.recipients[0].first_name + data.recipients[0].last_name',
    ],
    contact_email: ['data.recipients[recipient_type=signer].email', 'data.recipients[0].email'],
    amount: ['data.grand_total.amount', 'data.pricing.total'],
    currency: ['data.grand_total.currency'],
    sent_date: ['data.date_sent', 'data.date_modified'],
    expiry_date: ['data.expiration_date'],
    pdf: ['data.recipients[recipient_type=signer].shared_link', 'data.recipients[0].shared_link'],
    owner: ['data.sent_by.email', 'data.created_by.email'],
  },
};

/** Quotient, event `quote_sent`: https://www.quotientapp.com/help/quotient-webhooks */
const quotient: FieldMap = {
  when: { path: 'event_name', is: ['quote_sent'] },
  fields: {
    quote_id: ['quote_number'],
    customer: ['quote_for.company_name', 'quote_for.name_first + quote_for.name_last'],
    contact_email: ['quote_for.email', 'quote_for.email_address'],
    amount: ['total_includes_tax'],
    currency: ['currency_code', 'currency'],
    sent_date: ['first_sent'],
    expiry_date: ['valid_until'],
    pdf: ['quote_url'],
    owner: ['from.email', 'from.email_address'],
  },
};

/** Zoho Books, a workflow rule that posts the whole estimate as JSON: https://www.zoho.com/books/api/v3/estimates/ */
const zohoBooks: FieldMap = {
  when: { path: 'estimate.status', is: ['sent'] },
  fields: {
    quote_id: ['estimate.estimate_number'],
    customer: ['estimate.customer_name'],
    contact_email: [
      'estimate.contact_persons_details[is_primary_contact=true].email',
      'estimate.contact_persons_details[0].email',
      'estimate.email',
    ],
    amount: ['estimate.total'],
    currency: ['estimate.currency_code'],
    sent_date: ['estimate.date'],
    expiry_date: ['estimate.expiry_date'],
    pdf: ['estimate.estimate_url'],
    owner: ['estimate.salesperson_email', 'estimate.salesperson_name'],
  },
};

/** The maps that need no configuring, by the name that `/hook?tool=` gives. */
export const READY_MAPS: Readonly<Record<string, FieldMap>> = { plain, pandadoc, quotient, 'zoho-books': zohoBooks };
