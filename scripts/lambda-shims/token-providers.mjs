/** The SDK's ways to sign in as a person, by a browser and a file of tokens: nothing that a function could do. */

export { fromEnvSigningName } from '../../node_modules/@aws-sdk/token-providers/dist-es/fromEnvSigningName.js';

export const nodeProvider = () => async () => {
  throw new Error('a function signs with the keys of its role');
};
