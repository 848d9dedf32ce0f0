import { expected, type Fixture } from './expected.ts';
import { mail } from './mail.ts';
import { paper, type Sheet } from './paper.ts';
import { type Placed, unicodePaper } from './unicode-paper.ts';

/** Rows of two cells under one another. */
const rows = (x: number, right: number, y: number, pairs: readonly (readonly [string, string])[]): Placed[] =>
  pairs.flatMap(([label, value], at): Placed[] => [
    [x, y + 16 * at, label],
    [right, y + 16 * at, value],
  ]);

const column = (x: number, y: number, lines: readonly string[]): Placed[] =>
  lines.map((line, at): Placed => [x, y + 15 * at, line]);

const sums = (s: Sheet, y: number, pairs: readonly (readonly [string, string])[]) =>
  s.table(y, [60, { right: 540 }], pairs);

/** As a browser prints it: common characters come out as the radicals that look the same. */
const fromBrowser = () =>
  unicodePaper([
    [
      [230, 80, '御⾒積書', 16],
      ...column(50, 120, ['学校法⼈ 若葉学園　御中', '下記のとおり御⾒積申し上げます。', '件名：講堂照明更新⼯事']),
      ...column(50, 170, ['納期：ご発注後6週間', 'お⽀払条件：⽉末締め翌⽉末払い', '⾒積有効期限：発⾏⽇より30⽇']),
      ...column(400, 105, ['⾒積No. S-0408', '発⾏⽇ 令和8年4⽉8⽇', '', '株式会社 ⻄和電設', 'TEL 03-1111-2222']),
      [50, 225, '御⾒積⾦額 ¥2,618,000-（税込）', 13],
      ...rows(50, 480, 260, [
        ['LED投光器 20台', '1,900,000'],
        ['⼯事費', '480,000'],
        ['⼩計', '2,380,000'],
        ['消費税', '238,000'],
        ['合計', '2,618,000'],
      ]),
    ],
  ]);

/** Neither the font nor its map is in the file, as older programs print. */
const withoutFont = () =>
  unicodePaper(
    [
      [
        [280, 60, '見積書', 16],
        [50, 95, '村上 由佳 様', 12],
        [50, 125, '合計金額　￥165,000（税込）'],
        ...column(360, 90, ['見積日　2026/04/13', '見積番号　M2604-12', 'あさひ造園', '静岡市葵区1-1']),
        ...rows(60, 480, 200, [
          ['庭木剪定', '100,000'],
          ['廃材処分', '50,000'],
          ['小計', '150,000'],
          ['消費税(10%)', '15,000'],
          ['合計', '165,000'],
        ]),
        [50, 320, '※本見積の有効期限は発行後1ヶ月です。'],
      ],
    ],
    { encoding: 'UniJIS-UCS2-H', ordering: 'Japan1' },
  );

/** Marks set over marks come without a character of their own. */
const lostMarks = () =>
  unicodePaper([
    [
      [200, 78, 'ใบเสนอราคา / QUOTATION', 14],
      ...column(50, 104, ['บริษัท สยามแอร์เซอร์วิส จํากัด', '99 ถ.สุขุมวิท กรุงเทพฯ', 'เลขประจําตัวผู้เสียภาษี 0105550001112']),
      ...column(400, 104, ['เลขที\0 QA6904-021', 'วันที\0 10/04/2569', 'ยืนราคา 30 วัน']),
      [50, 165, 'ชื\0อลูกค้า: โรงเรียนอนุบาลสุขใจ'],
      ...rows(50, 480, 200, [
        ['ล้างแอร์ 20 เครื\0อง', '12,000.00'],
        ['ส่วนลด', '-1,000.00'],
        ['ราคาหลังหักส่วนลด', '11,000.00'],
        ['ภาษีมูลค่าเพิ\0ม 7%', '770.00'],
        ['จํานวนเงินรวมทั\0งสิ\0น', '11,770.00'],
      ]),
    ],
  ]);

