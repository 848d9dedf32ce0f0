import { expected, type Fixture } from './expected.ts';
import { paper } from './paper.ts';

/** Labels to the left, values to the right; the buyer under "Bill to". */
const harbourline = () =>
  paper(s => {
    s.text(50, 60, 'Harbourline Supplies Pte Ltd', { size: 16, bold: true });
    s.lines(
      50,
      78,
      [
        '71 Keppel Road #04-12, Singapore 089066',
        'Tel +65 6555 0142  |  GST Reg. 201912345K',
        'priya@harbourline.example',
      ],
      { size: 8, step: 11 },
    );
    s.text(545, 60, 'QUOTATION', { size: 20, align: 'right' });
    s.table(
      120,
      [350, { right: 545 }],
      [
        ['Quotation No.', 'HL-Q-2041'],
        ['Date', '3 March 2026'],
        ['Valid until', '2 April 2026'],
        ['Your PO ref.', 'PO-88213'],
        ['Salesperson', 'Priya Nair'],
      ],
      { step: 15 },
    );
    s.text(50, 120, 'Bill to', { bold: true });
    s.lines(50, 135, [
      'Brightwater Café Pte Ltd',
      'Attn: Ms Tan Hui Min',
      '12 Haji Lane',
      'Singapore 189205',
      'huimin@brightwater-cafe.example',
    ]);
    let y = s.table(
      240,
      [50, { right: 350 }, { right: 440 }, { right: 545 }],
      [
        ['Description', 'Qty', 'Unit price', 'Amount (SGD)'],
        ['Oak counter stools', '12', '189.00', '2,268.00'],
        ['Round tables, 70 cm', '6', '310.00', '1,860.00'],
        ['Delivery and assembly', '1', '240.00', '240.00'],
      ],
    );
    y = s.table(
      y + 10,
      [{ right: 440 }, { right: 545 }],
      [
        ['Subtotal', '4,368.00'],
        ['Discount 5%', '-218.40'],
        ['GST 9%', '373.46'],
        ['Total (SGD)', '4,523.06'],
      ],
    );
    s.lines(
      50,
      y + 30,
      [
        '50% deposit (S$2,261.53) on confirmation, balance on delivery. Payment terms 30 days net.',
        'Replaces quotation HL-Q-1988 of 12 February 2026.',
      ],
      { size: 8 },
    );
  });

/** US Letter, a strip of headers with the values underneath, month first. */
const northfield = () =>
  paper(
    s => {
      s.text(40, 60, 'Northfield Electric LLC', { size: 15, bold: true });
      s.lines(40, 76, ['2210 Commerce St, Dallas, TX 75201', '(214) 555-0188'], { size: 9, step: 12 });
      s.text(572, 60, 'ESTIMATE', { size: 22, align: 'right', spacing: 3 });
      s.table(
        130,
        [40, 170, 300, 430],
        [
          ['ESTIMATE #', 'DATE', 'EXPIRES', 'TERMS'],
          ['10482', '03/04/2026', '04/03/2026', 'Net 15'],
        ],
        { size: 9, step: 16 },
      );
      s.table(
        190,
        [40, 320],
        [
          ['PREPARED FOR', 'JOB SITE'],
          ['Lakeside Dental Group', 'Lakeside Dental Group'],
          ['Dr. Karen Wells', '900 Elm Ave'],
          ['415 Lakeside Blvd, Suite 200', 'Plano, TX 75074'],
          ['Plano, TX 75024', ''],
        ],
        { step: 14 },
      );
      let y = s.table(
        300,
        [40, { right: 400 }, { right: 480 }, { right: 572 }],
        [
          ['ITEM', 'HOURS', 'RATE', 'TOTAL'],
          ['Panel upgrade, 200 A', '14', '$95.00', '$1,330.00'],
          ['LED retrofit, 24 fixtures', '18', '$95.00', '$1,710.00'],
          ['Materials', '', '', '$2,845.50'],
        ],
      );
      y = s.table(
        y + 8,
        [{ right: 480 }, { right: 572 }],
        [
          ['Subtotal', '$5,885.50'],
          ['Sales tax (8.25%)', '$234.75'],
          ['TOTAL', '$6,120.25'],
        ],
        { bold: true },
      );
      s.lines(40, y + 30, ['This estimate is good for 30 days. Printed 03/05/2026.'], { size: 8 });
    },
    { size: 'LETTER' },
  );

