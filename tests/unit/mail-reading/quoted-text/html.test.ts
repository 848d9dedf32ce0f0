import { describe, expect, it } from 'vitest';
import { extractNewText } from '../../../../src/mail-reading/quoted-text/extract-new-text.ts';

const read = (html: string) => extractNewText({ text: null, html });

const attribution = 'On Tue, May 5, 2026 at 9:12 AM Priya Nair &lt;priya@corner-oak.example&gt; wrote:';

/** Replies as mail programs write them; each says "We accept." over an earlier mail. */
const replies: readonly (readonly [string, string])[] = [
  [
    'Gmail',
    `<div dir="ltr">We accept.</div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">${attribution}<br></div><blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex"><div>Earlier</div></blockquote></div>`,
  ],
  [
    'Gmail in a language nobody listed',
    '<div dir="ltr">We accept.</div><div class="gmail_quote"><div class="gmail_attr">Xyz 5 qqq Priya zzz:<br></div><blockquote class="gmail_quote">Earlier</blockquote></div>',
  ],
  [
    'Outlook on the web',
    '<div class="elementToProof">We accept.</div><div id="appendonsend"></div><hr style="display:inline-block;width:98%" tabindex="-1"><div id="divRplyFwdMsg" dir="ltr"><font><b>From:</b> Priya &lt;p@corner-oak.example&gt;<br><b>Sent:</b> Tuesday, May 5, 2026 9:12 AM<br><b>To:</b> Ann<br><b>Subject:</b> Quote</font><div>&nbsp;</div></div><div>Earlier</div>',
  ],
  [
    'Outlook on the web in a language nobody listed',
    '<div>We accept.</div><hr><div id="x_divRplyFwdMsg"><b>Abc:</b> Priya<br><b>Def:</b> xx<br></div><div>Earlier</div>',
  ],
  [
    'Outlook for Windows',
    "<div class=WordSection1><p class=MsoNormal>We accept.<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><div><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p class=MsoNormal><b>Von:</b> Priya &lt;p@corner-oak.example&gt; <br><b>Gesendet:</b> Dienstag, 5. Mai 2026 09:12<br><b>An:</b> Ann<br><b>Betreff:</b> Angebot<o:p></o:p></p></div></div><p class=MsoNormal>Earlier<o:p></o:p></p></div>",
  ],
  [
    'Outlook for iOS',
    '<div>We accept.</div><div id="ms-outlook-mobile-signature"><div>Get <a href="https://aka.ms/o0ukef">Outlook for iOS</a></div></div><div id="mail-editor-reference-message-container"><div><b>Fra:</b> P</div>Earlier</div>',
  ],
  [
    'Apple Mail',
    `<html><body>We accept.<br><div><br><blockquote type="cite"><div>On 5 May 2026, at 09:12, Priya &lt;p@corner-oak.example&gt; wrote:</div><br><div>Earlier</div></blockquote></div></body></html>`,
  ],
  [
    'iOS Mail',
    '<div dir="ltr">We accept.</div><div dir="ltr"><br>Sent from my iPhone</div><div dir="ltr"><br><blockquote type="cite">On 5 May 2026, at 09:12, Priya wrote:<br><br></blockquote></div><blockquote type="cite"><div dir="ltr">Earlier</div></blockquote>',
  ],
  [
    'Thunderbird',
    `<p>We accept.</p><div class="moz-cite-prefix">On 05/05/2026 09:12, Priya wrote:<br></div><blockquote type="cite" cite="mid:x@y"><p>Earlier</p></blockquote>`,
  ],
  [
    'Yahoo',
    '<div class="ydp1f2e3d4cyahoo-style-wrap"><div dir="ltr">We accept.</div></div><div id="ydp5a6b7c8dyahoo_quoted_1" class="ydp5a6b7c8dyahoo_quoted"><div>On Tuesday, Priya wrote:</div><div>Earlier</div></div>',
  ],
  [
    'Proton',
    '<div>We accept.</div><div class="protonmail_signature_block"><div>Sent with Proton Mail secure email.</div></div><div class="protonmail_quote">On Tuesday, May 5th, 2026 at 9:12 AM, Priya &lt;p@corner-oak.example&gt; wrote:<br><blockquote class="protonmail_quote" type="cite">Earlier</blockquote></div>',
  ],
  [
    'GMX',
    '<div>We accept.</div><div name="quote" style="margin:10px 5px 5px 10px;border-left:2px solid #C3D9E5"><div><b>Gesendet:</b>&nbsp;Dienstag<br><b>Von:</b>&nbsp;Priya</div><div name="quoted-content">Earlier</div></div>',
  ],
  [
    'Zoho',
    '<div>We accept.<br></div><div class="zmail_extra"><div id="Zm-_Id_-Sgn1">---- On Tue, 05 May 2026 09:12:01 +0800 <b>Priya &lt;p@corner-oak.example&gt;</b> wrote ---<br></div><blockquote style="margin:0px">Earlier</blockquote></div>',
  ],
  [
    '163',
    '<div>We accept.</div><div>在 2026-05-05 09:12:44，"Priya" &lt;p@corner-oak.example&gt; 写道：</div><blockquote id="isReplyContent">Earlier</blockquote>',
  ],
  [
    'QQ',
    '<div>We accept.</div><div><br></div><div style="font-size:12px">------------------&nbsp;原始邮件&nbsp;------------------</div><div><div><b>发件人:</b>&nbsp;"Priya";</div><div><b>发送时间:</b>&nbsp;2026年5月5日 9:12</div></div><div>Earlier</div>',
  ],
  ['Hotmail', '<div dir="ltr">We accept.<br><div><hr id="ecxstopSpelling">Date: x<br>Earlier</div></div>'],
  [
    'Zimbra',
    '<div>We accept.</div><hr id="zwchr" data-marker="__DIVIDER__"><div data-marker="__HEADERS__"><b>From: </b>P<br></div><div data-marker="__QUOTED_TEXT__">Earlier</div>',
  ],
  [
    'Roundcube',
    '<p>We accept.</p><p id="reply-intro">Priya, 05.05.2026:</p><blockquote type="cite">Earlier</blockquote>',
  ],
  [
    'a table of headers',
    '<p>We accept.</p><table><tr><td>From:</td><td>p@corner-oak.example</td></tr><tr><td>Subject:</td><td>Quote</td></tr></table><p>Earlier</p>',
  ],
  [
    'Outlook for Windows in a language nobody listed',
    "<div class=WordSection1><p class=MsoNormal>We accept.<o:p></o:p></p><div><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0in 0in 0in'><p class=MsoNormal><b>Abc:</b> Priya<br><b>Def:</b> xx<br><b>Ghi:</b> Ann</p></div></div><p class=MsoNormal>Earlier</p></div>",
  ],
  [
    'QQ of today',
    '<div>We accept.</div><div class="xm_mail_oringinal_describe"><div>原始邮件</div><hr><div>发件人：Priya</div><div>发件时间：2026年5月5日 9:12</div><div>主题：报价</div></div><div>Earlier</div>',
  ],
  [
    'Spark, with its signature',
    '<div name="messageBodySection">We accept.</div><div name="messageSignatureSection"><br>Ann</div><div name="messageReplySection">On May 5, 2026, Priya wrote:<blockquote type="cite">Earlier</blockquote></div>',
  ],
  ['marks of plain text', '<pre>We accept.\n\n&gt; Earlier\n&gt; mail</pre>'],
];

