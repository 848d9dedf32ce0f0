import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nudgeMail } from '../../../src/presentation/emails/nudge-mail.ts';
import { draftText, quote } from '../../support/sample-letters.ts';
import { shownText } from '../../support/shown-text.ts';

const nudge = {
  text: draftText,
  subject: 'Our quote of 3 March',
  tag: '[Q-1042 k3f9c2]',
  quoteId: quote.quoteId,
  amount: quote.amount,
  sent: quote.sent,
  pdfLink: quote.pdfLink,
  attached: false,
  repName: 'Priya',
};

describe('the mail to the customer', () => {
  it('holds the approved text character for character, plain and as HTML, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.string({ unit: fc.constantFrom('<', '&', '"', '\n', ' ', 'a', 'https://a.example/x?y=1&z.', ')') }),
        ),
        written => {
          const text = written.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '');
          const mail = nudgeMail({ ...nudge, text });
          expect(mail.text.startsWith(`${text}\n\n-- \n`)).toBe(true);
          expect(shownText(mail.html)).toContain(text);
        },
      ),
    );
  });

  it('states number, amount, date sent, the link, and how to answer or say stop', () => {
    const mail = nudgeMail({ ...nudge, text: 'Hi' });
    for (const shown of [mail.text, shownText(mail.html)]) {
      expect(shown).toContain('Quote Q-1042, SGD 12,840.00, sent 3 March 2026');
      expect(shown).toContain(quote.pdfLink);
      expect(shown).toContain('reply to this mail to reach Priya');
      expect(shown).toContain('reply "stop"');
    }
  });

  it('says that the quote is attached when it is, and says nothing of a PDF when there is none', () => {
    expect(nudgeMail({ ...nudge, pdfLink: null, attached: true }).text).toContain('attached as a PDF');
    expect(nudgeMail({ ...nudge, pdfLink: null }).text.slice(draftText.length)).not.toMatch(/PDF|The quote:/);
  });

  it('has its signed tag in the subject, once', () => {
    expect(nudgeMail(nudge).subject).toBe('Our quote of 3 March [Q-1042 k3f9c2]');
    expect(nudgeMail({ ...nudge, subject: 'Re: x [Q-1042 k3f9c2]' }).subject).toBe('Re: x [Q-1042 k3f9c2]');
    expect(nudgeMail({ ...nudge, subject: 'a\r\nBcc: b@c.example' }).subject).toBe(
      'a Bcc: b@c.example [Q-1042 k3f9c2]',
    );
  });

  it('links addresses without the stop that ends their sentence', () => {
    const { html } = nudgeMail({ ...nudge, text: 'See (https://a.example/q?x=1&y=2). Or javascript:alert(1)' });
    expect(html).toContain(
      'See (<a href="https://a.example/q?x=1&amp;y=2">https://a.example/q?x=1&amp;y=2</a>). Or javascript',
    );
  });

  it('looks like a letter, not like a campaign', () => {
    expect(nudgeMail(nudge).html).not.toMatch(/<(img|table|style|button|h1)|background|unsubscribe/i);
  });
});
