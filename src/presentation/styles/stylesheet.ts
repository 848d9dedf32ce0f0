import { createHash } from 'node:crypto';
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

/**
 * Tables on a wide screen; on a phone each row becomes a block, its cells named by their column. The roles in the
 * markup keep it a table for screen readers either way.
 */
export const tableStyle = `
.table{width:100%;border-collapse:collapse;text-align:left}
.table caption{text-align:left;font-weight:700;font-size:1.05rem;padding:0 0 .6rem}
.table th,.table td{padding:.7rem .9rem .7rem 0;border-bottom:1px solid var(--line);vertical-align:top;font-weight:400}
.table th:last-child,.table td:last-child{padding-right:0}
.table thead th{font-size:.875rem;font-weight:600;color:var(--soft);border-bottom-color:var(--edge);vertical-align:bottom;padding-top:0}
.table .end{text-align:right;font-variant-numeric:tabular-nums}
.table tbody th{font-weight:600}
.table .under{display:block;color:var(--soft);font-size:.9375rem;font-weight:400}
.table tbody tr:last-child>*{border-bottom:0}
@media (max-width:48rem){
.table,.table tbody,.table caption{display:block}
.table thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.table tr{display:block;padding:.7rem 0;border-bottom:1px solid var(--line)}
.table tbody tr:last-child{border-bottom:0}
.table th,.table td{display:grid;grid-template-columns:7rem 1fr;gap:.75rem;padding:.2rem 0;border:0}
.table td::before{content:attr(data-label);color:var(--soft);font-size:.9375rem}
.table tbody th{display:block;font-size:1.0625rem;padding-bottom:.3rem}
.table .end{text-align:left}
.table td.bare{display:none}
}
`;

const tone = (name: string, on: string): string => `
.note.${name}{background:var(--${name});color:var(--${on});border-color:transparent;border-left-color:currentColor}
.chip.${name}{background:var(--${name});color:var(--${on});border-color:transparent}`;