describe('an HTML reply', () => {
  it.each(replies)('from %s', (_, html) => {
    const { text, elided } = read(html);
    expect(text).toBe('We accept.');
    expect(elided).toContain('Earlier');
  });

  it.each(replies)('from %s, quoted by Outlook', (_, html) => {
    const renamed = html.replace(/(class|id)="(?!ydp|ecx)(\w)/g, '$1="x_$2');
    expect(read(renamed).text).toBe('We accept.');
  });

  it('keeps answers between quoted blocks', () => {
    const html = `<div class="gmail_quote"><div class="gmail_attr">${attribution}</div><blockquote class="gmail_quote">Oak?</blockquote><div>Yes, oak.</div><blockquote class="gmail_quote">June?</blockquote><div>July.</div></div>`;
    expect(read(html).text).toBe('Yes, oak.\nJuly.');
  });

  it('keeps what the author indented, above the earlier mail', () => {
    const html = `<div>Our terms:</div><blockquote style="margin:0 0 0 40px;border:none;padding:0px">pay in June</blockquote><div class="gmail_attr">${attribution}</div><blockquote class="gmail_quote">Earlier</blockquote>`;
    expect(read(html).text).toBe('Our terms:\npay in June');
  });

  it('is laid out in lines as it is seen', () => {
    const html =
      '<p>Dear   Priya,</p><p>two\npoints:</p><ul><li>oak</li><li>June</li></ul><table><tr><td>Total</td><td>4,200</td></tr></table>Ann<br>Lee';
    expect(read(html).text).toBe('Dear Priya,\n\ntwo points:\n\n- oak\n- June\n\nTotal 4,200\nAnn\nLee');
  });

  it('reads an emoji drawn as a picture', () => {
    expect(read('<div><img src="cid:1" alt="👍"> go ahead</div>').text).toBe('👍 go ahead');
  });
});

describe('hidden HTML is dropped', () => {
  it.each([
    ['display', '<div style="display:none">x</div>'],
    ['display !important', '<div style="DISPLAY : none !important">x</div>'],
    ['visibility', '<span style="visibility:hidden">x</span>'],
    ['nothing to see inside what is not displayed', '<div style="display:none"><p style="display:block">x</p></div>'],
    ['font size', '<span style="font-size:0">x</span>'],
    ['a tiny font', '<span style="font-size:1px;line-height:1px">x</span>'],
    ['no height', '<div style="max-height:0;overflow:hidden">x</div>'],
    ['no height, clipped', '<div style="height:0px;overflow:hidden">x</div>'],
    ['opacity', '<div style="opacity:0">x</div>'],
    ['mso-hide', '<div style="mso-hide:all">x</div>'],
    ['hidden', '<div hidden>x</div>'],
    ['white on white', '<span style="color:#ffffff">x</span>'],
    ['white on white, old style', '<font color="white">x</font>'],
    ['nearly white', '<span style="color:rgb(253, 253, 254)">x</span>'],
    ['its own ground', '<div style="background:#123456"><span style="color:#123456">x</span></div>'],
    ['transparent', '<span style="color:transparent">x</span>'],
    ['off the page', '<div style="position:absolute;left:-9999px">x</div>'],
    ['indented away', '<div style="text-indent:-9999px">x</div>'],
    ['a class', '<style>.preheader, .y { display:none; }</style><div class="preheader">x</div>'],
    ['an id', '<style><!-- #pre { font-size: 0 } --></style><div id="pre">x</div>'],
    ['script', '<script>x</script>'],
    ['title', '<title>x</title>'],
    ['a comment', '<!-- x -->'],
    ['a template', '<template>x</template>'],
  ])('%s', (_, hidden) => {
    expect(read(`${hidden}<div>We accept.</div>`).text).toBe('We accept.');
    expect(read(`<div>We accept.</div>${hidden}`).text).toBe('We accept.');
  });

  it.each([
    ['white on a dark ground', '<table bgcolor="#222222"><tr><td style="color:#fff">Yes.</td></tr></table>'],
    ['white on a picture', '<div style="background:url(x) #fff;color:#fff">Yes.</div>'],
    ['a font size set again', '<table style="font-size:0"><tr><td style="font-size:14px">Yes.</td></tr></table>'],
    ['visible again', '<div style="visibility:hidden"><p style="visibility:visible">Yes.</p></div>'],
    ['half opaque', '<div style="opacity:0.5">Yes.</div>'],
    ['only on small screens hidden', '<style>@media (max-width:600px){.m{display:none}}</style><p class="m">Yes.</p>'],
    ['an unclosed head', '<head><meta charset="utf-8"><p>Yes.</p>'],
  ])('but not %s', (_, html) => {
    expect(read(html).text).toBe('Yes.');
  });
});
