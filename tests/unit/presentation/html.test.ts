import fc from 'fast-check';
import { parseDocument } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { escapeText, flags, html, raw, safeAddress } from '../../../src/presentation/html.ts';

const hostile = `"><script>alert(1)</script><a href='x' onclick="y">&amp;`;

describe('a value in a template', () => {
  it('is text, whatever its characters, between tags', () => {
    expect(html`<p>${hostile}</p>`.toString()).toBe(
      '<p>&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;a href=&#39;x&#39; onclick=&quot;y&quot;&gt;&amp;amp;</p>',
    );
  });

  it('stays inside its attribute', () => {
    expect(html`<p title="${hostile}" lang='${hostile}'></p>`.toString()).not.toMatch(/<script|<a |onclick="/);
  });

  it('is markup only when html made it', () => {
    expect(html`<p>${html`<b>${'<'}</b>`}</p>`.toString()).toBe('<p><b>&lt;</b></p>');
    expect(html`<p>${String(raw('<b>'))}</p>`.toString()).toBe('<p>&lt;b&gt;</p>');
  });

  it('is escaped once more when markup stands in an attribute', () => {
    expect(html`<iframe srcdoc="${html`<p title="a&quot;b">`}"></iframe>`.toString()).toBe(
      '<iframe srcdoc="&lt;p title=&quot;a&amp;quot;b&quot;&gt;"></iframe>',
    );
  });

  it('leaves nothing when there is nothing to say', () => {
    expect(html`<p>${null}${undefined}${false}${''}${[null, 'a', [1, html`<br>`]]}</p>`.toString()).toBe(
      '<p>a1<br></p>',
    );
  });

  it('turns characters that HTML forbids into a mark, and keeps line breaks', () => {
    expect(escapeText('a\u0000b\u001bc\nd\te\ud800')).toBe('a\ufffdb\ufffdc\nd\te\ufffd');
  });
});

describe('an address in a template', () => {
  const href = (address: string): string => html`<a href="${address}">x</a>`.toString();

  it.each([
    'https://a.example/b?c=1&d=2',
    'http://a.example',
    'mailto:a@b.example',
    'tel:+6512',
    '/quotes/Q-1',
    '#top',
    '?page=2',
  ])('keeps %s', address => {
    expect(href(address)).toBe(`<a href="${address.replaceAll('&', '&amp;')}">x</a>`);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    ' \u0001javascript:alert(1)',
    'java script:alert(1)',
    'data:text/html,<script>',
    'vbscript:x',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'file:///etc/passwd',
    'evil.example',
  ])('refuses %j', address => {
    expect(safeAddress(address)).toBe('#');
  });

  it('percent-encodes a value in the midst of an address', () => {
    expect(html`<a href="/quotes/${'A/B ?#"'}/x">x</a>`.toString()).toBe('<a href="/quotes/A%2FB%20%3F%23%22/x">x</a>');
  });
});

describe('a template', () => {
  it.each([
    ['an unquoted attribute', () => html`<p title=${'x'}></p>`],
    ['the rest of an unquoted attribute', () => html`<p title=a${'x'}></p>`],
    ['a tag name', () => html`<${'p'}></p>`],
    ['an attribute name', () => html`<p on${'x'}="y"></p>`],
    ['a style sheet', () => html`<style>p{color:${'red'}}</style>`],
    ['a script', () => html`<script>${'x'}</script>`],
    ['a comment', () => html`<!-- ${'x'} -->`],
    ['the place of an attribute', () => html`<p ${'onclick=x'}></p>`],
    ['a template that ends inside a tag', () => html`<p title="${'x'}`],
  ])('refuses a value in %s', (_, make) => {
    expect(make).toThrow(TypeError);
  });

  it('takes flags where attributes stand, and only names among them', () => {
    expect(html`<input ${flags({ checked: true, disabled: false, 'a"b': true })}>`.toString()).toBe('<input checked>');
    expect(() => html`<p>${flags({ checked: true })}</p>`).toThrow(TypeError);
  });

  it('knows that a script or style ends only with its own tag', () => {
    expect(html`<style>a>b{}</style><p>${'<'}</p>`.toString()).toBe('<style>a>b{}</style><p>&lt;</p>');
    expect(html`<!-- <p> --><p>${'<'}</p>`.toString()).toBe('<!-- <p> --><p>&lt;</p>');
  });
});

describe('any text', () => {
  it('comes back from markup as it went in, and adds no element and no attribute', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary-ascii' }), (a, b) => {
        const [root] = parseDocument(html`<p title="${a}" lang="${b}">${b}${a}</p>`.toString()).children;
        if (root?.type !== 'tag') throw new Error('no element');
        expect(root.children.every(({ type }) => type === 'text')).toBe(true);
        expect(Object.keys(root.attribs)).toEqual(['title', 'lang']);
      }),
    );
  });
});
