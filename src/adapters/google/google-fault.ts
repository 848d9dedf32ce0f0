/** What was asked of Google, and as whom. */
export interface Asked {
  /** The sheet or doc, as a person calls it. */
  readonly what: string;
  /** The service account's address: with whom it must be shared. */
  readonly account: string;
}

/** What a refusal of Google's means for whoever can mend it, as a sentence's middle; null for trouble that passes by itself. */
export const googleFault = (error: unknown, { what, account }: Asked): string | null => {
  if (isPassing(error)) return null;
  const message = messageOf(error);
  if (/invalid_grant|invalid_client|invalid jwt/i.test(message)) return keyRefused(account);
  switch (statusOf(error)) {
    case 400:
      return notTaken(message, { what, account });
    case 401:
      return keyRefused(account);
    case 403:
      return forbidden(error, { what, account });
    case 404:
      return `${what} cannot be found: its id may be wrong, or it is no longer shared with ${account}`;
    default:
      return null;
  }
};

const notTaken = (message: string, { what, account }: Asked): string => {
  if (/not supported for this document/i.test(message))
    return `${what} is an Office file: open it in Google and save it as a Google file, then give that one's id`;
  if (/protected cell/i.test(message))
    return `the row stands in a protected range of ${what}: let ${account} edit it (Data, Protect sheets and ranges)`;
  if (/above the limit of [\d,.]+ cells/i.test(message))
    return `${what} is full, Google allows no more cells: delete old rows or unused columns`;
  return `${what} cannot be read: ${message}`;
};

const keyRefused = (account: string): string =>
  `Google does not accept the service account ${account}: it or its key may have been deleted`;

const forbidden = (error: unknown, { what, account }: Asked): string => {
  const reasons = reasonsOf(error).join(' ');
  if (/accessNotConfigured|SERVICE_DISABLED/.test(reasons) || /has not been used|is disabled/.test(messageOf(error)))
    return `the Google project of ${account} has the Sheets or Drive API switched off`;
  if (/fileNotExportable|fileNotDownloadable/.test(reasons))
    return `${what} is no Google Doc: open it in Google and save it as one, then give that one's id`;
  if (/exportSizeLimitExceeded/.test(reasons)) return `${what} is too long to be read`;
  return `${what} is not shared with ${account}: share it with that address, as editor`;
};

/** A named tab is not there: the only thing that a range of ours can be refused for. */
export const isUnknownTab = (error: unknown): boolean =>
  statusOf(error) === 400 && /unable to parse range/i.test(messageOf(error));

/** Trouble that another try a little later may get round. Drive says 403 where others say 429. */
export const isPassing = (error: unknown): boolean => {
  const status = statusOf(error);
  if (status === 403)
    return reasonsOf(error).some(reason => /rateLimitExceeded|quotaExceeded|RATE_LIMIT/i.test(reason));
  return status === 0 ? !/invalid_grant/.test(messageOf(error)) : status === 408 || status === 429 || status >= 500;
};

/** 0: there was no answer at all. */
export const statusOf = (error: unknown): number => {
  if (!(error instanceof Error) || !('status' in error)) return 0;
  const status = Number(error.status);
  return Number.isInteger(status) ? status : 0;
};

/** What Google calls the reason, in both shapes that its services answer with. */
const reasonsOf = (error: unknown): readonly string[] => {
  const body = at(fromJson(at(at(error, 'response'), 'data')), 'error');
  return [...listed(at(body, 'errors')), ...listed(at(body, 'details'))].map(part => String(at(part, 'reason') ?? ''));
};

/** Where text was asked for, a refusal comes as text too. */
const fromJson = (data: unknown): unknown => {
  if (typeof data !== 'string') return data;
  try {
    return JSON.parse(data);
  } catch {
    return null;
  }
};

const at = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 200);
