import * as E from 'fp-ts/lib/Either.js';
import { isEmailAddress } from '../../cadence/email-address.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { toMinor } from '../../sheet/amounts/minor-units.ts';
import { calendarDate } from '../../sheet/dates/calendar-date.ts';
import { type Leaf, leavesOfXml } from './leaves-of-xml.ts';

/** A value of the XML, and the line that shows people what stands there. */
export interface Datum<V> {
  readonly value: V;
  readonly words: string;
}

/** What an electronic business paper says of itself. `currency` is null where it names none. */
export interface PaperData {
  readonly number: Datum<string> | null;
  readonly issued: Datum<LocalDate> | null;
  readonly expires: Datum<LocalDate> | null;
  readonly total: Datum<{ readonly minor: number; readonly currency: string | null }> | null;
  readonly buyer: Datum<string> | null;
  readonly email: Datum<string> | null;
}

/**
 * Where the fields stand, nearest meaning first: UN/CEFACT's cross industry papers (ZUGFeRD 1 and 2, Factur-X, Order-X,
 * XRechnung) and OASIS UBL (XRechnung, Peppol).
 */
const AGREEMENT =
  '[^/]+/(?:Specified)?SupplyChainTradeTransaction/Applicable(?:SupplyChain|Header)TradeAgreement/BuyerTradeParty';
const BUYER = '[^/]+/(?:AccountingCustomer|BuyerCustomer|OriginatorCustomer|Buyer)Party(?:/Party)?';
const PATHS = {
  number: [/^[^/]+\/(?:Header)?ExchangedDocument\/ID$/, /^[^/]+\/ID$/],
  issued: [/^[^/]+\/(?:Header)?ExchangedDocument\/IssueDateTime(?:\/DateTimeString)?$/, /^[^/]+\/IssueDate$/],
  expires: [
    /^[^/]+\/ExchangedDocument\/EffectiveSpecifiedPeriod\/(?:End|Complete)DateTime(?:\/DateTimeString)?$/,
    /^[^/]+\/ValidityPeriod\/EndDate$/,
  ],
  total: [
    /^[^/]+\/(?:Specified)?SupplyChainTradeTransaction\/Applicable(?:SupplyChain|Header)TradeSettlement\/SpecifiedTradeSettlement(?:Header)?MonetarySummation\/GrandTotalAmount$/,
    /^[^/]+\/(?:LegalMonetary|QuotedMonetary|AnticipatedMonetary)Total\/TaxInclusiveAmount$/,
    /^[^/]+\/(?:LegalMonetary|QuotedMonetary|AnticipatedMonetary)Total\/PayableAmount$/,
  ],
  currency: [/\/(?:Invoice|Order|Quote|Quotation)CurrencyCode$/, /^[^/]+\/(?:Document|Pricing)CurrencyCode$/],
  buyer: [
    new RegExp(`^${AGREEMENT}/Name$`),
    new RegExp(`^${BUYER}/PartyLegalEntity/RegistrationName$`),
    new RegExp(`^${BUYER}/PartyName/Name$`),
  ],
  email: [
    new RegExp(`^${AGREEMENT}/DefinedTradeContact/EmailURIUniversalCommunication/(?:URIID|CompleteNumber)$`),
    new RegExp(`^${AGREEMENT}/URIUniversalCommunication/URIID$`),
    new RegExp(`^${BUYER}/Contact/ElectronicMail$`),
  ],
} as const;

/** Reads an XML file that a PDF carries. Null: it is no business paper. */
export const paperData = (xml: string): PaperData | null => {
  const leaves = leavesOfXml(xml);
  const at = (paths: readonly RegExp[]): readonly Leaf[] =>
    paths.map(path => leaves.filter(leaf => path.test(leaf.path))).find(found => found.length > 0) ?? [];
  const one = <V>(name: string, paths: readonly RegExp[], read: (leaf: Leaf) => V | null): Datum<V> | null => {
    const [leaf] = at(paths);
    const value = leaf === undefined ? null : read(leaf);
    return leaf === undefined || value === null ? null : { value, words: `${name}: ${leaf.text}` };
  };
  const number = one('Number', PATHS.number, ({ text }) => (text.length <= 60 ? text : null));
  const buyer = one('Buyer', PATHS.buyer, ({ text }) => (text.length <= 120 ? text : null));
  if (number === null || buyer === null) return null;
  return {
    number,
    buyer,
    issued: one('Issue date', PATHS.issued, dayIn),
    expires: one('Valid until', PATHS.expires, dayIn),
    total: totalIn(at(PATHS.total), at(PATHS.currency)[0]?.text ?? null),
    email: one('Buyer’s mail address', PATHS.email, ({ text }) => (isEmailAddress(text) ? text : null)),
  };
};

/** UN/CEFACT writes `20260303`, UBL `2026-03-03`. */
const dayIn = ({ text }: Leaf): LocalDate | null => {
  const [, year, month, day] = /^(\d{4})-?(\d\d)-?(\d\d)(?=$|[T+Z])/.exec(text) ?? [];
  return year === undefined ? null : calendarDate(Number(year), Number(month), Number(day));
};

/** Of a total in two currencies the one that the paper is in. */
const totalIn = (leaves: readonly Leaf[], stated: string | null): PaperData['total'] => {
  const currencyOf = ({ attributes }: Leaf): string | null => attributes.currencyID ?? stated;
  const leaf = leaves.find(found => currencyOf(found) === stated) ?? leaves[0];
  const [, whole, fraction = ''] = /^(\d+)(?:\.(\d+))?$/.exec(leaf?.text ?? '') ?? [];
  if (leaf === undefined || whole === undefined) return null;
  const code = currencyOf(leaf);
  const currency = code !== null && /^[A-Z]{3}$/.test(code) ? code : null;
  const minor = toMinor({ whole, fraction }, currency ?? 'EUR');
  if (E.isLeft(minor) || minor.right === 0) return null;
  return {
    value: { minor: minor.right, currency },
    words: `Grand total: ${leaf.text}${code === null ? '' : ` ${code}`}`,
  };
};
