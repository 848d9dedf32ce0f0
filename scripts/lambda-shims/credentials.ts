import { fromEnv } from '@aws-sdk/credential-provider-env';

/** Lambda gives a function its keys in the environment; the SDK's other ways (profiles, SSO, metadata) are left out of the bundles. */
export const defaultProvider = (): ReturnType<typeof fromEnv> => fromEnv();
