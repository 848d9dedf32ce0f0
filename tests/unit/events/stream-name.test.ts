import { describe, expect, it } from 'vitest';
import {
  contactStream,
  isQuoteStream,
  mailStream,
  periodStream,
  proposalStream,
  quoteStream,
  SYSTEM_STREAM,
  streamSubject,
} from '../../../src/events/stream-id.ts';

describe('the name of a stream', () => {
  it.each([
    ['as the sheet writes it', 'HL-2416', 'HL-2416'],
    ['without blanks around it', ' HL-2416\t', 'HL-2416'],
    ['whatever its case', 'hl-2416ß', 'HL-2416SS'],
    ['composed or not', 'Ange\u0301bot 1', 'ANG\u00c9BOT 1'],
  ])('of a quote is its number, %s', (_, number, stream) => {
    expect(quoteStream(number)).toBe(stream);
    expect(isQuoteStream(stream)).toBe(true);
    expect(streamSubject(stream)).toBe(stream);
  });

  it.each([
    ['~contact/ref-ann', contactStream('ref-ann'), 'ref-ann'],
    ['~mail/in/1', mailStream('in/1'), 'in/1'],
    ['~proposal/p1', proposalStream('p1'), 'p1'],
    ['~period/digest/2026-03-02/ref', periodStream('digest', '2026-03-02', 'ref'), 'digest/2026-03-02/ref'],
  ])('is stored for ever: %s', (stored, stream, subject) => {
    expect(stream).toBe(stored);
    expect(isQuoteStream(stream)).toBe(false);
    expect(streamSubject(stream)).toBe(subject);
  });

  it('of the whole is no quote’s', () => {
    expect(SYSTEM_STREAM).toBe('~system');
    expect(isQuoteStream(SYSTEM_STREAM)).toBe(false);
  });
});
