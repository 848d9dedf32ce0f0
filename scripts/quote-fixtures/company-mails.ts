import { expected, type Fixture } from './expected.ts';
import { type MailParts, mail } from './mail.ts';

const fixture = (file: string, parts: MailParts, said: Fixture['expected']): Fixture => ({
  file,
  make: async () => mail(parts),
  expected: said,
});

/** Mails that name the customer, a sum or a day only in a sentence. */
export const companyMails: readonly Fixture[] = [
  fixture(
    'forwarded-pllc.eml',
    {
      from: 'Tom Reyes <tom@summitridge.example>',
      to: 'quotes@in.summitridge.example',
      subject: 'Fwd: Estimate #5530 for Front Range Dental PLLC',
      date: 'Mon, 5 Oct 2026 18:00:00 -0600',
      text: "fyi\n\n---------- Forwarded message ---------\nFrom: Tom Reyes <tom@summitridge.example>\nDate: Fri, Oct 2, 2026 at 4:12 PM\nSubject: Estimate #5530 for Front Range Dental PLLC\nTo: Dana Whitfield <dana@frontrangedental.example>\n\n\nHi Dana,\n\nHere's the estimate for the clinic roof. Total comes to $14,875 including permits. Good through October 31.\n\nTom\nSummit Ridge Roofing\n303-555-0148\n",
    },
    expected(
      'Front Range Dental PLLC',
      '5530',
      1487500,
      'USD',
      '2026-10-02',
      '2026-10-31',
      'dana@frontrangedental.example',
    ),
  ),
  fixture(
    'preventivo-spa.eml',
    {
      from: 'Giulia Rossi <giulia@rinaldi.example>',
      to: 'Paolo Bianchi <p.bianchi@cantinemonferrato.example>',
      subject: 'I: Preventivo 201/26',
      date: 'Thu, 8 Oct 2026 09:00:00 +0200',
      html: "<div>Gentile Dott. Bianchi,</div><div>in allegato il preventivo n. 201/26 per Cantine del Monferrato S.p.A.</div><div>Importo totale: <b>&euro; 4.270,00</b> IVA inclusa.</div><div>L'offerta &egrave; valida fino al 30 novembre 2026.</div><div>Cordiali saluti</div><div>Giulia Rossi</div>",
    },
    expected(
      'Cantine del Monferrato S.p.A.',
      '201/26',
      427000,
      'EUR',
      '2026-10-08',
      '2026-11-30',
      'p.bianchi@cantinemonferrato.example',
    ),
  ),
  fixture(
    'oferta-do.eml',
    {
      from: 'Marek <marek@stolarka.example>',
      to: 'Biuro <biuro@pod-giewontem.example>',
      subject: 'Oferta OC/121/2026',
      date: 'Wed, 14 Oct 2026 08:15:00 +0200',
      text: 'Dzień dobry,\n\nw załączeniu oferta nr OC/121/2026 dla Pensjonat Pod Giewontem Sp. z o.o.\n\nWartość netto: 8 400,00 zł\nVAT 23%: 1 932,00 zł\nWartość brutto: 10 332,00 zł\n\nOferta jest ważna do 31 października 2026.\n\nPozdrawiam\nMarek Nowak, tel. 601 555 019\n',
    },
    expected(
      'Pensjonat Pod Giewontem Sp. z o.o.',
      'OC/121/2026',
      1033200,
      'PLN',
      '2026-10-14',
      '2026-10-31',
      'biuro@pod-giewontem.example',
    ),
  ),
  fixture(
    'transfere-etablissements.eml',
    {
      from: 'Sophie <sophie@numeria.example>',
      to: 'Marc Vaillant <marc@vaillant-fils.example>',
      subject: 'TR: Devis D-4490',
      date: 'Fri, 16 Oct 2026 11:00:00 +0200',
      text: "Pour suivi\n\n-----Message d'origine-----\nDe : Sophie Lenoir <sophie@numeria.example>\nEnvoyé : jeudi 15 octobre 2026 17:05\nÀ : Marc Vaillant <marc@vaillant-fils.example>\nObjet : Devis D-4490\n\nBonjour Marc,\n\nVoici notre devis D-4490 pour les Établissements Vaillant et Fils, d'un montant de 7 440 € TTC (6 200 € HT).\nIl reste valable un mois.\n\nBien à vous,\nSophie\n",
    },
    expected(
      'Établissements Vaillant et Fils',
      'D-4490',
      744000,
      'EUR',
      '2026-10-15',
      '2026-11-15',
      'marc@vaillant-fils.example',
    ),
  ),
  fixture(
    'offerte-hotel.eml',
    {
      from: 'Ursula <ursula@zgraggen.example>',
      to: 'Hotel Krone <info@krone-flueelen.example>',
      subject: 'Offerte 26-1180 – Hotel Krone Flüelen AG',
      date: 'Thu, 15 Oct 2026 14:00:00 +0200',
      text: "Guten Tag\n\nGerne unterbreiten wir Ihnen unsere Offerte 26-1180:\n\nTische Nussbaum, 18 Stück à CHF 1'150.-   CHF 20'700.-\nRabatt 5%   CHF 1'035.-\nNetto   CHF 19'665.-\nMWST 8.1%   CHF 1'592.85\nTotal   CHF 21'257.85\n\nGültig 60 Tage.\n\nFreundliche Grüsse\n",
    },
    expected(
      'Hotel Krone Flüelen AG',
      '26-1180',
      2125785,
      'CHF',
      '2026-10-15',
      '2026-12-14',
      'info@krone-flueelen.example',
    ),
  ),
  fixture(
    'gross-in-table.eml',
    {
      from: 'Hannah Price <hannah@acmeboilers.example>',
      to: 'Facilities <facilities@stmarys-hospice.example>',
      subject: 'Quotation ACB-7781 - boiler replacement',
      date: 'Tue, 13 Oct 2026 08:30:00 +0100',
      html: '<p>Dear Mr Okoro,</p><p>Please find below our quotation for <strong>St Mary&#39;s Hospice</strong>.</p><table><tr><th>Quotation</th><th>Date</th><th>Expires</th></tr><tr><td>ACB-7781</td><td>13/10/2026</td><td>27/10/2026</td></tr></table><table><tr><td>2 x condensing boilers</td><td>&pound;11,900.00</td></tr><tr><td>Installation</td><td>&pound;4,350.00</td></tr><tr><td>Net</td><td>&pound;16,250.00</td></tr><tr><td>VAT 20%</td><td>&pound;3,250.00</td></tr><tr><td>Gross</td><td>&pound;19,500.00</td></tr></table><p>Kind regards<br>Hannah</p>',
    },
    expected(
      "St Mary's Hospice",
      'ACB-7781',
      1950000,
      'GBP',
      '2026-10-13',
      '2026-10-27',
      'facilities@stmarys-hospice.example',
    ),
  ),
  fixture(
    'videresendt.eml',
    {
      from: 'Mia <mia@nordicprint.example>',
      to: 'quotes@in.nordicprint.example',
      subject: 'VS: Tilbud 5581',
      date: 'Tue, 20 Oct 2026 09:00:00 +0200',
      text: 'Til opfølgning.\n\n-----Oprindelig meddelelse-----\nFra: Mia Holst <mia@nordicprint.example>\nSendt: 19. oktober 2026 15:40\nTil: Jens Krogh <jk@krogh-byg.example>\nEmne: Tilbud 5581\n\nHej Jens,\n\nHer er tilbud 5581 til Krogh Byg ApS: 12.500 kr. ekskl. moms, 15.625 kr. inkl. moms.\nTilbuddet gælder til 1. december 2026.\n\nMvh\nMia\n',
    },
    expected('Krogh Byg ApS', '5581', 1562500, 'DKK', '2026-10-19', '2026-12-01', 'jk@krogh-byg.example'),
  ),
  fixture(
    'until-nov-15.eml',
    {
      from: 'Tom <tom@summitridge.example>',
      to: 'Dana Whitfield <dana.whitfield@gmail.com>',
      subject: 'Re: roof estimate',
      date: 'Fri, 16 Oct 2026 12:00:00 -0600',
      text: 'Hi Dana, we can do it for $6,250 (quote #5561). That price is good until Nov 15. Our old number for this was $6,900.\nTom\n',
    },
    expected('Dana Whitfield', '5561', 625000, 'USD', '2026-10-16', '2026-11-15', 'dana.whitfield@gmail.com'),
  ),
  fixture(
    'hoteles-sau.eml',
    {
      from: 'Ana <ana@sotocarpinteria.example>',
      to: 'Recepción <recepcion@hotelesdelacosta.example>',
      subject: 'Presupuesto 0460-26',
      date: 'Mon, 19 Oct 2026 18:00:00 +0200',
      html: '<p>Hola:</p><p>Os paso el presupuesto 0460-26 de los armarios para <b>Hoteles de la Costa, S.A.U.</b></p><ul><li>12 armarios: 14.400 €</li><li>Montaje: 1.800 €</li></ul><p>Total sin IVA: 16.200 €<br>Total con IVA (21%): 19.602 €</p><p>Validez: hasta el 30/11/2026.</p>',
    },
    expected(
      'Hoteles de la Costa, S.A.U.',
      '0460-26',
      1960200,
      'EUR',
      '2026-10-19',
      '2026-11-30',
      'recepcion@hotelesdelacosta.example',
    ),
  ),
  fixture(
    'subject-names-company.eml',
    {
      from: 'Sven <sven@nordkabel.example>',
      to: 'Einkauf <einkauf@maschinenbau-ritter.example>',
      subject: 'Angebot NK-4410 Ritter Maschinenbau GmbH & Co. KG',
      date: 'Wed, 21 Oct 2026 09:00:00 +0200',
      text: 'Hallo zusammen,\n\nhier unser Angebot NK-4410:\n\nKabelsätze 200 Stk. à 18,40 € = 3.680,00 €\nVersand per DHL Freight GmbH: 95,00 €\n\nGesamtpreis netto: 3.775,00 €\nGesamtpreis brutto: 4.492,25 €\n\nPreise gültig bis 15.11.2026, Lieferung ca. KW 48.\n\nGruß Sven\n',
    },
    expected(
      'Ritter Maschinenbau GmbH & Co. KG',
      'NK-4410',
      449225,
      'EUR',
      '2026-10-21',
      '2026-11-15',
      'einkauf@maschinenbau-ritter.example',
    ),
  ),
];
