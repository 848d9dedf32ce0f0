/** What a mail program's element means for the text inside it. */
export type Role =
  /** All inside is an earlier mail. */
  | 'quotation'
  /** A block that may be a quotation or the author's indenting. */
  | 'bare'
  /** The kind of block a composer makes for a passage the author quotes. */
  | 'composed'
  /** Holds attribution, quotation and possibly answers; what stands before the quotation is its attribution. */
  | 'reply'
  | 'attribution'
  /** An earlier mail begins here and runs to the end, whatever the elements. */
  | 'history'
  | 'signature'
  | null;

type Attributes = Readonly<Record<string, string>>;

/** Mail programs rename classes of what they quote: `x_`, `ecx`, `m_123`, `ydp1a2b`. */
const PREFIX = /^(?:x_)+|^ecx|^m_-?\d+|^ydp[0-9a-f]{6,10}/;

const namesOf = ({ class: classes = '', id = '', name = '' }: Attributes): readonly string[] =>
  `${classes} ${id} ${name}`
    .slice(0, 2_000)
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .map(one => one.replace(PREFIX, ''));

const ROLES: Readonly<Record<Exclude<Role, null | 'bare' | 'composed'>, readonly string[]>> = {
  quotation: [
    'yahoo_quoted',
    'olk_src_body_section',
    'isreplycontent',
    'ntes-mailmaster-quote',
    'lark-mail-quote',
    'lark-mail-html-quote',
    'history-quote-wrapper',
    'alimail-quote',
    '__aliyun_previous_body_wrap',
    'mail-editor-reference-message-container',
    'ms-outlook-mobile-reference-message',
    'moz-forward-container',
    'tutanota_quote',
    'front-blockquote',
    'missive_quote',
    'bloop_original_html',
    'aol_quote',
    'qt',
    'wps_quotion',
    'mailmaster-quote',
    'zmail_extra_quote',
    'quoted-text',
    'quotedtext',
    'original-message',
    'mobilephonequote',
    'hushmail_quote',
  ],
  reply: ['gmail_quote', 'gmail_quote_container', 'protonmail_quote', 'zmail_extra', 'mailbird_quote', 'edison-quote'],
  attribution: [
    'gmail_attr',
    'moz-cite-prefix',
    'moz-email-headers-table',
    'reply-intro',
    'outlookmessageheader',
    'quoteheader',
  ],
  history: [
    'divrplyfwdmsg',
    'stopspelling',
    'ms-outlook-mobile-body-separator-line',
    'divtagdefaultwrapper_history',
    'xm_mail_oringinal_describe',
  ],
  signature: [
    'gmail_signature',
    'moz-signature',
    'signature',
    'ms-outlook-mobile-signature',
    'protonmail_signature_block',
    'ymail_android_signature',
    'ymail_ios_signature',
    'zmail_signature_below',
    'mailspring-signature',
    'bloop_sign',
    'tutanota_signature',
    'lark-mail-signature',
    'spark-signature',
    'messagesignaturesection',
    'front-signature',
    '_foxfromname',
    'composer_signature',
    'aqm-signature',
  ],
};

const known = new Map<string, Role>();
for (const role of ['quotation', 'reply', 'attribution', 'history', 'signature'] as const)
  for (const name of ROLES[role]) known.set(name, role);

const blockquote = (attributes: Attributes, style: string): Role => {
  if (/cite/i.test(attributes.type ?? '') || attributes.cite) return 'quotation';
  const names = namesOf(attributes);
  if (names.includes('gmail_quote') || /border(?:-left)?(?:-width|-style)?\s*:\s*(?:none|0)/i.test(style))
    return 'composed';
  if (names.some(name => /quote|cite|history|reply/.test(name)) || /border-left/i.test(style)) return 'quotation';
  return 'bare';
};

/** The box Word draws its header block in: a line above, three points of air, whatever language stands inside. */
const WORD_HEADING =
  /^\s*border\s*:\s*none\s*;\s*border-top\s*:\s*solid\s+\S+\s+1(?:\.0)?pt\s*;\s*padding\s*:\s*3(?:\.0)?pt\s+0/i;

/** The role of an element, by what mail programs are known to write. */
export const roleOf = (tag: string, attributes: Attributes): Role => {
  const style = attributes.style ?? '';
  if (tag === 'blockquote') return blockquote(attributes, style);
  if (attributes.name?.toLowerCase() === 'quote' || attributes.name === 'messageReplySection') return 'quotation';
  if (attributes['data-marker'] === '__DIVIDER__' || WORD_HEADING.test(style)) return 'history';
  if (attributes['data-marker'] === '__QUOTED_TEXT__' || attributes['data-marker'] === '__HEADERS__')
    return 'quotation';
  if (attributes['data-signatureblock'] || attributes['data-smartmail'] === 'gmail_signature') return 'signature';
  for (const name of namesOf(attributes)) {
    const role = known.get(name);
    if (role !== undefined) return role;
  }
  return null;
};
