import { describe, expect, it } from 'vitest';
import { concrete } from '../../scripts/template/concrete.ts';
import { at, listOf, readTemplate } from '../../scripts/template/read-template.ts';

const PLACE = { account: '123456789012', region: 'ap-southeast-1' };
const parameters = {
  InboundDomain: 'quotes.your-company.com',
  CompanyDomain: 'your-company.com',
  RawMimeBucket: 'mime',
};
const template = readTemplate('template-ses.yaml');
const value = concrete(template, { ...PLACE, parameters });
const rule = value(template.Resources.Quotes?.Properties);

describe('mail in', () => {
  it('is taken at the quotes address, scanned, stored, and goes no further', () => {
    expect(at(rule, 'Rule')).toMatchObject({
      Enabled: true,
      ScanEnabled: true,
      Recipients: ['quotes@quotes.your-company.com'],
      Actions: [
        { S3Action: { BucketName: 'mime', ObjectKeyPrefix: 'inbound/' } },
        { StopAction: { Scope: 'RuleSet' } },
      ],
    });
  });

  it('may be put into the bucket by this very rule only', () => {
    const main = readTemplate('template.yaml');
    const arnFor = (RuleSet: string) => {
      const place = concrete(main, { ...PLACE, parameters: { RuleSet } });
      const statements = listOf(place(at(main.Resources.RawMimePolicy?.Properties, 'PolicyDocument', 'Statement')));
      const mailIn = statements.find(statement => at(statement, 'Sid') === 'MailIn');
      return at(mailIn, 'Condition', 'StringEquals', 'aws:SourceArn');
    };
    const name = String(at(rule, 'Rule', 'Name'));
    expect(arnFor('')).toBe(
      `arn:aws:ses:ap-southeast-1:123456789012:receipt-rule-set/${String(at(rule, 'RuleSetName'))}:receipt-rule/${name}`,
    );
    expect(arnFor('theirs')).toContain(`:receipt-rule-set/theirs:receipt-rule/${name}`);
  });
});

describe('identities', () => {
  it.each(['Inbound', 'Company'])('%s signs its mail and has a MAIL FROM of its own', id => {
    expect(value(template.Resources[id]?.Properties)).toMatchObject({
      DkimAttributes: { SigningEnabled: true },
      MailFromAttributes: { MailFromDomain: expect.stringMatching(/^bounce\./) },
    });
  });
});
