import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { concrete } from '../../../scripts/template/concrete.ts';
import { readTemplate } from '../../../scripts/template/read-template.ts';

const template = readTemplate('template.yaml');
const value = concrete(template, { account: '1', region: 'r', parameters: { Prefix: 'qf' } });
const alarms = Object.values(template.Resources)
  .filter(({ Type }) => Type === 'AWS::CloudWatch::Alarm')
  .map(({ Properties }) => String(value(Properties.AlarmName)).replace(/^qf-/, ''));

describe('docs/operations.md', () => {
  const headings = [...readFileSync('docs/operations.md', 'utf8').matchAll(/^## (.+)$/gm)].map(([, name]) => name);
  it('tells of every alarm of the template, and of no other', () => {
    expect(headings.filter(name => name !== 'The budget').toSorted()).toEqual(alarms.toSorted());
  });
});

describe('docs/deploy.md', () => {
  it('names only scripts and templates that are there', () => {
    const named =
      readFileSync('docs/deploy.md', 'utf8').match(/(?:scripts\/[\w-]+\.(?:sh|ts)|template[\w-]*\.yaml)/g) ?? [];
    expect(named.filter(file => !existsSync(file))).toEqual([]);
  });
});
