const CHUNK_CHARS = 65_536;

/** Gathers lines and writes them in large chunks: at 64 KB, and at the latest when the current turn of the loop ends. */
export const lineWriter = (write: (text: string) => void) => {
  let pending: string[] = [];
  let chars = 0;
  let scheduled: NodeJS.Immediate | undefined;
  const flush = (): void => {
    clearImmediate(scheduled);
    scheduled = undefined;
    if (pending.length === 0) return;
    const text = `${pending.join('\n')}\n`;
    pending = [];
    chars = 0;
    write(text);
  };
  const line = (text: string): void => {
    pending.push(text);
    chars += text.length;
    if (chars >= CHUNK_CHARS) flush();
    else scheduled ??= setImmediate(flush);
  };
  return { line, flush };
};
