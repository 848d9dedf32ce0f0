/** Put in by the build. */
declare const QF_CODE_VERSION: string;

/** The release that decides: recorded with each decision that reads rules. */
export const CODE_VERSION = QF_CODE_VERSION;
