import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** A line of a declaration as it stands, and as it would be wrong. The declaration is found by its name, in whatever file. */
interface BrokenSymbol {
  readonly symbol: string;
  readonly source: string;
  readonly broken: string;
}

export interface Planted {
  readonly what: string;
  readonly lines: readonly BrokenSymbol[];
}

/** Defects that once were there, each put back by itself: the simulator alone has to find them. */
export const PLANTED: readonly Planted[] = [
  {
    what: 'an older reading of the sheet undoes a newer one',
    lines: [
      {
        symbol: 'applyListing',
        source: 'if (reading.version < state.sheetVersion) return noChange;',
        broken: '',
      },
      { symbol: 'differsFromSheet', source: 'return E.isRight(next) && next.right !== null;', broken: 'return false;' },
    ],
  },
  {
    what: 'the gate does not look at the row’s status',
    lines: [
      {
        symbol: 'gate',
        source: "if (facts.rowStatus !== 'open' && cellSpeaks(state, facts.rowStatus, facts.sheetVersion))",
        broken: 'if (false)',
      },
    ],
  },
  {
    what: 'one unreadable stream stops the day for everybody',
    lines: [
      { symbol: 'byItself', source: 'if (error instanceof StreamFault)', broken: 'if (false)' },
      { symbol: 'eachByItself', source: 'if (came.length === 0) throw error;', broken: 'throw error;' },
    ],
  },
  {
    what: 'a failed write-back undoes the rep',
    lines: [
      {
        symbol: 'writeFailed',
        source:
          'return { ...state, unwritten: { ...unwritten, failures: unwritten.failures + 1, failed: { at, problem } } };',
        broken: 'return { ...state, unwritten: null };',
      },
    ],
  },
  {
    what: 'a contact is offered a second quote on a day when the first one’s row is closed meanwhile',
    lines: [
      {
        symbol: 'servedOn',
        source: 'return new Set([...here, ...others.flat()]);',
        broken: 'return new Set(here);',
      },
    ],
  },
  {
    what: 'the same mail delivered again is another reply',
    lines: [{ symbol: 'firstOfSame', source: 'if (earlier !== null) return earlier;', broken: 'return id;' }],
  },
  {
    what: 'a plain stop closes nothing',
    lines: [{ symbol: 'isStopOfContact', source: 'if (!isContact) return false;', broken: 'return false;' }],
  },
  {
    what: 'events that were tampered with are decided on',
    lines: [{ symbol: 'verifyRead', source: 'if (found.length === 0) return;', broken: 'return;' }],
  },
  {
    what: 'a letter about a cell that was written after all is wanted for ever',
    lines: [{ symbol: 'isWanted', source: "notice !== 'row-write'", broken: 'true' }],
  },
  {
    what: 'what a model makes up passes for plain text',
    lines: [{ symbol: 'faultOfDraft', source: 'if (strange) return', broken: 'if (false) return' }],
  },
];

export interface BrokenFile {
  readonly file: string;
  readonly text: string;
}

const SOURCES = resolve(import.meta.dirname, '../../src');
const sources = (): readonly string[] =>
  readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .map(name => join(SOURCES, name));

/** Texts of the source files with the defect in them. Throws where a symbol or its line is not there once: the table is out of date. */
export const brokenFiles = ({ what, lines }: Planted): readonly BrokenFile[] => {
  const texts = new Map<string, string>();
  for (const { symbol, source, broken } of lines) {
    const declaration = new RegExp(`^(?:export )?const ${symbol}\\b[\\s\\S]*?(?=\\n\\n(?! )|$(?![\\s\\S]))`, 'm');
    const found = sources().flatMap(file => {
      const text = texts.get(file) ?? readFileSync(file, 'utf8');
      const place = declaration.exec(text);
      return place && place[0].split(source).length === 2 ? [{ file, text, place }] : [];
    });
    const [first, second] = found;
    if (!first || second) throw new Error(`${what}: ${found.length} declarations of ${symbol} hold once: ${source}`);
    const { file, text, place } = first;
    const put = place[0].replace(source, () => broken);
    texts.set(file, text.slice(0, place.index) + put + text.slice(place.index + place[0].length));
  }
  return [...texts].map(([file, text]) => ({ file, text }));
};
