import { recordCellWrite } from '../../aggregates/quote/reply.ts';
import { referenceOf } from '../../kernel/references.ts';
import type { Dependencies } from '../dependencies.ts';
import { decideQuote } from '../quotes.ts';

export interface CellOf {
  /** The quote's stream. */
  readonly key: string;
  /** Who gave the value. */
  readonly by: string;
  readonly field: 'contact' | 'expires';
  readonly value: string;
}

/**
 * Into the sheet first: it is the only list. The next sync brings it back as a revision. Given again it is recorded
 * once. Gives why the sheet could not be changed, or null.
 */
export const writeCell = async (deps: Dependencies, { key, by, field, value }: CellOf): Promise<string | null> => {
  const { problem } = await deps.sheetWriter.write(key, field, value);
  const isAddress = field === 'contact';
  // An address is personal: the log says that it changed, the revision that follows holds it sealed.
  const written = {
    field,
    value: isAddress ? 'a new address' : value,
    problem,
    mark: isAddress ? referenceOf(await deps.secrets.refKey(), value) : value,
  };
  await decideQuote(deps, key, { actor: { user: by }, decide: state => recordCellWrite(state, written) });
  return problem;
};
