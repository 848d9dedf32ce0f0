/** Of Google's eight kinds of credentials we have one: a service account with its key. */

export { JWT } from '../../node_modules/google-auth-library/build/src/auth/jwtclient.js';

/** Google's clients derive a class of their own from it, which is nothing but where `JWT` is found. */
export const GoogleAuth = class {};
