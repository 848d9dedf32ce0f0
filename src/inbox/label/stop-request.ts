/** Does the author ask to hear nothing more? */
export const stopRequest = (text: string): boolean => /^\s*(?:stop|unsubscribe)[.!\s]*$/i.test(text);