/** The parts that pages are put together from. */
export const partStyle = `
.page{max-width:44rem;margin:0 auto;padding:1rem 1rem 3rem}
.page>header{padding:.25rem 0 1.25rem;color:var(--soft);font-size:.9375rem}
.page>footer{padding:1.5rem 0 0;color:var(--soft);font-size:.9375rem}
.brand{font-weight:700;color:var(--ink);text-decoration:none;letter-spacing:-.01em}
.kicker{color:var(--soft);font-size:.9375rem;font-weight:600}
.head>*+*{margin-top:.35rem}
.sheet{background:var(--sheet);border:1px solid var(--line);border-radius:var(--round);padding:1.25rem}
.sheet>*+*{margin-top:1rem}
.sheet>.unseen+*,.letter>.unseen+*{margin-top:0}
.main>*+*{margin-top:1.25rem}
.note{border:1px solid var(--line);border-left:4px solid var(--soft);border-radius:.5rem;padding:.75rem 1rem}
.note>*+*{margin-top:.35rem}
${tone('good', 'on-good')}${tone('wait', 'on-wait')}${tone('stop', 'on-stop')}${tone('info', 'on-info')}
.chip{display:inline-block;padding:.1rem .55rem;border:1px solid var(--line);border-radius:1rem;font-size:.875rem;line-height:1.4rem;font-weight:600;white-space:nowrap;color:var(--soft)}
.letter{background:var(--sheet);border:1px solid var(--line);border-left:4px solid var(--accent);border-radius:var(--round);padding:1.1rem 1.25rem}
.letter.theirs{border-left-color:var(--soft)}
.letter .subject{font-weight:600;padding-bottom:.75rem;margin-bottom:.9rem;border-bottom:1px solid var(--line)}
.letter .text{white-space:pre-wrap;font:400 1.0625rem/1.6 var(--serif)}
.letter.theirs .text{font:inherit}
.theirs :is(p,ul,ol,blockquote,table,pre){margin:0 0 .75rem}
.theirs :last-child{margin-bottom:0}
.theirs blockquote{border-left:3px solid var(--line);padding-left:.75rem;color:var(--soft)}
.theirs table{border-collapse:collapse}
.theirs td{padding:.15rem .5rem .15rem 0;vertical-align:top}
.facts{display:grid;grid-template-columns:minmax(5.5rem,26%) 1fr;column-gap:1rem}
.facts>div{display:grid;grid-template-columns:subgrid;grid-column:1/-1;padding:.5rem 0;border-top:1px solid var(--line)}
.facts>div:first-child{border-top:0}
.facts dt{color:var(--soft);font-size:.9375rem}
.facts dd{margin:0;font-variant-numeric:tabular-nums}
.button{display:inline-flex;align-items:center;justify-content:center;min-height:3rem;padding:.7rem 1.4rem;border-radius:.65rem;border:1px solid var(--edge);background:var(--sheet);color:var(--ink);font-weight:600;text-decoration:none;text-align:center;cursor:pointer}
.button:hover{border-color:var(--ink)}
.button.main-act{min-width:9rem;background:var(--accent);border-color:var(--accent);color:var(--on-accent);font-size:1.0625rem}
.button.main-act:hover{filter:brightness(1.08)}
.button.stops{color:var(--on-stop)}
.actions{display:flex;flex-wrap:wrap;gap:.75rem;align-items:center}
.choices{display:grid;gap:.75rem;padding:0;list-style:none}
.choices.side{grid-template-columns:repeat(auto-fit,minmax(12rem,1fr))}
.choice{display:grid;gap:.35rem;align-content:start}
.choice .button{width:100%}
.choice p{color:var(--soft);font-size:.9375rem;padding:0 .25rem}
.field{display:grid;gap:.35rem}
.field .hint{color:var(--soft);font-size:.9375rem;font-weight:400}
.field .problem{color:var(--on-stop);font-weight:600}
.tick{display:flex;gap:.75rem;align-items:flex-start;min-height:2.75rem;padding:.6rem 0;font-weight:400}
.tick>span>*{display:block}
.options{display:grid;border:1px solid var(--line);border-radius:.65rem;background:var(--sheet)}
.options .tick{padding:.75rem 1rem}
.options .tick+.tick{border-top:1px solid var(--line)}
details{border:1px solid var(--line);border-radius:var(--round);background:var(--sheet)}
summary{display:flex;align-items:center;gap:.6rem;min-height:3rem;padding:.7rem 1.25rem;font-weight:600;cursor:pointer;list-style:none}
summary::-webkit-details-marker{display:none}
summary::before{content:"";width:.5rem;height:.5rem;border-right:2px solid;border-bottom:2px solid;transform:rotate(-45deg);flex:none;transition:transform .15s}
details[open]>summary::before{transform:rotate(45deg)}
details>form,details>div,details>p,details>dl{padding:0 1.25rem 1.25rem}
.task{display:flex;flex-wrap:wrap;gap:.6rem 1rem;justify-content:space-between;align-items:center;padding:.8rem 0}
.fields{display:grid;gap:1.1rem}
@media (min-width:40rem){.fields{grid-template-columns:repeat(2,minmax(0,1fr))}}
.proposed{display:grid;gap:.35rem;align-content:start}
.proposed.changed{border-left:3px solid var(--on-info);padding-left:.8rem}
.steps{display:inline-flex;gap:.3rem;padding:0;margin:0;list-style:none;vertical-align:middle}
.step{position:relative;width:.8rem;height:.8rem;border-radius:50%;border:2px solid var(--edge)}
.step.done{background:var(--accent);border-color:var(--accent)}
.step.now{border-color:var(--accent);background:linear-gradient(90deg,var(--accent) 50%,transparent 50%)}
.step.skipped{border-style:dotted}
.points{padding-left:1.25rem}
.points>li+li{margin-top:.35rem}
.rows{list-style:none;padding:0}
.rows>li{border-top:1px solid var(--line)}
.rows>li:first-child{border-top:0}
.row-link{display:grid;grid-template-columns:1fr auto;gap:.1rem 1rem;padding:.8rem .25rem;color:inherit;text-decoration:none;min-height:3.5rem}
.row-link:hover .row-title{text-decoration:underline}
.row-title{font-weight:600}
.row-link .soft{grid-column:1/-1}
.row-link .chip{align-self:start}
.empty{text-align:center;padding:2.5rem 1.5rem;max-width:34rem;margin-inline:auto}
.plain-list{list-style:none;padding:0}
.draft-item+.draft-item{margin-top:1.25rem}
@media (max-width:34rem){.page .actions>.button,.page .actions>form,.page .actions>form .button,.page form>.button{width:100%}h1{font-size:1.45rem}}
@media (prefers-reduced-motion:reduce){*{transition:none!important}}
`;

