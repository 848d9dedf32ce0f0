import { at, isFields, listOf, type Node, type Template } from './read-template.ts';

/** One permission of a role: an action, on what, under which condition, and the words of its Sid as the reason. */
export interface Grant {
  readonly action: string;
  readonly resources: readonly Node[];
  readonly condition: Node;
  readonly why: string;
}

export interface LambdaFunction {
  /** Logical id. */
  readonly id: string;
  /** Name of its bundle and, with the prefix, of itself. */
  readonly name: string;
  readonly memoryMb: number;
  readonly timeoutS: number;
  readonly grants: readonly Grant[];
}

/** The functions of the template with all that their roles allow, their own policies and the shared ones. */
export const functionsOf = (template: Template): readonly LambdaFunction[] =>
  Object.entries(template.Resources)
    .filter(([, { Type }]) => Type === 'AWS::Serverless::Function')
    .map(([id, { Properties }]) => ({
      id,
      name: String(Properties.CodeUri).split('/').at(-1) ?? '',
      memoryMb: Number(Properties.MemorySize ?? at(template.Globals, 'Function', 'MemorySize')),
      timeoutS: Number(Properties.Timeout ?? at(template.Globals, 'Function', 'Timeout')),
      grants: grantsOf(template, `${id}Role`),
    }));

const grantsOf = (template: Template, role: string): readonly Grant[] => {
  const properties = template.Resources[role]?.Properties;
  if (!properties) throw new Error(`the template has no ${role}`);
  const shared = listOf(properties.ManagedPolicyArns).map(arn => {
    const id = String(at(arn, 'Ref'));
    return at(template.Resources[id]?.Properties, 'PolicyDocument', 'Statement');
  });
  const own = listOf(properties.Policies).map(policy => at(policy, 'PolicyDocument', 'Statement'));
  return [...shared, ...own].flatMap(statements => listOf(statements).flatMap(grantsIn));
};

/** What a policy of its own allows. */
export const grantsOfPolicy = (template: Template, id: string): readonly Grant[] =>
  listOf(at(template.Resources[id]?.Properties, 'PolicyDocument', 'Statement')).flatMap(grantsIn);

const grantsIn = (statement: Node): readonly Grant[] =>
  listOf(at(statement, 'Action')).map(action => ({
    action: String(action),
    resources: listOf(at(statement, 'Resource')),
    condition: at(statement, 'Condition') ?? null,
    why: words(String(at(statement, 'Sid') ?? '')),
  }));

/** `KeepAClaimOutsideTheLog` → `keep a claim outside the log`. */
const words = (sid: string): string => {
  const apart = sid.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/([A-Z])([A-Z][a-z])/g, '$1 $2');
  return apart.toLowerCase();
};

/** Everything that a part of the template refers to, by logical id. */
export const referencesIn = (node: Node | undefined): readonly string[] => {
  if (Array.isArray(node)) return node.flatMap(referencesIn);
  if (!isFields(node)) return [];
  if (typeof node.Ref === 'string') return [node.Ref];
  const getAtt = node['Fn::GetAtt'];
  if (Array.isArray(getAtt)) return [String(getAtt[0])];
  if (Array.isArray(node['Fn::Sub'])) return referencesIn(node['Fn::Sub'].slice(1));
  if (typeof node['Fn::Sub'] === 'string')
    return [...node['Fn::Sub'].matchAll(/\$\{([^}.]+)/g)].map(([, name = '']) => name);
  return Object.values(node).flatMap(referencesIn);
};
