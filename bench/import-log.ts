import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { toItem } from '../src/adapters/aws/attribute-value.ts';
import { tables } from '../src/adapters/aws/tables.ts';
import type { StoredEvent } from '../src/events/stored-event.ts';

/** A log made by the engine's own import into `output`, a file of `folder`: a million puts would take an hour. */
export const importLog = async (
  binary: string,
  folder: string,
  output: string,
  streams: Iterable<readonly StoredEvent[]>,
): Promise<void> => {
  const { TableName, StreamSpecification, ...audit } = tables('qf').audit;
  const source = join(folder, 'export');
  const data = join(source, TableName, 'data');
  mkdirSync(data, { recursive: true });
  const schema = join(folder, 'schema.json');
  const Table = { TableName, ...audit, StreamSpecification: { StreamEnabled: true, ...StreamSpecification } };
  writeFileSync(schema, JSON.stringify({ Table }));
  const lines = function* (): Iterable<string> {
    for (const events of streams) yield events.map(event => `${JSON.stringify({ Item: toItem(event) })}\n`).join('');
  };
  await pipeline(lines, createGzip({ level: 1 }), createWriteStream(join(data, 'part.json.gz')));
  const args = ['import', '--source', source, '--schema', schema, '--output', join(folder, output)];
  const done = spawnSync(binary, args, { encoding: 'utf8' });
  rmSync(source, { recursive: true });
  if (done.status !== 0) throw new Error(`the engine's import failed: ${done.stderr}`);
};
