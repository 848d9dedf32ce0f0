const TEXT_OR_NUMBER = /"(?:[^"\\]+|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** JSON whose numbers too long or too large for this machine stay as they are written: a quote's number must not be rounded. Throws on what is no JSON. */
export const readJson = (json: string): unknown => {
  const value: unknown = JSON.parse(json);
  const kept = json.replace(TEXT_OR_NUMBER, token => (isHeld(token) ? token : `"${token}"`));
  return kept === json ? value : JSON.parse(kept);
};

const isHeld = (token: string): boolean =>
  token.startsWith('"') ||
  (/^-?\d+$/.test(token) ? Number.isSafeInteger(Number(token)) : Number.isFinite(Number(token)));
