import { vi } from 'vitest';
import { lambdaLog } from '../../src/handlers/lambda/lambda-log.ts';

/** Lines as they lie in the log group where `LogFormat` is JSON. */
const REQUEST = { timestamp: '2026-11-24T01:00:00.000Z', requestId: '1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c3d4e5f' };
const lineOf = (level: string, message: unknown): string => JSON.stringify({ ...REQUEST, level, message });

/** A line of our own, as the runtime writes what our logger gives to the console: an object stays one. */
export const logged = (...[level, message, fields]: Parameters<typeof lambdaLog>): string => {
  const written = vi.spyOn(console, level).mockImplementation(() => {});
  lambdaLog(level, message, fields);
  const [call] = written.mock.calls;
  written.mockRestore();
  if (call?.length !== 1) throw new Error('the runtime makes text of more than one value, which no filter reads');
  return lineOf(level.toUpperCase(), call[0]);
};

/** What the runtime writes of an error that a handler threw: the class's name, then the error's own fields. */
export const thrown = (error: Error): string => {
  const { message: errorMessage, stack = '' } = error;
  const told = { errorType: error.constructor.name, errorMessage, stackTrace: stack.split('\n') };
  return lineOf('ERROR', Object.assign(told, error));
};

/** What Lambda itself writes at the end of a call. */
export const reported = (status: 'success' | 'error' | 'timeout'): string =>
  JSON.stringify({
    time: REQUEST.timestamp,
    type: 'platform.report',
    record: {
      requestId: REQUEST.requestId,
      metrics: { durationMs: 30_000, billedDurationMs: 30_000, memorySizeMB: 256, maxMemoryUsedMB: 120 },
      status,
      ...(status === 'success' ? {} : { errorType: status === 'error' ? 'Runtime.ExitError' : 'Sandbox.Timedout' }),
    },
  });

/** Whether a filter of CloudWatch Logs would count the line: comparisons of texts, joined by `&&` or by `||`. */
export const counts = (pattern: string, line: string): boolean => {
  const inner = /^\{ (.*) \}$/.exec(pattern)?.[1];
  if (inner === undefined || (inner.includes('&&') && inner.includes('||')))
    throw new Error(`cannot read the pattern ${pattern}`);
  const record: unknown = JSON.parse(line);
  const holds = (comparison: string): boolean => {
    const [, path, text] = /^\$\.([\w.]+) = "([^"]*)"$/.exec(comparison.trim()) ?? [];
    if (path === undefined || text === undefined) throw new Error(`cannot read ${comparison} in ${pattern}`);
    const found = path.split('.').reduce<unknown>((value, key) => fieldOf(value, key), record);
    const like = new RegExp(`^${text.split('*').map(literal).join('.*')}$`, 's');
    return typeof found === 'string' && like.test(found);
  };
  return inner.includes('||') ? inner.split('||').some(holds) : inner.split('&&').every(holds);
};

const fieldOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Object.entries(value).find(([name]) => name === key)?.[1] : undefined;

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
