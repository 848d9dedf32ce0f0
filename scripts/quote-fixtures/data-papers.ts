import { expected, type Fixture } from './expected.ts';
import { paper } from './paper.ts';

interface Said {
  readonly number: string;
  /** `20260303` */
  readonly issued: string;
  readonly until?: string;
  readonly total: string;
  readonly currency: string;
  readonly buyer: string;
}

/** The header of a cross industry paper, as Factur-X and Order-X have it. */
const crossIndustry = (
  root: string,
  { number, issued, until, total, currency, buyer }: Said,
): string => `<?xml version="1.0" encoding="UTF-8"?>
<rsm:${root} xmlns:rsm="urn:un:unece:uncefact:data:standard:${root}:100" xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100" xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100">
<rsm:ExchangedDocument><ram:ID>${number}</ram:ID><ram:TypeCode>310</ram:TypeCode>
<ram:IssueDateTime><udt:DateTimeString format="102">${issued}</udt:DateTimeString></ram:IssueDateTime>${
  until === undefined
    ? ''
    : `<ram:EffectiveSpecifiedPeriod><ram:EndDateTime><udt:DateTimeString format="102">${until}</udt:DateTimeString></ram:EndDateTime></ram:EffectiveSpecifiedPeriod>`
}</rsm:ExchangedDocument>
<rsm:SupplyChainTradeTransaction>
<ram:ApplicableHeaderTradeAgreement><ram:SellerTradeParty><ram:Name>Brandt Werkstätten</ram:Name></ram:SellerTradeParty><ram:BuyerTradeParty><ram:Name>${buyer}</ram:Name></ram:BuyerTradeParty></ram:ApplicableHeaderTradeAgreement>
<ram:ApplicableHeaderTradeSettlement><ram:InvoiceCurrencyCode>${currency}</ram:InvoiceCurrencyCode><ram:SpecifiedTradeSettlementHeaderMonetarySummation><ram:LineTotalAmount>1.00</ram:LineTotalAmount><ram:GrandTotalAmount>${total}</ram:GrandTotalAmount></ram:SpecifiedTradeSettlementHeaderMonetarySummation></ram:ApplicableHeaderTradeSettlement>
</rsm:SupplyChainTradeTransaction></rsm:${root}>`;

const ubl = ({ number, issued, until, total, currency, buyer }: Said): string => `<?xml version="1.0"?>
<Quotation xmlns="urn:oasis:names:specification:ubl:schema:xsd:Quotation-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
<cbc:ID>${number}</cbc:ID><cbc:IssueDate>${issued}</cbc:IssueDate><cbc:PricingCurrencyCode>${currency}</cbc:PricingCurrencyCode>
<cac:ValidityPeriod><cbc:EndDate>${until}</cbc:EndDate></cac:ValidityPeriod>
<cac:SellerSupplierParty><cac:Party><cac:PartyName><cbc:Name>Someone Else</cbc:Name></cac:PartyName></cac:Party></cac:SellerSupplierParty>
<cac:OriginatorCustomerParty><cac:Party><cac:PartyLegalEntity><cbc:RegistrationName>${buyer}</cbc:RegistrationName></cac:PartyLegalEntity></cac:Party></cac:OriginatorCustomerParty>
<cac:QuotedMonetaryTotal><cbc:TaxInclusiveAmount currencyID="${currency}">${total}</cbc:TaxInclusiveAmount></cac:QuotedMonetaryTotal></Quotation>`;

const angebot = (printedTotal: string, xml: string, name: string) =>
  paper(
    s => {
      s.lines(60, 60, ['Brandt Werkstätten', 'Hafenweg 8', '24103 Kiel', 'Tel. 0431 555 0190'], { size: 8, step: 10 });
      s.lines(60, 150, ['Kunde:', 'Kieler Ruderverein e.V.', 'Bootshaus 3', '24105 Kiel']);
      s.text(60, 250, 'Angebot AN-2026-0190', { size: 14 });
      s.lines(60, 275, ['Datum: 09.03.2026', 'Gültig bis: 30.04.2026']);
      s.text(60, 330, `Gesamtbetrag: ${printedTotal} €`);
    },
    { files: [{ name, bytes: Buffer.from(xml) }] },
  );

/** No letter is printed: what is sure stands in the data. */
const pictureWithData = () =>
  paper(() => undefined, {
    files: [
      {
        name: 'quotation.xml',
        bytes: Buffer.from(
          ubl({
            number: 'Q-88120',
            issued: '2026-03-11',
            until: '2026-04-11',
            total: '4180.50',
            currency: 'NOK',
            buyer: 'Fjordheim Hotell AS',
          }),
        ),
      },
    ],
  });

const SAID = {
  number: 'AN-2026-0190',
  issued: '20260309',
  until: '20260430',
  currency: 'EUR',
  buyer: 'Kieler Ruderverein e.V.',
};

/** Papers that carry what they say as data beside the print. */
export const dataPapers: readonly Fixture[] = [
  {
    file: 'order-x.pdf',
    make: () =>
      angebot('2.380,00', crossIndustry('SCRDMCCBDACIOMessageStructure', { ...SAID, total: '2380.00' }), 'order-x.xml'),
    expected: expected('Kieler Ruderverein e.V.', 'AN-2026-0190', 238000, 'EUR', '2026-03-09', '2026-04-30'),
  },
  {
    file: 'data-against-print.pdf',
    make: () =>
      angebot('2.380,00', crossIndustry('CrossIndustryInvoice', { ...SAID, total: '2830.00' }), 'factur-x.xml'),
    expected: expected('Kieler Ruderverein e.V.', 'AN-2026-0190', 283000, 'EUR', '2026-03-09', '2026-04-30'),
  },
  {
    file: 'picture-with-data.pdf',
    make: pictureWithData,
    expected: expected('Fjordheim Hotell AS', 'Q-88120', 418050, 'NOK', '2026-03-11', '2026-04-11'),
  },
];
