import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

type Value = string | number | boolean | null;

export interface Fault {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface FakeGoogle {
  readonly url: string;
  /** Tabs by name, as they stand: a test reads what was written there. */
  tabs: Record<string, Value[][]>;
  /** Docs by id. */
  readonly docs: Record<string, string>;
  /** Files that are shared with nobody; files that lie on a shared drive. */
  readonly unshared: Set<string>;
  readonly onSharedDrive: Set<string>;
  /** What was asked, as `METHOD path`. */
  readonly calls: string[];
  /** Bodies of the writes. */
  readonly writes: unknown[];
  /** Asked before each call: how to fail, or null. */
  fault: (call: string) => Fault | null;
  /** Runs before a write is carried out: somebody else at the same moment. */
  beforeWrite: () => void;
  /** A write is carried out, and its answer lost. */
  loseAnswers: boolean;
  readonly close: () => Promise<void>;
}

/** As Sheets answers, and as Drive does, each with its own words for the same. */
export const sheetsError = (code: number, status: string, message: string): Fault => ({
  status: code,
  body: { error: { code, message, status } },
});
export const driveError = (code: number, reason: string, message: string): Fault => ({
  status: code,
  body: { error: { errors: [{ domain: 'global', reason, message }], code, message } },
});
export const tokenError = (error: string, error_description: string): Fault => ({
  status: 400,
  body: { error, error_description },
});

interface Asked {
  readonly call: string;
  readonly url: URL;
  readonly body: string;
  readonly authorized: boolean;
}
type Answer = Fault | { readonly status: 200; readonly body: unknown };
const ok = (body: unknown): Answer => ({ status: 200, body });

/** Speaks the endpoints of Sheets, Drive and the token service that are used, in their own JSON. */
export const startFakeGoogle = async (): Promise<FakeGoogle> => {
  const google = {
    tabs: {} as Record<string, Value[][]>,
    docs: {} as Record<string, string>,
    unshared: new Set<string>(),
    onSharedDrive: new Set<string>(),
    calls: [] as string[],
    writes: [] as unknown[],
    fault: (_: string): Fault | null => null,
    beforeWrite: (): void => {},
    loseAnswers: false,
  };
  const answerTo = answers(google);
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://google');
    const call = `${request.method} ${decodeURIComponent(url.pathname)}`;
    const asked = { call, url, body: await text(request), authorized: isBearer(request.headers.authorization) };
    google.calls.push(call);
    const written = google.writes.length;
    const answer = google.fault(call) ?? answerTo(asked);
    if (google.loseAnswers && google.writes.length > written) return void response.destroy();
    const isText = typeof answer.body === 'string';
    const headers = 'headers' in answer ? answer.headers : {};
    const type = isText ? 'text/plain' : 'application/json; charset=UTF-8';
    response.writeHead(answer.status, { 'content-type': type, ...headers });
    response.end(isText ? answer.body : JSON.stringify(answer.body));
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

const TOKEN = 'ya29.test';
const isBearer = (header: string | undefined): boolean => header === `Bearer ${TOKEN}`;

type Google = Omit<FakeGoogle, 'url' | 'close'>;

const answers = (google: Google): ((asked: Asked) => Answer) => {
  const versions = fileVersions();
  const drive = ({ call, url }: Asked): Answer => {
    const [, id = '', exported] = /^GET \/drive\/v3\/files\/([^/]+)(\/export)?$/.exec(call) ?? [];
    const isDoc = Object.hasOwn(google.docs, id);
    const hidden = google.onSharedDrive.has(id) && !exported && url.searchParams.get('supportsAllDrives') !== 'true';
    if (google.unshared.has(id) || hidden) return driveError(404, 'notFound', `File not found: ${id}.`);
    if (exported) return isDoc ? ok(`\uFEFF${google.docs[id]}`) : driveError(404, 'notFound', `File not found: ${id}.`);
    return ok({ version: versions(id, isDoc ? google.docs[id] : google.tabs) });
  };
  const sheets = ({ call, url, body }: Asked): Answer => {
    const [, method, id = '', rest = ''] = /^(GET|POST) \/v4\/spreadsheets\/([^/]+)(.*)$/.exec(call) ?? [];
    if (google.unshared.has(id)) return sheetsError(403, 'PERMISSION_DENIED', 'The caller does not have permission');
    if (method === 'POST') return write(google, url, rest, JSON.parse(body));
    if (rest === '') return ok({ sheets: Object.keys(google.tabs).map(title => ({ properties: { title } })) });
    const ranges = url.searchParams.getAll('ranges').map(tabOf);
    const missing = ranges.find(({ tab }) => !Object.hasOwn(google.tabs, tab));
    if (missing) return sheetsError(400, 'INVALID_ARGUMENT', `Unable to parse range: ${missing.tab}`);
    const plain = url.searchParams.get('valueRenderOption') === 'UNFORMATTED_VALUE';
    const serial = url.searchParams.get('dateTimeRenderOption') === 'SERIAL_NUMBER';
    if (!plain || !serial) return ok({ valueRanges: ranges.map(() => ({ values: [['$ 1.2k']] })) });
    return ok({
      spreadsheetId: id,
      valueRanges: ranges.map(({ tab }) => {
        const values = trimmed(google.tabs[tab] ?? []);
        const range = `'${tab}'!A1:Z1000`;
        // An empty tab has no values at all.
        return { range, majorDimension: 'ROWS', ...(values.length === 0 ? {} : { values }) };
      }),
    });
  };
  return asked => {
    if (asked.call === 'POST /token')
      return asked.body.includes('assertion=')
        ? ok({ access_token: TOKEN, expires_in: 3599, token_type: 'Bearer' })
        : tokenError('invalid_request', 'no assertion');
    if (!asked.authorized) return sheetsError(401, 'UNAUTHENTICATED', 'Request is missing required credentials.');
    return asked.url.pathname.startsWith('/drive/') ? drive(asked) : sheets(asked);
  };
};

/** Counts up whenever a file is another than when it was last asked for. */
const fileVersions = (): ((id: string, content: unknown) => string) => {
  const seen = new Map<string, { readonly count: number; readonly content: string }>();
  return (id, content) => {
    const now = JSON.stringify(content);
    const before = seen.get(id);
    const count = (before?.count ?? 0) + (before?.content === now ? 0 : 1);
    seen.set(id, { count, content: now });
    return String(count);
  };
};

interface Write {
  readonly data: readonly { readonly range: string; readonly values: Value[][] }[];
  readonly values: (Value | null)[][];
}

const write = (google: Google, url: URL, rest: string, body: Write): Answer => {
  google.beforeWrite();
  google.writes.push({ option: url.searchParams.get('valueInputOption'), ...body });
  if (rest === '/values:batchUpdate') {
    for (const { range, values } of body.data) put(google.tabs, tabOf(range), values);
    return ok({ totalUpdatedCells: body.data.length });
  }
  const appended = /^\/values\/(.+):append$/.exec(rest)?.[1];
  if (appended === undefined) return sheetsError(404, 'NOT_FOUND', `no method ${rest}`);
  const rows = google.tabs[tabOf(appended).tab] ?? [];
  // A row is added below the last, from the first column that the table has.
  const first = rows.reduce(
    (least, row) =>
      Math.min(
        least,
        row.findIndex(cell => cell !== '' && cell !== null),
      ),
    99,
  );
  rows.push(...body.values.map(cells => [...Array<Value>(Math.max(0, first)).fill(''), ...cells]));
  return ok({ updates: { updatedRows: body.values.length } });
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