const baoGia = () =>
  unicodePaper([
    [
      ...column(50, 50, [
        'CÔNG TY CỔ PHẦN CƠ ĐIỆN MINH KHANG',
        '12 Lê Lợi, Quận 1, TP. Hồ Chí Minh',
        'MST: 0312345678',
      ]),
      [260, 110, 'BẢNG BÁO GIÁ', 14],
      [260, 128, 'Số: 118/BG-MK'],
      [330, 146, 'TP. Hồ Chí Minh, ngày 14 tháng 04 năm 2026'],
      [50, 166, 'Khách hàng: Khách sạn Ánh Dương'],
      [50, 181, 'Người liên hệ: Chị Lan – 0903 111 222'],
      ...rows(50, 460, 210, [
        ['Máy bơm 5HP', '18.500.000'],
        ['Nhân công lắp đặt', '3.000.000'],
        ['Tổng tiền trước thuế', '21.500.000'],
        ['VAT 10%', '2.150.000'],
        ['Tổng thanh toán (VNĐ)', '23.650.000'],
      ]),
      [50, 310, 'Hiệu lực báo giá: 15 ngày kể từ ngày báo giá.'],
    ],
  ]);

const gyeonjeok = () =>
  unicodePaper([
    [
      [260, 70, '견 적 서', 18],
      ...column(50, 105, [
        '견적일: 2026년 4월 9일',
        '견적번호: 26-04-09-2',
        '수신: 주식회사 다온푸드 귀하',
        '참조: 이수진 과장',
      ]),
      ...column(300, 105, ['등록번호 123-45-67890', '상호 (주)그린포장', '대표 최영호']),
      [50, 180, '합계금액: 일금 삼백팔십오만원정 (₩3,850,000)'],
      ...rows(50, 420, 210, [
        ['포장박스 A형', '2,500,000'],
        ['인쇄비', '1,000,000'],
        ['공급가액', '3,500,000'],
        ['세액', '350,000'],
        ['합계', '3,850,000'],
      ]),
      [50, 300, '※ 본 견적은 견적일로부터 15일간 유효합니다.'],
    ],
  ]);

/** A grid whose labels stand behind their values, so near that they are one cell. */
const valuesFirst = () =>
  paper(s => {
    s.lines(50, 64, ['Groenwerk Hoveniers', 'Dorpsstraat 77', '3731 AB De Bilt']);
    s.lines(400, 60, ['2026-0093 Offertenummer', '03-04-2026 Datum', '03-05-2026 Geldig tot']);
    s.lines(50, 120, [
      'Stichting Kinderopvang De Zonnebloem',
      't.a.v. mevr. I. Bakker',
      'Lindelaan 2',
      '3732 CD De Bilt',
    ]);
    s.text(50, 200, 'Offerte aanleg speeltuin', { size: 13 });
    sums(s, 230, [
      ['Grondwerk', '€ 4.200,00'],
      ['Beplanting', '€ 1.875,50'],
      ['Subtotaal', '€ 6.075,50'],
      ['21% btw', '€ 1.275,86'],
      ['Totaalbedrag', '€ 7.351,36'],
    ]);
  });

const anbot = () =>
  paper(s => {
    s.lines(430, 52, ['Malerbetrieb Österreicher', 'Feldgasse 9', 'A-4020 Linz']);
    s.lines(60, 142, ['Firma', 'Bäckerei Grünwald KG', 'c/o Hausverwaltung Moser', 'Hauptplatz 1', 'A-4020 Linz']);
    s.text(455, 232, 'Linz, am 10.4.2026');
    s.text(60, 262, 'Anbot Nr. 2026-77', { size: 13 });
    sums(s, 300, [
      ['Fassade reinigen', '€ 5.400,00'],
      ['Fenster lackieren', '€ 1.250,00'],
      ['Summe netto', '€ 6.650,00'],
      ['20 % MwSt.', '€ 1.330,00'],
      ['Endsumme', '€ 7.980,00'],
    ]);
    s.text(60, 400, 'Unser Anbot ist gültig bis 31.5.2026.');
  });

