import { DROPPED } from '../../letters/console/drop-form.ts';
import type { ConsoleRequest } from './request.ts';

export interface DroppedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The file of a multipart form; null when there is none or it is empty. */
export const droppedFile = async ({
  body,
  contentType,
}: Pick<ConsoleRequest, 'body' | 'contentType'>): Promise<DroppedFile | null> => {
  if (!/^multipart\/form-data\s*;/i.test(contentType)) return null;
  try {
    const form = await new Response(new Uint8Array(body), { headers: { 'Content-Type': contentType } }).formData();
    const file = form.get(DROPPED);
    return file instanceof File && file.size > 0
      ? { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
      : null;
  } catch {
    // A body that breaks off or names another boundary holds no file.
    return null;
  }
};