/** Cards: the label over the value, the total set large. */
const studio = () =>
  paper(s => {
    s.text(60, 80, 'Proposal', { size: 30 });
    s.text(60, 104, 'Brand refresh and website', { size: 12 });
    s.table(
      150,
      [60, 220, 380],
      [
        ['Prepared for', 'Prepared by', 'Proposal no.'],
        ['Hollow Oak Brewery', 'Studio Fernweh', 'P-2026-019'],
        ['Jonah Price', 'Mia Karlsson', ''],
      ],
      { step: 15 },
    );
    s.table(
      215,
      [60, 220, 380],
      [
        ['Issued', 'Valid through', 'Total investment'],
        ['March 10, 2026', 'April 9, 2026', '£8,450.00'],
      ],
      { step: 18, size: 11 },
    );
    s.lines(60, 300, [
      'Discovery workshop, brand guidelines, ten page templates, launch support.',
      'A first instalment of £2,500.00 is due on signature. All prices include VAT.',
    ]);
  });

/** A letter in prose: no table, no labels. */
const letter = () =>
  paper(
    s => {
      s.lines(
        70,
        70,
        ['Greystone Roofing Ltd', 'Unit 4, Canal Wharf, Leeds LS11 5PS', 'office@greystone-roofing.example'],
        { size: 9, step: 12 },
      );
      s.lines(70, 150, ['St Aidan’s Primary School', 'Mill Lane', 'Harrogate', 'HG1 4QT']);
      s.text(70, 230, '14 February 2026');
      s.text(70, 260, 'Our ref: GR/26/0317', { bold: true });
      s.lines(
        70,
        290,
        [
          'Dear Mrs Whitfield,',
          '',
          'Thank you for showing us round the north block. We are pleased to quote for stripping and',
          're-covering the flat roof as discussed on 9 February. Our price for the works as described is',
          '£18,640.00 plus VAT at 20%, a total of £22,368.00. Scaffold is included; asbestos removal is not.',
          '',
          'This quotation remains open for acceptance for 60 days from the date of this letter. We could',
          'start in the week of 13 April 2026 if we hear from you by the end of March.',
          '',
          'Yours sincerely,',
          'D. Holroyd',
        ],
        { step: 15 },
      );
    },
    { font: 'Times-Roman' },
  );

/** A report from a line printer: columns padded with blanks. */
const printer = () =>
  paper(
    s => {
      s.lines(
        40,
        60,
        [
          'SOUTHERN BEARINGS PTY LTD                                ABN 53 004 085 616',
          '18 Foundry Road, Sunshine VIC 3020',
          '',
          'QUOTATION                     Quote No   : 0077431',
          '                              Quote Date : 16/03/2026',
          'To: Murray Grain Co-op Ltd    Customer No: 11802',
          '    PO Box 71                 Expiry Date: 30/03/2026',
          '    Swan Hill VIC 3585        Your Ref   : email 12/03',
          '',
          'Code       Description                     Qty      Price       Ext',
          '6205-2RS   Deep groove bearing              40       8.90    356.00',
          'SNL-511    Plummer block                     6     118.50    711.00',
          'FRT        Freight                           1      45.00     45.00',
          '',
          '                                        Total ex GST       1,112.00',
          '                                        GST 10%              111.20',
          '                                        Total inc GST AUD  1,223.20',
        ],
        { size: 9, step: 13 },
      );
    },
    { font: 'Courier' },
  );

