import { expected, type Fixture } from './expected.ts';
import { paper } from './paper.ts';

/** A letter for a window envelope: return line, address, information block, prose. */
const tischlerei = () =>
  paper(s => {
    s.text(60, 130, 'Tischlerei Brandt GmbH · Hafenweg 8 · 24103 Kiel', { size: 7 });
    s.lines(
      60,
      150,
      ['Nordlicht Hotel GmbH & Co. KG', 'Frau Inken Petersen', 'Strandallee 14', '23669 Timmendorfer Strand'],
      { size: 11 },
    );
    s.table(
      150,
      [370, 460],
      [
        ['Angebots-Nr.:', 'AN-2026-0147'],
        ['Kunden-Nr.:', '10233'],
        ['Datum:', '03.03.2026'],
        ['Bearbeiter:', 'Jens Brandt'],
        ['Telefon:', '0431 555 0190'],
      ],
      { size: 9, step: 13 },
    );
    s.text(60, 270, 'Angebot AN-2026-0147', { size: 13, bold: true });
    s.lines(60, 295, [
      'Sehr geehrte Frau Petersen,',
      'vielen Dank für Ihre Anfrage vom 24.02.2026. Gern bieten wir Ihnen an:',
    ]);
    let y = s.table(
      335,
      [60, 90, { right: 400 }, { right: 470 }, { right: 540 }],
      [
        ['Pos.', 'Bezeichnung', 'Menge', 'Einzelpreis', 'Gesamtpreis'],
        ['1', 'Empfangstresen Eiche', '1 Stk.', '6.850,00', '6.850,00'],
        ['2', 'Wandpaneele', '42 m²', '118,00', '4.956,00'],
        ['3', 'Montage', '1 psch.', '1.450,00', '1.450,00'],
      ],
      { size: 9 },
    );
    y = s.table(
      y + 5,
      [330, { right: 540 }],
      [
        ['Zwischensumme (netto)', '13.256,00 €'],
        ['zzgl. 19 % MwSt.', '2.518,64 €'],
        ['Gesamtbetrag', '15.774,64 €'],
      ],
    );
    s.lines(
      60,
      y + 15,
      [
        'An dieses Angebot halten wir uns 4 Wochen gebunden. Lieferzeit ca. 6 Wochen nach Auftragseingang.',
        'Zahlbar innerhalb von 14 Tagen mit 2 % Skonto (15.459,15 €), 30 Tage netto.',
      ],
      { size: 9 },
    );
    s.table(
      790,
      [60, 230, 400],
      [
        ['Tischlerei Brandt GmbH', 'IBAN DE02 1203 0000 0000 2020 51', 'Amtsgericht Kiel HRB 5512'],
        ['Hafenweg 8, 24103 Kiel', 'BIC BYLADEM1001', 'USt-IdNr. DE811907980'],
      ],
      { size: 7, step: 9 },
    );
  });

const devis = () =>
  paper(s => {
    s.lines(
      40,
      60,
      ['SARL Lumière du Sud', '18 rue des Tanneurs', '13100 Aix-en-Provence', 'SIRET 812 345 678 00017'],
      { size: 9, step: 12 },
    );
    s.text(555, 60, 'DEVIS N° D2026-0088', { size: 16, bold: true, align: 'right' });
    s.table(
      85,
      [{ right: 470 }, { right: 555 }],
      [
        ['Date du devis :', '05/03/2026'],
        ['Date de validité :', '04/04/2026'],
        ['Référence client :', 'CL-0193'],
      ],
      { size: 9, step: 13 },
    );
    s.lines(
      340,
      150,
      ['Restaurant Le Petit Olivier', 'M. Julien Roux', '3 place de la Mairie', '13090 Aix-en-Provence'],
      { size: 11 },
    );
    const y = s.table(
      250,
      [40, { right: 340 }, { right: 420 }, { right: 480 }, { right: 555 }],
      [
        ['Désignation', 'Qté', 'PU HT', 'TVA', 'Total HT'],
        ['Suspensions laiton', '14', '145,00 €', '20 %', '2 030,00 €'],
        ['Appliques extérieures', '6', '98,50 €', '20 %', '591,00 €'],
        ['Pose et raccordement', '1', '1 180,00 €', '10 %', '1 180,00 €'],
      ],
      { size: 9 },
    );
    s.table(
      y + 10,
      [{ right: 480 }, { right: 555 }],
      [
        ['Total HT', '3 801,00 €'],
        ['TVA 20 %', '524,20 €'],
        ['TVA 10 %', '118,00 €'],
        ['Total TTC', '4 443,20 €'],
        ['Acompte de 30 % à la commande', '1 332,96 €'],
        ['Reste à payer', '3 110,24 €'],
      ],
      { size: 10, step: 15 },
    );
    s.lines(40, 640, ['Bon pour accord, date et signature :', 'Règlement à 30 jours fin de mois.'], { size: 9 });
  });

