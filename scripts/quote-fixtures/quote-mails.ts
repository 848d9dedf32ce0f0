import { englishPapers } from './english-papers.ts';
import { europeanPapers } from './european-papers.ts';
import { type Expected, expected, type Fixture } from './expected.ts';
import { type MailParts, mail } from './mail.ts';
import { paper } from './paper.ts';
import { unicodePapers } from './unicode-papers.ts';

const pdfOf = async (file: string): Promise<Uint8Array> => {
  const found = [...englishPapers, ...europeanPapers, ...unicodePapers].find(fixture => fixture.file === file);
  if (!found) throw new Error(`no paper ${file}`);
  return found.make();
};

const attach = async (file: string, name = file) => ({ name, type: 'application/pdf', bytes: await pdfOf(file) });

const fixture = (file: string, parts: MailParts | (() => Promise<MailParts>), said: Expected): Fixture => ({
  file,
  make: async () => mail(typeof parts === 'function' ? await parts() : parts),
  expected: said,
});

const PRIYA = 'Priya Nair <priya@harbourline.example>';

/** Terms without a number of their own, but with sums and spans that are not the quote's. */
const terms = () =>
  paper(s => {
    s.text(50, 60, 'General terms and conditions of sale', { size: 14 });
    s.lines(50, 90, [
      '1. Our liability is limited to a total of S$10,000.00.',
      '2. Offers are valid for 90 days unless stated otherwise.',
      '3. Invoices are payable within 14 days.',
    ]);
  });

/** A picture where text should be. */
const scan = () => paper(() => undefined);

