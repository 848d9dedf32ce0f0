/** A claim, `<draft>.<random>`, as a tag on the mail: it comes back in the mail service's events. Tags hold no full stop. */
export const claimTag = (claim: string): string => claim.replace('.', '_');

export const claimOfTag = (tag: string): { readonly draftId: string; readonly claim: string } => {
  const [draftId = '', random = ''] = tag.split('_', 2);
  return { draftId, claim: `${draftId}.${random}` };
};
