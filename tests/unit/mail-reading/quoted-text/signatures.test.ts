import { describe, expect, it } from 'vitest';
import { extractNewText } from '../../../../src/mail-reading/quoted-text/extract-new-text.ts';

const read = (text: string) => extractNewText({ text, html: null });

describe('a signature', () => {
  it('is what follows two dashes, and comes apart', () => {
    expect(read('Go ahead.\n\nKind regards\nAnn\n\n-- \nAnn Lee\nClient Ltd\n+65 6123 4567')).toEqual({
      text: 'Go ahead.\n\nKind regards\nAnn',
      elided: '',
      signature: '-- \nAnn Lee\nClient Ltd\n+65 6123 4567'.replace('-- ', '--'),
    });
  });

  it('is cut above the quotation too', () => {
    const { text, signature } = read('Go ahead.\n\n--\nAnn\n\nOn 5 May 2026, at 09:12, Bo <bo@x.example> wrote:\n> Hi');
    expect([text, signature]).toEqual(['Go ahead.', '--\nAnn']);
  });

  it.each([
    ['Sent from my iPhone'],
    ['Sent from my Pixel 9 Pro, please excuse typos.'],
    ['Sent from Outlook for iOS<https://aka.ms/o0ukef>'],
    ['Get Outlook for Android'],
    ['Get BlueMail for Android'],
    ['Holen Sie sich Outlook für iOS'],
    ['Pobierz aplikację Outlook dla systemu iOS'],
    ['iOS용 Outlook 다운로드'],
    ['Sent via the Samsung Galaxy S25, an AT&T 5G smartphone'],
    ['Sent with Proton Mail secure email.'],
    ['Sent from Yahoo Mail for iPhone'],
    ['Sent from Mail for Windows'],
    ['Von meinem iPhone gesendet'],
    ['Von meinem Samsung Galaxy Smartphone gesendet.'],
    ['Gesendet von Outlook für Android'],
    ['Diese Nachricht wurde von meinem Android-Gerät mit K-9 Mail gesendet.'],
    ['Gesendet mit der GMX Mail App'],
    ['Envoyé de mon iPhone'],
    ["Envoyé à partir d'un appareil Samsung"],
    ['Télécharger Outlook pour iOS'],
    ['Enviado desde mi iPhone'],
    ['Enviado desde Outlook para Android'],
    ['Inviato da iPhone'],
    ['Inviato dal mio dispositivo Samsung'],
    ['Enviado do meu iPhone'],
    ['Enviado do Outlook para iOS'],
    ['Verstuurd vanaf mijn iPhone'],
    ['Verzonden vanuit Outlook voor Android'],
    ['Skickat från min iPhone'],
    ['Hämta Outlook för iOS'],
    ['Sendt fra min iPhone'],
    ['Lähetetty iPhonesta'],
    ['Wysłane z iPhone’a'],
    ['Wysłano z telefonu Samsung'],
    ['Отправлено с iPhone'],
    ['Отправлено из мобильной Яндекс Почты'],
    ['Odesláno z iPhonu'],
    ['发自我的iPhone'],
    ['從我的iPhone傳送'],
    ['iPhoneから送信'],
    ['나의 iPhone에서 보냄'],
    ['Đã gửi từ iPhone của tôi'],
    ['Dikirim dari iPhone saya'],
    ['ส่งจาก iPhone ของฉัน'],
    ["iPhone'umdan gönderildi"],
    ['Pobierz aplikację Outlook dla systemu iOS<https://aka.ms/o0ukef>'],
    ['获取适用于 iOS 的 Outlook<https://aka.ms/o0ukef>'],
    ['iOS용 Outlook 다운로드<https://aka.ms/o0ukef>'],
    ['Yahoo Mail: Search, Organize, Conquer'],
    ['签名由 网易邮箱大师 定制'],
  ])('is what a device adds: %s', line => {
    expect(read(`We accept.\n\nAnn\n\n${line}\n`)).toEqual({ text: 'We accept.\n\nAnn', elided: '', signature: line });
  });

  it.each([
    ['Sent the signed order by mail this morning.'],
    ['Sent from my desk, which is closer to the printer than my phone.'],
    ['Von meinem Chef kam heute die Freigabe.'],
    ['Please send it to my phone.'],
    ['Enviado el pedido firmado esta mañana.'],
    ['Can you get Outlook for the tablet included?'],
    ['Is this the right one for Outlook? https://aka.ms/o0ukef'],
    ['Kind regards, Ann'],
  ])('is not: %s', line => {
    expect(read(`We accept.\n\n${line}`).text).toBe(`We accept.\n\n${line}`);
  });

  it('is a visiting card under a rule, but a rule alone parts text', () => {
    expect(read('Go ahead.\n\n==========\nAnn Lee\nann@client.example\nTel. +65 6123 4567').text).toBe('Go ahead.');
    expect(read('Item A\n-----\nItem B\nboth please').text).toBe('Item A\n-----\nItem B\nboth please');
  });

  it('is the legal notice below', () => {
    const notice =
      'This e-mail is confidential and meant for the addressee alone. If you are not the intended recipient, delete it.';
    expect(read(`No thank you.\n\n${notice}`)).toMatchObject({ text: 'No thank you.', signature: notice });
  });

  it('is the legal notice in German too', () => {
    const notice =
      'Diese E-Mail enthält vertrauliche Informationen. Wenn Sie nicht der richtige Adressat sind, löschen Sie sie bitte.';
    expect(read(`Nein danke.\n\n${notice}`)).toMatchObject({ text: 'Nein danke.', signature: notice });
  });

  it('alone is text: something is always read', () => {
    expect(read('Sent from my iPhone').text).toBe('Sent from my iPhone');
    expect(read('--\nAnn').text).toBe('--\nAnn');
  });
});
