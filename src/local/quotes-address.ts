import type { Config } from '../cadence/policy.ts';

/** The domain of a laptop's system: the first company domain. */
const domainOf = ({ companyDomains }: Pick<Config, 'companyDomains'>): string => companyDomains[0] ?? 'local.qf';

/** Where answers and blind copies arrive. */
export const quotesAddressOf = (config: Pick<Config, 'companyDomains'>): string => `quotes@quotes.${domainOf(config)}`;

/** Where notices to reps come from. */
export const systemAddressOf = (config: Pick<Config, 'companyDomains'>): string =>
  `follow-up@quotes.${domainOf(config)}`;
