/** Tells browsers apart, for the SDK's form in a browser; a function is none. */
export const parse = (): undefined => undefined;
