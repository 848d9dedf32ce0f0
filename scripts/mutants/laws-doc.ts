import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { BrokenLine, Law, Mutant } from './law.ts';
import { laws } from './laws.ts';

const ROOT = resolve(import.meta.dirname, '../..');
export const LAWS_DOC = join(ROOT, 'docs/laws.md');

const HEAD = `# Which law fails when which line is broken

Made from \`scripts/mutants/laws/\` by \`npm run build:laws\`; a test compares the two. \`npm run mutants\` breaks these lines one
mutant after another, in a copy in memory, and expects an assertion of the law's test to fail each time: a test that stays
green on broken code proves nothing. P1 to P12 are the promises:

| | |
| --- | --- |
| P1 | No nudge leaves without a rep's approval of exactly that text. |
| P2 | A step is sent once at most. |
| P3 | Nothing is claimed after an answer, a close, an expiry, a bounce, a complaint or a stop. |
| P4 | Nothing is handed over in quiet hours or on a day off. |
| P5 | Never over the cap, never closer than the gap, one nudge a day to a contact. |
| P6 | No inbound message is lost. |
| P7 | One row of the log for each action; a change behind its back is seen. |
| P8 | The read models are what the log says. |
| P9 | The daily check may run again, and catches up. |
| P10 | A bad sheet or doc stops no day. |
| P11 | Nobody but a person repeats a send of unknown outcome. |
| P12 | Only the token that was mailed opens and decides, in time and once. |
`;

const cell = (text: string): string => text.replace(/\s+/g, ' ').trim().replaceAll('|', '\\|');
const code = (text: string): string => (text.includes('`') ? `\`\` ${cell(text)} \`\`` : `\`${cell(text)}\``);

const lineOf = ({ file, source, broken }: BrokenLine): string =>
  `${file.replace('src/', '')}: ${code(source)} → ${broken.trim() === '' ? 'gone' : code(broken)}`;

const mutantOf = (mutant: Mutant): string => mutant.map(lineOf).join(' **and** ');

const sectionOf = ({ of, test, named, mutants }: Law): string =>
  [`### ${of}: ${named.trim()}`, '', `\`${test}\``, '', ...mutants.map(mutant => `- ${mutantOf(mutant)}`)].join('\n');

export const lawsDoc = (): string => `${[HEAD.trimEnd(), ...laws.map(sectionOf)].join('\n\n')}\n`;

if (import.meta.main) writeFileSync(LAWS_DOC, lawsDoc());