const totaleEuro = () =>
  paper(s => {
    s.lines(400, 60, ['Spett.le', 'PARROCCHIA SAN GIOVANNI BATTISTA', 'Via Roma 1', '31100 Treviso (TV)']);
    s.lines(50, 130, ['Impianti Zanatta s.n.c.', 'Via Industria 8, 31020 Villorba', 'P. IVA 02211330266']);
    s.text(50, 190, 'Treviso, 3 aprile 2026');
    s.text(50, 215, 'Oggetto: Preventivo n. 88/2026 – impianto audio chiesa');
    sums(s, 250, [
      ['Diffusori a colonna (4)', '2.600,00'],
      ['Mixer e microfoni', '1.150,00'],
      ['Totale imponibile', '3.750,00'],
      ['IVA 22%', '825,00'],
      ['TOTALE EURO', '4.575,00'],
    ]);
    s.text(50, 350, 'La presente offerta ha validità 60 giorni dalla data di emissione.');
  });

const twoAddresses = () =>
  paper(
    s => {
      s.lines(50, 60, ['ESTIMATE', 'Oakridge Remodeling Inc.', '1200 Mill Road', 'Dayton, OH 45402']);
      s.table(
        60,
        [420, { right: 560 }],
        [
          ['Estimate #', '10277'],
          ['Customer ID', 'C-4410'],
          ['Issue date', '04/02/2026'],
          ['Valid until', '05/02/2026'],
        ],
      );
      s.lines(50, 170, ['Prepared for', 'Harriet & Cole Jensen', '88 Birch Lane', 'Kettering, OH 45429']);
      s.lines(180, 170, ['Project address', 'same']);
      sums(s, 260, [
        ['Kitchen cabinets', '$9,450.00'],
        ['Optional: under-cabinet lighting (not included)', '$640.00'],
        ['Subtotal', '$13,250.00'],
        ['Sales tax 7.25%', '$960.63'],
        ['Total', '$14,210.63'],
        ['Deposit due (40%)', '$5,684.25'],
      ]);
    },
    { size: 'LETTER' },
  );

const toQuinta = async () =>
  mail({
    from: 'Marta Sousa <marta@sousaeventos.example>',
    to: 'reservas@quintadolago.example',
    subject: 'Orçamento ORC 2026/058 - Casamento 19 de setembro',
    date: 'Mon, 16 Mar 2026 11:45:00 +0000',
    text: [
      'Exmos. Senhores,',
      '',
      'Segue o orçamento para o serviço de catering no dia 19 de setembro de 2026.',
      '',
      'Cliente: Quinta do Lago – Turismo Rural, Lda.',
      'N.º do orçamento: ORC 2026/058',
      'Subtotal: 7.500,00 €',
      'IVA (13%): 975,00 €',
      'Total com IVA: 8.475,00 €',
      'Sinal (25%): 2.118,75 €',
      '',
      'Orçamento válido até 31 de março de 2026.',
      '',
      'Com os melhores cumprimentos,',
      'Marta Sousa',
      'Sousa Eventos, Unipessoal Lda · NIF 509 887 776',
    ].join('\n'),
  });

const toBaanSuan = async () =>
  mail({
    from: 'สมชาย ใจดี <somchai@thaiprint.example>',
    to: 'คุณวิภา <wipa@baansuan.example>',
    subject: 'ใบเสนอราคา QT-6903-015',
    date: 'Fri, 27 Mar 2026 09:00:00 +0700',
    text: [
      'เรียน คุณวิภา',
      '',
      'เลขที่ใบเสนอราคา: QT-6903-015',
      'วันที่: 27 มีนาคม 2569',
      'ลูกค้า: บริษัท บ้านสวนรีสอร์ท จำกัด',
      'รวมเงิน 24,000.00 บาท',
      'ภาษีมูลค่าเพิ่ม 7% 1,680.00 บาท',
      'รวมทั้งสิ้น 25,680.00 บาท',
      'ยืนราคาถึงวันที่ 26 เมษายน 2569',
    ].join('\n'),
  });

