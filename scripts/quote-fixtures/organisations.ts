import { expected, type Fixture } from './expected.ts';
import { printed, written } from './made.ts';

/** Offers to councils, schools and hotels, which have no legal form, and offers that end with a month. */
export const organisations: readonly Fixture[] = [
  written(
    'kommun.eml',
    {
      from: 'Nils <nils@norrplat.example>',
      to: 'Bygg <bygg@alvdal.example>',
      subject: 'Offert 5521 till Älvdals kommun',
      date: 'Tue, 17 Nov 2026 10:00:00 +0000',
      text: 'Hej!\n\nHär kommer offert 5521 på nytt plåttak.\n\nTotalt: 184 500 kr exkl. moms, 230 625 kr inkl. moms.\nOfferten är giltig i 30 dagar.\n\nMvh\nNils Berg\n',
    },
    expected('Älvdals kommun', '5521', 23062500, 'SEK', '2026-11-17', '2026-12-17', 'bygg@alvdal.example'),
  ),
  written(
    'ayuntamiento.eml',
    {
      from: 'Pilar <pilar@jardinesdelsur.example>',
      to: 'compras@aytovaldeflores.example',
      subject: 'Presupuesto 311/2026 Ayuntamiento de Valdeflores',
      date: 'Tue, 17 Nov 2026 10:00:00 +0000',
      text: 'Buenos días:\n\nAdjunto el presupuesto 311/2026 para el mantenimiento de jardines.\n\nImporte total: 9.680,00 € (IVA incluido)\nEste presupuesto caduca a los 30 días.\n\nUn saludo,\nPilar Ortega\nJardines del Sur\n',
    },
    expected(
      'Ayuntamiento de Valdeflores',
      '311/2026',
      968000,
      'EUR',
      '2026-11-17',
      '2026-12-17',
      'compras@aytovaldeflores.example',
    ),
  ),
  written(
    'fwd-gmail-clinic.eml',
    {
      from: 'Kate <kate@brightwire.example>',
      to: 'quotes@in.brightwire.example',
      subject: 'Fwd: Proposal BW-3305',
      date: 'Tue, 17 Nov 2026 10:00:00 +0000',
      text: '---------- Forwarded message ---------\nFrom: Kate Moss <kate@brightwire.example>\nDate: Mon, Nov 16, 2026 at 9:02 AM\nSubject: Proposal BW-3305\nTo: Greg Hanley <ghanley@cedarvalleyvet.example>\n\n\nHi Greg,\n\nAttached is proposal BW-3305 prepared for Cedar Valley Veterinary Clinic.\nInvestment: $22,400\n\nWe can hold this price through the end of the month.\n\nKate\n',
    },
    expected(
      'Cedar Valley Veterinary Clinic',
      'BW-3305',
      2240000,
      'USD',
      '2026-11-16',
      '2026-11-30',
      'ghanley@cedarvalleyvet.example',
    ),
  ),
  written(
    'hotel-pt.eml',
    {
      from: 'Rita <rita@colchoes.example>',
      to: 'Hotel Mar Azul <reservas@hotelmarazul.example>',
      subject: 'Orçamento 2026/771',
      date: 'Tue, 17 Nov 2026 10:00:00 +0000',
      text: 'Bom dia,\n\nSegue o orçamento 2026/771 de 30 colchões.\n\nTotal: 7.350,00 € (IVA incluído)\nProposta válida até ao final do mês.\n\nCom os melhores cumprimentos,\nRita Sousa\n',
    },
    expected('Hotel Mar Azul', '2026/771', 735000, 'EUR', '2026-11-17', '2026-11-30', 'reservas@hotelmarazul.example'),
  ),
  printed(
    'person-and-company-uk.pdf',
    `@350 #14 Clearview Windows
@350 8 Forge Road, Hull HU3 2AB

Mr D. Osei
Facilities Manager
The Old Brewery Arts Centre
22 Dock Street
Hull
HU1 3DL

QUOTATION
Quotation ref: CV-10928
Date of issue: 3rd November 2026
Quote valid until: 3rd December 2026

Replace 14 sash windows ¦@530r £11,200.00
VAT @ 20% ¦@530r £2,240.00
TOTAL PAYABLE ¦@530r £13,440.00`,
    expected('The Old Brewery Arts Centre', 'CV-10928', 1344000, 'GBP', '2026-11-03', '2026-12-03'),
  ),
  printed(
    'window-de-ohne.pdf',
    `Malerbetrieb Krause · Ringstr. 7 · 04109 Leipzig

Evangelische Kirchengemeinde St. Nikolai
Frau Pfarrerin Dietrich
Kirchplatz 1
04109 Leipzig ¦@400 Leipzig, 4. November 2026

Kostenvoranschlag Nr. 2026-091

Sehr geehrte Frau Dietrich,
für die Malerarbeiten im Gemeindesaal berechnen wir:
Malerarbeiten pauschal ¦@530r 4.200,00 €
19 % USt ¦@530r 798,00 €
Endbetrag ¦@530r 4.998,00 €
Dieses Angebot ist befristet bis zum 18. Dezember 2026.`,
    expected('Evangelische Kirchengemeinde St. Nikolai', '2026-091', 499800, 'EUR', '2026-11-04', '2026-12-18'),
  ),
  printed(
    'nl-tav.pdf',
    `#14 Schildersbedrijf Visser
Havenstraat 5, 1781 AB Den Helder

Basisschool De Regenboog
T.a.v. mevrouw K. Mulder
Schoolstraat 14
1781 CD Den Helder

Offertenummer: ¦@200 2026-0231
Offertedatum: ¦@200 13-11-2026
Vervaldatum: ¦@200 13-12-2026
Klantnummer: ¦@200 30012

Schilderwerk buitenzijde ¦@530r € 7.500,00
@350 Subtotaal ¦@530r € 7.500,00
@350 21% BTW ¦@530r € 1.575,00
@350 Totaal te betalen ¦@530r € 9.075,00`,
    expected('Basisschool De Regenboog', '2026-0231', 907500, 'EUR', '2026-11-13', '2026-12-13'),
  ),
];
