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
