import { type RowFault, rowFaultTable } from '../views/sheet-fault.ts';
import { counted } from '../words/counted.ts';
import { type WrittenMail, writeMail } from './write-mail.ts';

/** More stand in the console and in the digest. */
const MOST_SHOWN = 50;

/** Lists to the admin, once, the rows that could not be read. */
export const refusedRowsMail = ({ faults }: { readonly faults: readonly RowFault[] }): WrittenMail => {
  const rows = counted(new Set(faults.map(({ row }) => row)).size, 'row');
  const table = rowFaultTable(faults.slice(0, MOST_SHOWN));
  const hidden = faults.length - MOST_SHOWN;
  return writeMail({
    subject: `${rows} of the sheet cannot be read`,
    blocks: [
      { kind: 'lead', text: `${rows} cannot be read` },
      {
        kind: 'words',
        text: 'Each holds its own quote: no draft is made and no waiting draft leaves until it is mended. All other quotes go on. Nothing was guessed.',
      },
      { kind: 'table', table: hidden > 0 ? { ...table, more: `And ${counted(hidden, 'more cell')}.` } : table },
    ],
    why: 'You get this once because you are the admin. What is still wrong stands in the Monday digest too.',
  });
};
