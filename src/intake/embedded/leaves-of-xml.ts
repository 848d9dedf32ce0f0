import { Parser } from 'htmlparser2';

/** An element that holds text and no other element. */
export interface Leaf {
  /** Names from the root down, without prefixes: `CrossIndustryInvoice/ExchangedDocument/ID`. */
  readonly path: string;
  readonly text: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** The parser keeps its open elements in an array it shifts, so depth costs; an invoice nests a dozen deep. */
const DEEPEST = 60;
const MOST_LEAVES = 20_000;
const LONGEST = 500;

/** The texts of an XML document. Empty for one with a document type: entities of a stranger's making are not read. */
export const leavesOfXml = (xml: string): readonly Leaf[] => {
  const leaves: Leaf[] = [];
  const open: { name: string; attributes: Record<string, string>; text: string; isLeaf: boolean }[] = [];
  let refused = false;
  const stop = (): void => {
    refused = true;
    parser.pause();
  };
  const parser: Parser = new Parser(
    {
      onprocessinginstruction: name => {
        if (/^!doctype/i.test(name)) stop();
      },
      onopentag: (name, attributes) => {
        const parent = open.at(-1);
        if (parent) parent.isLeaf = false;
        open.push({ name: name.slice(name.indexOf(':') + 1), attributes, text: '', isLeaf: true });
        if (open.length > DEEPEST || leaves.length > MOST_LEAVES) stop();
      },
      ontext: text => {
        const inner = open.at(-1);
        if (inner && inner.text.length < LONGEST) inner.text += text;
      },
      onclosetag: () => {
        const path = open.map(({ name }) => name).join('/');
        const closed = open.pop();
        const text = closed?.text.replace(/\s+/g, ' ').trim().slice(0, LONGEST) ?? '';
        if (closed?.isLeaf && text !== '') leaves.push({ path, text, attributes: closed.attributes });
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
  return refused ? [] : leaves;
};
