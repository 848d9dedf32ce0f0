/** A file hung on a mail. */
export interface Attached {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

export interface MailParts {
  readonly from: string;
  readonly to: string;
  readonly cc?: string;
  readonly subject: string;
  /** As the header has it. */
  readonly date: string;
  readonly text?: string;
  readonly html?: string;
  readonly attached?: readonly Attached[];
  readonly headers?: readonly string[];
}

const BOUNDARY = '=_part_0f3a';

/** A mail as it arrives, the same bytes every time. */
export const mail = ({
  from,
  to,
  cc,
  subject,
  date,
  text,
  html,
  attached = [],
  headers = [],
}: MailParts): Uint8Array => {
  const body = bodyOf(text, html);
  const top = [
    `From: ${encoded(from)}`,
    `To: ${encoded(to)}`,
    ...(cc === undefined ? [] : [`Cc: ${encoded(cc)}`]),
    `Subject: ${encoded(subject)}`,
    `Date: ${date}`,
    `Message-ID: <${hash(subject + date)}@mail.example>`,
    ...headers,
    'MIME-Version: 1.0',
  ];
  if (attached.length === 0) return Buffer.from([...top, body].join('\r\n'));
  const parts = [body, ...attached.map(attachment)].map(part => `--${BOUNDARY}\r\n${part}\r\n`).join('');
  return Buffer.from(
    [...top, `Content-Type: multipart/mixed; boundary="${BOUNDARY}"`, '', `${parts}--${BOUNDARY}--`, ''].join('\r\n'),
  );
};

const bodyOf = (text: string | undefined, html: string | undefined): string => {
  const parts = [
    ...(text === undefined ? [] : [part('plain', text)]),
    ...(html === undefined ? [] : [part('html', html)]),
  ];
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  const inner = '=_alt_77c1';
  return [
    `Content-Type: multipart/alternative; boundary="${inner}"`,
    '',
    `${parts.map(p => `--${inner}\r\n${p}\r\n`).join('')}--${inner}--`,
  ].join('\r\n');
};

const part = (kind: string, words: string): string =>
  [
    `Content-Type: text/${kind}; charset=utf-8`,
    'Content-Transfer-Encoding: base64',
    '',
    base64(Buffer.from(words)),
  ].join('\r\n');

const attachment = ({ name, type, bytes }: Attached): string =>
  [
    `Content-Type: ${type}; name="${name}"`,
    `Content-Disposition: attachment; filename="${name}"`,
    'Content-Transfer-Encoding: base64',
    '',
    base64(bytes),
  ].join('\r\n');

const base64 = (bytes: Uint8Array): string =>
  (
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  ).join('\r\n');

/** Words that are not ASCII as encoded words, one for each run of words. */
const encoded = (value: string): string =>
  value.replace(
    /[^\s<>"@,()]*[^\x00-\x7f][^\s<>"@,()]*(?: [^\s<>"@,()]*[^\x00-\x7f][^\s<>"@,()]*)*/g,
    words => `=?utf-8?B?${Buffer.from(words).toString('base64')}?=`,
  );

const hash = (text: string): string => {
  let h = 7;
  for (const char of text) h = (h * 31 + (char.codePointAt(0) ?? 0)) % 4_294_967_291;
  return h.toString(36);
};
