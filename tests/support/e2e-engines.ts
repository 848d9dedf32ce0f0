import { randomUUID } from 'node:crypto';
import { dynoxideBinary } from '../../src/local/dynoxide.ts';
import type { EngineKind } from '../../src/local/engine.ts';

const AMAZON = process.env.QF_DYNAMODB_LOCAL_URL;
/** Set by `npm run test:all`: the quick run tries whole systems on SQLite alone. */
const ALL = process.env.QF_TEST_ALL !== undefined;

const amazon = (url: string): { readonly name: string; readonly kind: EngineKind } => ({
  name: 'DynamoDB Local',
  get kind() {
    return { engine: 'dynamodb', url, tables: `t${randomUUID().slice(0, 8)}` } as const;
  },
});

/**
 * Engines that the whole system is run on: SQLite, the bundled DynamoDB engine where its platform has it, and Amazon's
 * own where `QF_DYNAMODB_LOCAL_URL` names one: there each `kind` has tables of its own.
 */
export const e2eEngines: readonly { readonly name: string; readonly kind: EngineKind }[] = [
  { name: 'SQLite', kind: { engine: 'sqlite' } },
  ...(!ALL || dynoxideBinary() === null
    ? []
    : [{ name: 'the bundled DynamoDB engine', kind: { engine: 'dynamodb', url: null, tables: 'qf' } as const }]),
  ...(AMAZON === undefined ? [] : [amazon(AMAZON)]),
];
