import type { Dependencies } from '../dependencies.ts';

/** What the admin is still to hear of the sheet. Kept until the letter has left: a crash or a sick mail service loses none. */
export interface UnreportedSheetChanges {
  /** How many old rows the first sync put on hold until the admin chooses. */
  readonly adopted: number;
  /** Quotes that vanished from both tabs at one sync. */
  readonly vanished: readonly string[];
  /** New rows that may be vanished quotes under another number; each names the other as the cause of its hold. */
  readonly renumbered: readonly string[];
}

export const noSheetNews: UnreportedSheetChanges = { adopted: 0, vanished: [], renumbered: [] };

const KEY = 'untold.json';

type Objects = Pick<Dependencies, 'objects'>;

export const readUnreportedChanges = async ({ objects }: Objects): Promise<UnreportedSheetChanges> => {
  const stored = await objects.get('quotes-source', KEY);
  if (!stored) return noSheetNews;
  const news: Partial<UnreportedSheetChanges> = JSON.parse(new TextDecoder().decode(stored.body));
  return { ...noSheetNews, ...news };
};

export const saveUnreportedChanges = async ({ objects }: Objects, news: UnreportedSheetChanges): Promise<void> => {
  await objects.put('quotes-source', KEY, new TextEncoder().encode(JSON.stringify(news)), 'application/json');
};
