import * as t from 'io-ts';

/** `ref`: HMAC of a lower-cased address. `day`: YYYY-MM-DD in the configured zone. `at`: UTC instant, ISO. */
export const ref = t.string;
export const day = t.string;
export const at = t.string;
export const hash = t.string;
export const draftId = t.string;
export const replyId = t.string;
