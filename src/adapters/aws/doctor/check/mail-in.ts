import { byScript, type Deployment } from '../deployment.ts';
import { type Finding, good, wrong } from '../finding.ts';
import type { RuleFacts, RuleSetFacts } from '../look/mail.ts';

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
