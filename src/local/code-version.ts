import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const readVersion = (): string => {
  const file = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'package.json');
  const json: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return typeof json === 'object' && json !== null && 'version' in json && typeof json.version === 'string'
    ? json.version
    : '0';
};

/** The release that decides: recorded with each decision that reads rules. */
export const CODE_VERSION = readVersion();
