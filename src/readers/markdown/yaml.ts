/**
 * The YAML of front matter, within bounds: what is parsed is counted first, and nothing in it is evaluated. Mappings as keys, which `yaml` would
 * write out again and again, are left aside.
 */
import {
  CST,
  isCollection,
  isPair,
  isScalar,
  Lexer,
  parseDocument,
  visit,
  type Document,
} from 'yaml';
import { limitRule, overLimit, type Limits } from '../../limits.ts';
import type { RuleId } from '../../model/index.ts';

declare module 'vfile' {
  interface DataMap {
    /** The front matter as it was written. Set by the Markdown reader, for the Markdown writer. */
    frontMatter: Document;
  }
}

/** A mapping; null where there is nothing but comments. */
export interface Yaml {
  values: Record<string, unknown> | null;
  document: Document;
  /** What was taken out of it, each once: tags that could make a program of another reader, and overrides of direction. */
  harmful: { tags: string[]; overrides: number };
}

/** Why it can't be used. */
export interface YamlFault {
  rule: RuleId;
  reason: string;
  /** Where, in characters of the source. */
  offset?: number;
}

/** How many times aliases may repeat a part of the document. */
const mostAliases = 100;

const counted = new Set<CST.TokenType | null>([
  'map-value-ind',
  'seq-item-ind',
  'explicit-key-ind',
  'flow-map-start',
  'flow-seq-start',
  'comma',
  'alias',
  'anchor',
]);

export function readYaml(source: string, limits: Readonly<Limits>): Yaml | YamlFault {
  if (source.length > limits.frontMatterLength)
    return beyond('frontMatterLength', 'length of front matter', source.length, limits);
  const keys = countKeys(source);
  if (keys > limits.frontMatterKeys)
    return beyond('frontMatterKeys', 'number of keys in front matter', keys, limits);

  const document = parseDocument(source, { prettyErrors: false, uniqueKeys: false });
  const [error] = document.errors;
  if (error) return invalid(`Unexpected YAML in front matter: ${error.message}`, error.pos[0]);
  const depth = depthOf(document.contents);
  if (depth > limits.nestingDepth)
    return beyond('nestingDepth', 'depth of front matter', depth, limits);
  const harmful = disarm(document);
  try {
    const values: unknown = document.toJS({ mapAsMap: true, maxAliasCount: mostAliases });
    if (values === null) return { values, document, harmful };
    if (values instanceof Map)
      return { values: toPlain(values) as Record<string, unknown>, document, harmful };
  } catch (thrown) {
    if (!(thrown instanceof ReferenceError)) throw thrown;
    return invalid(`Unexpected YAML in front matter: ${thrown.message}`);
  }
  return invalid('Unexpected front matter, expected a YAML mapping');
}

function beyond(
  name: keyof Limits,
  what: string,
  actual: number,
  limits: Readonly<Limits>,
): YamlFault {
  return { rule: limitRule(name), reason: overLimit(name, what, actual, limits) };
}

function invalid(reason: string, offset = 0): YamlFault {
  return { rule: 'reader/invalid-front-matter', reason, offset };
}

/** Tags of YAML itself. Others name types of a programming language, which a careless reader would make. */
const knownTag =
  /^(?:!|tag:yaml\.org,2002:(?:str|int|float|bool|null|map|seq|set|omap|pairs|binary|timestamp|merge))$/;
const override = /[\u202D\u202E]/g;

/** Takes out what could do harm where the front matter is read again. */
function disarm(document: Document): Yaml['harmful'] {
  const tags = new Set<string>();
  let overrides = 0;
  visit(document, {
    Node: (_, node) => {
      const { tag } = node as { tag?: string };
      if (tag !== undefined && !knownTag.test(tag)) {
        tags.add(tag.replace('tag:yaml.org,2002:', '!!'));
        delete (node as { tag?: string }).tag;
      }
      if (!isScalar(node) || typeof node.value !== 'string') return;
      const found = node.value.match(override);
      if (!found) return;
      overrides += found.length;
      node.value = node.value.replace(override, '');
      delete node.source;
    },
  });
  return { tags: [...tags], overrides };
}

/** Keys, list items and aliases. The lexer takes time that grows with the length alone. */
function countKeys(source: string): number {
  let count = 0;
  let isScalar = false;
  for (const token of new Lexer().lex(source)) {
    if (!isScalar && counted.has(CST.tokenType(token))) count++;
    isScalar = token === CST.SCALAR;
  }
  return count;
}

function depthOf(contents: unknown): number {
  let deepest = 0;
  const stack: [node: unknown, depth: number][] = [[contents, 1]];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const [node, depth] = next;
    if (isPair(node)) stack.push([node.key, depth], [node.value, depth]);
    if (!isCollection(node)) continue;
    deepest = Math.max(deepest, depth);
    for (const item of node.items) stack.push([item, depth + 1]);
  }
  return deepest;
}

/** Maps as objects without a prototype's names; keys that are no text are left aside. */
function toPlain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toPlain);
  if (!(value instanceof Map)) return value;
  const entries = [...value].filter(([key]) => typeof key !== 'object' || key === null);
  return Object.fromEntries(entries.map(([key, item]) => [String(key), toPlain(item)]));
}
