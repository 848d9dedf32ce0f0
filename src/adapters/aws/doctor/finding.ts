import * as E from 'fp-ts/lib/Either.js';

/** The things that are looked at, in the order in which they are told. */
export const CHECKS = [
  'functions',
  'settings',
  'identities',
  'sandbox',
  'rule-set',
  'mx-record',
  'model-access',
  'secrets',
  'sheet',
  'schedules',
  'streams',
  'log',
  'alarms',
  'clock',
] as const;
export type Check = (typeof CHECKS)[number];

/** `note`: works, but somebody should know. `unsure`: could not be looked at, so nobody knows. */
export type Status = 'good' | 'note' | 'wrong' | 'unsure';

export interface Finding {
  readonly check: Check;
  readonly status: Status;
  readonly says: string;
  /** What to run or to do; null where nothing is to be done. */
  readonly mend: string | null;
}

export const good = (check: Check, says: string): Finding => ({ check, status: 'good', says, mend: null });
export const note = (check: Check, says: string, mend: string | null): Finding => ({
  check,
  status: 'note',
  says,
  mend,
});
export const wrong = (check: Check, says: string, mend: string): Finding => ({ check, status: 'wrong', says, mend });

/** What was looked up, or why it could not be. */
export type Looked<T> = E.Either<string, T>;

/** Judges what was looked up; what could not be is told as such, never taken for good. */
export const judged = <T>(
  check: Check,
  looked: Looked<T>,
  judge: (fact: T) => readonly Finding[],
): readonly Finding[] =>
  E.isRight(looked)
    ? judge(looked.right)
    : [
        {
          check,
          status: 'unsure',
          says: `could not be looked at: ${looked.left}`,
          mend: 'run qf doctor again; if it says AccessDenied, with credentials that may read (the policy ReadOnlyAccess)',
        },
      ];

/** The findings that something is wrong with; where there are none, the one that says that all is well. */
export const orGood = (found: readonly Finding[], check: Check, says: string): readonly Finding[] =>
  found.some(({ status }) => status === 'wrong') ? found : [good(check, says), ...found];
