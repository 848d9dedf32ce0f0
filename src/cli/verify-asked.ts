import * as E from 'fp-ts/lib/Either.js';
import type { Verified } from '../application/verify.ts';
import { isLocalDate, type LocalDate } from '../kernel/local-date.ts';

/** What a line of `qf verify` asks. */
export interface VerifyAsked {
  readonly json: boolean;
  readonly root: { readonly hex: string; readonly day: LocalDate } | null;
  readonly resume: 'last' | NonNullable<Verified['after']> | null;
}

/** The options as they were typed. */
export interface VerifyValues {
  readonly json?: boolean | undefined;
  readonly root?: string | undefined;
  readonly day?: string | undefined;
  readonly resume?: string | undefined;
}

/** Left: what is wrong with the line. */
export const verifyAsked = ({ json = false, root, day, resume }: VerifyValues): E.Either<string, VerifyAsked> => {
  const after = resume === undefined ? null : resume === 'last' ? 'last' : afterOf(resume);
  if (resume !== undefined && after === null) return E.left(`--resume ${resume} is neither last nor STREAM/VERSION`);
  if ((root === undefined) !== (day === undefined)) return E.left('--root and --day belong together');
  if (root === undefined || day === undefined) return E.right({ json, root: null, resume: after });
  const hex = root.trim().toLowerCase();
  if (!/^[0-9a-f]{64}$/.test(hex)) return E.left(`--root ${root} is no root: one has 64 hexadecimal digits`);
  if (!isLocalDate(day)) return E.left(`--day ${day} is no day`);
  if (after !== null) return E.left('a root that is given needs a run of its own: without --resume');
  return E.right({ json, root: { hex, day }, resume: null });
};

const afterOf = (text: string): Verified['after'] => {
  const parts = /^(.+)\/(\d+)$/s.exec(text);
  return parts?.[1] === undefined ? null : { stream: parts[1], version: Number(parts[2]) };
};
