import { expected, type Fixture } from './expected.ts';
import { printed, written } from './made.ts';

/** Customers without a legal form, and terms, as many languages put them. */
export const customersAndTerms: readonly Fixture[] = [
  written(
    'en-subject-a01.eml',
    {
      from: 'Rob Tanner <rob@tannerfencing.example>',
      to: 'Estates <estates@oakmeadow.example>',
      subject: 'Quote TF-1187 for Oak Meadow Primary School',
      date: 'Mon, 02 Nov 2026 09:15:00 +0000',
      text: `Good morning,

Thank you for having me round on Thursday. Our price to replace the playground fence:

Fence panels and posts   £6,240.00
Removal of old fence     £780.00
VAT at 20%               £1,404.00
Total                    £8,424.00

Firm for 30 days from today. We could start in the half-term week.

Kind regards,
Rob Tanner
Tanner Fencing
07700 900112`,
    },
    expected(
      'Oak Meadow Primary School',
      'TF-1187',
      842400,
      'GBP',
      '2026-11-02',
      '2026-12-02',
      'estates@oakmeadow.example',
    ),
  ),
  written(
    'en-greeting-a02.eml',
    {
      from: 'Lydia Marsh <lydia@marshcatering.example>',
      to: 'events@thelanternhotel.example',
      subject: 'Our proposal (no. 2026-0417)',
      date: 'Mon, 02 Nov 2026 09:15:00 +0000',
      text: `Dear Lantern Hotel team,

please find below our proposal for your staff party on 18 December.

Buffet for 80 guests at £34.50 a head: £2,760.00
Staff: £420.00

Grand total including VAT: £3,816.00

We guarantee this price for four weeks.

Best wishes
Lydia`,
    },
    expected('Lantern Hotel', '2026-0417', 381600, 'GBP', '2026-11-02', '2026-11-30', 'events@thelanternhotel.example'),
  ),
  written(
    'en-html-a04.eml',
    {
      from: 'Priya Nair <priya@kestrel-it.example>',
      to: 'Moira Quinn <moira.quinn@ballyroe.example>',
      subject: 'Quotation KIT/884 - laptops',
      date: 'Mon, 02 Nov 2026 09:15:00 +0000',
      html: `<p>Hi Moira,</p><p>as discussed, our quotation for Ballyroe Credit Union.</p><table><tr><th>Quote ref</th><td>KIT/884</td></tr><tr><th>Issued</th><td>2 November 2026</td></tr><tr><th>Client</th><td>Ballyroe Credit Union</td></tr><tr><th>Offer expires</th><td>20 November 2026</td></tr></table><table><tr><td>14 laptops</td><td>€ 13,286.00</td></tr><tr><td>Setup</td><td>€ 1,400.00</td></tr><tr><td>VAT 23%</td><td>€ 3,377.78</td></tr><tr><td><b>Amount due on order</b></td><td><b>€ 18,063.78</b></td></tr></table><p>Priya</p>`,
    },
    expected(
      'Ballyroe Credit Union',
      'KIT/884',
      1806378,
      'EUR',
      '2026-11-02',
      '2026-11-20',
      'moira.quinn@ballyroe.example',
    ),
  ),
  written(
    'de-betreff-a05.eml',
    {
      from: 'Jonas Reuter <j.reuter@reuter-dach.example>',
      to: 'bauamt@steinhagen.example',
      subject: 'Angebot 26-0391 Gemeinde Steinhagen, Dachsanierung Feuerwehrhaus',
      date: 'Mon, 02 Nov 2026 09:15:00 +0000',
      text: `Sehr geehrte Frau Wolters,

vielen Dank für Ihre Anfrage. Gerne bieten wir Ihnen an:

Dachdeckung Tonziegel 412 m²     38.316,00 €
Gerüst                            4.250,00 €
Nettobetrag                      42.566,00 €
zzgl. 19 % MwSt.                  8.087,54 €
Angebotssumme brutto             50.653,54 €

An dieses Angebot halten wir uns bis zum 15.12.2026 gebunden.

Mit freundlichen Grüßen
Jonas Reuter
Reuter Dach & Fassade GmbH`,
    },
    expected('Gemeinde Steinhagen', '26-0391', 5065354, 'EUR', '2026-11-02', '2026-12-15', 'bauamt@steinhagen.example'),
  ),
  written(
    'pt-escola-a12.eml',
    {
      from: 'Rui Tavares <rui@tavaresmoveis.example>',
      to: 'secretaria@ebdasflores.example',
      subject: 'Orçamento ORC-2026-77',
      date: 'Mon, 02 Nov 2026 09:15:00 +0000',
      text: `Bom dia,

Segue o orçamento ORC-2026-77 para a Escola Básica das Flores.

Mesas escolares (60): 4.740,00 €
Cadeiras (120): 3.960,00 €
Subtotal: 8.700,00 €
IVA 23%: 2.001,00 €
Valor total: 10.701,00 €

Este orçamento é válido por 60 dias.

Com os melhores cumprimentos,
Rui Tavares`,
    },
    expected(
      'Escola Básica das Flores',
      'ORC-2026-77',
      1070100,
      'EUR',
      '2026-11-02',
      '2027-01-01',
      'secretaria@ebdasflores.example',
    ),
  ),
  written(
    'da-tilbud-a14.eml',
    {
      from: 'Mads Kjær <mads@kjaer-el.example>',
      to: 'Lone Brandt <lone@musikskolen-vestby.example>',
      subject: 'Tilbud nr. 7742',
      date: 'Mon, 02 Nov 2026 09:15:00 +0000',
      text: `Hej Lone

Tak for snakken i går. Hermed tilbud nr. 7742 til Vestby Musikskole på ny scenebelysning.

Lamper og styring   48.600,00
Montering           14.200,00
Moms 25 %           15.700,00
I alt DKK           78.500,00

Tilbuddet er gældende i 14 dage.

Venlig hilsen
Mads Kjær
Kjær El ApS`,
    },
    expected(
      'Vestby Musikskole',
      '7742',
      7850000,
      'DKK',
      '2026-11-02',
      '2026-11-16',
      'lone@musikskolen-vestby.example',
    ),
  ),
  written(
    'ja-mail-a16.eml',
    {
      from: '田中 健 <tanaka@hikari-kogyo.example>',
      to: '佐藤様 <sato@asahi-kindergarten.example>',
      subject: '【御見積】見積番号 HK-2611-05',
      date: 'Mon, 02 Nov 2026 09:15:00 +0900',
      text: `あさひ幼稚園
園長 佐藤 様

いつもお世話になっております。光工業の田中です。
ご依頼の遊具につきまして、下記のとおりお見積り申し上げます。

見積番号:HK-2611-05
件名:園庭遊具の更新
小計:1,250,000円
消費税(10%):125,000円
合計金額:1,375,000円(税込)
有効期限:発行日より30日

よろしくお願いいたします。

光工業株式会社
田中 健`,
    },
    expected(
      'あさひ幼稚園',
      'HK-2611-05',
      1375000,
      'JPY',
      '2026-11-02',
      '2026-12-02',
      'sato@asahi-kindergarten.example',
    ),
  ),
  written(
    'zh-mail-a17.eml',
    {
      from: '李伟 <liwei@huachen.example>',
      to: '王老师 <wang@dongfeng-school.example>',
      subject: '报价单 HC20261102-3',
      date: 'Mon, 02 Nov 2026 09:15:00 +0800',
      text: `王老师,您好!

根据贵校需求,现报价如下:

客户:东风小学
报价单号:HC20261102-3
课桌椅 200套 单价 260元 52,000元
运费 1,500元
总计:53,500元(含税)

报价有效期为两周。

李伟
华晨家具有限公司`,
    },
    expected('东风小学', 'HC20261102-3', 5350000, 'CNY', '2026-11-02', '2026-11-16', 'wang@dongfeng-school.example'),
  ),
  written(
    'ko-mail-a18.eml',
    {
      from: '김민수 <minsu@hanbit-signs.example>',
      to: '박지영 <jypark@saebyeok.example>',
      subject: '견적서 HB-2026-311 (새벽도서관)',
      date: 'Mon, 02 Nov 2026 09:15:00 +0900',
      text: `새벽도서관 귀하

안녕하세요, 한빛간판 김민수입니다. 요청하신 견적을 보내드립니다.

견적번호: HB-2026-311
공급가액: 3,200,000원
부가세: 320,000원
합계금액: 3,520,000원
견적 유효기간: 2026년 11월 30일까지

감사합니다.`,
    },
    expected('새벽도서관', 'HB-2026-311', 3520000, 'KRW', '2026-11-02', '2026-11-30', 'jypark@saebyeok.example'),
  ),
  written(
    'fwd-outlook-a19.eml',
    {
      from: 'Gary Holt <gary@holtplumbing.example>',
      to: 'quotes@in.holtplumbing.example',
      subject: 'FW: Quote Q-5518 boiler replacement',
      date: 'Mon, 02 Nov 2026 09:15:00 +0000',
      text: `

From: Gary Holt <gary@holtplumbing.example>
Sent: Friday, 30 October 2026 16:40
To: Helen Dyer <helen.dyer@wrenhousehospice.example>
Subject: Quote Q-5518 boiler replacement

Hi Helen,

For Wren House Hospice, boiler replacement as surveyed:

Supply and fit 2 x boilers    £12,700.00
Flue and controls              £1,950.00
VAT                            £2,930.00
Total inc VAT                 £17,580.00

This quote stays open until the end of November.

Gary`,
    },
    expected(
      'Wren House Hospice',
      'Q-5518',
      1758000,
      'GBP',
      '2026-10-30',
      '2026-11-30',
      'helen.dyer@wrenhousehospice.example',
    ),
  ),
  printed(
    'en-window-a21.pdf',
    `Larkfield Joinery Ltd ¦@545r Unit 6, Mill Lane Trading Estate
@545r Stroud GL5 3AB
@545r 01453 555 0123

#7 Larkfield Joinery Ltd, Unit 6, Mill Lane, Stroud GL5 3AB
The Bursar
Hazelmere College
College Road
Cheltenham
GL50 4XY

@400 Date: ¦@470 4 November 2026
@400 Our ref: ¦@470 LJ/2291

#13 Quotation: library shelving

Dear Sir or Madam,
We are pleased to quote for the supply and fitting of oak shelving as per drawing 14-C.
@80 Supply of 22 bays ¦@500r £18,480.00
@80 Fitting ¦@500r £3,960.00
@80 VAT 20% ¦@500r £4,488.00
@80 Total ¦@500r £26,928.00
This quotation remains open for acceptance for 60 days.`,
    expected('Hazelmere College', 'LJ/2291', 2692800, 'GBP', '2026-11-04', '2027-01-03'),
  ),
  printed(
    'en-footer-a23.pdf',
    `#16 Estimate
Client ¦@300 Estimate number
Mr and Mrs A. Fairweather ¦@300 E-1046
12 Beech Close ¦@300 Estimate date
Farnham GU9 7QP ¦@300 06/11/2026

Replace garage roof ¦@500r 2,300.00
Gutters ¦@500r 340.00
Net ¦@500r 2,640.00
VAT @ 20% ¦@500r 528.00
Total to pay GBP ¦@500r 3,168.00

Valid 28 days.








#7 Kingsmead Roofing Co. Ltd · Registered in England 01234567 · VAT GB 123 4567 89 · 5 The Parade, Guildford GU1 4TT
#7 Bank: Lloyds · Sort code 30-00-00 · Account 12345678 · info@kingsmeadroofing.example · www.kingsmeadroofing.example`,
    expected('Mr and Mrs A. Fairweather', 'E-1046', 316800, 'GBP', '2026-11-06', '2026-12-04'),
  ),
  printed(
    'de-cols-a26.pdf',
    `#18 Offerte
Malergeschäft Zürcher ¦@320 Offerte Nr. ¦@420 O-3307
Bahnhofstrasse 12 ¦@320 Offertdatum ¦@420 05.11.2026
8610 Uster ¦@320 Gültig bis ¦@420 05.01.2027
@320 Sachbearbeiter ¦@420 R. Zürcher

Kunde
Stiftung Seeblick
Frau M. Aeberhard
Seestrasse 88
8612 Uster

Beschreibung ¦@545r Betrag CHF
Fassade reinigen und streichen ¦@545r 23'450.00
Gerüst ¦@545r 5'900.00
Total exkl. MWST ¦@545r 29'350.00
MWST 8.1 % ¦@545r 2'377.35
Total inkl. MWST ¦@545r 31'727.35`,
    expected('Stiftung Seeblick', 'O-3307', 3172735, 'CHF', '2026-11-05', '2027-01-05'),
  ),
  printed(
    'de-person-a27.pdf',
    `@297 #12 Gartenbau Wiesner

Frau
Annelie Sommerfeld
Am Teich 21
21335 Lüneburg

Lüneburg, den 6. November 2026

#13 Kostenvoranschlag 2026/74

Sehr geehrte Frau Sommerfeld,
für die Anlage Ihres Vorgartens veranschlagen wir folgende Kosten:
Erdarbeiten ¦@500r 1.150,00 €
Pflanzen ¦@500r 980,00 €
Pflasterung ¦@500r 2.870,00 €
Summe inkl. 19 % MwSt. ¦@500r 5.000,00 €
Dieser Kostenvoranschlag gilt bis Ende Januar 2027.
Mit freundlichen Grüßen
Dirk Wiesner`,
    expected('Annelie Sommerfeld', '2026/74', 500000, 'EUR', '2026-11-06', '2027-01-31'),
  ),
  printed(
    'es-derecha-a30.pdf',
    `#13 Carpintería Hermanos Vidal
C/ del Olmo, 8 - 46021 Valencia - NIF 22345678Z

@545r Sra. Dña. Carmen Lorente Pons
@545r Avda. del Puerto, 112, 3º B
@545r 46023 Valencia

PRESUPUESTO Nº 0457/26 ¦@545r Valencia, 4 de noviembre de 2026

Armario empotrado roble ¦@545r 2.150,00 €
Puertas correderas (2) ¦@545r 860,00 €
Suma ¦@545r 3.010,00 €
21% IVA ¦@545r 632,10 €
Importe total ¦@545r 3.642,10 €

El presente presupuesto tiene una validez de un mes.`,
    expected('Carmen Lorente Pons', '0457/26', 364210, 'EUR', '2026-11-04', '2026-12-04'),
  ),
  printed(
    'sv-kort-a34.pdf',
    `#18 Offert
Nordviks Takservice AB ¦@330 Offertnummer ¦@450 20264
Hamngatan 2 ¦@330 Offertdatum ¦@450 2026-11-03
871 30 Härnösand ¦@330 Giltig till ¦@450 2026-12-03
@330 Er referens ¦@450 Kerstin Lund

@330 Härnösands församling
@330 Franzéngatan 14
@330 871 31 Härnösand

Benämning ¦@545r Belopp
Omläggning tak ¦@545r 289 000,00
Ställning ¦@545r 41 000,00
@380 Summa exkl. moms ¦@545r 330 000,00
@380 Moms 25% ¦@545r 82 500,00
@380 Totalt SEK ¦@545r 412 500,00`,
    expected('Härnösands församling', '20264', 41250000, 'SEK', '2026-11-03', '2026-12-03'),
  ),
  printed(
    'pl-tabela-a36.pdf',
    `#16 OFERTA HANDLOWA
Numer oferty: OH/318/2026 ¦@545r Kraków, 05.11.2026
Sprzedawca: ¦@300 Klient:
Meble Biurowe Nowak s.c. ¦@300 Szkoła Podstawowa nr 12
ul. Polna 5 ¦@300 im. Jana Matejki
30-001 Kraków ¦@300 ul. Szkolna 1, 32-050 Skawina
NIP 6761234567 ¦@300 NIP 9441234567

Lp. ¦@90 Nazwa ¦@330 Ilość ¦@400 Cena ¦@545r Wartość
1 ¦@90 Biurko ucznia ¦@330 30 ¦@400 420,00 ¦@545r 12 600,00
2 ¦@90 Krzesło ¦@330 60 ¦@400 165,00 ¦@545r 9 900,00
@400 Netto ¦@545r 22 500,00 PLN
@400 VAT 23% ¦@545r 5 175,00 PLN
@400 Do zapłaty ¦@545r 27 675,00 PLN
Termin ważności oferty: 04.12.2026
Termin realizacji: 4 tygodnie`,
    expected('Szkoła Podstawowa nr 12', 'OH/318/2026', 2767500, 'PLN', '2026-11-05', '2026-12-04'),
  ),
  printed(
    'zh-baojia-a38.pdf',
    `@230 #18 报价单
报价编号: SZ-B-0931 ¦@350 报价日期: 2026年11月5日
客户名称: 滨江社区卫生服务中心 ¦@350 有效期至: 2026年11月30日
联系人: 陈主任 ¦@350 电话: 0571-5555 0166
供应商: 杭州恒信空调工程有限公司

序号 ¦@100 名称 ¦@300 数量 ¦@380 单价 ¦@545r 金额
1 ¦@100 中央空调主机 ¦@300 2 ¦@380 ¥68,000.00 ¦@545r ¥136,000.00
2 ¦@100 安装 ¦@300 1 ¦@380 ¥24,000.00 ¦@545r ¥24,000.00
@380 不含税合计 ¦@545r ¥160,000.00
@380 增值税 9% ¦@545r ¥14,400.00
@380 价税合计 ¦@545r ¥174,400.00`,
    expected('滨江社区卫生服务中心', 'SZ-B-0931', 17440000, 'CNY', '2026-11-05', '2026-11-30'),
  ),
  printed(
    'vi-baogia-a39.pdf',
    `#13 CÔNG TY TNHH NỘI THẤT AN PHÁT
25 Nguyễn Trãi, Quận 5, TP. HCM - MST: 0312345678

@200 #16 BẢNG BÁO GIÁ
Số báo giá: BG-2611-014 ¦@350 Ngày: 04/11/2026
Kính gửi: Trường Mầm non Hoa Sen
Địa chỉ: 12 Lê Lợi, Biên Hòa

STT ¦@100 Sản phẩm ¦@330 SL ¦@390 Đơn giá ¦@545r Thành tiền
1 ¦@100 Bàn học ¦@330 40 ¦@390 850.000 ¦@545r 34.000.000
2 ¦@100 Ghế ¦@330 80 ¦@390 320.000 ¦@545r 25.600.000
@390 Cộng ¦@545r 59.600.000
@390 VAT 8% ¦@545r 4.768.000
@390 Tổng cộng ¦@545r 64.368.000 VNĐ
Báo giá có hiệu lực trong vòng 15 ngày.`,
    expected('Trường Mầm non Hoa Sen', 'BG-2611-014', 64368000, 'VND', '2026-11-04', '2026-11-19'),
  ),
  printed(
    'id-penawaran-a40.pdf',
    `#14 SURAT PENAWARAN HARGA
CV Maju Bersama Teknik
Jl. Raya Darmo 45, Surabaya

Nomor : 087/SPH/XI/2026
Tanggal : 5 November 2026
Kepada Yth.
Rumah Sakit Harapan Bunda
Jl. Diponegoro 10, Sidoarjo

Dengan hormat, bersama ini kami sampaikan penawaran harga sebagai berikut:
Genset 100 kVA ¦@500r Rp 185.000.000
Instalasi ¦@500r Rp 15.000.000
PPN 11% ¦@500r Rp 22.000.000
Total ¦@500r Rp 222.000.000

Penawaran ini berlaku sampai dengan 5 Desember 2026.
Hormat kami,
Budi Santoso`,
    expected('Rumah Sakit Harapan Bunda', '087/SPH/XI/2026', 22200000000, 'IDR', '2026-11-05', '2026-12-05'),
  ),
];
