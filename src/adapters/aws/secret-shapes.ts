import { createPrivateKey } from 'node:crypto';
import * as t from 'io-ts';
import { byKind } from '../../config/setting.ts';

/** How a secret must look, and an example for whoever has to put it there. */
export interface SecretShape<A> {
  readonly codec: t.Decoder<unknown, A>;
  readonly example: string;
}

/** 256 bits at least: what signs links is guessed at by anybody who has a link. */
const LEAST_KEY_BYTES = 32;
/** A shorter one can be tried out against a recorded post. */
const LEAST_HOOK_CHARACTERS = 16;

/** A text that holds to a rule; the rule's fault is told after the field's name. */
const textWhere = <A>(name: string, read: (text: string) => A | null, fault: string): t.Type<A, unknown, unknown> =>
  new t.Type<A, unknown, unknown>(
    name,
    (_): _ is A => false,
    (value, context) => {
      if (value === undefined) return t.failure(value, context, 'is missing');
      if (typeof value !== 'string') return t.failure(value, context, `is ${byKind(value)}, where a text is wanted`);
      const found = read(value);
      return found === null ? t.failure(value, context, fault) : t.success(found);
    },
    value => value,
  );

const BASE64 = /^[A-Za-z0-9+/_-]+={0,2}$/;

const Key = textWhere(
  'Key',
  text => {
    const bytes = Buffer.from(text, 'base64');
    return BASE64.test(text) && bytes.length >= LEAST_KEY_BYTES ? new Uint8Array(bytes) : null;
  },
  `is shorter than ${LEAST_KEY_BYTES} bytes of base64`,
);

const Kid = textWhere('Kid', text => (text === '' ? null : text), 'is an empty text');

/** The keys of an install: `refKey` makes references, of `linkKeys` the first signs and all verify. */
export const LINK_KEYS = {
  codec: t.type({ refKey: Key, linkKeys: t.array(t.type({ kid: Kid, secret: Key })) }),
  example: '{"refKey":"<32 bytes, base64>","linkKeys":[{"kid":"k1","secret":"<32 bytes, base64>"}]}',
};

const HookText = textWhere(
  'HookText',
  text => (text.length >= LEAST_HOOK_CHARACTERS ? text : null),
  `is shorter than ${LEAST_HOOK_CHARACTERS} characters`,
);

/** What quoting tools sign with; `previous` is still taken while the tools are being changed. */
export const HOOK_SECRET = {
  codec: t.intersection([t.type({ current: HookText }), t.partial({ previous: t.string })]),
  example: '{"current":"<40 random characters>","previous":"<the one before, while it is being changed>"}',
};

const readsAsKey = (pem: string): boolean => {
  try {
    createPrivateKey(pem);
    return true;
  } catch {
    return false;
  }
};

/** Google's service account, as the file that Google hands out holds it. */
export const SHEET_ACCOUNT = {
  codec: t.type({
    client_email: textWhere('Address', text => (text.includes('@') ? text : null), 'is no address'),
    private_key: textWhere('Pem', text => (readsAsKey(text) ? text : null), 'is no private key in PEM'),
  }),
  example: '{"client_email":"qf@project.iam.gserviceaccount.com","private_key":"-----BEGIN PRIVATE KEY-----…"}',
};
