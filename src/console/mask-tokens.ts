/** What stands for a token where a mail is shown: a link that opens nothing. */
const MASK = '/t/…masked…';
/** The same in a file of unknown character set. */
const PLAIN_MASK = '/t/...masked...';

const TOKEN = /\/t\/[\w~%-]+(?:\.[\w.~%-]*)?/g;

/** Text or markup without the tokens of mailed links: whoever looks at a mail here must not be able to decide by it. */
export const maskTokens = (text: string): string => text.replace(TOKEN, MASK);

/** Between any two characters of a token, quoted-printable may break the line. */
const SOFT = '(?:=\\r?\\n)?';
const spaced = (...atoms: readonly string[]): string => atoms.join(SOFT);
/** The dot is in no base64, so a token in its written form is never mistaken for a piece of an attachment. */
const WRITTEN = new RegExp(`${spaced('/', 't', '/')}${SOFT}(?:[\\w-]${SOFT})+(?:\\.|=2E)(?:${SOFT}[\\w-])+`, 'g');
/** A run of whole base64 lines: a text part that nodemailer found easier to write so, or an attachment. */
const BASE64 = /(?:^[A-Za-z0-9+/]{4,}={0,2}[ \t]*\r?$\n?)+/gm;
const LINE = 76;

/**
 * A mail as a file, its tokens masked wherever they stand: in clear, in quoted-printable, in base64, in a mail that is
 * attached. A mail without tokens comes out byte for byte.
 */
export const maskMail = (mime: Uint8Array): Uint8Array => {
  const written = Buffer.from(mime.buffer, mime.byteOffset, mime.byteLength).toString('latin1');
  return Buffer.from(maskWritten(written, 4), 'latin1');
};

const maskWritten = (text: string, depth: number): string => {
  const plain = text.replace(WRITTEN, PLAIN_MASK);
  return depth === 0 ? plain : plain.replace(BASE64, run => maskRun(run, depth));
};

const maskRun = (run: string, depth: number): string => {
  const decoded = Buffer.from(run, 'base64').toString('latin1');
  const masked = maskWritten(decoded, depth - 1);
  if (masked === decoded) return run;
  const lines =
    Buffer.from(masked, 'latin1')
      .toString('base64')
      .match(new RegExp(`.{1,${LINE}}`, 'g')) ?? [];
  const end = run.includes('\r\n') ? '\r\n' : '\n';
  return `${lines.join(end)}${/\n$/.test(run) ? end : ''}`;
};
