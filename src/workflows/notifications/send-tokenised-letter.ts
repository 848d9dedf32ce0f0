import * as E from 'fp-ts/lib/Either.js';
import type * as t from 'io-ts';
import { unsealer } from '../../event-store/sealing.ts';
import type { Transacted } from '../../event-store/transact.ts';
import type { EventType } from '../../events/event-type.ts';
import type { StoredEvent } from '../../events/stored-event.ts';
import { referenceOf, type TokenSubject } from '../../kernel/references.ts';
import type { Dependencies } from '../dependencies.ts';
import { type Letter, sendLetter } from './send-letter.ts';
import { issueToken, reissueToken } from './tokens.ts';

/*
 * A letter whose link opens one person's page. The event with the hash of the link's token comes first, then the
 * letter, then the event that says it left. A run that dies in between leaves an announced letter that was not recorded:
 * the next run makes the same link again and sends the letter under it.
 */

/** A question to a person stays open for as long as it may take to answer. */
export const QUESTION_LIFE_MS = 90 * 86_400_000;

/** A link to one person's page, and what the log keeps of it: never the token itself, nor the address in clear. */
export interface Link<P extends string | null = string> {
  readonly to: string;
  readonly url: string;
  readonly recorded: { readonly recipientRef: string; readonly tokenHash: P; readonly expiresAt: P };
}

export const issueLink = async (
  deps: Pick<Dependencies, 'secrets' | 'installation'>,
  subject: TokenSubject,
  now: Date,
  lifeMs = QUESTION_LIFE_MS,
): Promise<Link> => {
  const { hash, url } = await issueToken(deps, subject);
  const recipientRef = referenceOf(await deps.secrets.refKey(), subject.recipient);
  const expiresAt = new Date(now.getTime() + lifeMs).toISOString();
  return { to: subject.recipient, url, recorded: { recipientRef, tokenHash: hash, expiresAt } };
};

/** `refused`: the decision refuses it; `before`: it was announced before; `gone`: nobody can make its link again. */
export type NotAnnounced = 'refused' | 'before' | 'gone';

/** A letter whose link stands in the log. */
export interface Announced<L> {
  readonly to: string;
  readonly url: string;
  readonly loaded: L;
}

/** Appends the event with the link's hash, before anything leaves. */
export const announce = async <S>(
  { to, url }: Link<string | null>,
  append: () => Promise<E.Either<unknown, Transacted<S>>>,
): Promise<E.Either<NotAnnounced, Announced<Transacted<S>>>> => {
  const result = await append();
  if (E.isLeft(result)) return E.left('refused');
  return result.right.events.length === 0 ? E.left('before') : E.right({ to, url, loaded: result.right });
};

type AnnouncingEvent<N extends string, D extends t.Mixed> = EventType<N, D, t.TypeC<{ to: t.StringC }>>;

/** To whom the letter with this token was announced; null when erased. */
export const recipientOfToken = async <N extends string, D extends t.Mixed>(
  { keys }: Pick<Dependencies, 'keys'>,
  type: AnnouncingEvent<N, D>,
  stored: readonly StoredEvent[],
  tokenHash: string,
): Promise<string | null> => {
  const event = stored.find(({ action, data }) => action === type.name && hashIn(data) === tokenHash);
  const sealed = event ? await unsealer(keys)(type, event) : 'erased';
  return sealed === 'erased' ? null : sealed.to;
};

const hashIn = (data: unknown): unknown =>
  typeof data === 'object' && data !== null && 'tokenHash' in data ? data.tokenHash : null;

/** A letter that the log announces, with the same link again; `gone` when it was erased or its signing key is gone. */
export const announcedBefore = async <
  N extends string,
  D extends t.Mixed,
  L extends { readonly stored: readonly StoredEvent[] },
>(
  deps: Pick<Dependencies, 'keys' | 'secrets' | 'installation'>,
  loaded: L,
  { type, tokenHash }: { readonly type: AnnouncingEvent<N, D>; readonly tokenHash: string },
  subjectOf: (recipient: string) => TokenSubject,
): Promise<E.Either<NotAnnounced, Announced<L>>> => {
  const to = await recipientOfToken(deps, type, loaded.stored, tokenHash);
  const token = to === null ? null : await reissueToken(deps, subjectOf(to), tokenHash);
  return to === null || token === null ? E.left('gone') : E.right({ to, url: token.url, loaded });
};

export interface TokenisedLetter<A> {
  /** Null: what it is about is gone, and nothing is sent. */
  readonly write: (announced: A) => Promise<Omit<Letter, 'to'> | null>;
  /** Appends the event that the letter left. */
  readonly record: (messageId: string, announced: A) => Promise<unknown>;
}

/**
 * Sends a letter under its link and records that it left: a new one (`announce`), one that never left
 * (`announcedBefore`), or one that is only recorded afterwards (`E.right` of its link).
 */
export const sendTokenisedLetter = async <A extends { readonly to: string }>(
  deps: Pick<Dependencies, 'mailer' | 'installation' | 'log'>,
  announced: E.Either<NotAnnounced, A>,
  { write, record }: TokenisedLetter<A>,
): Promise<NotAnnounced | 'not-sent' | 'sent'> => {
  if (E.isLeft(announced)) return announced.left;
  const { to } = announced.right;
  const letter = await write(announced.right);
  const messageId = letter && (await sendLetter(deps, { to, ...letter }));
  if (messageId === null) return 'not-sent';
  await record(messageId, announced.right);
  return 'sent';
};
