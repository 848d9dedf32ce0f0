import { rmSync } from 'node:fs';
import { CreateEmailIdentityCommand } from '@aws-sdk/client-sesv2';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sesClient, sesMailer } from '../../src/adapters/aws/ses-mailer.ts';
import { diskObjects } from '../../src/adapters/filesystem/disk-objects.ts';
import { diskMailer } from '../../src/adapters/mail/outbox.ts';
import type { Mailer, OutgoingMail } from '../../src/ports/mail.ts';
import { mailsIn, openFront } from '../support/aws-front.ts';
import { temporaryFolder } from '../support/engines.ts';
import { localAws, place } from '../support/local-aws.ts';

interface Opened {
  readonly mailer: Mailer;
  /** The MIME of what left. */
  readonly left: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

const clock = { now: () => new Date('2026-03-02T01:00:00Z') };

const toDisk = async (): Promise<Opened> => {
  const folder = temporaryFolder();
  const objects = diskObjects(folder, clock);
  return {
    mailer: diskMailer({ objects, clock, host: 'mail.test' }),
    left: async () => {
      const keys = (await objects.list('raw-mime', 'outbox/'))
        .map(({ key }) => key)
        .filter(key => key.endsWith('.eml'));
      const stored = await Promise.all(keys.map(key => objects.get('raw-mime', key)));
      return stored.map(one => new TextDecoder().decode(one?.body));
    },
    close: async () => rmSync(folder, { recursive: true, force: true }),
  };
};

const toSes = async (): Promise<Opened> => {
  const front = await openFront(place().endpoint ?? null);
  const client = sesClient({ endpoint: front.url });
  await client.send(new CreateEmailIdentityCommand({ EmailIdentity: 'your-company.com' })).catch(() => {});
  return {
    mailer: sesMailer(client, { clock, configurationSet: 'qf' }),
    left: async () => mailsIn(front.calls),
    close: async () => {
      client.destroy();
      await front.close();
    },
  };
};

const mailers = [
  { name: 'disk', open: toDisk, there: true },
  { name: 'SES', open: toSes, there: localAws !== null },
];

const nudge: OutgoingMail = {
  from: { name: 'Priya Nair', address: 'priya@your-company.com' },
  to: 'lena@harbourline.example',
  bcc: ['priya@your-company.com'],
  replyTo: 'quotes+tok@quotes.your-company.com',
  subject: 'Your quote HL-2404: façade',
  text: 'A word about the quote of 3 March.',
  html: '<p>A word about the quote of 3 March.</p>',
  inReplyTo: '<first@mail.test>',
  references: ['<first@mail.test>'],
  headers: { 'Auto-Submitted': 'auto-generated' },
  tags: { kind: 'nudge' },
};
const soon = { timeoutMs: 10_000 };
/** A long header goes on in the next line. */
const unfolded = (mime: string | undefined): string => (mime ?? '').replace(/\r?\n[ \t]+/g, ' ');

for (const { name, open, there } of mailers) {
  describe.skipIf(!there)(`the mailer to ${name}`, () => {
    let opened: Opened;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.close());

    it('hands over the mail as it was given, and says under which id', async () => {
      const result = await opened.mailer.send(nudge, soon);
      expect(result).toEqual({ kind: 'sent', messageId: expect.stringMatching(/^[\w.-]+$/) });
      const [mime, ...others] = await opened.left();
      expect(others).toEqual([]);
      expect(unfolded(mime)).toMatch(/^From: Priya Nair <priya@your-company.com>\r?$/m);
      expect(unfolded(mime)).toMatch(/^To: lena@harbourline.example\r?$/m);
      expect(unfolded(mime)).toMatch(/^Reply-To: quotes\+tok@quotes.your-company.com\r?$/m);
      expect(unfolded(mime)).toMatch(/^In-Reply-To: <first@mail.test>\r?$/m);
      expect(unfolded(mime)).toMatch(/^Auto-Submitted: auto-generated\r?$/m);
      expect(mime).toContain('A word about the quote of 3 March.');
    });

    it('shows blind copies to nobody', async () => {
      await opened.mailer.send(nudge, soon);
      expect((await opened.left())[0]).not.toMatch(/^bcc:/im);
    });

    it('gives each mail an id of its own', async () => {
      const results = [await opened.mailer.send(nudge, soon), await opened.mailer.send(nudge, soon)];
      expect(new Set(results.map(result => (result.kind === 'sent' ? result.messageId : ''))).size).toBe(2);
    });

    it('refuses a header with a line break, and nothing leaves', async () => {
      const forged = { ...nudge, subject: 'Hello\r\nBcc: everybody@example.com' };
      expect(await opened.mailer.send(forged, soon)).toMatchObject({ kind: 'refused' });
      expect(await opened.left()).toEqual([]);
    });

    it('carries attachments', async () => {
      const attachments = [{ filename: 'quote.pdf', contentType: 'application/pdf', content: Buffer.from('%PDF-1.4') }];
      await opened.mailer.send({ ...nudge, attachments }, soon);
      expect((await opened.left())[0]).toContain(Buffer.from('%PDF-1.4').toString('base64'));
    });
  });
}
