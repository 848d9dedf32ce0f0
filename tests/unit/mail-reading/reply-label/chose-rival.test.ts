import { expect, test } from 'vitest';
import { labelByWords } from '../../../../src/mail-reading/reply-label/label-by-words.ts';

test.each([
  "We've signed with Acme.",
  'The job went to Dawson Electrical, sorry.',
  'Wir haben uns für Krause entschieden.',
  'Wir gehen mit Schulze.',
  'Wir haben den Auftrag an die Firma Hofmann vergeben.',
  'Acabamos contratando a Construtora Ramos.',
  'Vi valde Andersson & Co istället.',
  'Bên anh chọn An Phát rồi.',
  'Nous avons signé avec Leroy.',
  'Hemos elegido a Construcciones López.',
  'Ci siamo affidati a Bianchi.',
  'Vamos avançar com a Costa & Irmãos.',
  'Wij gaan met Bakker in zee.',
  'Vi har valt Bergström.',
  'Vi har skrevet kontrakt med Olsen.',
  'Valitsimme Mäkisen.',
  'Zdecydowaliśmy się na Budimex.',
  'Мы заключили договор с ООО «Ромашка».',
  'Chúng tôi đã chọn Minh Long.',
  'Kami sudah deal dengan PT Sinar Abadi.',
  '我们和宏达公司签合同了。',
  '田中建設さんと契約しました。',
  '대림건설로 결정했습니다.',
  'เราตกลงกับร้านช่างดีไปแล้ว',
])('who names the rival that was chosen declines: %s', text => {
  expect(labelByWords(text).label).toBe('decline');
});

test.each([
  'Wir haben uns für Eiche entschieden.',
  'Wir haben uns für Ihre Firma entschieden.',
  'Wir haben uns nicht für Müller entschieden.',
  'Wir haben Herrn Müller beauftragt, Ihnen die Bestellung zu schicken.',
  "We've gone with Oak for the floor.",
  'We chose Priya as our contact, please send her the invoice.',
  'We signed with DocuSign, see attached.',
  'Have you heard that we have signed with Acme?',
  '"We\'ve signed with Acme" is what my boss wants me to say.',
  'Herzlichen Glückwunsch, Nordwind hat den Auftrag bekommen.',
  'Hemos elegido Mármol blanco.',
  'Abbiamo scelto Voi.',
  'Мы выбрали Вариант Б.',
  'Kami memilih Anda.',
  'We have signed the contract with Harbourline, see attached.',
  'Great, we picked Harbourline. Welcome aboard!',
  'Wir haben uns für Nordwind entschieden und freuen uns auf die Zusammenarbeit.',
  'Nous avons choisi Duval, ravis de travailler ensemble. Devis signé ci-joint.',
])('a capital alone makes nobody a rival: %s', text => {
  expect(labelByWords(text).label).not.toBe('decline');
});
