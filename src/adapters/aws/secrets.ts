import { createPrivateKey } from 'node:crypto';
import {
  GetSecretValueCommand,
  InvalidRequestException,
  ResourceNotFoundException,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { byKind } from '../../config/settings.ts';
import type { Clock, LinkKey, Secrets } from '../../ports/world.ts';
import { cachedFor, FIVE_MINUTES_MS } from './cached-for.ts';
import { type AwsPlace, clientOptions } from './client-options.ts';

/** How a secret must look, and an example for whoever has to put it there. */
export interface SecretShape<A> {
  readonly codec: t.Decoder<unknown, A>;
  readonly example: string;
}

/** 256 bits at least: what signs links is guessed at by anybody who has a link. */
const MIN_KEY_BYTES = 32;
/** A shorter one can be tried out against a recorded post. */
const MIN_HOOK_CHARACTERS = 16;

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
    return BASE64.test(text) && bytes.length >= MIN_KEY_BYTES ? new Uint8Array(bytes) : null;
  },
  `is shorter than ${MIN_KEY_BYTES} bytes of base64`,
);

const Kid = textWhere('Kid', text => (text === '' ? null : text), 'is an empty text');

/** The keys of an install: `refKey` makes references, of `linkKeys` the first signs and all verify. */
export const LINK_KEYS = {
  codec: t.type({ refKey: Key, linkKeys: t.array(t.type({ kid: Kid, secret: Key })) }),
  example: '{"refKey":"<32 bytes, base64>","linkKeys":[{"kid":"k1","secret":"<32 bytes, base64>"}]}',
};

const HookText = textWhere(
  'HookText',
  text => (text.length >= MIN_HOOK_CHARACTERS ? text : null),
  `is shorter than ${MIN_HOOK_CHARACTERS} characters`,
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

export const secretsClient = (place: AwsPlace): SecretsManagerClient => new SecretsManagerClient(clientOptions(place));

/** What would give the secret a value: a new one put into it, or first the secret itself, made or brought back. */
export type SecretWants = 'value' | 'making' | 'restoring';

/** A secret that is absent or of another shape. Its message names the secret and the shape, never what it held. */
export class SecretUnusable extends Error {
  override readonly name = 'SecretUnusable';
  readonly wants: SecretWants;

  constructor(message: string, wants: SecretWants = 'value') {
    super(message);
    this.wants = wants;
  }
}

export interface SecretOptions<A> {
  /** Name or ARN. */
  readonly id: string;
  readonly shape: SecretShape<A>;
  readonly clock: Clock;
}

/** Reads one secret and decodes its JSON; asked again after five minutes. */
export const secretOf = <A>(
  client: SecretsManagerClient,
  { id, shape, clock }: SecretOptions<A>,
): (() => Promise<A>) => {
  const unusable = (why: string, wants?: SecretWants): SecretUnusable =>
    new SecretUnusable(`the secret ${id} cannot be used: ${why}; it should look like ${shape.example}`, wants);
  return cachedFor(FIVE_MINUTES_MS, clock, async () => {
    const told = await textOf(client, id);
    if ('fault' in told) throw unusable(told.fault, told.wants);
    const held = parsed(told.text);
    if ('fault' in held) throw unusable(held.fault);
    const decoded = shape.codec.decode(held.json);
    if (E.isRight(decoded)) return decoded.right;
    throw unusable([...new Set(decoded.left.map(faultOf))].join('; '));
  });
};

type Held = { readonly text: string } | { readonly fault: string; readonly wants: SecretWants };
const EMPTY: Held = { fault: 'there is nothing in it', wants: 'value' };

const textOf = async (client: SecretsManagerClient, id: string): Promise<Held> => {
  try {
    const { SecretString: text } = await client.send(new GetSecretValueCommand({ SecretId: id }));
    // What an editor put around it, a byte order mark or a line feed, is no part of it.
    return text === undefined ? EMPTY : { text: text.trim() };
  } catch (error) {
    // Both are "not found": a secret without a value names the label that it lacks.
    if (error instanceof ResourceNotFoundException)
      return /\bvalue\b/i.test(error.message) ? EMPTY : { fault: 'there is no such secret', wants: 'making' };
    if (error instanceof InvalidRequestException && /delet/i.test(error.message))
      return { fault: 'it is marked for deletion', wants: 'restoring' };
    throw error;
  }
};

/** The keys of this install in one secret, `qf/link-key`: one secret costs a third of three. */
export const awsSecrets = (
  client: SecretsManagerClient,
  { id, clock }: { readonly id: string; readonly clock: Clock },
): Secrets => {
  const read = secretOf(client, { id, shape: LINK_KEYS, clock });
  return {
    linkKeys: async () => {
      const [first, ...others]: readonly LinkKey[] = (await read()).linkKeys;
      if (first === undefined)
        throw new SecretUnusable(`the secret ${id} holds no link key; it should look like ${LINK_KEYS.example}`);
      return [first, ...others];
    },
    refKey: async () => (await read()).refKey,
  };
};

/** Codecs of ours say what is wrong; of io-ts's own, the kind is told and what was wanted. */
const faultOf = ({ context, value, message }: t.ValidationError): string => {
  const wanted = context.at(-1)?.type.name ?? 'something else';
  const fault = value === undefined ? 'is missing' : `is ${byKind(value)}, where ${plain(wanted)} is wanted`;
  return `${fieldOf(context)} ${message ?? fault}`;
};

const plain = (type: string): string =>
  type === 'string' ? 'a text' : type.startsWith('Array<') ? 'a list' : 'an object';

/** Parts of an intersection are numbered by io-ts: numbers that stand for no item of a list are left out. */
const fieldOf = (context: t.Context): string => {
  const path = context
    .filter(({ key }, at) => key !== '' && !(context[at - 1]?.type.name.startsWith('(') && /^\d+$/.test(key)))
    .map(({ key }) => key);
  return path.length === 0 ? 'it' : path.join('.');
};

const parsed = (text: string): { readonly json: unknown } | { readonly fault: string } => {
  try {
    return { json: JSON.parse(text) };
  } catch {
    return { fault: `it is ${byKind(text)} and no JSON` };
  }
};
