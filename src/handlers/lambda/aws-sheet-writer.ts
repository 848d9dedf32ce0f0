import type { Clock } from '../../ports/world.ts';
import type { SheetWriter } from '../../workflows/dependencies.ts';
import { variable } from './environment.ts';

/** Google's clients take a fifth of a start: loaded when the first row is written, which most calls never do. */
export const awsSheetWriter = (clock: Clock): SheetWriter => {
  let opened: Promise<SheetWriter> | null = null;
  const writer = (): Promise<SheetWriter> => {
    opened ??= open(clock);
    return opened;
  };
  return {
    write: async (...write) => (await writer()).write(...write),
    appendRow: async (...row) => (await writer()).appendRow(...row),
    changeRow: async (...row) => (await writer()).changeRow(...row),
    rowOf: async key => (await writer()).rowOf(key),
  };
};

const open = async (clock: Clock): Promise<SheetWriter> => {
  const [{ googleSheetWriter }, { awsGoogle }] = await Promise.all([
    import('../../adapters/google/google-sheet-writer.ts'),
    import('./aws-google.ts'),
  ]);
  return googleSheetWriter({
    access: awsGoogle(clock),
    sheetId: variable('QF_SHEET_ID'),
    quotesTab: variable('QF_QUOTES_TAB'),
  });
};
