import {
  DescribeActiveReceiptRuleSetCommand,
  type ReceiptAction,
  type ReceiptRule,
  type SESClient,
} from '@aws-sdk/client-ses';
import { GetAccountCommand, GetEmailIdentityCommand, NotFoundException, type SESv2Client } from '@aws-sdk/client-sesv2';
import { aws, byScript, type Deployment, type Finding, good, note, noted, wrong } from './finding.ts';

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

/** Mail to the quotes address reaches the bucket: our rule is in the active set, on, and before any that ends there. */
export const checkRuleSet = ({ active, rules }: RuleSetFacts, at: Deployment): readonly Finding[] => {
  const address = at.variable('QF_QUOTES_ADDRESS');
  const activate = byScript(at, 'activate-mail-in');
  const name = `${at.prefix}-quotes`;
  if (active === null) return [wrong('rule-set', `no rule set is active: all mail to ${address} is refused`, activate)];
  const place = rules.findIndex(rule => rule.name === name);
  const ours = rules[place];
  if (ours === undefined)
    return [
      wrong('rule-set', `the active rule set ${active} has no rule ${name}: mail to ${address} is not taken`, activate),
    ];
  const fault = faultOf(ours, at);
  if (fault !== null) return [wrong('rule-set', `the rule ${name} in ${active} ${fault}`, activate)];
  const swallowing = rules.slice(0, place).find(rule => rule.enabled && rule.stops && takes(rule.recipients, address));
  return swallowing === undefined
    ? [good('rule-set', `${active} is active and takes ${address}`)]
    : [
        wrong(
          'rule-set',
          `the rule ${swallowing.name} stands before ours in ${active} and ends there: mail to ${address} never arrives`,
          `aws --region ${at.region} ses set-receipt-rule-position --rule-set-name ${active} --rule-name ${name}`,
        ),
      ];
};

const faultOf = (rule: RuleFacts, at: Deployment): string | null => {
  const address = at.variable('QF_QUOTES_ADDRESS');
  const bucket = at.variable('QF_MIME_BUCKET');
  if (!rule.enabled) return 'is switched off';
  if (!takes(rule.recipients, address)) return `is not for ${address}`;
  if (!rule.scans) return 'does not scan: without a verdict no sender is believed';
  return rule.puts.some(put => put.bucket === bucket && put.prefix === 'inbound/')
    ? null
    : `does not store into ${bucket}/inbound/`;
};

/** As SES matches: no recipient takes all; a domain its addresses; `.domain` its subdomains. */
const takes = (recipients: readonly string[], address: string): boolean => {
  const domain = address.slice(address.indexOf('@') + 1);
  return (
    recipients.length === 0 ||
    recipients.some(
      one =>
        one === address || one === domain || (domain.endsWith(`.${one.replace(/^\./, '')}`) && one.startsWith('.')),
    )
  );
};

export interface MxFacts {
  readonly domain: string;
  /** Empty: there is no such record. */
  readonly records: readonly { readonly exchange: string; readonly priority: number }[];
}

/** The world sends mail for the subdomain to SES in this region, and to nobody before it. */
export const checkMx = ({ domain, records }: MxFacts, at: Deployment): readonly Finding[] => {
  const wanted = `inbound-smtp.${at.region}.amazonaws.com`;
  const mend = `set the DNS record: ${domain}. 300 IN MX 10 ${wanted}. (then: dig +short MX ${domain})`;
  if (records.length === 0) return [wrong('mx-record', `${domain} has no MX record: no mail arrives`, mend)];
  const ours = records.find(({ exchange }) => exchange.toLowerCase().replace(/\.$/, '') === wanted);
  const listed = records.map(({ exchange, priority }) => `${priority} ${exchange}`).join(', ');
  if (ours === undefined) return [wrong('mx-record', `the MX record of ${domain} is ${listed}, not ${wanted}`, mend)];
  return records.some(({ priority, exchange }) => exchange !== ours.exchange && priority <= ours.priority)
    ? [wrong('mx-record', `${domain} has other MX records before ${wanted}: ${listed}`, mend)]
    : [good('mx-record', `${domain} points at ${wanted}`)];
};

