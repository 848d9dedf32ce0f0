import { aws, type Deployment, noted } from '../deployment.ts';
import { type Finding, good, note, wrong } from '../finding.ts';
import type { AccountFacts, IdentityFacts } from '../look/mail.ts';

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
