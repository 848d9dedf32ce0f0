import { describe, expect, it } from 'vitest';
import { safeAttachments, safeBody } from '../../../src/mail-reading/sanitise.ts';
import { provenance } from '../../../src/mail-reading/trust/provenance.ts';
import { answer, messageOf } from '../../support/mail.ts';

const html = (markup: string) => safeBody({ text: null, html: markup });

describe('a message made safe to pass on', () => {
  it('shows where a link leads and is nothing to click', () => {
    const { html: markup, text } = html('<a href="https://evil.example/login?x=1">www.bank.example</a>');
    expect(markup).toBe('<div>www.bank.example [evil.example]</div>');
    expect(text).toBe('www.bank.example [evil.example]');
  });

  it('loads nothing and runs nothing', () => {
    const bad = `<style>@import url(http://x.example)</style><script>alert(1)</script><img src="http://x.example/p.gif" alt="logo">
      <link rel=stylesheet href=http://x.example><form action=http://x.example><input value=a><button onclick=x()>Pay</button></form>
      <div style="background:url(http://x.example/b.png)" onmouseover=x()>Hi</div><iframe src=//x.example></iframe><svg onload=x()>`;
    const { html: markup } = html(bad);
    expect(markup).not.toMatch(/http|<script|<style|<img|<form|<input|<iframe|<svg|on\w+=|url\(/i);
    expect(markup).toContain('[picture: logo]');
    expect(markup).toContain('Hi');
    expect(markup).toContain('Pay');
  });

  it('names the kind of a link that would run something', () => {
    expect(html('<a href="javascript:alert(1)">x</a>').html).toBe('<div>x [javascript: link]</div>');
    expect(html('<a href="  JaVa\nscript:alert(1)">x</a>').text).toBe('x [javascript: link]');
    expect(html('<a href="mailto:ann@x.example?subject=y">x</a>').text).toBe('x [ann@x.example]');
  });

  it('shows the host of a link that leaves out how it is fetched', () => {
    expect(html('<a href="//evil.example/x">bank</a>').text).toBe('bank [evil.example]');
    expect(html('<a href="www.evil.example?a">bank</a>').text).toBe('bank [www.evil.example]');
    expect(html('<a href="https://bank.example@evil.example/">bank</a>').text).toBe('bank [evil.example]');
  });

  it('goes on after an embedded part, which has no end tag', () => {
    expect(html('<object data=x></object><embed src=x>Yes, go ahead.').text).toBe('Yes, go ahead.');
  });

  it('leaves out what a reader could not see', () => {
    expect(html('<p>Yes<span style="display:none">No</span>\u200b\u202e</p>').text).toBe('Yes');
  });

  it('keeps paragraphs, lists, tables and quotations, escaped', () => {
    const { html: markup, text } = html('<p>a &lt;b&gt; &amp; "c"</p><ul><li>1</li></ul><blockquote>old</blockquote>');
    expect(markup).toBe(
      '<div><p>a &lt;b&gt; &amp; &quot;c&quot;</p><ul><li>1</li></ul><blockquote>old</blockquote></div>',
    );
    expect(text.split('\n').filter(line => line !== '')).toEqual(['a <b> & "c"', '1', 'old']);
  });

  it('closes what was left open and cannot be broken out of', () => {
    expect(html('<b><i>x</b></div></div><p>y').html).toBe('<div><b><i>x</i></b><p>y</p></div>');
    expect(html('<p title="</p><script>">x').html).toBe('<div><p>x</p></div>');
  });

  it('makes plain text markup', () => {
    expect(safeBody({ text: 'a < b\nc', html: null }).html).toBe('<div>a &lt; b<br>\nc</div>');
  });

  it('stays bounded for deep and long HTML', () => {
    const deep = html(`${'<div><b>'.repeat(100_000)}x`);
    expect(deep.text.trim()).toBe('x');
    expect(deep.html.match(/<b>/g)?.length).toBeLessThan(100);
    expect(html(`<p>${'word '.repeat(400_000)}</p>`).text).toMatch(/\(shortened\)$/);
  });
});

describe('attachments', async () => {
  const message = await messageOf(
    ...answer({
      fields: ['From: ann@customer.example', 'MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=b'],
    }),
    '--b',
    'Content-Type: application/pdf; name=order.pdf',
    '',
    '%PDF',
    '--b--',
  );
  it('go along when both scans passed', () => {
    expect(safeAttachments(message, provenance(message)).passed.map(({ filename }) => filename)).toEqual(['order.pdf']);
  });
  it('are named but withheld when they were not scanned', () => {
    const unscanned = { ...provenance(message), virus: 'unknown' as const };
    expect(safeAttachments(message, unscanned)).toEqual({
      passed: [],
      withheld: [{ filename: 'order.pdf', why: 'not scanned, or the scan for viruses or spam had a doubt' }],
    });
  });
});
