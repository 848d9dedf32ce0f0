import { expected, type Fixture } from './expected.ts';
import { paper } from './paper.ts';

interface Said {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly head: readonly string[];
  readonly rows: readonly (readonly [string, string])[];
  readonly foot: string;
}

/** A letter: who wrote it at the right, whom to at the left, a head, sums, and how long it stands. */
const letter =
  ({ from, to, head, rows, foot }: Said) =>
  () =>
    paper(s => {
      s.lines(400, 60, from);
      s.lines(50, 130, to);
      s.lines(50, 220, head);
      const y = s.table(300, [60, { right: 540 }], rows);
      s.text(50, y + 20, foot);
    });

/** Couples, clubs and firms by their forms of address; days behind a town, numbers that look like days. */
export const townsAndCouples: readonly Fixture[] = [
  {
    file: 'de-familie.pdf',
    make: letter({
      from: ['Fliesen Kaiser', 'Ringstr. 8', '90402 Nürnberg', 'Steuernr. 241/123/45678'],
      to: ['Familie', 'Petra und Jürgen Wolff', 'Gartenweg 17', '90409 Nürnberg'],
      head: ['Angebot AB-2608', 'Datum 04.08.2026'],
      rows: [
        ['Alternativ: Feinsteinzeug', '5.120,00 €'],
        ['Gesamtnettobetrag', '5.580,00 €'],
        ['zzgl. MwSt. 19%', '1.060,20 €'],
        ['Gesamtbruttobetrag', '6.640,20 €'],
      ],
      foot: 'gültig bis 04.09.2026',
    }),
    expected: expected('Petra und Jürgen Wolff', 'AB-2608', 664020, 'EUR', '2026-08-04', '2026-09-04'),
  },
  {
    file: 'it-circolo.pdf',
    make: letter({
      from: ['CANTIERE NAUTICO RIVA AZZURRA SRL', 'Via Porto 1', '17100 Savona'],
      to: ['Spettabile', 'Circolo Velico Savonese A.S.D.', 'Molo Nord', '17100 Savona'],
      head: ['Data: 05.08.2026   Offerta N°: OFF/26/0091'],
      rows: [
        ['Sconto soci 10%', '-€ 200,00'],
        ['Imponibile', '€ 1.800,00'],
        ['IVA 22%', '€ 396,00'],
        ['TOTALE OFFERTA', '€ 2.196,00'],
      ],
      foot: 'Validità: fino al 30/09/2026',
    }),
    expected: expected('Circolo Velico Savonese A.S.D.', 'OFF/26/0091', 219600, 'EUR', '2026-08-05', '2026-09-30'),
  },
  {
    file: 'nl-echtpaar.pdf',
    make: letter({
      from: ['Offerte', 'nr. 26.0806', 'd.d. 6 augustus 2026'],
      to: ['Aan:', 'De heer en mevrouw De Jong', 'Iepenlaan 33', '7412 AB Deventer'],
      head: ['Van Dalen Dakwerken'],
      rows: [
        ['Subtotaal excl. btw', '€ 12.150,00'],
        ['btw 21%', '€ 2.551,50'],
        ['Totaal te betalen incl. btw', '€ 14.701,50'],
      ],
      foot: 'Deze offerte vervalt op 6 oktober 2026.',
    }),
    expected: expected('De heer en mevrouw De Jong', '26.0806', 1470150, 'EUR', '2026-08-06', '2026-10-06'),
  },
  {
    file: 'sv-ort-datum.pdf',
    make: letter({
      from: ['Göteborg 2026-08-07', 'Västkustens Golv AB'],
      to: ['Till:', 'Hotell Havsutsikt', 'Strandvägen 2', '456 31 Kungshamn'],
      head: ['Offertnummer 26-451', 'Er ref: Maria Lund'],
      rows: [
        ['Summa', '133 000 kr'],
        ['Moms', '33 250 kr'],
        ['Totalbelopp', '166 250 kr'],
      ],
      foot: 'Offertens giltighetstid: 45 dagar',
    }),
    expected: expected('Hotell Havsutsikt', '26-451', 16625000, 'SEK', '2026-08-07', '2026-09-21'),
  },
];
