import { createServer } from 'node:http';

type Value = string | number | boolean | null;

export interface FakeGoogle {
  readonly url: string;
  /** Tabs by name, as they stand: a test reads what was written there. */
  readonly tabs: Record<string, Value[][]>;
  /** Docs by id. */
  readonly docs: Record<string, string>;
  /** What was asked, as `METHOD path`. */
  readonly calls: string[];
  /** Bodies of the writes. */
  readonly writes: unknown[];
  /** Asked before each call: a status to fail with, or null. */
  fault: (call: string) => { readonly status: number; readonly message: string } | null;
  /** Runs before a write is carried out: somebody else at the same moment. */
  beforeWrite: () => void;
  readonly close: () => Promise<void>;
}

/** Speaks the endpoints of Sheets, Drive and the token service that are used, in their own JSON. */
export const startFakeGoogle = async (): Promise<FakeGoogle> => {
  const google = {
    tabs: {} as Record<string, Value[][]>,
    docs: {} as Record<string, string>,
    calls: [] as string[],
    writes: [] as unknown[],
    fault: (_: string): { status: number; message: string } | null => null,
    beforeWrite: (): void => {},
  };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const url = new URL(request.url ?? '/', 'http://google');
    const call = `${request.method} ${decodeURIComponent(url.pathname)}`;
    google.calls.push(call);
    const answer = (status: number, body: unknown): void => {
      response.writeHead(status, { 'content-type': typeof body === 'string' ? 'text/plain' : 'application/json' });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    };
    const refuse = (code: number, message: string): void => answer(code, { error: { code, message, status: 'X' } });
    const fault = google.fault(call);
    if (fault) return refuse(fault.status, fault.message);
    if (call === 'POST /token')
      return answer(200, { access_token: 'ya29.test', expires_in: 3600, token_type: 'Bearer' });
    const doc = /^GET \/drive\/v3\/files\/([^/]+)\/export$/.exec(call)?.[1];
    if (doc !== undefined) {
      const text = google.docs[doc];
      return text === undefined ? refuse(404, `File not found: ${doc}.`) : answer(200, `\uFEFF${text}`);
    }
    const body = chunks.length === 0 ? null : JSON.parse(Buffer.concat(chunks).toString());
    if (call.endsWith('values:batchGet')) {
      const ranges = url.searchParams.getAll('ranges').map(tabOf);
      const missing = ranges.find(({ tab }) => !(tab in google.tabs));
      if (missing) return refuse(400, `Unable to parse range: ${missing.tab}`);
      return answer(200, {
        valueRanges: ranges.map(({ tab }) => ({ range: tab, values: trimmed(google.tabs[tab] ?? []) })),
      });
    }
    google.beforeWrite();
    google.writes.push({ option: url.searchParams.get('valueInputOption'), ...body });
    if (call.endsWith('values:batchUpdate')) {
      for (const { range, values } of body.data) put(google.tabs, tabOf(range), values);
      return answer(200, {});
    }
    const appended = /\/values\/(.+):append$/.exec(decodeURIComponent(url.pathname))?.[1];
    if (appended !== undefined) {
      google.tabs[tabOf(appended).tab]?.push(...body.values);
      return answer(200, {});
    }
    return refuse(404, call);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  return Object.assign(google, {
    url: `http://127.0.0.1:${port}/`,
    close: async () => {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  });
};

const tabOf = (range: string): { readonly tab: string; readonly cell: string | null } => {
  const [, quoted = '', cell] = /^'((?:[^']|'')*)'(?:!(\w+))?$/.exec(range) ?? [];
  return { tab: quoted.replaceAll("''", "'"), cell: cell ?? null };
};

/** As Google does: no empty cells at the ends of rows, no empty rows at the end. */
const trimmed = (rows: readonly Value[][]): Value[][] => {
  const short = rows.map(row => row.slice(0, row.findLastIndex(cell => cell !== '' && cell !== null) + 1));
  return short.slice(0, short.findLastIndex(row => row.length > 0) + 1).map(row => row.map(cell => cell ?? ''));
};

const put = (
  tabs: Record<string, Value[][]>,
  { tab, cell }: { readonly tab: string; readonly cell: string | null },
  values: Value[][],
): void => {
  const [, letters = '', number = ''] = /^([A-Z]+)(\d+)$/.exec(cell ?? '') ?? [];
  const column = [...letters].reduce((at, letter) => at * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  const rows = tabs[tab] ?? [];
  const row = rows[Number(number) - 1] ?? [];
  rows[Number(number) - 1] = row;
  while (row.length < column) row.push('');
  row[column] = values[0]?.[0] ?? '';
};