const toLanvallon = async () =>
  mail({
    from: 'Katrin Aebi <k.aebi@aebi-gartenbau.example>',
    to: '"Mairie de Lanvallon - Service Culture" <culture@lanvallon.example>',
    subject: 'Offerte Nr. 26.0331',
    date: 'Tue, 31 Mar 2026 14:00:00 +0200',
    html: `<p>Bonjour</p><table><tr><td>Offerte Nr.</td><td>26.0331</td></tr><tr><td>Hecke schneiden</td><td>CHF 6’050.–</td></tr><tr><td>Rabatt 5 %</td><td>CHF –302.50</td></tr><tr><td>Zwischentotal</td><td>CHF 5’747.50</td></tr><tr><td>MWST 8.1 %</td><td>CHF 465.55</td></tr><tr><td><b>Gesamttotal</b></td><td><b>CHF 6’213.05</b></td></tr></table><p>Die Offerte ist 60 Tage gültig.</p><p>Katrin Aebi<br>Aebi Gartenbau AG</p>`,
  });

/** Papers as other programs and other countries print and number them. */
export const printedAbroad: readonly Fixture[] = [
  {
    file: 'ja-from-browser.pdf',
    make: fromBrowser,
    expected: expected('学校法人 若葉学園', 'S-0408', 2618000, 'JPY', '2026-04-08', '2026-05-08'),
  },
  {
    file: 'ja-without-font.pdf',
    make: withoutFont,
    expected: expected('村上 由佳', 'M2604-12', 165000, 'JPY', '2026-04-13', '2026-05-13'),
  },
  {
    file: 'th-lost-marks.pdf',
    make: lostMarks,
    expected: expected('โรงเรียนอนุบาลสุขใจ', 'QA6904-021', 1177000, 'THB', '2026-04-10', '2026-05-10'),
  },
  {
    file: 'vi-bao-gia.pdf',
    make: baoGia,
    expected: expected('Khách sạn Ánh Dương', '118/BG-MK', 23650000, 'VND', '2026-04-14', '2026-04-29'),
  },
  {
    file: 'ko-unmarked.pdf',
    make: gyeonjeok,
    expected: expected('주식회사 다온푸드', '26-04-09-2', 3850000, 'KRW', '2026-04-09', '2026-04-24'),
  },
  {
    file: 'nl-values-first.pdf',
    make: valuesFirst,
    expected: expected('Stichting Kinderopvang De Zonnebloem', '2026-0093', 735136, 'EUR', '2026-04-03', '2026-05-03'),
  },
  {
    file: 'de-at-anbot.pdf',
    make: anbot,
    expected: expected('Bäckerei Grünwald KG', '2026-77', 798000, 'EUR', '2026-04-10', '2026-05-31'),
  },
  {
    file: 'it-totale-euro.pdf',
    make: totaleEuro,
    expected: expected('PARROCCHIA SAN GIOVANNI BATTISTA', '88/2026', 457500, 'EUR', '2026-04-03', '2026-06-02'),
  },
  {
    file: 'us-two-addresses.pdf',
    make: twoAddresses,
    expected: expected('Harriet & Cole Jensen', '10277', 1421063, 'USD', '2026-04-02', '2026-05-02'),
  },
  {
    file: 'pt-quinta.eml',
    make: toQuinta,
    expected: expected(
      'Quinta do Lago – Turismo Rural, Lda.',
      'ORC 2026/058',
      847500,
      'EUR',
      '2026-03-16',
      '2026-03-31',
      'reservas@quintadolago.example',
    ),
  },
  {
    file: 'th-mail.eml',
    make: toBaanSuan,
    expected: expected(
      'บริษัท บ้านสวนรีสอร์ท จำกัด',
      'QT-6903-015',
      2568000,
      'THB',
      '2026-03-27',
      '2026-04-26',
      'wipa@baansuan.example',
    ),
  },
  {
    file: 'ch-department.eml',
    make: toLanvallon,
    expected: expected(
      'Mairie de Lanvallon',
      '26.0331',
      621305,
      'CHF',
      '2026-03-31',
      '2026-05-30',
      'culture@lanvallon.example',
    ),
  },
];
