import { expected, type Fixture } from './expected.ts';
import { typedPaper } from './typed-paper.ts';

const fixture = (file: string, text: string, said: Fixture['expected']): Fixture => ({
  file,
  make: () => typedPaper(text),
  expected: said,
});

/** Papers whose labels, names, days or sums stand otherwise than most. */
export const typedPapers: readonly Fixture[] = [
  fixture(
    'proposal-form-us.pdf',
    `#18 PROPOSAL
Summit Ridge Roofing, Inc.
2210 Canyon Blvd, Boulder, CO 80302
(303) 555-0148

PROPOSAL SUBMITTED TO ¦@350 DATE
Alvarez & Daughters Bakery LLC ¦@350 9/8/2026
STREET ¦@350 PROPOSAL #
415 Pearl Street ¦@350 SR-5517
CITY, STATE, ZIP ¦@350 PHONE
Boulder, CO 80302 ¦@350 (303) 555-0177

We hereby propose to furnish material and labor, complete in accordance with the
above specifications, for the sum of: $27,450.00
Payment as follows: 1/3 down ($9,150.00), 1/3 at dry-in, balance on completion.
This proposal may be withdrawn by us if not accepted within 30 days.`,
    expected('Alvarez & Daughters Bakery LLC', 'SR-5517', 2745000, 'USD', '2026-09-08', '2026-10-08'),
  ),
  fixture(
    'orcamento-camara.pdf',
    `#13 Metalúrgica Ferreira & Irmãos, Lda.
Zona Industrial de Oiã, Lote 7 - 3770-059 Oiã - NIF 501 882 334

ORÇAMENTO Nº 2026/0914

Exmo(s). Sr(s).
Câmara Municipal de Aveiro
Cais da Fonte Nova
3810-200 Aveiro

Data: 14-09-2026 ¦@300 Validade: 45 dias
Artigo ¦@300 Quant. ¦@370 Preço Unit. ¦@470 Total
Guarda-corpos em aço inox ¦@300 64 m ¦@370 142,00 € ¦@470 9.088,00 €
Montagem ¦@300 1 ¦@370 1.900,00 € ¦@470 1.900,00 €
@370 Total Ilíquido ¦@470 10.988,00 €
@370 IVA (23%) ¦@470 2.527,24 €
@370 Total a Pagar ¦@470 13.515,24 €`,
    expected('Câmara Municipal de Aveiro', '2026/0914', 1351524, 'EUR', '2026-09-14', '2026-10-29'),
  ),
  fixture(
    'rate-in-rupees.pdf',
    `#13 Sri Venkateswara Engineering Works
GSTIN 33AAACS1234F1Z5, 14 SIDCO Estate, Coimbatore 641021
QUOTATION
Quotation No : SVE/QTN/26-27/318 ¦@330 Date : 11-Sep-2026
M/s. Lakshmi Textile Mills Pvt Ltd,
Avinashi Road, Coimbatore 641018
Kind Attn: Mr. R. Subramanian

Sl ¦@80 Description ¦@320 Qty ¦@380 Rate (Rs.) ¦@460 Amount (Rs.)
1 ¦@80 Ring frame spindle set ¦@320 480 ¦@380 1,150.00 ¦@460 5,52,000.00
2 ¦@80 Commissioning ¦@320 1 ¦@380 48,500.00 ¦@460 48,500.00
@320 Total ¦@460 6,00,500.00
@320 CGST 9% ¦@460 54,045.00
@320 SGST 9% ¦@460 54,045.00
@320 Grand Total ¦@460 7,08,590.00
Rupees Seven Lakh Eight Thousand Five Hundred Ninety Only
Validity: 15 days from the date of quotation. Delivery: 6-8 weeks.`,
    expected('Lakshmi Textile Mills Pvt Ltd', 'SVE/QTN/26-27/318', 70859000, 'INR', '2026-09-11', '2026-09-26'),
  ),
  fixture(
    'mitsumori-reiwa.pdf',
    `#18 @230 御見積書
@400 発行日 ¦@470 令和8年9月10日
@400 見積No. ¦@470 E26-0910-3
有限会社みなと水産 御中
ご担当 佐々木様

件名：冷凍庫更新工事
見積有効期限：発行後30日間
#13 合計金額 ¦@150 ¥2,475,000 （消費税込）

内容 ¦@300 数量 ¦@360 単価 ¦@450 金額
冷凍庫本体 ¦@300 1 ¦@360 1,850,000 ¦@450 1,850,000
設置費 ¦@300 1 ¦@360 400,000 ¦@450 400,000
@360 小計 ¦@450 2,250,000
@360 消費税10% ¦@450 225,000
@360 合計 ¦@450 2,475,000
北海冷熱株式会社 札幌市中央区北1条西2丁目`,
    expected('有限会社みなと水産', 'E26-0910-3', 2475000, 'JPY', '2026-09-10', '2026-10-10'),
  ),
  fixture(
    'labels-behind.pdf',
    `#14 Blackwood Signs
Unit 9 Pontllanfraith NP12 2YB
@60 Harper & Quill Bookshop ¦@300 quotation for
@60 Q2026-331 ¦@300 quotation number
@60 12 Oct 2026 ¦@300 quotation date
@60 £1,944.00 ¦@300 total inc. VAT
@60 11 Nov 2026 ¦@300 valid until
Fascia sign, aluminium tray, halo lit.`,
    expected(null, 'Q2026-331', 194400, 'GBP', '2026-10-12', '2026-11-11'),
  ),
  fixture(
    'labels-above.pdf',
    `#14 Nordwind Segel GmbH
Quote number ¦@180 Quote date ¦@310 Valid through ¦@440 Prepared for
NS-26-0093 ¦@180 5 Oct 2026 ¦@310 4 Nov 2026 ¦@440 Yachtclub Warnemünde e.V.

Mainsail ¦@545r 3,980.00
Genoa ¦@545r 2,760.00
Amount excl. VAT ¦@545r EUR 6,740.00
VAT 19% ¦@545r EUR 1,280.60
Amount incl. VAT ¦@545r EUR 8,020.60`,
    expected('Yachtclub Warnemünde e.V.', 'NS-26-0093', 802060, 'EUR', '2026-10-05', '2026-11-04'),
  ),
  fixture(
    'soumission.pdf',
    `#14 Estimate / Soumission
Plomberie Tremblay inc.
1450 boul. Talbot, Saguenay QC G7H 4C1
Soumission no: 4471
Date: 2026-09-29
Client: Gestion immobilière Saint-Laurent ltée
Courriel: info@gisl.example
Remplacement chauffe-eau ¦@545r 4 200,00 $
Sous-total ¦@545r 4 200,00 $
TPS 5 % ¦@545r 210,00 $
TVQ 9,975 % ¦@545r 418,95 $
Total ¦@545r 4 828,95 $
Valide 30 jours. Tous les prix sont en dollars canadiens (CAD).`,
    expected(
      'Gestion immobilière Saint-Laurent ltée',
      '4471',
      482895,
      'CAD',
      '2026-09-29',
      '2026-10-29',
      'info@gisl.example',
    ),
  ),
  fixture(
    'offerte-ehepaar.pdf',
    `Schreinerei Zgraggen AG, 6460 Altdorf
Offerte 26-1177
Altdorf, 13. Oktober 2026
Frau und Herr
Monika und Beat Arnold
Seestrasse 8
6454 Flüelen
Einbauschrank Eiche ¦@545r CHF 6'840.00
Montage ¦@545r CHF 960.00
Total exkl. MWST ¦@545r CHF 7'800.00
8.1% MWST ¦@545r CHF 631.80
Total inkl. MWST ¦@545r CHF 8'431.80
Preisbindung: 3 Monate`,
    expected('Monika und Beat Arnold', '26-1177', 843180, 'CHF', '2026-10-13', '2027-01-13'),
  ),
  fixture(
    'tilbud-no.pdf',
    `Tilbud nr. 3381 ¦@400 Dato 22.09.2026
Fjellsikring Vest AS, Org.nr 987 654 321 MVA
Kunde: Sogn og Fjordane Kraftlag SA
Pb. 114, 6801 Førde
Vår ref: Ola Hestnes
Steinsprangnett 1200 m2 ¦@545r kr 1 440 000,-
Rigg og drift ¦@545r kr 210 000,-
Sum eks. mva ¦@545r kr 1 650 000,-
Mva 25 % ¦@545r kr 412 500,-
Totalsum inkl. mva ¦@545r kr 2 062 500,-
Tilbudet er bindende til 15.11.2026.`,
    expected('Sogn og Fjordane Kraftlag SA', '3381', 206250000, 'NOK', '2026-09-22', '2026-11-15'),
  ),
  fixture(
    'preventivo-gg.pdf',
    `#12 OFFICINA GRAFICA RINALDI S.N.C.
Via Emilia Est 402 - 41122 Modena - P.IVA 02118840366

Preventivo n. 188/26 del 05/10/2026

@320 Spett.le
@320 Acetaia Conti di Savignano S.r.l.
@320 Via Claudia 12
@320 41056 Savignano sul Panaro (MO)
@320 c.a. Dott.ssa Elena Gatti

Oggetto: etichette autoadesive
N. 20.000 etichette 4 colori ¦@500r € 2.340,00
Impianto stampa ¦@500r € 280,00
Imponibile ¦@500r € 2.620,00
IVA 22% ¦@500r € 576,40
Totale preventivo ¦@500r € 3.196,40

Validità offerta: 60 gg. Consegna: 15 gg dall'ordine. Pagamento: RiBa 30 gg f.m.`,
    expected('Acetaia Conti di Savignano S.r.l.', '188/26', 319640, 'EUR', '2026-10-05', '2026-12-04'),
  ),
  fixture(
    'angebot-absenderzeile.pdf',
    `#14 Elektro Schmidthuber GmbH & Co. KG
#8 Industriestr. 5, 86153 Augsburg · Tel. +49 821 555 0113 · info@schmidthuber.example

#7 Elektro Schmidthuber GmbH & Co. KG | Industriestr. 5 | 86153 Augsburg
Stadtwerke Friedberg AöR ¦@350 Kundennummer ¦@470 40022
Herrn Tobias Lang ¦@350 Angebotsnummer ¦@470 A-2026/00731-B
Bahnhofplatz 2 ¦@350 Angebotsdatum ¦@470 12.10.2026
86316 Friedberg ¦@350 Gültig bis ¦@470 11.11.2026
@350 Seite ¦@470 1 von 1

#13 Angebot
Pos ¦@90 Bezeichnung ¦@350 Menge ¦@420 EP ¦@545r GP
1 ¦@90 Wallbox 22 kW inkl. Montage ¦@350 6 ¦@420 1.290,00 ¦@545r 7.740,00
2 ¦@90 Lastmanagement ¦@350 1 ¦@420 2.150,00 ¦@545r 2.150,00
@350 Nettosumme ¦@545r 9.890,00 €
@300 19,00 % USt auf 9.890,00 € ¦@545r 1.879,10 €
#12 @300 Angebotssumme brutto ¦@545r 11.769,10 €

Bei Auftragserteilung wird eine Anzahlung von 3.500,00 € fällig. Ihre Anfrage Nr. 7731 vom 05.10.2026.
#7 IBAN DE89 3704 0044 0532 0130 00 ¦@300 HRB 20114 Augsburg ¦@450 USt-ID DE123456789`,
    expected('Stadtwerke Friedberg AöR', 'A-2026/00731-B', 1176910, 'EUR', '2026-10-12', '2026-11-11'),
  ),
  fixture(
    'net-vat-gross-row.pdf',
    `#15 Cotswold Joinery Ltd ¦@430 QUOTATION
Unit 3, Fosse Way Business Park, Moreton-in-Marsh GL56 9NQ

To ¦@300 Quote ref ¦@400 CJ/2609/114
The Feathered Nest Inn ¦@300 Date ¦@400 26 September 2026
FAO Tony Timmer ¦@300 Your PO ¦@400 PO-88213
Nether Westcote ¦@300 Expires ¦@400 26 October 2026
OX7 6SD

Item ¦@330 Net ¦@410 VAT ¦@545r Gross
Oak bar front ¦@330 4,800.00 ¦@410 960.00 ¦@545r 5,760.00
Back bar shelving ¦@330 2,150.00 ¦@410 430.00 ¦@545r 2,580.00
Totals ¦@330 6,950.00 ¦@410 1,390.00 ¦@545r £8,340.00

Account 20114477 Sort code 30-98-12`,
    expected('The Feathered Nest Inn', 'CJ/2609/114', 834000, 'GBP', '2026-09-26', '2026-10-26'),
  ),
  fixture(
    'to-in-capitals.pdf',
    `#12 Kinabalu Woodcraft Sdn. Bhd. (1182331-T)
Lot 5, Jalan Kolombong, 88450 Kota Kinabalu, Sabah
QUOTATION
To: PERNIAGAAN SINAR HARAPAN SDN. BHD. ¦@350 No.: KW-Q-0771
Jalan Gaya, 88000 Kota Kinabalu ¦@350 Date: 14/10/2026
Attn: Puan Siti Aminah ¦@350 Terms: 30 days

Dining set 8-seater x 10 ¦@545r RM 42,000.00
Transport ¦@545r RM 850.00
TOTAL ¦@545r RM 42,850.00
Note: price valid for 14 days only.`,
    expected('PERNIAGAAN SINAR HARAPAN SDN. BHD.', 'KW-Q-0771', 4285000, 'MYR', '2026-10-14', '2026-10-28'),
  ),
  fixture(
    'angebot-freibleibend.pdf',
    `Tischlerei Moser e.U.
Hauptplatz 3, 8010 Graz
ANGEBOT ¦@300 Nummer: AB/26/88 ¦@430 Datum: 2.9.2026
Kunde: ¦@120 BAUTRÄGER MURTAL GES.M.B.H.
@120 Kärntner Straße 201
@120 8700 Leoben
Türen Innen 40 Stk. à 389,00 ¦@545r 15.560,00
20% USt. ¦@545r 3.112,00
Angebotspreis inkl. USt. ¦@545r EUR 18.672,00
Das Angebot ist freibleibend bis 30.9.2026.`,
    expected('BAUTRÄGER MURTAL GES.M.B.H.', 'AB/26/88', 1867200, 'EUR', '2026-09-02', '2026-09-30'),
  ),
  fixture(
    'offre-traiteur.pdf',
    `Traiteur Maison Dubois
Bordeaux, le 2 octobre 2026
Objet : offre n° 26/412 - réception du 18 décembre 2026
A l'attention de Madame Claire Fontaine
Château Lestage S.A.R.L.
Route de Soulac
33180 Vertheuil
Madame,
Nous avons le plaisir de vous proposer un buffet pour 90 personnes à 62,00 € HT par personne.
Soit un total de 5 580,00 € HT, 6 138,00 € TTC (TVA 10 %).
Notre proposition reste valable 3 semaines.`,
    expected('Château Lestage S.A.R.L.', '26/412', 613800, 'EUR', '2026-10-02', '2026-10-23'),
  ),
  fixture(
    'cotizacion-mx.pdf',
    `COTIZACIÓN ¦@350 Folio: COT-00871
Soluciones Industriales del Bajío S.A. de C.V. ¦@350 Fecha: 05/octubre/2026
León, Guanajuato ¦@350 Vigencia: 15 días naturales
Cliente: Grupo Alimentario La Huerta y Asociados S. de R.L. de C.V.
Atención: Ing. Martín Robles
Cantidad ¦@120 Descripción ¦@400 P. Unitario ¦@480 Importe
2 ¦@120 Banda transportadora ¦@400 $84,500.00 ¦@480 $169,000.00
@400 Subtotal ¦@480 $169,000.00
@400 IVA 16% ¦@480 $27,040.00
@400 Total M.N. ¦@480 $196,040.00
Precios en pesos mexicanos (MXN).`,
    expected(
      'Grupo Alimentario La Huerta y Asociados S. de R.L. de C.V.',
      'COT-00871',
      19604000,
      'MXN',
      '2026-10-05',
      '2026-10-20',
    ),
  ),
  fixture(
    'presupuesto-a.pdf',
    `Carpintería Hermanos Soto
Presupuesto: 0457-26 Rev. 2
Emitido: 29/09/2026 Caduca: 29/10/2026
A: María José Gómez de la Torre
DNI: 12345678Z
Cocina a medida ¦@400 6.300,00 €
IVA 10 % ¦@400 630,00 €
TOTAL PRESUPUESTO ¦@400 6.930,00 €
50 % a la firma: 3.465,00 €`,
    expected('María José Gómez de la Torre', '0457-26 Rev. 2', 693000, 'EUR', '2026-09-29', '2026-10-29'),
  ),
  fixture(
    'proposta-br.pdf',
    `PROPOSTA COMERCIAL Nº 1187/2026
São Paulo, 6 de outubro de 2026
À
Cervejaria Serra Azul Ltda.
A/C: Sr. Eduardo Prado
Tanque inox 5.000 L ¦@545r R$ 148.000,00
Frete ¦@545r R$ 3.500,00
Valor total ¦@545r R$ 151.500,00
Validade da proposta: 20 (vinte) dias.
Pagamento: 50% no pedido (R$ 75.750,00).`,
    expected('Cervejaria Serra Azul Ltda.', '1187/2026', 15150000, 'BRL', '2026-10-06', '2026-10-26'),
  ),
  fixture(
    'tilbud-kbh.pdf',
    `TILBUD NR. T-884
Kbh. d. 21. september 2026
Ejerforeningen Østerbrogade 112
v/ Administrator Per Lund
Tagrenovering ¦@450 kr. 640.000,00
Stillads ¦@450 kr. 118.500,00
Pris ekskl. moms ¦@450 kr. 758.500,00
Moms 25 % ¦@450 kr. 189.625,00
Pris inkl. moms ¦@450 kr. 948.125,00
Vedståelsesfrist: 6 uger
Med venlig hilsen Tagmester Ibsen A/S`,
    expected(null, 'T-884', 94812500, 'DKK', '2026-09-21', '2026-11-02'),
  ),
  fixture(
    'oferta-spoldzielnia.pdf',
    `Oferta handlowa nr 77/09/2026 z dnia 14.09.2026
Sprzedawca: Metal-Bud s.c. ¦@320 Nabywca: Spółdzielnia Mieszkaniowa „Zorza”
ul. Hutnicza 4, 40-241 Katowice ¦@320 ul. Lompy 10, 40-040 Katowice
Balustrady ¦@480 32 500,00 zł
Montaż ¦@480 8 000,00 zł
Wartość netto ¦@480 40 500,00 zł
Podatek VAT 8% ¦@480 3 240,00 zł
Wartość brutto ¦@480 43 740,00 zł
Termin ważności oferty: 14.10.2026`,
    expected('Spółdzielnia Mieszkaniowa „Zorza”', '77/09/2026', 4374000, 'PLN', '2026-09-14', '2026-10-14'),
  ),
  fixture(
    'to-the-manager.pdf',
    `Shree Ganesh Fabricators
Ref: SGF/2026/Q-094 ¦@400 Date: 08/10/2026
To,
The Purchase Manager,
Bharat Agro Foods Private Limited,
Plot 44, MIDC, Nashik - 422010
Sub: Quotation for SS hopper
Dear Sir,
SS 304 hopper 2 nos @ Rs. 1,45,000/- each ¦@545r 2,90,000.00
GST @ 18% ¦@545r 52,200.00
Total Amount ¦@545r Rs. 3,42,200.00
Offer validity: 1 month. Payment: 50% advance.`,
    expected('Bharat Agro Foods Private Limited', 'SGF/2026/Q-094', 34220000, 'INR', '2026-10-08', '2026-11-08'),
  ),
  fixture(
    'baojia-45.pdf',
    `#16 @220 报价书
项目名称：仓库照明改造
甲方：苏州工业园区汇川物流有限公司
乙方：无锡明光电气有限公司
编号：MG-2610-05 ¦@350 日期：2026/10/09
LED灯具 ¦@400 46,000.00
安装 ¦@400 12,000.00
合计金额 ¦@400 RMB 58,000.00
本报价自报价之日起45日内有效。`,
    expected('苏州工业园区汇川物流有限公司', 'MG-2610-05', 5800000, 'CNY', '2026-10-09', '2026-11-23'),
  ),
  fixture(
    'mitsumori-sama.pdf',
    `#18 見積書
株式会社ひまわり保育園 様 ¦@380 No. 2026-1142
@380 2026/10/05
#12 ご提示金額 1,320,000円（税込）
有効期間 見積日より1ヶ月
遊具一式 ¦@400 1,200,000
消費税 ¦@400 120,000
合計 ¦@400 1,320,000
有限会社あおば遊具製作所`,
    expected('株式会社ひまわり保育園', '2026-1142', 1320000, 'JPY', '2026-10-05', '2026-11-05'),
  ),
  fixture(
    'date-beside-ref.pdf',
    `QUOTATION
Ref: 2026/HK/0091 ¦@380 7 October 2026
ABLE SHIPPING AGENCIES LIMITED
To: The Grand Harbour Hotel Company Limited
Attn: Ms Florence Yip, Procurement
Re: Laundry equipment maintenance
Annual maintenance fee ¦@450 HK$216,000.00
Spare parts allowance ¦@450 HK$24,000.00
Total contract sum ¦@450 HK$240,000.00
This quotation is valid for acceptance within sixty (60) days from the date hereof.`,
    expected('The Grand Harbour Hotel Company Limited', '2026/HK/0091', 24000000, 'HKD', '2026-10-07', '2026-12-06'),
  ),
];
