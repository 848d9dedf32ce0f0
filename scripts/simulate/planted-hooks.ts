import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { brokenFiles, PLANTED } from './planted.ts';

/** Loaded before anything else: the sources are loaded with one defect in them, in memory. No file is touched. */
const planted = PLANTED.find(({ what }) => what === process.env.QF_PLANTED);
if (planted) {
  const texts = new Map(brokenFiles(planted).map(({ file, text }) => [pathToFileURL(file).href, text]));
  registerHooks({
    load: (url, context, next) => {
      const source = texts.get(url);
      return source === undefined ? next(url, context) : { format: 'module-typescript', source, shortCircuit: true };
    },
  });
}