const presupuesto = () =>
  paper(s => {
    s.text(50, 60, 'Reformas Costa Clara S.L.', { size: 14, bold: true });
    s.lines(50, 76, ['C/ Mayor 22, 03001 Alicante - CIF B54123456'], { size: 8 });
    s.text(50, 115, 'PRESUPUESTO', { size: 16 });
    s.table(
      135,
      [50, 170],
      [
        ['Nº de presupuesto:', 'PR-2026/118'],
        ['Fecha:', '12 de marzo de 2026'],
        ['Válido hasta:', '11 de abril de 2026'],
      ],
      { step: 14 },
    );
    s.table(
      135,
      [330, 390],
      [
        ['Cliente:', 'Clínica Dental Sonrisa, S.L.'],
        ['CIF:', 'B03987654'],
        ['Email:', 'gerencia@clinicasonrisa.example'],
      ],
      { step: 14 },
    );
    const y = s.table(
      215,
      [50, { right: 380 }, { right: 460 }, { right: 545 }],
      [
        ['Concepto', 'Cantidad', 'Precio', 'Importe'],
        ['Tabiquería de pladur', '64 m²', '38,00', '2.432,00'],
        ['Pintura', '180 m²', '7,50', '1.350,00'],
        ['Instalación eléctrica', '1', '2.900,00', '2.900,00'],
      ],
      { size: 9 },
    );
    s.table(
      y + 10,
      [{ right: 460 }, { right: 545 }],
      [
        ['Base imponible', '6.682,00 €'],
        ['IVA 21 %', '1.403,22 €'],
        ['TOTAL PRESUPUESTO', '8.085,22 €'],
      ],
    );
  });

const preventivo = () =>
  paper(s => {
    s.text(50, 60, 'Officine Valdarno S.r.l.', { size: 14, bold: true });
    s.lines(50, 76, ['Via Aretina 110, 52100 Arezzo', 'P.IVA 01987650518'], { size: 8, step: 11 });
    s.lines(330, 120, ['Spett.le', 'Cantina Monteverde S.p.A.', 'Strada del Vino 5', '53100 Siena SI'], { size: 11 });
    s.text(50, 210, 'Arezzo, 9 marzo 2026');
    s.text(50, 235, 'Oggetto: Preventivo n. 57/2026 – nuova linea di imbottigliamento', { bold: true });
    const y = s.table(
      280,
      [50, { right: 430 }, { right: 545 }],
      [
        ['Descrizione', 'Q.tà', 'Importo'],
        ['Nastro trasportatore inox', '2', '€ 7.400,00'],
        ['Tappatrice', '1', '€ 12.950,00'],
        ['Sconto cliente', '', '€ -350,00'],
      ],
    );
    s.table(
      y + 8,
      [{ right: 430 }, { right: 545 }],
      [
        ['Imponibile', '€ 20.000,00'],
        ['IVA 22%', '€ 4.400,00'],
        ['Totale IVA inclusa', '€ 24.400,00'],
      ],
    );
    s.lines(50, 430, ['Validità dell’offerta: 30 giorni. Consegna: 60 giorni dall’ordine. Pagamento: bonifico 60 gg.']);
  });

const offerte = () =>
  paper(s => {
    s.text(50, 60, 'Offerte', { size: 22 });
    s.table(
      95,
      [50, 160],
      [
        ['Offertenummer', 'OFF-20260311-2'],
        ['Offertedatum', '11 maart 2026'],
        ['Geldig tot', '10 april 2026'],
        ['Klant', 'Bakkerij Van den Berg B.V.'],
        ['T.a.v.', 'Marieke van den Berg'],
      ],
      { step: 15 },
    );
    const y = s.table(
      200,
      [50, { right: 380 }, { right: 460 }, { right: 545 }],
      [
        ['Omschrijving', 'Aantal', 'Prijs', 'Bedrag'],
        ['Deegkneder 60 l', '1', '€ 4.250,00', '€ 4.250,00'],
        ['Onderhoudscontract per jaar', '1', '€ 395,00', '€ 395,00'],
      ],
    );
    s.table(
      y + 8,
      [{ right: 460 }, { right: 545 }],
      [
        ['Subtotaal', '€ 4.645,00'],
        ['BTW 21%', '€ 975,45'],
        ['Totaal incl. btw', '€ 5.620,45'],
      ],
    );
    s.lines(
      50,
      760,
      ['Molenaar Techniek B.V. | Industrieweg 12 | 3542 AD Utrecht | KvK 30123456 | info@molenaar-techniek.example'],
      { size: 7 },
    );
  });

