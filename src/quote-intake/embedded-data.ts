import * as E from 'fp-ts/lib/Either.js';
import { Parser } from 'htmlparser2';
import { isEmailAddress } from '../cadence/owner.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { toMinor } from '../sheet/amounts/read-amount.ts';
import { calendarDate } from '../sheet/dates/calendar-date.ts';
import { keyOfTotal, type Total } from './fields/total.ts';
import { type Candidate, choose, type Reading, shownAs } from './labelled-values/candidate.ts';
import type { Origin } from './layout/line.ts';
import type { ReadPdf } from './pdf-pages.ts';
import type { Read } from './readings.ts';

/** An element that holds text and no other element. */
export interface Leaf {
  /** Names from the root down, without prefixes: `CrossIndustryInvoice/ExchangedDocument/ID`. */
  readonly path: string;
  readonly text: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** The parser keeps its open elements in an array it shifts, so depth costs; an invoice nests a dozen deep. */
const DEEPEST = 60;
const MAX_LEAVES = 20_000;
const LONGEST = 500;

/** The texts of an XML document. Empty for one with a document type: entities of a stranger's making are not read. */
export const leavesOfXml = (xml: string): readonly Leaf[] => {
  const leaves: Leaf[] = [];
  const open: { name: string; attributes: Record<string, string>; text: string; isLeaf: boolean }[] = [];
  let refused = false;
  const stop = (): void => {
    refused = true;
    parser.pause();
  };
  const parser: Parser = new Parser(
    {
      onprocessinginstruction: name => {
        if (/^!doctype/i.test(name)) stop();
      },
      onopentag: (name, attributes) => {
        const parent = open.at(-1);
        if (parent) parent.isLeaf = false;
        open.push({ name: name.slice(name.indexOf(':') + 1), attributes, text: '', isLeaf: true });
        if (open.length > DEEPEST || leaves.length > MAX_LEAVES) stop();
      },
      ontext: text => {
        const inner = open.at(-1);
        if (inner && inner.text.length < LONGEST) inner.text += text;
      },
      onclosetag: () => {
        const path = open.map(({ name }) => name).join('/');
        const closed = open.pop();
        const text = closed?.text.replace(/\s+/g, ' ').trim().slice(0, LONGEST) ?? '';
        if (closed?.isLeaf && text !== '') leaves.push({ path, text, attributes: closed.attributes });
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
  return refused ? [] : leaves;
};

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

/** The data of one PDF, and which. */
export interface FoundData {
  readonly origin: Origin;
  readonly data: PaperData;
}

/** How a datum's line reads, where it is shown and where it is quoted. */
export const shownDatum = ({ words }: Datum<unknown>): string => `${words} (in the PDF's embedded invoice data)`;

/** A field of the data; doubtful where two PDFs' disagree. */
export const fieldOfData = <V>(
  found: readonly FoundData[],
  pick: (data: PaperData) => Datum<V> | null,
  keyOf: (value: V) => string,
): Read<V> =>
  choose(
    found.flatMap(({ origin, data }): Candidate<V>[] => {
      const datum = pick(data);
      return datum === null ? [] : [{ value: datum.value, words: [shownDatum(datum)], origin, weight: 20 }];
    }),
    keyOf,
  );

/**
 * Where a paper says a thing twice its data lead, as the law has it for such invoices; what the page prints beside it
 * confirms it, or stays with it as a doubt.
 */
export const ledByData = <V>(data: Read<V>, printed: Read<V>, keyOf: (value: V) => string): Read<V> => {
  if (E.isLeft(data)) return data.left.kind === 'doubtful' ? data : printed;
  if (E.isLeft(printed)) return data;
  const both: Reading<V> = { ...data.right, words: [...data.right.words, ...printed.right.words] };
  return E.right(
    keyOf(data.right.value) === keyOf(printed.right.value)
      ? both
      : { ...both, doubt: `what is printed says ${shownAs(printed.right.value, keyOf)}` },
  );
};

/** Data that name no currency are in the one that is printed beside the same sum. */
export const totalOfData = (found: readonly FoundData[], printed: Read<Total>): Read<Total> => {
  const beside = E.isRight(printed) ? printed.right.value : null;
  return fieldOfData<Total>(
    found,
    ({ total }) => {
      if (total === null) return null;
      const { minor, currency } = total.value;
      if (currency !== null) return { value: { minor, currency, marked: true }, words: total.words };
      return beside?.minor === minor ? { value: beside, words: total.words } : null;
    },
    keyOfTotal,
  );
};

/** The electronic business paper that a PDF carries; the first, where it carries several. */
export const dataOfPdf = ({ fileName, pages }: ReadPdf): readonly FoundData[] =>
  (pages.embedded ?? [])
    .flatMap(({ xml }) => paperData(xml) ?? [])
    .slice(0, 1)
    .map(data => ({ origin: `pdf:${fileName}`, data }));