/** Sections with totals of their own, the grand total on the last page. */
const fitout = () =>
  paper(s => {
    s.text(50, 60, 'Quote QF-26-0588', { size: 18, bold: true });
    s.table(
      90,
      [50, 130],
      [
        ['Client:', 'Marlow & Finch LLP'],
        ['Attention:', 'Tom Finch'],
        ['Email:', 'tom.finch@marlowfinch.example'],
        ['Project:', 'Level 9 fit-out, 40 Bridge St'],
        ['Date:', '9 March 2026'],
      ],
      { step: 15 },
    );
    s.table(
      190,
      [50, { right: 520 }],
      [
        ['1. Demolition', ''],
        ['Strip-out of level 9', '12,400.00'],
        ['Total demolition', '12,400.00'],
        ['2. Partitions', ''],
        ['Glazed partitions, 86 m', '38,700.00'],
        ['Doors, 11 no.', '9,900.00'],
        ['Total partitions', '48,600.00'],
        ['Carried forward', '61,000.00'],
      ],
    );
    s.nextPage();
    s.table(
      60,
      [50, { right: 520 }],
      [
        ['Brought forward', '61,000.00'],
        ['3. Services', ''],
        ['Electrical and data', '27,250.00'],
        ['Total services', '27,250.00'],
        ['Optional: acoustic ceiling', '14,800.00'],
      ],
    );
    s.nextPage();
    s.table(
      60,
      [50, { right: 520 }],
      [
        ['Net total', '88,250.00'],
        ['VAT 20%', '17,650.00'],
        ['Grand total', 'GBP 105,900.00'],
      ],
    );
    s.lines(50, 140, [
      'Prices are fixed until 31 May 2026. Completion by 24 July 2026. Retention 3%.',
      'Stage payments: 30% (£31,770.00) on order.',
    ]);
  });

/** Seller and buyer side by side, the buyer on the right; amounts without a sign, currency said once. */
const sideBySide = () =>
  paper(s => {
    s.text(50, 60, 'Sales Quote', { size: 16, bold: true });
    s.table(
      95,
      [50, 300],
      [
        ['From', 'To'],
        ['Kestrel Instruments Ltd', 'University of Wexham'],
        ['7 Science Park', 'Faculty of Engineering'],
        ['Cambridge CB4 0FW', 'Wexham WX2 8AB'],
        ['sales@kestrel-instruments.example', 'purchasing@wexham.example'],
      ],
      { step: 14 },
    );
    s.table(
      190,
      [50, 180],
      [
        ['Quote number:', 'SQ/00318-R2'],
        ['Quote date:', '2026-02-27'],
        ['Currency:', 'EUR'],
        ['Validity:', '6 weeks'],
      ],
      { step: 14 },
    );
    const y = s.table(
      270,
      [50, { right: 330 }, { right: 430 }, { right: 545 }],
      [
        ['Product', 'Quantity', 'Unit price', 'Line total'],
        ['Spectrometer KS-200', '1', '14,250.00', '14,250.00'],
        ['Calibration kit', '2', '620.00', '1,240.00'],
      ],
    );
    s.table(
      y + 10,
      [{ right: 430 }, { right: 545 }],
      [
        ['Net', '15,490.00'],
        ['VAT (reverse charge)', '0.00'],
        ['Quote total', '15,490.00'],
      ],
    );
  });

/** Three ways to do it, and no total: which amount is open. */
const options = () =>
  paper(s => {
    s.text(50, 60, 'Estimate E-771', { size: 16 });
    s.table(
      90,
      [50, 130],
      [
        ['Customer', 'Orchard Hill Nursery'],
        ['Date', '20 March 2026'],
        ['Expires', '20 April 2026'],
      ],
      { step: 15 },
    );
    s.table(
      170,
      [50, { right: 400 }],
      [
        ['Option 1: repaint', '$3,200.00'],
        ['Option 2: repaint and repair', '$4,750.00'],
        ['Option 3: replace', '$9,900.00'],
      ],
    );
  });

/** Day and month could be either, and nothing on the page tells; two numbers claim to be the quote's. */
const unclear = () =>
  paper(s => {
    s.text(50, 60, 'Quotation', { size: 16 });
    s.table(
      90,
      [50, 150],
      [
        ['Quote number', 'A-5501'],
        ['Date', '05/06/2026'],
        ['Customer', 'Pemberton Cycles'],
      ],
      { step: 15 },
    );
    s.table(
      170,
      [50, { right: 400 }],
      [
        ['Racks and fittings', '$1,180.00'],
        ['Total', '$1,180.00'],
      ],
    );
    s.text(50, 240, 'Quote number: A-5510');
  });

