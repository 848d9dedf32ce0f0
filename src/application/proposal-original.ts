import type { TextPart } from '../intake/original-parts.ts';
import type { World } from './world.ts';

type Objects = Pick<World, 'objects'>;

/** What a proposal was read from lies beside its PDFs. */
const partsKey = (id: string): string => `${id}/original.json`;

/** Keeps the texts that were read, so that each field's words can be shown where they stand without reading again. */
export const keepParts = async ({ objects }: Objects, id: string, parts: readonly TextPart[]): Promise<void> => {
  const body = new TextEncoder().encode(JSON.stringify(parts));
  await objects.putOnce('source-pdfs', partsKey(id), body, 'application/json');
};

/** Empty when they are gone. */
export const partsOf = async ({ objects }: Objects, id: string): Promise<readonly TextPart[]> => {
  const stored = await objects.get('source-pdfs', partsKey(id));
  if (!stored) return [];
  const parts: readonly TextPart[] = JSON.parse(new TextDecoder().decode(stored.body));
  return parts;
};
