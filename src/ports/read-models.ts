import type { Page } from './event-store.ts';

/** `qf-nudges`: a nudge that was sent. Key (quote_id, step_index); step 0 holds the original quote mail's id when known. */
export interface NudgeRow {
  readonly quote_id: string;
  readonly step_index: number;
  readonly version: number;
  readonly nudge_date: string;
  readonly sent_via: 'email';
  /** The contact's reference, not the address. */
  readonly recipient: string;
  readonly move: string;
  readonly draft_id: string;
  /** Key of the index `by_message`. */
  readonly message_id: string;
}

/** `qf-reply`: a reply or a deferral. Key (quote_id, reply_date = `<date>#<version of ReplyReceived>`). */
export interface ReplyRow {
  readonly quote_id: string;
  readonly reply_date: string;
  readonly version: number;
  readonly reply_id: string;
  readonly outcome: string;
  readonly defer_until?: string;
  readonly by_user?: string;
}

/** `qf-approvals`: a page that a mailed token opens. Key token = SHA-256 of the token; it never opens anything itself. */
export interface ApprovalRow {
  readonly token: string;
  readonly version: number;
  /** The stream the token is about. */
  readonly quote_id: string;
  readonly kind: string;
  /** Draft, reply, proposal or period the page is about. */
  readonly about: string;
  readonly move?: string;
  readonly created_at: string;
  /** Epoch seconds: DynamoDB's TTL. Late by days, so readers compare it with the clock. */
  readonly expires_at: number;
  readonly decided?: string;
}

export interface Rows {
  readonly nudges: NudgeRow;
  readonly reply: ReplyRow;
  readonly approvals: ApprovalRow;
}
export type Model = keyof Rows;

/** The read models. They only show; whoever decides folds the log. */
export interface ReadModels {
  /** Puts the row if none is stored or the stored `version` is lower; false when it was not. */
  readonly put: <M extends Model>(model: M, row: Rows[M]) => Promise<boolean>;
  /**
   * Puts `row` in the place of `stored`, or removes it (null), only while the stored row still has the version that
   * `stored` shows; false when it has not. For the rebuild, which mends rows whose version is not to be believed.
   */
  readonly mend: <M extends Model>(model: M, stored: Rows[M], row: Rows[M] | null) => Promise<boolean>;
  readonly nudgesOf: (quoteId: string) => Promise<readonly NudgeRow[]>;
  readonly repliesOf: (quoteId: string) => Promise<readonly ReplyRow[]>;
  readonly approval: (tokenHash: string) => Promise<ApprovalRow | null>;
  /** By the local part of a Message-ID (index `by_message`). */
  readonly nudgeByMessage: (messageId: string) => Promise<NudgeRow | null>;
  /** All rows of a model, for verify and the console. */
  readonly all: <M extends Model>(model: M, cursor?: string) => Promise<Page<Rows[M]>>;
}