/** Indian grouping, a table of totals under headers. */
const jaipur = () =>
  paper(s => {
    s.text(50, 60, 'Proforma Invoice / Quotation', { size: 14, bold: true });
    s.lines(50, 80, ['Rangoli Textiles Pvt Ltd, 14 MI Road, Jaipur 302001', 'GSTIN 08AABCR1234M1Z5'], {
      size: 8,
      step: 11,
    });
    s.table(
      120,
      [50, 170, 330, 450],
      [
        ['Quotation No', 'Dated', 'Buyer', 'Valid Upto'],
        ['RT/25-26/0412', '11-Mar-2026', 'Blue Lotus Hotels Ltd', '10-Apr-2026'],
      ],
      { step: 15, size: 9 },
    );
    const y = s.table(
      180,
      [50, { right: 300 }, { right: 400 }, { right: 540 }],
      [
        ['Particulars', 'Qty', 'Rate', 'Amount'],
        ['Block printed bed linen set', '250', '2,450.00', '6,12,500.00'],
        ['Cushion covers', '600', '310.00', '1,86,000.00'],
      ],
      { size: 9 },
    );
    s.table(
      y + 10,
      [{ right: 300 }, { right: 400 }, { right: 540 }],
      [
        ['Taxable value', 'IGST 12%', 'Grand Total'],
        ['7,98,500.00', '95,820.00', 'Rs. 8,94,320.00'],
      ],
      { size: 9 },
    );
  });

export const englishPapers: readonly Fixture[] = [
  {
    file: 'harbourline.pdf',
    make: harbourline,
    expected: expected(
      'Brightwater Café Pte Ltd',
      'HL-Q-2041',
      452306,
      'SGD',
      '2026-03-03',
      '2026-04-02',
      'huimin@brightwater-cafe.example',
    ),
  },
  {
    file: 'us-estimate.pdf',
    make: northfield,
    expected: expected('Lakeside Dental Group', '10482', 612025, 'USD', '2026-03-04', '2026-04-03'),
  },
  {
    file: 'studio-cards.pdf',
    make: studio,
    expected: expected('Hollow Oak Brewery', 'P-2026-019', 845000, 'GBP', '2026-03-10', '2026-04-09'),
  },
  {
    file: 'letter-in-prose.pdf',
    make: letter,
    expected: expected('St Aidan’s Primary School', 'GR/26/0317', 2236800, 'GBP', '2026-02-14', '2026-04-15'),
  },
  {
    file: 'line-printer.pdf',
    make: printer,
    expected: expected('Murray Grain Co-op Ltd', '0077431', 122320, 'AUD', '2026-03-16', '2026-03-30'),
  },
  {
    file: 'sections-three-pages.pdf',
    make: fitout,
    expected: expected(
      'Marlow & Finch LLP',
      'QF-26-0588',
      10590000,
      'GBP',
      '2026-03-09',
      '2026-05-31',
      'tom.finch@marlowfinch.example',
    ),
  },
  {
    file: 'from-and-to.pdf',
    make: sideBySide,
    expected: expected(
      'University of Wexham',
      'SQ/00318-R2',
      1549000,
      'EUR',
      '2026-02-27',
      '2026-04-10',
      'purchasing@wexham.example',
    ),
  },
  {
    file: 'three-options.pdf',
    make: options,
    expected: expected('Orchard Hill Nursery', 'E-771', null, null, '2026-03-20', '2026-04-20'),
  },
  { file: 'unclear.pdf', make: unclear, expected: expected('Pemberton Cycles', null, 118000, 'USD', null, null) },
  {
    file: 'indian-grouping.pdf',
    make: jaipur,
    expected: expected('Blue Lotus Hotels Ltd', 'RT/25-26/0412', 89432000, 'INR', '2026-03-11', '2026-04-10'),
  },
];
