import { describe, expect, it } from 'vitest';
import { exhibits } from '../../support/gallery-exhibits.ts';
import { foreignParts, pageFaults, postsWithoutNonce } from '../../support/markup-faults.ts';
import { url } from '../../support/sample-letters.ts';

const mails = exhibits().filter(({ kind }) => kind === 'mail');
const pages = exhibits().filter(({ kind }) => kind !== 'mail');

describe.each(pages.map(page => [page.name, page.html] as const))('%s', (_, html) => {
  it('can be read by a screen reader', () => {
    expect(pageFaults(html)).toEqual([]);
  });

  it('runs nothing, fetches nothing and is styled by its one sheet', () => {
    expect(foreignParts(html)).toEqual([]);
  });

  it('acts only with a nonce', () => {
    expect(postsWithoutNonce(html)).toBe(0);
  });
});

describe.each(mails.map(mail => [mail.name, mail] as const))('%s', (_, { html, text = '' }) => {
  it('fetches nothing and runs nothing', () => {
    expect(html).not.toMatch(/<script|<link|<form|\son[a-z]+="|src="(?!cid:)|url\(/i);
  });

  it('is ready for phones, dark schemes and screen readers', () => {
    expect(html).toContain('width=device-width');
    expect(html).toContain('<meta name="color-scheme" content="light dark">');
    expect(html).toMatch(/<title>[^<]+<\/title>/);
    expect(html).not.toMatch(/<img(?![^>]*\salt=)/);
    expect(pageFaults(html).filter(fault => fault.startsWith('a table'))).toEqual([]);
  });

  it('says the same in plain text: every link of the HTML stands there', () => {
    const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, link = '']) => link.replaceAll('&amp;', '&'));
    for (const link of new Set(links)) expect(text).toContain(link);
  });
});

/** The day's mail has a page for each draft besides. */
const ofOneMatter = mails.filter(({ name, html }) => html.includes(url) && name !== 'mail-today');

describe('a mail that asks', () => {
  it.each(ofOneMatter.map(({ name, html }) => [name, html] as const))('%s leads to one page only', (_, html) => {
    const pages = [...html.matchAll(/href="([^"]*)"/g)].map(([, link]) => link).filter(link => !link?.endsWith('.pdf'));
    expect(new Set(pages)).toEqual(new Set([url]));
  });
});