/** The console: wider pages under a bar of places to go. */
export const consoleStyle = `
.console{max-width:76rem;margin:0 auto;padding:1.25rem 1.25rem 4rem}
.bar{background:var(--sheet);border-bottom:1px solid var(--line)}
.bar>div{max-width:76rem;margin:0 auto;padding:0 1.25rem;display:flex;align-items:center;gap:1.5rem}
.bar .brand{display:inline-flex;align-items:center;min-height:2.75rem}
.bar nav{overflow-x:auto;flex:1;min-width:0;scrollbar-width:none}
.bar ul{display:flex;gap:.15rem;list-style:none;padding:0}
.bar li a{display:flex;align-items:center;gap:.4rem;min-height:3.25rem;padding:0 .75rem;color:var(--soft);text-decoration:none;font-weight:600;white-space:nowrap;border-bottom:3px solid transparent}
.bar li a:hover{color:var(--ink)}
.bar li a[aria-current=page]{color:var(--ink);border-bottom-color:var(--accent)}
.count{position:relative;font-size:.8125rem;line-height:1.25rem;min-width:1.25rem;padding:0 .35rem;border-radius:1rem;background:var(--wait);color:var(--on-wait);text-align:center}
.strip{background:var(--wait);color:var(--on-wait)}
.strip>p{max-width:76rem;margin:0 auto;padding:.6rem 1.25rem}
.strip a{color:inherit}
.title{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;justify-content:space-between;align-items:baseline}
.filters{display:flex;flex-wrap:wrap;gap:.5rem;list-style:none;padding:0}
.filters a{display:inline-flex;gap:.4rem;align-items:center;min-height:2.75rem;padding:.3rem .9rem;border:1px solid var(--line);border-radius:2rem;text-decoration:none;color:var(--ink);background:var(--sheet)}
.filters a[aria-current=true]{border-color:var(--accent);background:var(--accent);color:var(--on-accent)}
.filters .number{opacity:.75;font-size:.875rem}
.split{display:grid;grid-template-columns:minmax(0,1fr);gap:1.25rem}
.split>*{min-width:0}
@media (min-width:64rem){.split{grid-template-columns:minmax(0,1fr) 22rem}.split.even{grid-template-columns:repeat(2,minmax(0,1fr))}}
.timeline{list-style:none;padding:0}
.timeline>li{position:relative;padding:0 0 1.25rem 1.6rem;border-left:2px solid var(--line);margin-left:.4rem}
.timeline>li:last-child{border-left-color:transparent;padding-bottom:0}
.timeline>li::before{content:"";position:absolute;left:-.46rem;top:.4rem;width:.8rem;height:.8rem;border-radius:50%;background:var(--ground);border:2px solid var(--edge)}
.timeline>li.good::before{background:var(--accent);border-color:var(--accent)}
.timeline>li.stop::before{background:var(--on-stop);border-color:var(--on-stop)}
.timeline>li.wait::before{background:var(--on-wait);border-color:var(--on-wait)}
.timeline>li.info::before{background:var(--on-info);border-color:var(--on-info)}
.timeline li>*+*{margin-top:.35rem}
.timeline .meta{display:flex;flex-wrap:wrap;gap:0 .75rem;color:var(--soft);font-size:.9375rem}
.change{display:grid;grid-template-columns:repeat(auto-fit,minmax(13rem,1fr));gap:.5rem;font-size:.9375rem}
.change>div{border:1px solid var(--line);border-radius:.5rem;padding:.45rem .7rem;background:var(--sheet)}
.change dt{color:var(--soft);font-size:.8125rem;font-weight:600}
.change dd{margin:0}
.frame{width:100%;height:34rem;border:1px solid var(--line);border-radius:var(--round);background:var(--sheet)}
.sentence{border-left:3px solid var(--line);padding-left:.8rem;color:var(--soft);font-family:var(--serif)}
.pager{display:flex;flex-wrap:wrap;justify-content:space-between;gap:1rem;align-items:center}
.search{display:grid;grid-template-columns:repeat(auto-fill,minmax(12rem,1fr));gap:1rem;align-items:end}
.calendar tbody th{width:7rem;white-space:nowrap}
.calendar li+li{margin-top:.5rem}
.headers{display:grid;gap:.35rem;font-size:.9375rem}
.headers dt{color:var(--soft)}
.headers dd{margin:0 0 .35rem;font-family:var(--mono);font-size:.875rem}
.said>li+li{margin-top:1rem}
.said ul{padding:.35rem 0 0 .95rem}
.document,.coming>li{padding:.8rem 0}
.original{white-space:pre-wrap;font-size:.9375rem;line-height:1.6;max-height:40rem;overflow:auto}
.original mark{position:relative}
.original sup{font:600 .7rem/1 var(--sans);margin-left:.15rem;color:var(--on-mark)}
.stands{display:inline-flex;flex-wrap:wrap;gap:.35rem .6rem;align-items:center}
.drop{border:2px dashed var(--edge);border-radius:var(--round);padding:1.25rem}
.quote-links{display:flex;flex-wrap:wrap;gap:.25rem 1rem}
.quote-links a{min-height:1.75rem}
.big-clock{font-size:2rem;font-weight:700;letter-spacing:-.02em;line-height:1.2;font-variant-numeric:tabular-nums}
@media (max-width:48rem){.bar>div{flex-wrap:wrap;gap:0;padding-top:.15rem}.bar nav{flex-basis:100%;padding-left:0;margin-left:-.75rem;margin-right:-1.25rem}.console{padding:1rem 1rem 3rem}.frame{height:28rem}
.calendar .table td{display:block}
.calendar .table td::before{display:none}
.quotes tr{display:grid;grid-template-columns:1fr auto;gap:0 .75rem}
.quotes tr>:nth-child(n+3){grid-column:1/-1}
.quotes td{display:block}
.quotes td:nth-child(2)::before,.quotes td:nth-child(3)::before,.quotes td:nth-child(5){display:none}
.quotes td::before{margin-right:.4rem}
.quotes td:nth-child(4) .under{display:inline}
.quotes td:nth-child(4) .under::before{content:", "}}
`;

/** The one style sheet of every page, in the page itself: nothing is fetched. */
export const stylesheet = [baseStyle, partStyle, tableStyle, consoleStyle].join('').trim();

/** What the Content-Security-Policy names it by; any other style is refused by the browser. */
export const stylesheetSource = `'sha256-${createHash('sha256').update(stylesheet).digest('base64')}'`;
