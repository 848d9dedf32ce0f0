import type { Paging } from '../../letters/console/pager.ts';
import { withQuery } from '../../letters/console/paths.ts';

export const PAGE = 'page';
const ROWS = 50;

/** The rows of the page that the address asks for, and the links to those beside it. */
export const pageOf = <T>(
  all: readonly T[],
  asked: string | null,
  path: string,
  query: Readonly<Record<string, string>>,
): { readonly rows: readonly T[]; readonly paging: Paging } => {
  const pages = Math.max(1, Math.ceil(all.length / ROWS));
  const page = Math.min(pages, Math.max(1, /^\d{1,6}$/.test(asked ?? '') ? Number(asked) : 1));
  const from = (page - 1) * ROWS;
  const rows = all.slice(from, from + ROWS);
  const link = (to: number): string | null =>
    to < 1 || to > pages ? null : withQuery(path, { ...query, [PAGE]: to === 1 ? '' : String(to) });
  return {
    rows,
    paging: {
      from: Math.min(from + 1, all.length),
      to: from + rows.length,
      total: all.length,
      previous: link(page - 1),
      next: link(page + 1),
    },
  };
};
