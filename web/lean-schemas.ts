import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';

const generators = /\/zod\/v4\/core\/(?:to-json-schema|json-schema-processors|json-schema-generator)\.js$/;
const contractSources = /\/contract\/src\/.*\.ts$/;
const texts: ReadonlySet<string> = new Set(['describe', 'meta']);

/**
 * Leaves out of the page what only the API's document needs: zod's generator of JSON Schema, and the descriptions and examples of
 * the contract's schemas. Checking values needs neither.
 */
export function leanSchemas(): Plugin {
  return {
    name: 'lean-schemas',
    apply: 'build',
    async load(id) {
      return generators.test(id) ? withoutBodies(await readFile(id, 'utf8'), (code) => this.parse(code)) : null;
    },
    transform: {
      order: 'post',
      handler(code, id) {
        return contractSources.test(id)
          ? { code: withoutTexts(code, (source) => this.parse(source)), map: null }
          : null;
      },
    },
  };
}

type Parse = (code: string) => object;

interface Node {
  type: string;
  start: number;
  end: number;
  [key: string]: unknown;
}

/** A module with the same names, all of which are a function that does nothing. */
function withoutBodies(code: string, parse: Parse): string {
  const names = nodesOf(parse(code))
    .filter(({ type }) => type === 'ExportNamedDeclaration')
    .flatMap((node) =>
      nodesOf(node)
        .filter(({ type }) => type === 'Identifier')
        .slice(0, 1),
    )
    .map((identifier) => String(identifier['name']));
  const aliases = [...new Set([...names, 'process'])].map((name) => `nothing as ${name}`);
  return `const nothing = () => undefined;\nexport { ${aliases.join(', ')} };\n`;
}

/** Without the calls `.describe(…)` and `.meta(…)`, of which schemas know nothing afterwards. */
function withoutTexts(code: string, parse: Parse): string {
  const calls = nodesOf(parse(code)).flatMap((node) => {
    const callee = node['callee'];
    if (node.type !== 'CallExpression' || !isNode(callee) || callee.type !== 'MemberExpression') return [];
    const { property, object } = callee;
    if (!isNode(property) || !isNode(object) || !texts.has(String(property['name']))) return [];
    return [{ start: object.end, end: node.end }];
  });
  return calls
    .toSorted((left, right) => right.start - left.start)
    .reduce((source, { start, end }) => source.slice(0, start) + source.slice(end), code);
}

/** A node and all nodes within it, in the order of the source. */
function nodesOf(root: unknown): Node[] {
  if (Array.isArray(root)) return root.flatMap(nodesOf);
  if (typeof root !== 'object' || root === null) return [];
  const within = Object.values(root).flatMap(nodesOf);
  return isNode(root) ? [root, ...within] : within;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
