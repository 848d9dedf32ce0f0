import {
  GetSecretValueCommand,
  InvalidRequestException,
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
