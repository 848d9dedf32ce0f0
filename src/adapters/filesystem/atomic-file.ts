import { open, rename, rm } from 'node:fs/promises';

let counter = 0;

/** Replaces a file so that a reader, or a crash, finds the old content or the new, never half of one. Mode 0600. */
export const writeAtomically = async (path: string, body: string | Uint8Array): Promise<void> => {
  const beside = `${path}.${process.pid}.${counter++}.part`;
  try {
    const file = await open(beside, 'w', 0o600);
    try {
      await file.writeFile(body);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
};
