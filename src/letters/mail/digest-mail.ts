import type { Digest } from '../views/digest.ts';
import { sums } from '../views/today-view.ts';
import { counted } from '../words/counted.ts';
import { dayAndMonth, plainDate } from '../words/when.ts';
import type { Block } from './block.ts';
import { digestTables } from './digest-tables.ts';
import { type WrittenMail, writeMail } from './write-mail.ts';

/** Every Monday, to each owner and the admin: what is open, what happened, and what waits for a person. */
export const digestMail = (digest: Digest): WrittenMail => {
  const { openCount, inPlay, from, to, scope } = digest;
  const week = `${dayAndMonth(from)} to ${dayAndMonth(to)}`;
  const blocks: readonly Block[] = [
    {
      kind: 'lead',
      text: `${counted(openCount, 'open quote')}${inPlay.length > 0 ? `, ${sums(inPlay)} in play` : ''}`,
    },
    { kind: 'words', text: weekWords(digest, week) },
    ...(digest.url === null
      ? []
      : [{ kind: 'action', label: scope === 'own' ? 'My quotes' : 'All quotes', url: digest.url } as const]),
    ...(digest.chart === null ? [] : [{ kind: 'picture', ...digest.chart } as const]),
    ...digestTables(digest).map(table => ({ kind: 'table', table }) as const),
    ...csvNote(digest),
    ...rootNote(digest),
  ];
  return writeMail({
    subject: `Week of ${plainDate(digest.date)}: ${counted(openCount, 'open quote')}${inPlay.length > 0 ? `, ${sums(inPlay)}` : ''}`,
    blocks,
    why:
      scope === 'own'
        ? 'You get this every Monday because these quotes are yours.'
        : 'You get this every Monday because you are the admin; it lists every quote.',
  });
};

/** What the week was; an empty one in one line. */
const weekWords = (digest: Digest, week: string): string => {
  const { nudged, untaken, undecided, expired, openCount } = digest;
  const { unknownSends, bounced, expiring, fallback, lostOrKeep, refusedRows, unmatched, quarantined } = digest;
  const happened = [
    nudged.length > 0 && `${counted(nudged.length, 'quote')} nudged`,
    untaken.length > 0 && `${counted(untaken.length, 'reply', 'replies')} nobody has taken`,
    undecided.length > 0 && `${counted(undecided.length, 'draft')} nobody decided`,
    unknownSends.length > 0 && `${counted(unknownSends.length, 'nudge')} that may not have arrived`,
    bounced.length > 0 && `${counted(bounced.length, 'bounced address', 'bounced addresses')}`,
    expiring.length > 0 && `${expiring.length} expiring within 7 days`,
    expired.length > 0 && `${expired.length} expired`,
    lostOrKeep.length > 0 && `${lostOrKeep.length} to keep or give up`,
    fallback.length > 0 && `${fallback.length} with no owner we know`,
    refusedRows.length > 0 && `${counted(refusedRows.length, 'row')} to mend`,
    unmatched.length > 0 && `${counted(unmatched.length, 'mail')} nobody could place`,
    quarantined.length > 0 && `${counted(quarantined.length, 'mail')} in quarantine`,
  ].filter(part => part !== false);
  if (happened.length > 0) return `${week}: ${happened.join(', ')}.`;
  return openCount === 0
    ? `${week}: a quiet week, and no quote is open.`
    : `${week}: a quiet week. Nothing was sent and nothing waits for you.`;
};

const csvNote = ({ csv, openCount }: Digest): readonly Block[] =>
  csv === null
    ? []
    : [
        {
          kind: 'words',
          text: openCount === 1 ? `It is attached as ${csv}.` : `All ${openCount} open quotes are attached as ${csv}.`,
        },
      ];

const rootNote = ({ root }: Digest): readonly Block[] =>
  root === null
    ? []
    : [
        {
          kind: 'words',
          text: `For the record: after ${plainDate(root.day)} the log had ${counted(root.streams, 'stream')} with the root ${root.hex}. Keep this mail, and any later change of that day's log can be shown.`,
        },
      ];
