import type { Config } from '../cadence/policy.ts';

/**
 * Keeps the newest parsed form of one document under one config: a check of many quotes asks for the same sheet many
 * times. Another content (`version`) or another config is parsed anew. For pure parsers only.
 */
export const parsedOnce = <T>(): ((config: Config, version: string, parse: () => T) => T) => {
  const kept = new WeakMap<Config, { readonly version: string; readonly value: T }>();
  return (config, version, parse) => {
    const known = kept.get(config);
    if (known?.version === version) return known.value;
    const value = parse();
    kept.set(config, { version, value });
    return value;
  };
};
