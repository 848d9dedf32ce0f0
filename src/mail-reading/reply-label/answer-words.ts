import type { LocalDate } from '../../kernel/local-date.ts';
import type { Message } from '../message.ts';
import { plainText } from '../plain-text.ts';
import { extractNewText } from '../quoted-text/extract-new-text.ts';
import { resumeOffer } from '../return-date/resume-offer.ts';
import { authorOf, type ReturnDate, returnDate } from '../return-date/return-date.ts';
import { hasLeft, stopRequest } from './stop-request.ts';

/** Of an answer what its words are looked for in. */
export type AnswerText = Pick<Message, 'text' | 'html' | 'from'>;

export interface AnswerSettings {
  /** The day it was written, on its author's calendar. */
  readonly writtenOn: LocalDate;
  /** Settles dates such as `5/12` where the text does not. */
  readonly locale: string;
}

/** What an answer says by its words, before anybody judges it. Plain data: it crosses threads. */
export interface AnswerWords {
  /** What they wrote; all that the mail shows where that is nothing. */
  readonly words: string;
  /** Its sender is there no more. */
  readonly left: boolean;
  /** Its sender asks to hear nothing more. */
  readonly stops: boolean;
  /** When its sender is back, if away. */
  readonly returns: ReturnDate;
  /** When they ask to be asked again. */
  readonly resume: LocalDate | null;
}

export const answerWords = (mail: AnswerText, { writtenOn, locale }: AnswerSettings): AnswerWords => {
  const { text } = extractNewText({ text: mail.text, html: mail.html });
  const words = text.trim() === '' ? plainText(mail) : text;
  return {
    words,
    left: hasLeft(words),
    stops: stopRequest(words),
    returns: returnDate(words, { sentOn: writtenOn, locale, ...authorOf(mail) }),
    resume: resumeOffer(words, writtenOn, locale),
  };
};
