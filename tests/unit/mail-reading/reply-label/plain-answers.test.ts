import { describe, expect, test } from 'vitest';
import { labelByWords } from '../../../../src/mail-reading/reply-label/label-by-words.ts';

const labelOf = (text: string) => labelByWords(text).label;

describe('a yes as people write it', () => {
  test.each([
    'Ordered as quoted.',
    'My husband and I are happy. Please get us on the schedule!',
    'Ok, pode mandar fazer.',
    'Ja doen!',
    'Is goed.',
    'Tämä sopii meille, tilataan.',
    'ご提示の条件で問題ありませんので、進めてください。',
    'Ci-joint le devis signé avec la mention « bon pour accord ».',
    'We hereby order as per your quote.',
    'Wir nehmen das so',
    'Auftrag hiermit erteilt.',
    'Von mir aus können wir starten.',
    "C'est validé de notre côté.",
    'Nous commandons selon votre devis.',
    'Commande confirmée.',
    'Queda aprobado',
    'Damos conformidad al presupuesto.',
    "Diamo l'ok.",
    'Fica aprovado.',
    'Adjudicamos a proposta.',
    'Prima zo, gaan we doen.',
    'Dat nemen we.',
    'Härmed beställer vi enligt offert',
    'Hermed bestiller vi i henhold til tilbud.',
    'Tilbudet godtas.',
    'Делаем.',
    'ดำเนินการได้เลย',
    'ทำได้เลยครับ',
    'สั่งตามใบเสนอราคาเลยค่ะ',
    'ดำเนินการตามใบเสนอราคาได้เลยค่ะ',
  ])('is one: %s', text => {
    expect(labelOf(text)).toBe('accept');
  });

  test.each([
    'Wir machen das so nicht.',
    'Nehmen wir das so?',
    'Wir nehmen das so, wenn Sie 5 % nachlassen.',
    'Von mir aus können wir starten, sobald der Preis stimmt.',
    'On part là-dessus si vous baissez le prix.',
    'Queda por aprobar.',
    'No queda aprobado.',
    'Queda aprobado el de la otra empresa.',
    'Queda aprobado, pero con descuento.',
    'Dat nemen we niet.',
    'Dat nemen we mee in het overleg.',
    'Härmed beställer vi inte.',
    'Om ni sänker priset beställer vi enligt offert.',
    'ดำเนินการได้เลยไหม',
    'ทำไม่ได้เลย',
    'ถ้าลดราคา ดำเนินการได้เลย',
    'สั่งตามใบเสนอราคาของบริษัทอื่น',
  ])('is none when it is denied, asked, or made to depend: %s', text => {
    expect(labelOf(text)).toBe('question');
  });
});

describe('who refuses an offer that somebody else made', () => {
  test.each([
    'Das Angebot der Firma Krug haben wir abgelehnt.',
    "Acme's offer was rejected.",
    "We rejected Acme's bid, so you are still in the running.",
    'We turned down the proposal from Miller Ltd.',
    "Nous avons refusé l'offre de la société Martin.",
    'Hemos rechazado la oferta de la empresa López.',
    "Abbiamo rifiutato l'offerta della ditta Rossi.",
    'Recusámos a proposta da empresa Silva.',
    'We hebben de offerte van Jansen afgewezen.',
    'Vi har tackat nej till Svenssons offert.',
    'Vi har afvist tilbuddet fra Hansen.',
    'Odrzuciliśmy ofertę firmy Kowalski.',
    'Мы отклонили предложение компании Вектор.',
    '我们拒绝了华为的报价。',
    '田中商店の見積もりはお断りしました。',
    '삼성의 견적은 거절했습니다.',
    'Chúng tôi đã từ chối báo giá của công ty Minh Long.',
    'Kami menolak penawaran dari PT Maju.',
    'เราปฏิเสธใบเสนอราคาของบริษัทเอบีซี',
  ])('has answered nothing to us: %s', text => {
    expect(labelOf(text)).toBe('question');
  });

  test.each([
    'Wir von der Firma Krug müssen Ihr Angebot leider ablehnen.',
    'Das Angebot wurde von der Geschäftsleitung abgelehnt.',
    'Wir lehnen das Angebot vom Montag ab.',
    'We declined the offer of March 3.',
    'You have my thanks, but we turned down your offer and went with Acme.',
    'Vi må desværre afvise jeres tilbud.',
    'Rezygnujemy z państwa oferty.',
    '我们拒绝贵司的报价。',
    '귀사의 견적을 거절합니다.',
    'ขอปฏิเสธใบเสนอราคาค่ะ',
  ])('is not meant where the offer is ours: %s', text => {
    expect(labelOf(text)).toBe('decline');
  });
});

