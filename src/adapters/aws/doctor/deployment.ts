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
