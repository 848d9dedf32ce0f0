/** Resources of roles that end in a star, each with what makes AWS or the data leave it open. */
export const OPEN_RESOURCES: Readonly<Record<string, string>> = {
  'logs:*': 'a log stream is named by Lambda when an instance starts; the group is exact',
  'table/qf-audit/stream/*': 'the right to list streams is given on the table’s streams as a whole; the table is exact',
  'schedule/qf-one-offs/*': 'a one-off is named after the draft it waits for; the group is exact',
  'qf-raw-mime/inbound/*': 'SES names each stored message',
  'qf-raw-mime/events/*': 'one object for each event of the mail service, named by its id',
  'qf-raw-mime/claims/*': 'one object for each send, named by quote and claim',
  'qf-raw-mime/reports/*': 'one object for each report, day and recipient',
  'qf-raw-mime/roots/*': 'one object for each day',
  'qf-quotes-source/checks/*': 'one object for each day',
  'qf-source-pdfs/*': 'objects are named by their proposal',
};

/** The name of an open resource in the list above, for an ARN of the prefix `qf`. */
export const openName = (arn: string): string =>
  arn
    .replace(/^arn:aws:s3:::(qf-[a-z-]+?)-\d{12}-[a-z0-9-]+\//, '$1/')
    .replace(/^arn:aws:(logs):.*:\*$/, '$1:*')
    .replace(/^arn:aws:(dynamodb|scheduler):[^:]*:\d+:/, '');