const offert = () =>
  paper(s => {
    s.text(50, 60, 'Skärgårdens Bygg AB', { size: 14, bold: true });
    s.text(545, 60, 'Offert', { size: 18, align: 'right' });
    s.table(
      90,
      [330, 430],
      [
        ['Offertnr', '4471'],
        ['Offertdatum', '2026-03-06'],
        ['Giltig t.o.m.', '2026-04-06'],
        ['Kundnr', '2088'],
        ['Er referens', 'Anna Lind'],
      ],
      { step: 14, size: 9 },
    );
    s.lines(50, 100, ['Brf Måsen 3', 'Strandvägen 21', '114 56 Stockholm'], { size: 11 });
    const y = s.table(
      200,
      [50, { right: 380 }, { right: 460 }, { right: 545 }],
      [
        ['Beskrivning', 'Antal', 'À-pris', 'Belopp'],
        ['Fasadrenovering', '320 m²', '480,00', '153 600,00'],
        ['Ställning', '1', '38 000,00', '38 000,00'],
      ],
      { size: 9 },
    );
    s.table(
      y + 8,
      [{ right: 460 }, { right: 545 }],
      [
        ['Summa exkl. moms', '191 600,00'],
        ['Moms 25 %', '47 900,00'],
        ['Att betala (SEK)', '239 500,00'],
      ],
    );
  });

const tilbud = () =>
  paper(s => {
    s.lines(50, 60, ['Jysk Haveservice ApS', 'Ringvejen 44, 8600 Silkeborg', 'CVR 30112233'], { size: 9, step: 12 });
    s.text(50, 125, 'Tilbud nr. 20260042', { size: 16, bold: true });
    s.table(
      150,
      [50, 150],
      [
        ['Kunde:', 'Silkeborg Golfklub'],
        ['Dato:', '2. marts 2026'],
        ['Gyldigt til:', '1. april 2026'],
      ],
      { step: 15 },
    );
    s.table(
      230,
      [50, { right: 545 }],
      [
        ['Etablering af bed og belægning', '84.000,00'],
        ['Levering af planter', '26.500,00'],
        ['Pris ekskl. moms', '110.500,00'],
        ['Moms 25%', '27.625,00'],
        ['I alt inkl. moms, kr.', '138.125,00'],
      ],
    );
  });

const orcamento = () =>
  paper(s => {
    s.text(50, 60, 'Orçamento', { size: 20 });
    s.table(
      90,
      [50, 180],
      [
        ['Orçamento Nº', '552/2026'],
        ['Data de emissão', '18/03/2026'],
        ['Validade da proposta', '15 dias'],
        ['Cliente', 'Padaria Pão Quente Lda.'],
      ],
      { step: 15 },
    );
    const y = s.table(
      180,
      [50, { right: 380 }, { right: 460 }, { right: 545 }],
      [
        ['Descrição', 'Quantidade', 'Preço unitário', 'Valor'],
        ['Forno elétrico', '1', '3.890,00 €', '3.890,00 €'],
        ['Instalação', '1', '350,00 €', '350,00 €'],
      ],
    );
    s.table(
      y + 8,
      [{ right: 460 }, { right: 545 }],
      [
        ['Subtotal', '4.240,00 €'],
        ['IVA (23%)', '975,20 €'],
        ['Total geral', '5.215,20 €'],
      ],
    );
  });

