import { configureGlobal } from 'fast-check';

/** The same cases in each run, the first that fails is enough, and the report says what failed it. */
configureGlobal({ seed: Number(process.env.QF_SEED ?? 1), endOnFailure: true, includeErrorInReport: true });
