import type { StreamFaultKind } from '../../events/stream-fault.ts';
import { isQuoteStream, SYSTEM_STREAM, streamSubject } from '../../events/stream-id.ts';
import { counted } from '../wording.ts';
import { type WrittenMail, writeMail } from './write-mail.ts';

/** A stream that cannot be read or written, as the admin is told of it. */
export interface UnreadableStream {
  readonly stream: string;
  readonly kind: StreamFaultKind;
}

/** More stand in the console. */
const MAX_SHOWN = 50;

/** Tells the admin, once, of parts of the log that this release cannot read: what they hold rests, all else goes on. */
export const unreadableMail = ({ streams }: { readonly streams: readonly UnreadableStream[] }): WrittenMail => {
  const paused = streams.some(({ stream }) => stream === SYSTEM_STREAM);
  const parts = counted(streams.length, 'part');
  const hidden = streams.length - MAX_SHOWN;
  return writeMail({
    subject: paused ? 'nothing is sent: the log of the settings cannot be read' : `${parts} of the log cannot be read`,
    blocks: [
      { kind: 'lead', text: paused ? 'Sending has stopped' : `${parts} of the log cannot be read` },
      {
        kind: 'words',
        text: paused
          ? 'The log of the settings holds something that this version of the program cannot read. Until it can, nothing is planned and nothing is sent, as if sending were paused. Mail that comes in is recorded.'
          : 'What they hold rests: nothing is planned or sent for it until this version of the program can read it. Everything else goes on.',
      },
      {
        kind: 'points',
        points: [
          ...streams.slice(0, MAX_SHOWN).map(({ stream, kind }) => `${partWords(stream)}: ${faultWords(kind)}`),
          ...(hidden > 0 ? [`and ${counted(hidden, 'more part')}`] : []),
        ],
      },
      {
        kind: 'words',
        text: 'After a return to an older version, installing the newer one again is all it takes: what rested goes on by itself. Otherwise “qf verify” says what is wrong where.',
      },
    ],
    why: 'You get this once because you are the admin. Quotes that still cannot be read stand in the Monday digest too.',
  });
};

/** `Quote Q-1042`, `A contact (3f2a…)`. */
export const partWords = (stream: string): string => {
  if (isQuoteStream(stream)) return `Quote ${stream}`;
  const subject = streamSubject(stream);
  switch (stream.slice(0, stream.indexOf('/'))) {
    case '~contact':
      return `A contact (${subject})`;
    case '~mail':
      return `A message that came in (${subject})`;
    case '~proposal':
      return `A proposed quote (${subject})`;
    case '~period':
      return `The record of a day or report (${subject})`;
    default:
      return stream === SYSTEM_STREAM ? 'The settings' : stream;
  }
};

export const faultWords = (kind: StreamFaultKind): string => {
  switch (kind) {
    case 'unknown':
      return 'it holds an event that this version does not know';
    case 'chain':
      return 'it is not as it was stored';
    case 'seal':
      return 'its personal part does not open with its key';
    case 'size':
      return 'its next event would be too large to store';
    case 'key':
      return 'its name cannot be stored';
    case 'contended':
      return 'something writes to it without end';
    case 'failed':
      return 'what was to be done for it failed several times';
  }
};
