import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..');

export interface Target {
  readonly stack: string;
  readonly region: string;
  readonly prefix: string;
  readonly timezone: string;
  /** Of the mail stack, as `sam deploy --parameter-overrides` takes them. */
  readonly mailParameters: readonly string[];
}

/** What `samconfig.toml` says of an environment; throws where it says less than a deployment needs. */
export const targetOf = (toml: string, environment: string): Target => {
  const own = section(toml, `${environment}.deploy.parameters`);
  const mail = section(toml, `${environment}-mail.deploy.parameters`);
  const parameters = new Map(listIn(own, 'parameter_overrides').map(pairOf));
  const needed = (name: string): string => {
    const value = parameters.get(name);
    if (value === undefined) throw new Error(`samconfig.toml: ${environment} says no ${name}`);
    return value;
  };
  const timezone = needed('Timezone');
  try {
    new Intl.DateTimeFormat('en', { timeZone: timezone });
  } catch {
    throw new Error(`samconfig.toml: ${environment} has the Timezone ${timezone}, which is no IANA zone`);
  }
  return {
    stack: textIn(own, 'stack_name'),
    region: textIn(own, 'region'),
    prefix: needed('Prefix'),
    timezone,
    mailParameters: listIn(mail, 'parameter_overrides'),
  };
};

const section = (toml: string, name: string): string => {
  const begin = `\n[${name}]\n`;
  const at = `\n${toml}`.indexOf(begin);
  if (at < 0) throw new Error(`samconfig.toml has no [${name}]`);
  const rest = `\n${toml}`.slice(at + begin.length);
  const end = rest.search(/^\[/m);
  return end < 0 ? rest : rest.slice(0, end);
};

const textIn = (block: string, key: string): string => {
  const text = new RegExp(`^${key} = "([^"]*)"`, 'm').exec(block)?.[1];
  if (text === undefined) throw new Error(`samconfig.toml: ${key} is missing`);
  return text;
};

const listIn = (block: string, key: string): readonly string[] => {
  const list = new RegExp(`^${key} = \\[(.*?)^\\]`, 'ms').exec(block)?.[1] ?? '';
  return [...list.matchAll(/"([^"]*)"/g)].map(([, item = '']) => item);
};

const pairOf = (item: string): readonly [string, string] => {
  const at = item.indexOf('=');
  return [item.slice(0, at), item.slice(at + 1)];
};

/** Printed as the lines that a step of a workflow hands on. */
if (process.argv[1] === import.meta.filename) {
  const { stack, region, prefix, mailParameters } = targetOf(
    readFileSync(join(ROOT, 'samconfig.toml'), 'utf8'),
    process.argv[2] ?? '',
  );
  console.log(`stack=${stack}\nregion=${region}\nprefix=${prefix}\nmail_parameters=${mailParameters.join(' ')}`);
}
