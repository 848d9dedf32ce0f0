/** Where the pages of a report's link are, below the link itself: `/t/<token>` is the day, these are the quotes. */
export const quotesPath = '/quotes';
export const contactsPath = '/contacts';
export const contactPath = (ref: string): string => `${contactsPath}/${encodeURIComponent(ref)}`;
export const quotePath = (quoteId: string): string => `${quotesPath}/${encodeURIComponent(quoteId)}`;