describe('what is asked of us is no order', () => {
  test.each([
    'Please start by telling us who you are.',
    'Please supply references.',
    'Please proceed to send the breakdown.',
    'Send me the contract so legal can look at it.',
    'Bestätigen Sie mir bitte den Preis.',
    'Veuillez confirmer le prix.',
    "Procedete con l'invio dei dettagli.",
    'Bevestig de prijs graag.',
    'We zouden akkoord gaan bij 4000.',
    '请确认价格。',
    '请安排电话会议。',
    'Vui lòng xác nhận giá.',
    'กรุณายืนยันราคา',
    'Cancel the 3 pm call.',
    "Non, ce n'est pas le bon plan.",
    'いいえ、図面が違います。',
    '아니요, 도면이 틀렸습니다.',
    'Please send the contract for review.',
    'Bitte schicken Sie uns Muster.',
    'Bitte senden Sie Referenzen.',
    'Schicken Sie mir das Angebot nochmals zu.',
    'Bitte senden Sie uns den Vertrag zur Prüfung.',
    'Bitte bestätigen Sie den Erhalt.',
    'Veuillez confirmer la réception.',
    'Envoyez le contrat pour relecture.',
    'Graag ontvangst bevestigen.',
    '请确认收到。',
    'Vui lòng xác nhận đã nhận được.',
    'Vui lòng xác nhận lại giá.',
    'Mohon konfirmasi penerimaan.',
    'กรุณายืนยันการได้รับอีเมล',
  ])('a question: %s', text => {
    expect(labelOf(text)).toBe('question');
  });
});

describe('that a mail arrived, or was not read yet, is no answer', () => {
  test.each([
    'Yes, we still have your quote.',
    'Please cancel my last message.',
    'Ja, ist angekommen.',
    'Oui, je l’ai bien reçu.',
    'Да, получили.',
    '收到，谢谢。',
    'はい、受け取りました。',
    'いいえ、まだ見ていません。',
    '네, 받았습니다.',
    'Ya, sudah saya terima.',
    'ใช่ครับ ได้รับแล้ว',
  ])('%s', text => {
    expect(labelOf(text)).toBe('question');
  });
});

describe('a plain word for or against', () => {
  test.each([
    'Thumbs up from our end.',
    'Please find our PO 4711 attached.',
    'We can move ahead with your offer.',
    'Bitte wie angeboten ausführen.',
    'Die Geschäftsleitung hat heute zugestimmt, Sie können also starten.',
    'La direction a donné son feu vert.',
    'Vale, lo hacemos.',
    'Ordine in allegato.',
    'Podem dar início aos trabalhos.',
    'Top, ga ermee aan de slag.',
    'Vi har en aftale.',
    'Tak, poprosimy.',
    '没问题，按报价来。',
    '可以，就这么定了。',
    'Ok, tiến hành giúp mình nhé.',
    'Được, cứ làm theo báo giá.',
  ])('a yes: %s', text => {
    expect(labelOf(text)).toBe('accept');
  });

  test.each([
    "Unfortunately this is out of our budget, so we'll pass.",
    'The position has been filled by another contractor.',
    'We decided to do it in house.',
    "You were outbid I'm afraid.",
    'We have no further need for your services.',
    'Freigegeben wurde das Angebot von Huber.',
    'Nous avons confié le chantier à une autre entreprise.',
    "Abbiamo accettato l'offerta di un'altra ditta.",
    'Niet akkoord.',
    'Vi löste det internt.',
    'Vi accepterar inte offerten.',
    'Nie akceptujemy oferty.',
    'Решили не делать.',
    'Мы приняли другое предложение.',
    '不同意。',
    '我们接受了另一家的报价。',
    '予算の都合で中止になりました。',
    '承認されませんでした。',
    '다른 곳에 맡겼어요.',
    'Bên mình làm với công ty khác rồi.',
    'Kami menyetujui penawaran lain.',
  ])('a no, though it says "accepted" of another offer: %s', text => {
    expect(labelOf(text)).toBe('decline');
  });
});

test.each(['Auftrag erteilt – an Huber.', 'Подписали договор с компанией Вектор.'])(
  'what was ordered from somebody else is no order to us: %s',
  text => {
    expect(labelOf(text)).not.toBe('accept');
  },
);

test.each(['Подписали договор с Вами.', 'Auftrag erteilt – an Sie.'])('what was ordered from us is one: %s', text => {
  expect(labelOf(text)).toBe('accept');
});
