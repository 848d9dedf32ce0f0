/** Someone of ours: a rep, the admin, a cover. */
export interface Person {
  /** Empty when the rules doc names nobody for the address. */
  readonly name: string;
  readonly address: string;
}

/** `Priya`, else the address. */
export const personName = ({ name, address }: Person): string => (name === '' ? address : name);

/** `Priya <priya@harbourline.example>`. */
export const fullPerson = ({ name, address }: Person): string => (name === '' ? address : `${name} <${address}>`);
