import type { Json } from './define-event.ts';

/** Turns one old shape of an event's clear data into the next one. Pure; the stored item and its hash stay as they are. */
export interface Upcaster {
  /** The action and schema that `data` gives; an action may be renamed. */
  readonly to: { readonly action: string; readonly schema: number };
  readonly data: (old: Json) => Json;
}

/** Keyed `Action@schema`, the shape that it reads. */
export type Upcasters = Readonly<Record<string, Upcaster>>;

export interface Shape {
  readonly action: string;
  readonly schema: number;
  readonly data: Json;
}

export const shapeKey = (action: string, schema: number): string => `${action}@${schema}`;

/** Lifts a stored shape step by step as far as upcasters lead. A shape none of them reads comes back as it is. */
export const upcast = (shape: Shape, upcasters: Upcasters): Shape => {
  let current = shape;
  for (;;) {
    const key = shapeKey(current.action, current.schema);
    const step = Object.hasOwn(upcasters, key) ? upcasters[key] : undefined;
    if (!step) return current;
    current = { ...step.to, data: step.data(current.data) };
  }
};

/** Adds fields that an old shape did not know, with what they mean where nothing was said. */
const withFields =
  (added: Readonly<Record<string, Json>>) =>
  (old: Json): Json => ({ ...(typeof old === 'object' && old !== null && !Array.isArray(old) ? old : {}), ...added });

/** The old shapes in stored logs. */
export const upcasters: Upcasters = {
  'QuoteHeld@1': { to: { action: 'QuoteHeld', schema: 2 }, data: withFields({ until: null }) },
  'HoldEnded@1': { to: { action: 'HoldEnded', schema: 2 }, data: withFields({ automatic: false }) },
  'ReportClaimed@1': {
    to: { action: 'ReportClaimed', schema: 2 },
    data: withFields({ recipientRef: '', tokenHash: null, expiresAt: null }),
  },
};