export const quoteMails: readonly Fixture[] = [
  fixture(
    'plain.eml',
    {
      from: PRIYA,
      to: 'Anna Berg <anna@nordlicht-catering.example>',
      subject: 'Quotation Q-1042: summer terrace furniture',
      date: 'Mon, 2 Mar 2026 09:12:00 +0800',
      text: 'Hi Anna,\n\nThanks for the call on Friday. As discussed, here is our quote Q-1042 for Nordlicht Catering GmbH:\n\n  12 terrace tables    S$ 3,000.00\n  48 stacking chairs   S$ 4,560.00\n  Delivery             S$ 240.00\n  Total incl. 9% GST   S$ 8,502.00\n\nThe quote is valid until 1 April. A 50% deposit (S$4,251.00) secures the delivery date of 20 April.\n\nBest,\nPriya\n\n--\nPriya Nair | Harbourline Supplies | +65 6555 0142\n',
    },
    expected(
      'Nordlicht Catering GmbH',
      'Q-1042',
      850200,
      'SGD',
      '2026-03-02',
      '2026-04-01',
      'anna@nordlicht-catering.example',
    ),
  ),
  fixture(
    'html-table.eml',
    {
      from: 'Sam Okafor <sam@harbourline.example>',
      to: '"Riverside Yoga Studio" <hello@riversideyoga.example>',
      subject: 'Your quote from Harbourline',
      date: 'Tue, 10 Mar 2026 16:40:00 +0000',
      html: '<html><head><style>.x{color:#333}</style></head><body><div style="display:none">Preview: save $99.00 today</div><p>Hello,</p><table width="100%"><tr><td><table><tr><td><b>Quote #</b></td><td>HL-3307</td></tr><tr><td><b>Date</b></td><td>10 March 2026</td></tr><tr><td><b>Valid until</b></td><td>24 March 2026</td></tr></table></td><td align="right"><img src="https://harbourline.example/logo.png"></td></tr></table><table border="1"><tr><th>Item</th><th>Qty</th><th>Price</th><th>Amount</th></tr><tr><td>Cork mats</td><td>30</td><td>£42.00</td><td>£1,260.00</td></tr><tr><td>Storage bench</td><td>2</td><td>£310.00</td><td>£620.00</td></tr><tr><td colspan="3" align="right">Subtotal</td><td>£1,880.00</td></tr><tr><td colspan="3" align="right">VAT (20%)</td><td>£376.00</td></tr><tr><td colspan="3" align="right"><b>Total</b></td><td><b>£2,256.00</b></td></tr></table><p><a href="https://quotes.harbourline.example/q/HL-3307?key=8f2c">View your quote online</a></p><p style="font-size:11px"><a href="https://harbourline.example/privacy">Privacy</a> <a href="https://www.facebook.com/harbourline">Facebook</a> <a href="https://harbourline.example/">harbourline.example</a></p></body></html>',
    },
    {
      ...expected(
        'Riverside Yoga Studio',
        'HL-3307',
        225600,
        'GBP',
        '2026-03-10',
        '2026-03-24',
        'hello@riversideyoga.example',
      ),
      pdf: 'https://quotes.harbourline.example/q/HL-3307?key=8f2c',
    },
  ),
  fixture(
    'forwarded-outlook.eml',
    {
      from: PRIYA,
      to: 'quotes@in.harbourline.example',
      subject: 'FW: Quotation Q-2077 - reception desk',
      date: 'Thu, 5 Mar 2026 08:01:00 +0800',
      text: 'For the list.\n\nFrom: Priya Nair <priya@harbourline.example>\nSent: Tuesday, 3 March 2026 4:45 PM\nTo: Dominic Leong <dominic.leong@pelican-law.example>\nCc: Mei Lin <meilin@harbourline.example>\nSubject: Quotation Q-2077 - reception desk\n\nDear Dominic,\n\nOur quotation Q-2077 for Pelican Law LLC comes to SGD 14,250.00 in total, including GST and installation.\nIt is valid for 30 days.\n\nKind regards\nPriya\n',
    },
    expected(
      'Pelican Law LLC',
      'Q-2077',
      1425000,
      'SGD',
      '2026-03-03',
      '2026-04-02',
      'dominic.leong@pelican-law.example',
    ),
  ),
  fixture(
    'forwarded-german.eml',
    {
      from: 'Jens Brandt <j.brandt@tischlerei-brandt.example>',
      to: 'angebote@eingang.tischlerei-brandt.example',
      subject: 'WG: Angebot AN-2026-0150',
      date: 'Fri, 6 Mar 2026 10:00:00 +0100',
      html: '<div>Zur Nachverfolgung</div><br><div>-----Ursprüngliche Nachricht-----<br><b>Von:</b> Jens Brandt &lt;j.brandt@tischlerei-brandt.example&gt;<br><b>Gesendet:</b> Donnerstag, 5. März 2026 17:20<br><b>An:</b> Petra Vogt &lt;vogt@praxis-vogt.example&gt;<br><b>Betreff:</b> Angebot AN-2026-0150</div><p>Sehr geehrte Frau Vogt,</p><p>anbei unser Angebot Nr. AN-2026-0150 für die Praxis Vogt über den neuen Empfang. Der Gesamtpreis beträgt 7.854,00 € inkl. MwSt.</p><p>Das Angebot gilt bis zum 5. April 2026.</p>',
    },
    expected('Praxis Vogt', 'AN-2026-0150', 785400, 'EUR', '2026-03-05', '2026-04-05', 'vogt@praxis-vogt.example'),
  ),
  fixture(
    'pdf-attached.eml',
    async () => ({
      from: PRIYA,
      to: 'Hui Min Tan <huimin@brightwater-cafe.example>',
      cc: 'Sam Okafor <sam@harbourline.example>',
      subject: 'Quotation HL-Q-2041',
      date: 'Tue, 3 Mar 2026 11:30:00 +0800',
      text: 'Dear Hui Min,\n\nPlease find our quotation attached. Do call me with any questions.\n\nPriya\n',
      attached: [
        await attach('harbourline.pdf', 'HL-Q-2041.pdf'),
        { name: 'Terms.pdf', type: 'application/pdf', bytes: await terms() },
      ],
    }),
    {
      ...expected(
        'Brightwater Café Pte Ltd',
        'HL-Q-2041',
        452306,
        'SGD',
        '2026-03-03',
        '2026-04-02',
        'huimin@brightwater-cafe.example',
      ),
      pdf: 'HL-Q-2041.pdf',
    },
  ),
  fixture(
    'pdf-french.eml',
    async () => ({
      from: 'Claire Martin <claire@lumieredusud.example>',
      to: 'Julien Roux <contact@petit-olivier.example>',
      subject: 'Votre devis D2026-0088',
      date: 'Thu, 5 Mar 2026 14:05:00 +0100',
      text: 'Bonjour Monsieur Roux,\n\nVous trouverez ci-joint notre devis pour l’éclairage de votre terrasse.\n\nBien cordialement,\nClaire Martin\n',
      attached: [await attach('devis.pdf', 'Devis_D2026-0088.pdf')],
    }),
    {
      ...expected(
        'Restaurant Le Petit Olivier',
        'D2026-0088',
        444320,
        'EUR',
        '2026-03-05',
        '2026-04-04',
        'contact@petit-olivier.example',
      ),
      pdf: 'Devis_D2026-0088.pdf',
    },
  ),
  fixture(
    'link-only.eml',
    {
      from: 'Jonah at Fernweh <jonah@studio-fernweh.example>',
      to: 'marta@hollowoakbrewery.example',
      subject: 'Proposal for Hollow Oak Brewery',
      date: 'Wed, 11 Mar 2026 12:00:00 +0000',
      html: '<p>Hi Marta,</p><p>Our proposal is ready for you.</p><p><a style="padding:8px" href="https://app.qwilr.example/hollow-oak-proposal-XyZ12">Open the proposal</a></p><p>Jonah<br><a href="https://studio-fernweh.example">studio-fernweh.example</a></p>',
    },
    {
      ...expected('Hollow Oak Brewery', null, null, null, '2026-03-11', null, 'marta@hollowoakbrewery.example'),
      pdf: 'https://app.qwilr.example/hollow-oak-proposal-XyZ12',
    },
  ),
  fixture(
    'reply-in-thread.eml',
    {
      from: 'Mei Lin <meilin@harbourline.example>',
      to: 'Oliver Grant <oliver@grantandsons.example>',
      subject: 'Re: Price for 40 chairs?',
      date: 'Mon, 9 Mar 2026 15:20:00 +0800',
      text: 'Hello Oliver,\n\nOur quote is no. 7719. The total for 40 chairs comes to $6,420.00 (USD), delivered. Prices hold until 31 March 2026.\n\nMei Lin\n\nOn Fri, 6 Mar 2026 at 18:02, Oliver Grant <oliver@grantandsons.example> wrote:\n> Last year you quoted a total of $5,900.00 under quote no. 6120.\n> Can you do the same again? We need them by 2 April 2026.\n> Grant & Sons\n',
    },
    expected('Oliver Grant', '7719', 642000, 'USD', '2026-03-09', '2026-03-31', 'oliver@grantandsons.example'),
  ),
  fixture(
    'spanish.eml',
    {
      from: 'Lucía Ferrer <lucia@costaclara.example>',
      to: 'Hotel Mirador <recepcion@hotelmirador.example>',
      subject: 'Presupuesto 2026-131 – reforma de baños',
      date: 'Fri, 13 Mar 2026 10:22:00 +0100',
      text: 'Estimados señores:\n\nLes adjuntamos el presupuesto nº 2026-131 para la reforma de 12 baños.\n\nImporte: 31.200,00 € más IVA (21 %): 6.552,00 €\nImporte total: 37.752,00 €\n\nEl presupuesto tiene una validez de 15 días.\n\nUn saludo,\nLucía Ferrer\nReformas Costa Clara\n',
    },
    expected('Hotel Mirador', '2026-131', 3775200, 'EUR', '2026-03-13', '2026-03-28', 'recepcion@hotelmirador.example'),
  ),
  fixture(
    'swedish.eml',
    {
      from: 'Erik Holm <erik@skargardensbygg.example>',
      to: 'Anna Lind <anna.lind@gmail.com>',
      subject: 'Offert 4480 altan',
      date: 'Sat, 14 Mar 2026 19:00:00 +0100',
      text: 'Hej Anna!\n\nHär kommer offert nr 4480 på altanen.\n\nArbete 48 000 kr\nMaterial 31 500 kr\nSumma inkl. moms 79 500 kr\nROT-avdrag -14 400 kr\n\nOfferten gäller till 30 april 2026.\n\nMvh Erik\n',
    },
    expected('Anna Lind', '4480', 7950000, 'SEK', '2026-03-14', '2026-04-30', 'anna.lind@gmail.com'),
  ),
  fixture(
    'polish.eml',
    async () => ({
      from: 'Tomasz Wójcik <tomasz@swiezesmaki.example>',
      to: 'biuro@restauracjazuraw.example',
      subject: 'Oferta nr OF/2026/03/17',
      date: 'Tue, 17 Mar 2026 13:15:00 +0100',
      text: 'Dzień dobry,\n\nw załączeniu przesyłam ofertę.\n\nPozdrawiam\nTomasz Wójcik\n',
      attached: [await attach('oferta-pl.pdf', 'oferta.pdf')],
    }),
    {
      ...expected(
        'Restauracja Żuraw S.A.',
        'OF/2026/03/17',
        709800,
        'PLN',
        '2026-03-17',
        '2026-04-16',
        'biuro@restauracjazuraw.example',
      ),
      pdf: 'oferta.pdf',
    },
  ),
  fixture(
    'japanese.eml',
    {
      from: '佐藤 健 <sato@minatomachi-kagu.example>',
      to: '山本 様 <yamamoto@aozora-foods.example>',
      subject: 'お見積書送付の件（見積番号 M-2026-0320）',
      date: 'Fri, 20 Mar 2026 10:00:00 +0900',
      text: '株式会社青空フーズ\n山本様\n\nいつもお世話になっております。\n下記の通りお見積り申し上げます。\n\n見積番号：M-2026-0320\n合計金額：￥486,000（税込）\n有効期限：2026年4月30日\n\n港町家具株式会社\n佐藤\n',
    },
    expected(
      '株式会社青空フーズ',
      'M-2026-0320',
      486000,
      'JPY',
      '2026-03-20',
      '2026-04-30',
      'yamamoto@aozora-foods.example',
    ),
  ),
  fixture(
    'scanned.eml',
    async () => ({
      from: 'Sam Okafor <sam@harbourline.example>',
      to: 'Ruth Adeyemi <ruth@adeyemi-events.example>',
      subject: 'Quote 5512 for Adeyemi Events Ltd',
      date: 'Wed, 18 Mar 2026 09:30:00 +0000',
      text: 'Hi Ruth, the signed quote is attached as a scan.\n\nSam\n',
      attached: [{ name: 'scan0012.pdf', type: 'application/pdf', bytes: await scan() }],
    }),
    {
      ...expected('Adeyemi Events Ltd', '5512', null, null, '2026-03-18', null, 'ruth@adeyemi-events.example'),
      pdf: 'scan0012.pdf',
    },
  ),
  fixture(
    'two-houses.eml',
    {
      from: PRIYA,
      to: 'Daniel Koh <daniel@kohdesign.example>, Facilities <facilities@stanforth.example>',
      subject: 'Quotation Q-1060',
      date: 'Thu, 19 Mar 2026 17:45:00 +0800',
      text: 'Hi Daniel,\n\nour quotation Q-1060 for the Stanforth lobby:\n\nTotal: S$ 22,880.00\nValid till: 18/04/2026\n\nPriya\n',
    },
    expected('Daniel Koh', 'Q-1060', 2288000, 'SGD', '2026-03-19', '2026-04-18', 'daniel@kohdesign.example'),
  ),
  fixture(
    'tool-notice.eml',
    {
      from: '"Kestrel Instruments" <messaging-service@books.example>',
      to: 'purchasing@wexham.example',
      subject: 'Quote SQ-00325 from Kestrel Instruments for University of Wexham',
      date: 'Mon, 23 Mar 2026 08:00:00 +0000',
      html: '<table width="600"><tr><td><table><tr><td><p>Hi,</p><p>Here&rsquo;s quote SQ-00325 for &pound;3,114.00.</p></td></tr><tr><td><table><tr><td><p>Amount</p><p><b>&pound;3,114.00</b></p></td><td><p>Expires</p><p><b>22 Apr 2026</b></p></td></tr></table></td></tr><tr><td><a href="https://books.example/quote/view/5c1f0b7e">View quote</a></td></tr></table></td></tr></table>',
    },
    {
      ...expected(
        'University of Wexham',
        'SQ-00325',
        311400,
        'GBP',
        '2026-03-23',
        '2026-04-22',
        'purchasing@wexham.example',
      ),
      pdf: 'https://books.example/quote/view/5c1f0b7e',
    },
  ),
  fixture(
    'portuguese.eml',
    {
      from: 'Rui Matos <rui@fornosmatos.example>',
      to: 'geral@paoquente.example',
      subject: 'Orçamento n.º 560/2026',
      date: 'Tue, 24 Mar 2026 11:11:00 +0000',
      text: 'Boa tarde,\n\nSegue o orçamento n.º 560/2026 para a Padaria Pão Quente.\n\nValor sem IVA: 2.150,00 €\nIVA 23%: 494,50 €\nTotal com IVA: 2.644,50 €\n\nVálido até 23 de abril.\n\nCumprimentos,\nRui Matos\n',
    },
    expected('Padaria Pão Quente', '560/2026', 264450, 'EUR', '2026-03-24', '2026-04-23', 'geral@paoquente.example'),
  ),
  fixture(
    'terse.eml',
    {
      from: 'Sam Okafor <sam@harbourline.example>',
      to: 'Kofi Mensah <kofi@yahoo.com>',
      subject: 'fence',
      date: 'Wed, 25 Mar 2026 07:30:00 +0000',
      text: 'Kofi, we can do the fence for £1,250. Good for two weeks. Sam\n',
    },
    expected('Kofi Mensah', null, 125000, 'GBP', '2026-03-25', '2026-04-08', 'kofi@yahoo.com'),
  ),
];
