import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse, type Tags, type YAMLMap, type YAMLSeq } from 'yaml';

export type Node = string | number | boolean | null | readonly Node[] | { readonly [key: string]: Node };
export type Fields = { readonly [key: string]: Node };

export interface Resource {
  readonly Type: string;
  readonly Properties: Fields;
  readonly [attribute: string]: Node;
}

export interface Template {
  readonly Parameters: Readonly<Record<string, Fields>>;
  readonly Conditions?: Readonly<Record<string, Node>>;
  readonly Globals?: Fields;
  readonly Resources: Readonly<Record<string, Resource>>;
}

/** The short forms as CloudFormation's long ones. */
const SHORT = ['Sub', 'GetAtt', 'If', 'Equals', 'Not', 'Join', 'Select', 'Split'];
const longForm = (name: string, value: Node): Node => {
  if (name === 'Ref') return { Ref: value };
  return { [`Fn::${name}`]: name === 'GetAtt' && typeof value === 'string' ? value.split('.') : value };
};
const tags: Tags = ['Ref', ...SHORT].flatMap(name => [
  { tag: `!${name}`, resolve: (value: string) => longForm(name, value) },
  {
    tag: `!${name}`,
    collection: 'seq' as const,
    resolve: (value: YAMLMap | YAMLSeq) => longForm(name, value.toJSON()),
  },
]);

export const ROOT = resolve(import.meta.dirname, '../..');

/** A template of this folder, its tags in their long form. */
export const readTemplate = (file: string): Template =>
  parse(readFileSync(join(ROOT, file), 'utf8'), { customTags: tags });

export const isFields = (node: Node | undefined): node is Fields =>
  typeof node === 'object' && node !== null && !Array.isArray(node);

export const listOf = (node: Node | undefined): readonly Node[] =>
  Array.isArray(node) ? node : node === undefined || node === null ? [] : [node];

export const at = (node: Node | undefined, ...path: readonly string[]): Node | undefined =>
  path.reduce<Node | undefined>((found, key) => (isFields(found) ? found[key] : undefined), node);
