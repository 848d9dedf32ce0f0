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

/** An install as its functions know it: nothing else has to be told to the doctor than prefix and region. */
export interface Deployment {
  readonly prefix: string;
  readonly region: string;
  /** Twelve digits. */
  readonly account: string;
  /** The environment that the template gives to the functions. */
  readonly variable: (name: string) => string;
}

/** A command of the AWS CLI, for this install's region. */
export const aws = ({ region }: Pick<Deployment, 'region'>, command: string): string =>
  `aws --region ${region} ${command}`;

type Stack = Pick<Deployment, 'prefix' | 'region'>;

/** What deploys the stack again, with one parameter changed or as it was; the others keep what they have. */
export const redeploy = ({ prefix, region }: Stack, changed: string | null): string =>
  `npm run build:lambdas && sam deploy --template-file template.yaml --region ${region} --stack-name ${prefix} --resolve-s3 --capabilities CAPABILITY_IAM${
    changed === null ? '' : ` --parameter-overrides ${changed}`
  }`;

export const byScript = ({ prefix, region }: Stack, script: string): string =>
  `AWS_REGION=${region} scripts/${script}.sh ${prefix}`;

/** For what was changed or deleted by hand: a deployment touches only what the template changed. */
export const asDeployed = (stack: Stack): string => byScript(stack, 'as-deployed');

/** A command with a word to the reader, as a shell's comment: the whole can be pasted. */
export const noted = (command: string, note: string): string => `${command} # ${note}`;

/** Quoted for a shell. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

const MAX_REASON = 300;

/** Looks something up. Faults of credentials and region are thrown on: without those nothing can be looked at. */
export const look = async <T>(ask: () => Promise<T>): Promise<Looked<T>> => {
  try {
    return E.right(await ask());
  } catch (error) {
    if (isNoCredentials(error)) throw error;
    return E.left(reasonOf(error));
  }
};

export const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  // A refused connection to several addresses has no message of its own.
  const message = error.message || ('code' in error ? String(error.code) : '');
  return `${error.name}: ${message}`.slice(0, MAX_REASON);
};

const NO_CREDENTIALS = new Set([
  'CredentialsProviderError',
  'UnrecognizedClientException',
  'InvalidClientTokenId',
  'InvalidSignatureException',
  'SignatureDoesNotMatch',
  'ExpiredToken',
  'ExpiredTokenException',
  'TokenProviderError',
]);

/** The credentials are missing, wrong or over; or nobody said which region. */
export const isNoCredentials = (error: unknown): error is Error =>
  error instanceof Error && (NO_CREDENTIALS.has(error.name) || error.message === 'Region is missing');
