/** A header value with a line break would add headers of its own. */
export class BadHeader extends Error {
  override readonly name = 'BadHeader';
}
