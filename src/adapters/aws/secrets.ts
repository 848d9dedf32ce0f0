import {
  GetSecretValueCommand,
  ResourceNotFoundException,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import * as E from 'fp-ts/lib/Either.js';
import type * as t from 'io-ts';
import { byKind } from '../../config/setting.ts';
import type { Clock, LinkKey, Secrets } from '../../ports/world.ts';
import { cachedFor, FIVE_MINUTES_MS } from './cached-for.ts';
import { type AwsPlace, clientOptions } from './client-options.ts';
import { LINK_KEYS, type SecretShape } from './secret-shapes.ts';

export const secretsClient = (place: AwsPlace): SecretsManagerClient => new SecretsManagerClient(clientOptions(place));

/** A secret that is absent or of another shape. Its message names the secret and the shape, never what it held. */
export class SecretUnusable extends Error {
  override readonly name = 'SecretUnusable';
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
  const unusable = (why: string): SecretUnusable =>
    new SecretUnusable(`the secret ${id} cannot be used: ${why}; it should look like ${shape.example}`);
  return cachedFor(FIVE_MINUTES_MS, clock, async () => {
    const held = parsed(await textOf(client, id));
    if ('fault' in held) throw unusable(held.fault);
    const decoded = shape.codec.decode(held.json);
    if (E.isRight(decoded)) return decoded.right;
    throw unusable([...new Set(decoded.left.map(faultOf))].join('; '));
  });
};

/** Undefined: there is no such secret, or nothing was put into it yet. */
const textOf = async (client: SecretsManagerClient, id: string): Promise<string | undefined> => {
  try {
    return (await client.send(new GetSecretValueCommand({ SecretId: id }))).SecretString;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
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

const parsed = (text: string | undefined): { readonly json: unknown } | { readonly fault: string } => {
  if (text === undefined) return { fault: 'there is nothing in it' };
  try {
    return { json: JSON.parse(text) };
  } catch {
    return { fault: `it is ${byKind(text)} and no JSON` };
  }
};
