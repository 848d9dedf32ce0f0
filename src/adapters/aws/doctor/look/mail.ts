import {
  DescribeActiveReceiptRuleSetCommand,
  type ReceiptAction,
  type ReceiptRule,
  type SESClient,
} from '@aws-sdk/client-ses';
import { GetAccountCommand, GetEmailIdentityCommand, NotFoundException, type SESv2Client } from '@aws-sdk/client-sesv2';

export interface IdentityFacts {
  readonly domain: string;
  /** Null: SES has never heard of it. */
  readonly found: {
    readonly verified: boolean;
    readonly dkim: string;
    /** As SES wants them in the DNS: `<token>._domainkey.<domain>`. */
    readonly tokens: readonly string[];
    /** Empty where there is no MAIL FROM domain of our own. */
    readonly mailFrom: string;
    readonly mailFromDomain: string;
  } | null;
}

export const lookAtIdentity = async (client: SESv2Client, domain: string): Promise<IdentityFacts> => {
  try {
    const { VerifiedForSendingStatus, DkimAttributes, MailFromAttributes } = await client.send(
      new GetEmailIdentityCommand({ EmailIdentity: domain }),
    );
    const found = {
      verified: VerifiedForSendingStatus === true,
      dkim: DkimAttributes?.SigningEnabled === false ? 'OFF' : (DkimAttributes?.Status ?? 'NOT_STARTED'),
      tokens: DkimAttributes?.Tokens ?? [],
      mailFrom: MailFromAttributes?.MailFromDomainStatus ?? '',
      mailFromDomain: MailFromAttributes?.MailFromDomain ?? '',
    };
    return { domain, found };
  } catch (error) {
    if (error instanceof NotFoundException) return { domain, found: null };
    throw error;
  }
};

export interface AccountFacts {
  readonly production: boolean;
  readonly sending: boolean;
  /** HEALTHY, PROBATION or SHUTDOWN. */
  readonly standing: string;
  readonly aDay: number;
  /** NONE: each mail is paid for, nothing else. */
  readonly plan: string;
}

export const lookAtAccount = async (client: SESv2Client): Promise<AccountFacts> => {
  const account = await client.send(new GetAccountCommand({}));
  return {
    production: account.ProductionAccessEnabled === true,
    sending: account.SendingEnabled !== false,
    standing: account.EnforcementStatus ?? 'HEALTHY',
    aDay: account.SendQuota?.Max24HourSend ?? 0,
    plan: account.PricingAttributes?.CurrentPlan ?? 'NONE',
  };
};

export interface RuleFacts {
  readonly name: string;
  readonly enabled: boolean;
  readonly scans: boolean;
  readonly recipients: readonly string[];
  readonly stops: boolean;
  readonly puts: readonly { readonly bucket: string; readonly prefix: string }[];
}

export interface RuleSetFacts {
  /** Null: no set is active, so all mail is refused. */
  readonly active: string | null;
  readonly rules: readonly RuleFacts[];
}

export const lookAtRules = async (client: SESClient): Promise<RuleSetFacts> => {
  const { Metadata, Rules } = await client.send(new DescribeActiveReceiptRuleSetCommand({}));
  return { active: Metadata?.Name ?? null, rules: (Rules ?? []).map(ruleOf) };
};

const ruleOf = ({ Name = '', Enabled, ScanEnabled, Recipients = [], Actions = [] }: ReceiptRule): RuleFacts => ({
  name: Name,
  enabled: Enabled === true,
  scans: ScanEnabled === true,
  recipients: Recipients,
  stops: Actions.some(({ StopAction, BounceAction }) => StopAction !== undefined || BounceAction !== undefined),
  puts: Actions.flatMap(({ S3Action }: ReceiptAction) =>
    S3Action === undefined ? [] : [{ bucket: S3Action.BucketName ?? '', prefix: S3Action.ObjectKeyPrefix ?? '' }],
  ),
});
