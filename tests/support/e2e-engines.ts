import { dynoxideBinary } from '../../src/local/dynoxide.ts';
import type { EngineKind } from '../../src/local/engine-record.ts';

/** Engines that the whole system is run on: SQLite, and the bundled DynamoDB engine where its platform has it. */
export const e2eEngines: readonly { readonly name: string; readonly kind: EngineKind }[] = [
  { name: 'SQLite', kind: { engine: 'sqlite' } },
  ...(dynoxideBinary() === null
    ? []
    : [{ name: 'the bundled DynamoDB engine', kind: { engine: 'dynamodb', url: null } as const }]),
];
