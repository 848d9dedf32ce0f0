import { pathToFileURL } from 'node:url';

/** Does for a bundle what Lambda does: loads it once, and calls its handler with one event after another. */
const [bundle = ''] = process.argv.slice(2);
const loaded = import(pathToFileURL(bundle).href);

process.on('message', async message => {
  if (typeof message !== 'object' || message === null || !('event' in message)) return;
  try {
    const { handler } = await loaded;
    process.send?.({ answer: (await handler(message.event)) ?? null });
  } catch (error) {
    process.send?.({ error: error instanceof Error ? `${error.name}: ${error.message}` : String(error) });
  }
});
