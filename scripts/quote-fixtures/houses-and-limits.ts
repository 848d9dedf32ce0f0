import { expected, type Fixture } from './expected.ts';
import { printed, written } from './made.ts';

/** Houses and their departments, and limits put behind the day. */
export const housesAndLimits: readonly Fixture[] = [
  written(
    'de-verein-b06.eml',
    {
      from: 'Sabine Krüger <krueger@sportbau-krueger.example>',
      to: 'Vorstand <vorstand@tsv-eichenau.example>',
      subject: 'Angebot A-2026-208 Kunstrasenplatz',
      date: 'Tue, 10 Nov 2026 14:20:00 +0000',
      text: `Sehr geehrter Herr Vogt,

wie besprochen unser Angebot A-2026-208 für den TSV Eichenau 1921 e.V.:

Kunstrasen 5.400 m²: 162.000,00 €
Untergrund: 48.500,00 €
Netto: 210.500,00 €
MwSt. 19 %: 39.995,00 €
Endsumme: 250.495,00 €

Die Preise sind bis zum 31. Januar 2027 garantiert.

Mit sportlichen Grüßen
Sabine Krüger`,
    },
    expected(
      'TSV Eichenau 1921 e.V.',
      'A-2026-208',
      25049500,
      'EUR',
      '2026-11-10',
      '2027-01-31',
      'vorstand@tsv-eichenau.example',
    ),
  ),
  written(
    'fr-copro-b08.eml',
    {
      from: 'Thomas Besson <t.besson@besson-ascenseurs.example>',
      to: 'Cabinet Morel <gestion@cabinet-morel.example>',
      subject: 'Devis DV-8841 - rénovation ascenseur',
      date: 'Tue, 10 Nov 2026 14:20:00 +0000',
      text: `Madame, Monsieur,

Nous vous remercions de votre demande et vous prions de trouver notre devis DV-8841.

Client : Copropriété Les Tilleuls
Date : 10/11/2026
Montant HT : 31 200,00 €
TVA 10 % : 3 120,00 €
Montant TTC : 34 320,00 €

Nos prix sont fermes pendant 90 jours.

Cordialement,
Thomas Besson`,
    },
    expected(
      'Copropriété Les Tilleuls',
      'DV-8841',
      3432000,
      'EUR',
      '2026-11-10',
      '2027-02-08',
      'gestion@cabinet-morel.example',
    ),
  ),
  written(
    'fr-ecole-b09.eml',
    {
      from: 'Amélie Roux <amelie@roux-traiteur.example>',
      to: 'Directeur <direction@ecole-sainte-marie.example>',
      subject: 'Buffet du 12 décembre',
      date: 'Tue, 10 Nov 2026 14:20:00 +0000',
      text: `Bonjour Monsieur le Directeur,

Voici notre proposition n° 2026-95 pour l'École Sainte-Marie :

Buffet froid 150 personnes : 3 300 €
Boissons : 450 €
Total TTC : 3 750 €

Merci de nous confirmer avant le 25 novembre, date limite de validité de cette offre.

Amélie Roux`,
    },
    expected(
      'École Sainte-Marie',
      '2026-95',
      375000,
      'EUR',
      '2026-11-10',
      '2026-11-25',
      'direction@ecole-sainte-marie.example',
    ),
  ),
  written(
    'sv-forening-b13.eml',
    {
      from: 'Karin Ek <karin@ekstenhuggeri.example>',
      to: 'Ordförande <ordf@solbackens.example>',
      subject: 'Offert nr 887',
      date: 'Tue, 10 Nov 2026 14:20:00 +0000',
      text: `Hej!

Tack för förfrågan. Här kommer vår offert nr 887 till Solbackens samfällighetsförening.

Stenmur 45 m          96 750 kr
Trappa                18 400 kr
Summa exkl moms      115 150 kr
Moms                  28 787,50 kr
Summa inkl moms      143 937,50 kr

Priset står fast till och med den 15 december.

Hälsningar Karin`,
    },
    expected(
      'Solbackens samfällighetsförening',
      '887',
      14393750,
      'SEK',
      '2026-11-10',
      '2026-12-15',
      'ordf@solbackens.example',
    ),
  ),
  written(
    'ja-mail-b16.eml',
    {
      from: '鈴木 一郎 <suzuki@sakura-print.example>',
      to: '総務部 <soumu@midori-hosp.example>',
      subject: '御見積書送付の件(みどり総合病院様)',
      date: 'Tue, 10 Nov 2026 14:20:00 +0900',
      text: `みどり総合病院
総務部 高橋様

お世話になっております。さくら印刷の鈴木です。
診察券印刷のお見積りをお送りいたします。

見積番号 SP-20261110-2
品名 診察券 10,000枚
見積金額 484,000円(税込)
納期 ご発注後2週間
本見積の有効期限は2026年12月末日です。

ご検討のほどよろしくお願いいたします。`,
    },
    expected('みどり総合病院', 'SP-20261110-2', 484000, 'JPY', '2026-11-10', '2026-12-31', 'soumu@midori-hosp.example'),
  ),
  written(
    'zh-mail-b17.eml',
    {
      from: '陈静 <chenjing@lvyuan.example>',
      to: '行政部 <admin@jinqiao-hotel.example>',
      subject: '金桥酒店绿植租赁报价(编号LY-1110)',
      date: 'Tue, 10 Nov 2026 14:20:00 +0800',
      text: `尊敬的金桥酒店:

您好!感谢您的询价,现报价如下。

报价编号:LY-1110
大堂绿植 24盆 12,000元
客房绿植 80盆 16,000元
合计:人民币28,000元整
本报价自即日起30天内有效。

顺祝商祺
陈静`,
    },
    expected('金桥酒店', 'LY-1110', 2800000, 'CNY', '2026-11-10', '2026-12-10', 'admin@jinqiao-hotel.example'),
  ),
  written(
    'pt-br-b18.eml',
    {
      from: 'Lucas Prado <lucas@pradosom.example>',
      to: 'Eventos <eventos@clubeatletico.example>',
      subject: 'Proposta 554/26 - sonorização',
      date: 'Tue, 10 Nov 2026 14:20:00 +0000',
      text: `Olá, Renata!

Segue a proposta 554/26 para o Clube Atlético Serra Azul.

Locação de som: R$ 6.800,00
Iluminação: R$ 3.200,00
Técnicos: R$ 1.500,00
Total: R$ 11.500,00

Proposta válida por 15 dias.

Abraço,
Lucas`,
    },
    expected(
      'Clube Atlético Serra Azul',
      '554/26',
      1150000,
      'BRL',
      '2026-11-10',
      '2026-11-25',
      'eventos@clubeatletico.example',
    ),
  ),
  written(
    'da-mail-b20.eml',
    {
      from: 'Henrik Lund <henrik@lundtag.example>',
      to: 'Kirkeværge <kirkevaerge@aabysogn.example>',
      subject: 'Tilbud på nyt tag - Åby Sogn',
      date: 'Tue, 10 Nov 2026 14:20:00 +0000',
      text: `Kære Inger

Tak for sidst. Vores tilbud nr. 26-044:

Tegltag 380 m2           532.000 kr.
Stillads                  74.000 kr.
Pris ekskl. moms         606.000 kr.
Pris inkl. moms          757.500 kr.

Vi vedstår tilbuddet i 8 uger.

Med venlig hilsen
Henrik Lund`,
    },
    expected('Åby Sogn', '26-044', 75750000, 'DKK', '2026-11-10', '2027-01-05', 'kirkevaerge@aabysogn.example'),
  ),
  printed(
    'en-letter-b23.pdf',
    `@545r Tidewell Marine Services
@545r Shore Road, Oban PA34 4LJ
@545r 01631 555 012

Mrs. Catriona MacLeod
Harbour Master's Office
Isle of Tarsay Council
Tarsay PA77 6UB

12 November 2026

Our reference: TM/26/190

Dear Mrs. MacLeod,

Repair of slipway winch

We thank you for your enquiry and have pleasure in offering to overhaul the winch for
the sum of £14,650.00 plus VAT at 20%, £17,580.00 in total.

Our offer is open for acceptance until 15 January 2027, after which we reserve the right
to review our price. Work would take three weeks from receipt of order.

Yours sincerely,
Donald Reid`,
    expected('Isle of Tarsay Council', 'TM/26/190', 1758000, 'GBP', '2026-11-12', '2027-01-15'),
  ),
  printed(
    'de-at-b26.pdf',
    `#16 Kostenvoranschlag
@545r Bau Huber GmbH, Salzburger Straße 40, 4840 Vöcklabruck

An die
Marktgemeinde Seewalchen
Rathausplatz 1
4863 Seewalchen am Attersee

Vöcklabruck, am 13. November 2026
KV-Nr.: 2611/33

Betreff: Sanierung Bauhof

Abbruch ¦@500r € 6.400,00
Maurerarbeiten ¦@500r € 18.900,00
Verputz ¦@500r € 9.700,00
Zwischensumme ¦@500r € 35.000,00
20 % USt. ¦@500r € 7.000,00
Gesamt ¦@500r € 42.000,00

Bindefrist: 3 Monate`,
    expected('Marktgemeinde Seewalchen', '2611/33', 4200000, 'EUR', '2026-11-13', '2027-02-13'),
  ),
  printed(
    'ja-kan-b37.pdf',
    `@400 見積書番号: Q-26-0458
@400 発行日: 2026/11/12
@230 #18 御見積書
宛先: 北山自治会 会長 中村様
@400 丸和電設株式会社
@400 TEL 075-555-0133
件名 防犯灯LED化工事
合計金額 ¦@150 ¥1,265,000 (税込)
有効期限: 本書発行後3ヶ月
内容 ¦@320 数量 ¦@400 単価 ¦@545r 金額
LED防犯灯 ¦@320 50 ¦@400 18,000 ¦@545r 900,000
取付工事 ¦@320 50 ¦@400 5,000 ¦@545r 250,000
@400 小計 ¦@545r 1,150,000
@400 消費税10% ¦@545r 115,000
@400 合計 ¦@545r 1,265,000`,
    expected('北山自治会', 'Q-26-0458', 1265000, 'JPY', '2026-11-12', '2027-02-12'),
  ),
  printed(
    'ko-gyeonjeok-b39.pdf',
    `@230 #18 견 적 서
견적번호: 2026-1113 ¦@350 공급자: 주식회사 한솔가구
견적일: 2026년 11월 13일 ¦@350 등록번호: 123-45-67890
수신: 푸른초등학교 행정실
견적 유효기간: 견적일로부터 15일

품명 ¦@300 수량 ¦@400 단가 ¦@545r 금액
학생용 책상 ¦@300 30 ¦@400 85,000 ¦@545r 2,550,000
학생용 의자 ¦@300 30 ¦@400 45,000 ¦@545r 1,350,000
@400 공급가액 ¦@545r 3,900,000
@400 부가세 ¦@545r 390,000
@400 총 합계 ¦@545r ₩4,290,000`,
    expected('푸른초등학교', '2026-1113', 4290000, 'KRW', '2026-11-13', '2026-11-28'),
  ),
  printed(
    'th-quote-b40.pdf',
    `#14 บริษัท สยามครัว จำกัด
99 ถนนสุขุมวิท กรุงเทพฯ 10110
@230 #16 ใบเสนอราคา
เลขที่: QT-6911-008 ¦@350 วันที่: 13/11/2026
ลูกค้า: โรงเรียนบ้านดอนเมือง

ลำดับ ¦@100 รายการ ¦@330 จำนวน ¦@400 ราคา ¦@545r รวม
1 ¦@100 เตาแก๊ส ¦@330 4 ¦@400 12,500.00 ¦@545r 50,000.00
@400 รวมเป็นเงิน ¦@545r 50,000.00
@320 ภาษีมูลค่าเพิ่ม 7% ¦@545r 3,500.00
@320 จำนวนเงินรวมทั้งสิ้น ¦@545r ฿53,500.00
ยืนราคา 30 วัน`,
    expected('โรงเรียนบ้านดอนเมือง', 'QT-6911-008', 5350000, 'THB', '2026-11-13', '2026-12-13'),
  ),
];
