import {
  GetAccountSettingsCommand,
  GetFunctionConfigurationCommand,
  type LambdaClient,
  ResourceNotFoundException,
} from '@aws-sdk/client-lambda';

/** Every function of an install, without its prefix. */
export const FUNCTIONS = [
  'delivery-events',
  'digest',
  'drive-sync',
  'intake-parser',
  'intake-webhook',
  'mail-router',
  'projector',
  'publisher',
  'reply-handler',
  'sender',
  'summary',
  'sweep',
  'timer',
] as const;

export interface FunctionFacts {
  readonly name: string;
  /** Null: there is no such function. */
  readonly found: {
    readonly arn: string;
    readonly state: string;
    readonly lastUpdate: string;
    readonly reason: string;
    readonly variables: Readonly<Record<string, string>>;
  } | null;
}

export const lookAtFunction = async (client: LambdaClient, prefix: string, name: string): Promise<FunctionFacts> => {
  try {
    const found = await client.send(new GetFunctionConfigurationCommand({ FunctionName: `${prefix}-${name}` }));
    return {
      name,
      found: {
        arn: found.FunctionArn ?? '',
        state: found.State ?? 'Active',
        lastUpdate: found.LastUpdateStatus ?? 'Successful',
        reason: found.LastUpdateStatusReason ?? found.StateReason ?? '',
        variables: found.Environment?.Variables ?? {},
      },
    };
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return { name, found: null };
    throw error;
  }
};

/** How many functions this account may run at a time in this region, all together. */
export const concurrencyOf = async (client: LambdaClient): Promise<number> =>
  (await client.send(new GetAccountSettingsCommand({}))).AccountLimit?.ConcurrentExecutions ?? 0;