/** Swiss: apostrophes, a dash for no cents. */
const schweiz = () =>
  paper(s => {
    s.text(60, 70, 'Malerei Zgraggen AG', { size: 14, bold: true });
    s.text(60, 86, 'Seestrasse 40, 6460 Altdorf', { size: 9 });
    s.lines(340, 130, ['Kantonsschule Uri', 'Herr R. Arnold', 'Gotthardstrasse 59', '6460 Altdorf']);
    s.text(60, 220, 'Altdorf, 17. März 2026');
    s.text(60, 245, 'Offerte Nr. 26-0391 Aussenfassade Haupttrakt', { bold: true });
    s.table(
      285,
      [60, { right: 520 }],
      [
        ['Gerüst', 'CHF 9’400.–'],
        ['Grundierung und Anstrich', 'CHF 31’250.–'],
        ['Total exkl. MWST', 'CHF 40’650.–'],
        ['MWST 8.1 %', 'CHF 3’292.65'],
        ['Total inkl. MWST', 'CHF 43’942.65'],
      ],
    );
    s.lines(60, 400, ['Diese Offerte ist gültig bis 30. Juni 2026.']);
  });

/** A cost estimate with a discount line, headers over the totals, the buyer labelled on the right. */
const kostenvoranschlag = () =>
  paper(s => {
    s.text(50, 60, 'Autohaus Weber e.K.', { size: 13, bold: true });
    s.text(50, 100, 'Kostenvoranschlag', { size: 18 });
    s.table(
      125,
      [50, 110],
      [
        ['Nummer', 'KV 2026-0093'],
        ['vom', '27.02.2026'],
      ],
      { step: 14 },
    );
    s.table(
      125,
      [320, 400],
      [
        ['Auftraggeber', 'Pflegedienst Sonnenschein gGmbH'],
        ['', 'Lindenstr. 7'],
        ['', '04105 Leipzig'],
      ],
      { step: 14 },
    );
    s.table(
      200,
      [50, { right: 520 }],
      [
        ['Bremsbeläge vorn und hinten', '412,60'],
        ['Arbeitslohn 3,5 Std. à 89,00', '311,50'],
        ['Kleinmaterial', '18,90'],
      ],
    );
    s.table(
      280,
      [{ right: 200 }, { right: 300 }, { right: 400 }, { right: 520 }],
      [
        ['Nettobetrag', 'MwSt-Satz', 'MwSt-Betrag', 'Endbetrag EUR'],
        ['743,00', '19,00 %', '141,17', '884,17'],
      ],
    );
    s.text(50, 340, 'Bindefrist: 31.03.2026');
  });

export const europeanPapers: readonly Fixture[] = [
  {
    file: 'angebot-fensterbrief.pdf',
    make: tischlerei,
    expected: expected('Nordlicht Hotel GmbH & Co. KG', 'AN-2026-0147', 1577464, 'EUR', '2026-03-03', '2026-03-31'),
  },
  {
    file: 'devis.pdf',
    make: devis,
    expected: expected('Restaurant Le Petit Olivier', 'D2026-0088', 444320, 'EUR', '2026-03-05', '2026-04-04'),
  },
  {
    file: 'presupuesto.pdf',
    make: presupuesto,
    expected: expected(
      'Clínica Dental Sonrisa, S.L.',
      'PR-2026/118',
      808522,
      'EUR',
      '2026-03-12',
      '2026-04-11',
      'gerencia@clinicasonrisa.example',
    ),
  },
  {
    file: 'preventivo.pdf',
    make: preventivo,
    expected: expected('Cantina Monteverde S.p.A.', '57/2026', 2440000, 'EUR', '2026-03-09', '2026-04-08'),
  },
  {
    file: 'offerte-nl.pdf',
    make: offerte,
    expected: expected('Bakkerij Van den Berg B.V.', 'OFF-20260311-2', 562045, 'EUR', '2026-03-11', '2026-04-10'),
  },
  {
    file: 'offert-sv.pdf',
    make: offert,
    expected: expected('Brf Måsen 3', '4471', 23950000, 'SEK', '2026-03-06', '2026-04-06'),
  },
  {
    file: 'tilbud-da.pdf',
    make: tilbud,
    expected: expected('Silkeborg Golfklub', '20260042', 13812500, 'DKK', '2026-03-02', '2026-04-01'),
  },
  {
    file: 'orcamento.pdf',
    make: orcamento,
    expected: expected('Padaria Pão Quente Lda.', '552/2026', 521520, 'EUR', '2026-03-18', '2026-04-02'),
  },
  {
    file: 'offerte-ch.pdf',
    make: schweiz,
    expected: expected('Kantonsschule Uri', '26-0391', 4394265, 'CHF', '2026-03-17', '2026-06-30'),
  },
  {
    file: 'kostenvoranschlag.pdf',
    make: kostenvoranschlag,
    expected: expected('Pflegedienst Sonnenschein gGmbH', 'KV 2026-0093', 88417, 'EUR', '2026-02-27', '2026-03-31'),
  },
];
