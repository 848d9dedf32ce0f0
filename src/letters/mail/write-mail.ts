import { type Html, html, raw } from '../html/html.ts';
import { mailLook as look, mailSheet } from '../look/mail-look.ts';
import { light } from '../look/palette.ts';
import { plainLine } from '../words/plain-line.ts';
import type { Block } from './block.ts';
import { blockHtml } from './block-html.ts';
import { blockText } from './block-text.ts';

/** A mail as written; addresses and threading are the sender's business. */
export interface WrittenMail {
  /** One line. */
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface MailPlan {
  readonly subject: string;
  readonly blocks: readonly Block[];
  /** Why this person gets this mail: one sentence at the foot. */
  readonly why: string;
}

/** Subjects are cut rather than folded over many header lines. */
const LONGEST_SUBJECT = 180;

/** A mail to one of ours: the same blocks as plain text and as HTML. */
export const writeMail = ({ subject, blocks, why }: MailPlan): WrittenMail => {
  const line = cut(plainLine(subject));
  return {
    subject: line,
    text: `${[...blocks.map(blockText), `--\n${why}`].join('\n\n')}\n`,
    html: mailDocument(line, blocks.map(blockHtml), why).toString(),
  };
};

const cut = (subject: string): string =>
  subject.length <= LONGEST_SUBJECT ? subject : `${subject.slice(0, LONGEST_SUBJECT - 1).toWellFormed()}…`;

const mailDocument = (subject: string, blocks: readonly Html[], why: string): Html => html`<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no">
<title>${subject}</title>
${styleSheet}
</head>
<body class="qf-ground" bgcolor="${light.ground}" style="${look.body}">
<table role="presentation" width="100%" cellspacing="0" cellpadding="0" border="0" class="qf-ground" bgcolor="${light.ground}"><tr><td align="center" style="${look.outer}">
<table role="presentation" width="100%" cellspacing="0" cellpadding="0" border="0" style="max-width:620px;">
<tr><td class="qf-soft" style="${look.edge}">Quote follow-up</td></tr>
<tr><td class="qf-sheet" bgcolor="${light.sheet}" style="${look.sheet}">
${blocks.map(block => html`${block}\n`)}</td></tr>
<tr><td class="qf-soft" style="${look.edge}">${why}</td></tr>
</table>
</td></tr></table>
</body>
</html>
`;

const styleSheet = raw(`<style>${mailSheet}</style>`);
