import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import type { Clock, LinkKey, Secrets } from '../../ports/world.ts';
import { cachedFor, FIVE_MINUTES_MS } from './cached-for.ts';
import { type AwsPlace, clientOptions } from './client-options.ts';

export const secretsClient = (place: AwsPlace): SecretsManagerClient => new SecretsManagerClient(clientOptions(place));

/** A secret that is absent or of another shape. Its message names the secret and the shape, never what it held. */
export class SecretUnusable extends Error {
  override readonly name = 'SecretUnusable';
}

/** Reads one secret and decodes its JSON; asked again after five minutes. */
export const secretOf = <A>(
  client: SecretsManagerClient,
  {
    id,
    codec,
    example,
    clock,
  }: { readonly id: string; readonly codec: t.Decoder<unknown, A>; readonly example: string; readonly clock: Clock },
): (() => Promise<A>) =>
  cachedFor(FIVE_MINUTES_MS, clock, async () => {
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: id }));
    const decoded = codec.decode(parsed(SecretString));
    if (E.isRight(decoded)) return decoded.right;
    const faults = decoded.left.map(
      ({ context, message }) => `${fieldOf(context)} ${message ?? 'is missing or of another kind'}`,
    );
    throw new SecretUnusable(
      `the secret ${id} cannot be used: ${[...new Set(faults)].join('; ')}; it should look like ${example}`,
    );
  });

/** 256 bits at least: what signs links is guessed at by anybody who has a link. */
const LEAST_BYTES = 32;

const Key = new t.Type<Uint8Array, string, unknown>(
  'Key',
  (value): value is Uint8Array => value instanceof Uint8Array,
  (value, context) => {
    if (typeof value !== 'string') return t.failure(value, context, 'is missing or no text');
    const bytes = Buffer.from(value, 'base64');
    return bytes.length >= LEAST_BYTES
      ? t.success(bytes)
      : t.failure(value, context, `is shorter than ${LEAST_BYTES} bytes of base64`);
  },
  bytes => Buffer.from(bytes).toString('base64'),
);

const LinkKeys = t.type({ refKey: Key, linkKeys: t.array(t.type({ kid: t.string, secret: Key })) });

const EXAMPLE = '{"refKey":"<32 bytes, base64>","linkKeys":[{"kid":"k1","secret":"<32 bytes, base64>"}]}';

/** The keys of this install in one secret, `qf/link-key`: one secret costs a third of three. */
export const awsSecrets = (
  client: SecretsManagerClient,
  { id, clock }: { readonly id: string; readonly clock: Clock },
): Secrets => {
  const read = secretOf(client, { id, codec: LinkKeys, example: EXAMPLE, clock });
  return {
    linkKeys: async () => {
      const [first, ...others]: readonly LinkKey[] = (await read()).linkKeys;
      if (first === undefined)
        throw new SecretUnusable(`the secret ${id} holds no link key; it should look like ${EXAMPLE}`);
      return [first, ...others];
    },
    refKey: async () => (await read()).refKey,
  };
};

const fieldOf = (context: t.Context): string => {
  const path = context.map(({ key }) => key).filter(key => key !== '');
  return path.length === 0 ? 'it' : path.join('.');
};

const parsed = (text: string | undefined): unknown => {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return null;
  }
};
