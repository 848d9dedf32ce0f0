/** Rows of nudges hold the id without its host. */
export const localPart = (messageKey: string): string => {
  const at = messageKey.lastIndexOf('@');
  return at < 0 ? messageKey : messageKey.slice(0, at);
};
