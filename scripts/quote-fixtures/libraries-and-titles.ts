import { expected, type Fixture } from './expected.ts';
import { printed, written } from './made.ts';

/** A library, a person by her title, a currency in the label's brackets. */
export const librariesAndTitles: readonly Fixture[] = [
  written(
    'c03-reached.eml',
    {
      from: 'Petra Sommer <petra@sommer-catering.example>',
      to: 'Frau Beck <beck@stadtbuecherei-ulmtal.example>',
      subject: 'Angebot Nr. 26/771',
      date: 'Tue, 10 Nov 2026 14:20:00 +0000',
      text: `Hallo Frau Beck,\n\nhier unser Angebot Nr. 26/771 für die Stadtbücherei Ulmtal.\n\nFingerfood 90 Personen 1.620,00 €\nGetränke 380,00 €\nGesamtsumme inkl. MwSt. 2.000,00 €\n\nWir halten den Preis bis Monatsende.\n\nPetra Sommer`,
    },
    expected(
      'Stadtbücherei Ulmtal',
      '26/771',
      200000,
      'EUR',
      '2026-11-10',
      '2026-11-30',
      'beck@stadtbuecherei-ulmtal.example',
    ),
  ),
  printed(
    'c14-reached.pdf',
    `#15 Devis D-7781\nPlomberie Arnoux ¦@330 Madame Sophie Delattre\n8 rue Neuve ¦@330 15 allée des Roses\n69003 Lyon ¦@330 69100 Villeurbanne\nLe 09/11/2026\n\nChaudière ¦@500r 3 400,00 €\nPose ¦@500r 900,00 €\nTotal HT ¦@500r 4 300,00 €\nTVA 5,5 % ¦@500r 236,50 €\nTotal TTC ¦@500r 4 536,50 €\nDevis valable 2 mois.`,
    expected('Sophie Delattre', 'D-7781', 453650, 'EUR', '2026-11-09', '2027-01-09'),
  ),
  printed(
    'c17-reached.pdf',
    `@230 #18 报价单\n客户:新城幼儿园 ¦@350 编号:XB-207\n日期:2026-11-09 ¦@350 有效期:15天\n滑梯 ¦@300 2 ¦@400 8,000.00 ¦@545r 16,000.00\n@400 合计(元) ¦@545r 16,000.00`,
    expected('新城幼儿园', 'XB-207', 1600000, 'CNY', '2026-11-09', '2026-11-24'),
  ),
];
