/** Where the console's pages are. Values inside a path are percent-encoded. */
export const paths = {
  quotes: '/quotes',
  quote: (quoteId: string): string => `/quotes/${encodeURIComponent(quoteId)}`,
  asOf: (quoteId: string, version: number): string => `/quotes/${encodeURIComponent(quoteId)}?as-of=${version}`,
  approve: '/approve',
  mailbox: '/mailbox',
  mail: (id: string): string => `/mailbox/${encodeURIComponent(id)}`,
  rules: '/rules',
  clock: '/clock',
  proposals: '/proposals',
  proposal: (id: string): string => `/proposals/${encodeURIComponent(id)}`,
  trail: '/trail',
  trailExport: '/trail/export',
  /** The list of quotes as a file. */
  quotesExport: '/quotes.csv',
  day: (day: string): string => `/trail/days/${encodeURIComponent(day)}`,
} as const;

/** A path with a query; empty values are left out. */
export const withQuery = (path: string, query: Readonly<Record<string, string | null>>): string => {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === null || value === '' ? [] : [`${encodeURIComponent(name)}=${encodeURIComponent(value.toWellFormed())}`],
  );
  return pairs.length === 0 ? path : `${path}?${pairs.join('&')}`;
};
