import * as t from 'io-ts';

/** "Object Created" of the bucket of raw mail, as the event bus brings it; the routing step passes it on in the same form. */
export const MailStored = t.type({ detail: t.type({ object: t.type({ key: t.string }) }) });
