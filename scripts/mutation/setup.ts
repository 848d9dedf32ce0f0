import { configureGlobal } from 'fast-check';

/** The same cases in each run, the first that fails is enough, and no property runs for longer than a second. */
configureGlobal({ seed: 1, endOnFailure: true, interruptAfterTimeLimit: 1_000 });
