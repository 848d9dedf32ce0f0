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
