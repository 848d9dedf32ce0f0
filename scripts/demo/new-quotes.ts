import { addDays, type LocalDate } from '../../src/kernel/local-date.ts';

/** `number, customer, contact, amount, owner, team`, by the day they are sent; each is good for 30 days. */
const SENT: Readonly<Record<LocalDate, readonly (readonly string[])[]>> = {
  '2027-01-13': [
    ['HL-2441', 'Kampong Glam Tailors', 'shop@kgtailors.example', '3150.00', 'sam@harbourline.example', 'events'],
    ['HL-2442', 'Tiong Bahru Clinic', 'front@tiongbahruclinic.example', '24800.00', 'Mei Lin', 'fit-out'],
  ],
  '2027-01-20': [
    ['HL-2443', 'Sentosa Kayaks', 'hello@sentosakayaks.example', '2240.00', '', 'catering'],
    ['HL-2444', 'Paya Lebar Press', 'print@payalebarpress.example', '6875.50', 'sam@harbourline.example', 'events'],
    ['HL-2445', 'Ang Mo Kio Dental', 'ask@amkdental.example', '11400.00', 'Mei Lin', 'fit-out'],
  ],
  '2027-01-26': [
    ['HL-2446', 'Balestier Lamps', 'sales@balestierlamps.example', '5320.00', 'sam@harbourline.example', 'fit-out'],
    ['HL-2447', 'Holland Village Yoga', 'om@hvyoga.example', '1980.00', '', 'catering'],
  ],
  '2027-01-28': [
    ['HL-2448', 'Bedok Brewing', 'taps@bedokbrewing.example', '8640.00', 'priya@harbourline.example', 'catering'],
    ['HL-2449', 'Novena Hearing', 'care@novenahearing.example', '31250.00', 'Mei Lin', 'fit-out'],
    ['HL-2450', 'Simei Skate Club', 'club@simeiskate.example', '460.00', 'sam@harbourline.example', 'events'],
  ],
};

/** Lines of the example sheet for the quotes sent on a day. */
export const rowsSentOn = (day: LocalDate): readonly string[] =>
  (SENT[day] ?? []).map(([number, customer, contact, amount, owner, team]) => {
    const link = `https://files.harbourline.example/quotes/${number}.pdf`;
    return [number, customer, contact, amount, 'SGD', day, addDays(day, 30), owner, team, link, '', 'open'].join(',');
  });