/** Mails leave from these domains: each must be verified and signed. */
export const checkIdentities = (identities: readonly IdentityFacts[], at: Deployment): readonly Finding[] =>
  identities.flatMap(identity => {
    const { domain, found } = identity;
    if (found === null)
      return [
        wrong(
          'identities',
          `SES does not know the domain ${domain}, from which mails are to leave`,
          aws(at, `sesv2 create-email-identity --email-identity ${domain}`),
        ),
      ];
    const signed = found.dkim === 'SUCCESS';
    if (found.verified && signed) return [good('identities', `${domain} is verified and signs`), ...mailFrom(identity)];
    if (found.dkim === 'OFF')
      return [
        wrong(
          'identities',
          `mails of ${domain} are not signed: DKIM is off`,
          aws(at, `sesv2 put-email-identity-dkim-attributes --email-identity ${domain} --signing-enabled`),
        ),
      ];
    const what = found.verified
      ? `DKIM of ${domain} is ${found.dkim}`
      : `${domain} is not verified (DKIM ${found.dkim})`;
    return [wrong('identities', what, recordsOf(identity, at))];
  });

const recordsOf = ({ domain, found }: IdentityFacts, at: Deployment): string => {
  const records = (found?.tokens ?? []).map(token => `${token}._domainkey.${domain} CNAME ${token}.dkim.amazonses.com`);
  return records.length === 0
    ? aws(at, `sesv2 get-email-identity --email-identity ${domain} --query DkimAttributes`)
    : `set these DNS records, and wait up to 72 hours: ${records.join('; ')}`;
};

/** Without it mails leave all the same, under Amazon's own name. */
const mailFrom = ({ domain, found }: IdentityFacts): readonly Finding[] =>
  found === null || found.mailFrom === '' || found.mailFrom === 'SUCCESS'
    ? []
    : [
        note(
          'identities',
          `the MAIL FROM domain ${found.mailFromDomain} of ${domain} is ${found.mailFrom}: SPF is Amazon's, not yours`,
          'set its MX and TXT record: the outputs InboundMailFrom and CompanyMailFrom of the mail stack say which',
        ),
      ];

/** Out of the sandbox, and in good standing. */
export const checkSandbox = (account: AccountFacts, at: Deployment): readonly Finding[] => {
  if (!account.production)
    return [
      wrong(
        'sandbox',
        `SES is in its sandbox: it sends to verified addresses only, ${account.aDay} mails a day`,
        aws(
          at,
          'sesv2 put-account-details --production-access-enabled --mail-type TRANSACTIONAL --website-url https://your-company.com',
        ),
      ),
    ];
  if (!account.sending || account.standing === 'SHUTDOWN')
    return [
      wrong(
        'sandbox',
        'SES has stopped sending for this account',
        noted(
          aws(at, 'sesv2 put-account-sending-attributes --sending-enabled'),
          'and answer the case in the Support Center',
        ),
      ),
    ];
  const standing =
    account.standing === 'HEALTHY'
      ? []
      : [
          note(
            'sandbox',
            `SES has this account under review (${account.standing}): too many bounces or complaints`,
            'answer the case in the AWS Support Center',
          ),
        ];
  return [
    good('sandbox', `SES is out of its sandbox, ${account.aDay} mails a day`),
    ...standing,
    ...checkPlan(account, at),
  ];
};

/** A new account begins on a plan whose extras nothing here uses. */
const checkPlan = ({ plan }: AccountFacts, at: Deployment): readonly Finding[] =>
  plan === 'NONE'
    ? []
    : [
        note(
          'sandbox',
          `SES charges by the plan ${plan}: each mail costs more, for extras that are not used here`,
          aws(at, 'sesv2 put-account-pricing-attributes --plan NONE'),
        ),
      ];
