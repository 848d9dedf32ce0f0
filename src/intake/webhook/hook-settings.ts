import type { FieldMap } from './field-map.ts';

/** What the config says about the webhook. Absent: every call is signed, and the ready field maps are all there are. */
export interface HookSettings {
  /** Tools that cannot sign may send the secret itself. */
  readonly plainSecret: boolean;
  /** Field maps of the business's own tools, by the name that `/hook?tool=` gives; one of a ready map's name replaces it. */
  readonly maps: Readonly<Record<string, FieldMap>>;
}

export const SIGNED_ONLY: HookSettings = { plainSecret: false, maps: {} };
