import * as E from 'fp-ts/lib/Either.js';
import { DROPPED } from '../../letters/console/drop-form.ts';
import { TRIED_RULES, type TrialOutcome } from '../../letters/console/rules-trial.ts';
import { AS_CSV } from '../../letters/console/take-all.ts';
import { decodeText } from '../../sheet/csv/decode-text.ts';
import type { ConsoleRequest } from './request.ts';

/** A rules doc is a page or two. */
export const MOST_RULES_BYTES = 200 * 1024;

export interface TriedRules {
  readonly text: string;
  readonly outcome: TrialOutcome;
}

/** A doc in any usual encoding; what is no text is handed on as it is, for the reader to refuse with its own words. */
export const textOf = (bytes: Uint8Array): string => {
  const text = decodeText(bytes);
  return E.isRight(text) ? text.right : Buffer.from(bytes).toString('latin1');
};

export interface HandedIn {
  /** Of the file where one was chosen, else of the field. */
  readonly text: string;
  /** What they would change is wanted as a file. */
  readonly asCsv: boolean;
}

/** The rules to try. Null: nothing came, or the body broke off. */
export const handedInRules = async ({
  form,
  body,
  contentType,
}: Pick<ConsoleRequest, 'form' | 'body' | 'contentType'>): Promise<HandedIn | null> => {
  if (!/^multipart\/form-data\s*;/i.test(contentType)) {
    const typed = form[TRIED_RULES];
    return typed === undefined ? null : { text: typed, asCsv: form.format === AS_CSV.format };
  }
  try {
    const fields = await new Response(new Uint8Array(body), { headers: { 'Content-Type': contentType } }).formData();
    const file = fields.get(DROPPED);
    const asCsv = fields.get('format') === AS_CSV.format;
    if (file instanceof File && file.size > 0) return { text: textOf(new Uint8Array(await file.arrayBuffer())), asCsv };
    const text = fields.get(TRIED_RULES);
    return typeof text === 'string' ? { text, asCsv } : null;
  } catch {
    return null;
  }
};
