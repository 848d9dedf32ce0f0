import type { World } from './world.ts';

/** A row that a proposal put into the sheet: syncs to come should see it. */
export interface ExpectedRow {
  readonly proposal: string;
  /** The compared quote number. */
  readonly key: string;
  /** UTC instant, ISO, at which it stood there. */
  readonly at: string;
  /** The quote knows the mail it went out with. */
  readonly linked?: boolean;
}

/** A hint only: the log says what was written, and the sweep puts back what is missing here. */
const EXPECTED_KEY = 'expected-rows.json';
/** A row that is gone later than this was taken out by a person. */
export const EXPECTED_FOR_MS = 7 * 86_400_000;

type Objects = Pick<World, 'objects'>;

export const readExpected = async ({ objects }: Objects): Promise<readonly ExpectedRow[]> => {
  const stored = await objects.get('quotes-source', EXPECTED_KEY);
  if (!stored) return [];
  const rows: readonly ExpectedRow[] = JSON.parse(new TextDecoder().decode(stored.body));
  return rows;
};

export const putExpected = async ({ objects }: Objects, rows: readonly ExpectedRow[]): Promise<void> => {
  const body = new TextEncoder().encode(JSON.stringify(rows));
  await objects.put('quotes-source', EXPECTED_KEY, body, 'application/json');
};

export const expectRow = async (deps: Objects, row: ExpectedRow): Promise<void> => {
  const others = (await readExpected(deps)).filter(({ proposal }) => proposal !== row.proposal);
  await putExpected(deps, [...others, row]);
};

/** Puts back a row that nobody looks out for any more, while it may still be lost. */
export const expectAgain = async (world: Objects & Pick<World, 'clock'>, row: ExpectedRow): Promise<void> => {
  if (world.clock.now().getTime() - Date.parse(row.at) >= EXPECTED_FOR_MS) return;
  if (!(await readExpected(world)).some(({ proposal }) => proposal === row.proposal)) await expectRow(world, row);
};
