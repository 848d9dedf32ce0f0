import { dark, light, type Palette } from './palette.ts';

/**
 * Styles of our mails. Mail programs drop style sheets as they please, so what matters stands in `style` attributes;
 * the sheet only adds the dark scheme, for the programs that ask. Where a program turns colours round by itself,
 * nothing depends on a background: notes have an edge, the button has its colour on the table cell too.
 */
export const SANS = "-apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
export const SERIF = "Georgia, 'Iowan Old Style', 'Noto Serif', 'Times New Roman', serif";
export const MONO = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace";

const c = light;

export const mailLook = {
  body: `margin:0;padding:0;background-color:${c.ground};color:${c.ink};-webkit-text-size-adjust:100%;`,
  outer: 'padding:16px 12px 32px;',
  /** A quiet line above and below the sheet. */
  edge: `font:400 14px/20px ${SANS};color:${c.soft};padding:8px 20px;`,
  sheet: `background-color:${c.sheet};border:1px solid ${c.line};border-radius:14px;padding:24px 20px;font:400 16px/24px ${SANS};color:${c.ink};text-align:left;word-break:break-word;overflow-wrap:anywhere;`,
  lead: `margin:0 0 16px;font:700 21px/28px ${SANS};letter-spacing:-0.2px;`,
  words: 'margin:0 0 16px;',
  heading: `margin:28px 0 8px;font:700 17px/24px ${SANS};`,
  title: `margin:24px 0 8px;font:600 14px/20px ${SANS};color:${c.soft};`,
  letter: `margin:0 0 16px;padding:16px 18px;border:1px solid ${c.line};border-left:4px solid ${c.accent};border-radius:8px;font:400 17px/27px ${SERIF};white-space:pre-wrap;`,
  message: `margin:0 0 16px;padding:16px 18px;border:1px solid ${c.line};border-left:4px solid ${c.soft};border-radius:8px;`,
  subject: `margin:0 0 12px;padding:0 0 12px;border-bottom:1px solid ${c.line};font:600 16px/24px ${SANS};`,
  label: `padding:7px 14px 7px 0;border-top:1px solid ${c.line};font:400 15px/22px ${SANS};color:${c.soft};text-align:left;vertical-align:top;width:27%;`,
  value: `padding:7px 0;border-top:1px solid ${c.line};font:400 16px/22px ${SANS};vertical-align:top;word-break:break-word;overflow-wrap:anywhere;`,
  button: `display:inline-block;padding:14px 26px;border-radius:10px;background-color:${c.accent};border:1px solid ${c.accent};color:${c.onAccent};font:600 17px/22px ${SANS};text-decoration:none;`,
  under: `margin:8px 0 20px;font:400 15px/22px ${SANS};color:${c.soft};`,
  points: 'margin:0 0 16px;padding:0 0 0 22px;',
  point: 'margin:0 0 6px;',
  caption: `padding:0 0 8px;font:700 17px/24px ${SANS};text-align:left;`,
  head: `padding:6px 10px 6px 0;border-bottom:1px solid ${c.edge};font:600 14px/20px ${SANS};color:${c.soft};text-align:left;vertical-align:bottom;word-break:normal;overflow-wrap:normal;`,
  /** Names in the first column break between words only; anything else may break where it must. */
  firstCell: 'word-break:normal;overflow-wrap:break-word;',
  firstOfThree: 'width:36%;',
  cell: `padding:9px 10px 9px 0;border-bottom:1px solid ${c.line};font:400 15px/22px ${SANS};text-align:left;vertical-align:top;`,
  numberCell: 'text-align:right;white-space:nowrap;padding-right:0;padding-left:10px;',
  quiet: `color:${c.soft};font-size:14px;line-height:20px;`,
  link: `color:${c.accent};`,
  picture: 'display:block;width:100%;height:auto;border:0;border-radius:8px;',
} as const;

export const noteLook = {
  plain: `margin:0 0 16px;padding:12px 16px;border:1px solid ${c.line};border-left:4px solid ${c.soft};border-radius:8px;`,
  good: `margin:0 0 16px;padding:12px 16px;border-left:4px solid ${c.onGood};border-radius:8px;background-color:${c.good};color:${c.onGood};`,
  wait: `margin:0 0 16px;padding:12px 16px;border-left:4px solid ${c.onWait};border-radius:8px;background-color:${c.wait};color:${c.onWait};`,
  stop: `margin:0 0 16px;padding:12px 16px;border-left:4px solid ${c.onStop};border-radius:8px;background-color:${c.stop};color:${c.onStop};`,
  info: `margin:0 0 16px;padding:12px 16px;border-left:4px solid ${c.onInfo};border-radius:8px;background-color:${c.info};color:${c.onInfo};`,
} as const;

const tones = (d: Palette): string =>
  [
    ['good', d.good, d.onGood],
    ['wait', d.wait, d.onWait],
    ['stop', d.stop, d.onStop],
    ['info', d.info, d.onInfo],
  ]
    .map(
      ([tone, behind, on]) =>
        `.qf-${tone}{background-color:${behind}!important;color:${on}!important;border-color:${on}!important}`,
    )
    .join('');

/** Said in every mail's head: both schemes are meant, and this is the dark one. `[data-ogsc]`: Outlook's. */
export const mailSheet = `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.qf-ground{background-color:${dark.ground}!important;color:${dark.ink}!important}
.qf-sheet{background-color:${dark.sheet}!important;color:${dark.ink}!important;border-color:${dark.line}!important}
.qf-soft{color:${dark.soft}!important}.qf-line{border-color:${dark.line}!important}
.qf-letter{border-color:${dark.line}!important;border-left-color:${dark.accent}!important}
.qf-button{background-color:${dark.accent}!important;border-color:${dark.accent}!important;color:${dark.onAccent}!important}
.qf-link,.qf-sheet a.qf-link{color:${dark.accent}!important}
${tones(dark)}
}
@media (max-width:480px){.qf-fill{width:100%!important}.qf-button{display:block!important;text-align:center!important}}`;
