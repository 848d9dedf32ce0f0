import { MONO, SANS, SERIF } from './mail-look.ts';
import { dark, light, type Palette } from './palette.ts';

const variables = (palette: Palette): string =>
  Object.entries(palette)
    .map(([name, colour]) => `--${name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}:${colour}`)
    .join(';');

/** Colours, type and the bare elements. No class is needed for plain prose to look right. */
export const baseStyle = `
:root{color-scheme:light dark;${variables(light)};--sans:${SANS};--serif:${SERIF};--mono:${MONO};--gap:1rem;--round:.75rem}
@media (prefers-color-scheme:dark){:root{${variables(dark)}}}
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--ground);color:var(--ink);font:400 1rem/1.5 var(--sans);overflow-wrap:anywhere}
h1,h2,h3{line-height:1.25;letter-spacing:-.01em;text-wrap:balance;margin:0}
h1{font-size:1.6rem}
h2{font-size:1.2rem}
h3{font-size:1.05rem}
p,ul,ol,dl,table,fieldset,details{margin:0}
a{color:var(--accent);text-underline-offset:.15em}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:.25rem}
hr{border:0;border-top:1px solid var(--line);margin:0}
code,pre,kbd{font-family:var(--mono);font-size:.9375em}
pre{margin:0;white-space:pre-wrap}
mark{background:var(--mark);color:var(--on-mark);border-radius:.2em;padding:.05em .15em}
time,.number{font-variant-numeric:tabular-nums}
input,textarea,select,button{font:inherit;color:inherit}
input:not([type=checkbox]):not([type=radio]),textarea,select{width:100%;min-height:3rem;padding:.65rem .8rem;border:1px solid var(--edge);border-radius:.5rem;background:var(--sheet)}
input[type=date]{-webkit-appearance:none;appearance:none;max-width:16rem}
textarea{line-height:1.55;resize:vertical;min-height:12rem}
input[type=checkbox],input[type=radio]{width:1.35rem;height:1.35rem;accent-color:var(--accent);flex:none;margin:.1rem 0}
label{font-weight:600}
fieldset{border:0;padding:0;min-width:0}
legend{padding:0;font-weight:600}
.unseen{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:.5rem;top:-4rem;background:var(--sheet);padding:.75rem 1rem;border-radius:.5rem;z-index:2}
.skip:focus{top:.5rem}
.soft{color:var(--soft)}
.small{font-size:.9375rem}
.stack>*+*{margin-top:var(--gap)}
.stack>input[type=hidden]+*{margin-top:0}
.nowrap{white-space:nowrap}
@media print{body{background:#fff;color:#000}nav,form,.actions{display:none}}
`;
