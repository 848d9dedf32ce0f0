import { describe, expect, it } from 'vitest';
import { ENVELOPE, readPaper, readText, SETTINGS } from './read-text.ts';

describe('the customer', () => {
  it.each([
    ['Bill to: Brightwater Cafe, 12 Haji Lane, Singapore', 'Brightwater Cafe'],
    ['Bill to\nBrightwater Cafe Pte Ltd\nAttn: Ms Tan\n12 Haji Lane', 'Brightwater Cafe Pte Ltd'],
    ['Prepared for\nAnna Berg\nNordlicht GmbH\nStrandallee 14', 'Nordlicht GmbH'],
    [
      'From                To\nKestrel Ltd         Wexham Foods plc\n7 Science Park      2 Mill Road',
      'Wexham Foods plc',
    ],
    ['Kunde:     Pflegedienst Sonnenschein gGmbH\nKunden-Nr. 10233', 'Pflegedienst Sonnenschein gGmbH'],
    ['Client     Larkspur Foundation\nContact    Denise Howard\nGuests     220', 'Larkspur Foundation'],
    ['Spett.le\nCantina Monteverde S.p.A.\nStrada del Vino 5', 'Cantina Monteverde S.p.A.'],
    ['客户名称：上海云顶酒店管理有限公司', '上海云顶酒店管理有限公司'],
    ['客戶名称：苏州华美酒店\n联系人：王芳', '苏州华美酒店'],
    ['Ao Condomínio Edifício Aurora\nA/C Sra. Lúcia Prado', 'Condomínio Edifício Aurora'],
    ['공급받는자: 푸른유치원\n공급자: (주)미래가구', '푸른유치원'],
    ['お見積書\n山本 花子 様\n下記の通りお見積り申し上げます。', '山本 花子'],
    ['서울카페 담당자님께\n견적번호 HB-7', '서울카페'],
    ['株式会社青空フーズ 御中', '株式会社青空フーズ'],
    ['Aan het bestuur van\nScouting Willibrord\nBosweg 2\n3431 AA Nieuwegein', 'Scouting Willibrord'],
    ['Para: Dª Carmen Ruiz', 'Carmen Ruiz'],
    ['Quote To:\nMr & Mrs Patel\nThe Old Rectory\nChurch Lane\nBath BA1 5AP', 'Mr & Mrs Patel'],
  ])('of %j is %s', (text, name) => {
    expect(readPaper(text).customer).toBe(name);
  });

  it.each(['Deposit by the customer on order', 'Customer no. 10233', 'To: 12 March 2026', 'Thank you to our clients'])(
    'is not in "%s"',
    text => {
      expect(readPaper(text).customer).toBeNull();
    },
  );

  it('is never the sender', () => {
    expect(readPaper('Client: Harbourline Supplies', { companyDomains: ['harbourline.example'] }).customer).toBeNull();
  });

  it('of a mail is what its words call the company of the recipient’s domain', () => {
    expect(readText('Our quote for Nordlicht GmbH is below.').customer).toBe('Nordlicht GmbH');
  });

  it('is the house of a recipient whose name has a department behind it', () => {
    const to = [{ name: 'City of Millbrook, Public Works', address: 'pw@millbrook.example' }];
    expect(readText('', { envelope: { ...ENVELOPE, to } }).customer).toBe('City of Millbrook');
  });

  it('is the recipient where no company is named', () => {
    expect(readText('Here is our quote.').customer).toBe('Anna Berg');
  });
});

describe('the contact', () => {
  const to = (...addresses: string[]) => ({ ...ENVELOPE, to: addresses.map(address => ({ name: '', address })) });

  it('is the visible recipient', () => {
    expect(readText('').contactEmail).toBe('anna@nordlicht.example');
  });

  it('is not one of our own, nor the quotes inbox', () => {
    const envelope = to('sam@harbourline.example', 'quotes@in.harbourline.example', 'anna@nordlicht.example');
    expect(readText('', { envelope }).contactEmail).toBe('anna@nordlicht.example');
    const settings = { ...SETTINGS, ownAddresses: ['priya.private@gmail.com'] };
    expect(readText('', { envelope: to('priya.private@gmail.com'), settings }).contactEmail).toBeNull();
  });

  it('is the first of one house', () => {
    expect(readText('', { envelope: to('a@nordlicht.example', 'b@nordlicht.example') }).contactEmail).toBe(
      'a@nordlicht.example',
    );
  });

  it('of two houses is the one that is greeted, else nobody', () => {
    const envelope = {
      ...ENVELOPE,
      to: [
        { name: 'Daniel Koh', address: 'dk@koh.example' },
        { name: '', address: 'office@stanforth.example' },
      ],
    };
    expect(readText('Hi Daniel,\nour quote', { envelope }).contactEmail).toBe('dk@koh.example');
    expect(readText('Hello,\nour quote', { envelope }).contactEmail).toBeNull();
  });

  it('of a paper alone stands in the customer’s block, not in the seller’s', () => {
    const paper =
      'From                    To\nKestrel Ltd             Wexham Foods plc\nsales@kestrel.example   buy@wexham.example';
    expect(readPaper(paper).contactEmail).toBe('buy@wexham.example');
  });
});

describe('a name in a sentence', () => {
  it.each([
    ['Quotation for Kitchen Refit', 'Anna Berg'],
    ['Quote for Nordlicht Catering', 'Nordlicht Catering'],
    ['Angebot für Seeblick GmbH & Co. KG über Stühle', 'Seeblick GmbH & Co. KG'],
    ['Quotation for Nordlicht International School (Ref: 14)', 'Nordlicht International School'],
  ])('of the subject "%s" is the customer’s only if it is a company’s or the recipient’s: %s', (subject, name) => {
    expect(readText('', { subject }).customer).toBe(name);
  });
});
