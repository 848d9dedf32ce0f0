/** What a refusal of Google's means for whoever can mend it; null for trouble that passes by itself. */
export const googleFault = (
  error: unknown,
  { what, account }: { readonly what: string; readonly account: string },
): string | null => {
  switch (statusOf(error)) {
    case 400:
      return `${what} has no tab of the configured name: ${messageOf(error)}`;
    case 401:
      return `Google does not accept the service account ${account}: its key may have been deleted`;
    case 403:
      return /has not been used|is disabled/.test(messageOf(error))
        ? `the Google project of ${account} has the Sheets or Drive API switched off`
        : `${what} is not shared with ${account}: share it with that address, as editor`;
    case 404:
      return `${what} cannot be found: its id may be wrong, or it is not shared with ${account}`;
    default:
      return null;
  }
};

const statusOf = (error: unknown): number => {
  if (!(error instanceof Error) || !('status' in error)) return 0;
  return Number(error.status);
};

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 200);
