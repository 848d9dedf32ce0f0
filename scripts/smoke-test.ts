import { parseArgs } from 'node:util';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';

export interface Smoke {
  readonly fetch: (url: string, init?: RequestInit) => Promise<Response>;
  /** Calls a function and waits; what it failed with, or null. */
  readonly invoke: (name: string) => Promise<string | null>;
}

export interface Step {
  readonly step: string;
  /** Null: as it should be. */
  readonly fault: string | null;
}

/**
 * Does a fresh deployment live? Its pages answer, the hook lets nobody in unsigned, the sheet can be read and what is half
 * done be finished. Nothing is sent that would not be sent anyway: sync and sweep run each quarter of an hour.
 */
export const smoke = async ({ fetch, invoke }: Smoke, { url, prefix }: { url: string; prefix: string }) => {
  const base = url.replace(/\/$/, '');
  const answers = async (step: string, status: number, path: string, init?: RequestInit): Promise<Step> => {
    try {
      const response = await fetch(`${base}${path}`, init);
      return { step, fault: response.status === status ? null : `answered ${response.status}, not ${status}` };
    } catch (error) {
      return { step, fault: `did not answer: ${error instanceof Error ? error.message : String(error)}` };
    }
  };
  const runs = async (name: string): Promise<Step> => ({ step: `${prefix}-${name} runs`, fault: await invoke(name) });
  return [
    await answers('the hook explains itself', 200, '/hook'),
    await answers('the hook takes nothing unsigned', 401, '/hook', { method: 'POST', body: '{}' }),
    await answers('there is no page without a link', 404, '/'),
    await runs('drive-sync'),
    await runs('sweep'),
  ];
};

/** Whatever a function threw; AWS's own refusals too. */
const invoker =
  (client: LambdaClient, prefix: string): Smoke['invoke'] =>
  async name => {
    try {
      const called = await client.send(new InvokeCommand({ FunctionName: `${prefix}-${name}`, Payload: '{}' }));
      if (called.FunctionError === undefined) return null;
      return new TextDecoder().decode(called.Payload).slice(0, 500);
    } catch (error) {
      return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    }
  };

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({ options: { prefix: { type: 'string', default: 'qf' }, url: { type: 'string' } } });
  if (values.url === undefined) throw new Error('--url is missing: the output PagesUrl of the stack');
  const { prefix, url } = values;
  const steps = await smoke({ fetch, invoke: invoker(new LambdaClient({}), prefix) }, { prefix, url });
  for (const { step, fault } of steps) console.log(fault === null ? `good   ${step}` : `WRONG  ${step}: ${fault}`);
  process.exitCode = steps.every(({ fault }) => fault === null) ? 0 : 1;
}
