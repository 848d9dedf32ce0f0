/** What one function asked of the services in a time. All of it is what AWS bills, or what the time of a call is estimated from. */
export interface Tally {
  calls: number;
  /** Request units of DynamoDB: 4 KB read consistently, 1 KB written; indexes included. */
  readUnits: number;
  writeUnits: number;
  tableCalls: number;
  /** Bytes that were added to the tables, indexes included. */
  tableBytes: number;
  gets: number;
  /** PUT, COPY and LIST have one price. */
  puts: number;
  objectBytes: number;
  mails: number;
  attachmentBytes: number;
  busEvents: number;
  schedules: number;
  modelCalls: number;
  tokensIn: number;
  tokensOut: number;
  summaryTokensIn: number;
  summaryTokensOut: number;
  /** Milliseconds of our own code, measured on this machine. */
  ownMs: number;
}

export const emptyTally = (): Tally => ({
  calls: 0,
  readUnits: 0,
  writeUnits: 0,
  tableCalls: 0,
  tableBytes: 0,
  gets: 0,
  puts: 0,
  objectBytes: 0,
  mails: 0,
  attachmentBytes: 0,
  busEvents: 0,
  schedules: 0,
  modelCalls: 0,
  tokensIn: 0,
  tokensOut: 0,
  summaryTokensIn: 0,
  summaryTokensOut: 0,
  ownMs: 0,
});

export const FIELDS = Object.keys(emptyTally()) as readonly (keyof Tally)[];

export const plus = (a: Tally, b: Tally): Tally => combined(field => a[field] + b[field]);
export const times = (tally: Tally, factor: number): Tally => combined(field => tally[field] * factor);

const combined = (value: (field: keyof Tally) => number): Tally => {
  const tally = emptyTally();
  for (const field of FIELDS) tally[field] = value(field);
  return tally;
};
