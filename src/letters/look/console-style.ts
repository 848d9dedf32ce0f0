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
