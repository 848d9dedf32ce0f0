import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { linkPage, pageHeaders } from '../../../src/presentation/pages/page.ts';
import { dark, light, type Palette, shapePairs, textPairs } from '../../../src/presentation/styles/palette.ts';

/** Relative luminance and contrast as WCAG 2 defines them. */
const luminance = (colour: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map(at => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

const contrast = (a: string, b: string): number => {
  const [lighter = 0, darker = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (lighter + 0.05) / (darker + 0.05);
};

describe.each<[string, Palette]>([
  ['light', light],
  ['dark', dark],
])('the %s scheme', (_, palette) => {
  it.each(textPairs)('sets %s on %s with a contrast of 4.5 to 1', (text, behind) => {
    expect(contrast(palette[text], palette[behind])).toBeGreaterThanOrEqual(4.5);
  });

  it.each(shapePairs)('draws %s on %s with a contrast of 3 to 1', (shape, behind) => {
    expect(contrast(palette[shape], palette[behind])).toBeGreaterThanOrEqual(3);
  });
});

describe('a page', () => {
  const page = linkPage({ heading: 'Send this?', body: 'x' });
  const policy = pageHeaders()['Content-Security-Policy'] ?? '';

  it('has its style named in the policy by hash, and no other style, script or address', () => {
    const style = /<style>([\s\S]*)<\/style>/.exec(page)?.[1] ?? '';
    expect(policy).toContain(`style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`);
    expect(page).not.toMatch(/<script|<link|style="|\son[a-z]+=|url\(|@import|https?:/);
  });

  it('is refused everything else', () => {
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("form-action 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(pageHeaders()).toMatchObject({
      'Referrer-Policy': 'no-referrer',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    });
  });

  it('lets only a page that frames mails show their styles and their own pictures', () => {
    expect(policy).not.toContain('unsafe-inline');
    expect(pageHeaders({ framesMail: true })['Content-Security-Policy']).toContain(
      "style-src 'unsafe-inline'; img-src data:",
    );
  });
});
