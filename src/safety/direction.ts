/**
 * Characters that turn the direction of text. U+202D and U+202E go from everything that is printed; code, in which no language needs any of
 * them and every character counts, shows them all.
 *
 * @see https://www.unicode.org/reports/tr9/#Explicit_Directional_Overrides
 */
import type { Nodes, Root } from 'mdast';
import type { VFile } from 'vfile';
import { report } from '../model/index.ts';
import { everyNode } from './every-node.ts';

const override = /[\u202D\u202E]/g;
const anyTurn = /[\u202A-\u202E\u2066-\u2069]/g;
/** The fields of a node that are printed. */
const printed = ['value', 'alt', 'title', 'url', 'lang', 'meta'] as const;
/** Fields of data that hold the source to the letter. */
const literal = new Set(['raw', 'source']);
/** Nothing in the data of an article is nested deeper. */
const deepest = 12;

export function showOverrides(tree: Root, file: VFile): void {
  let count = 0;
  let first: Nodes | undefined;
  everyNode(tree, (node) => {
    const fields = node as unknown as Record<string, unknown>;
    const isCode = node.type === 'code' || node.type === 'inlineCode';
    if (node.type === 'masthead')
      for (const { data } of node.children) count += clean(data?.image, 0);
    for (const name of printed) {
      const value = fields[name];
      if (typeof value !== 'string') continue;
      const found = value.match(isCode && name === 'value' ? anyTurn : override);
      if (!found) continue;
      count += found.length;
      first ??= node;
      fields[name] =
        isCode && name === 'value' ? value.replace(anyTurn, shown) : value.replace(override, '');
    }
  });
  const { masthead, stated, citations, entities, pullQuotes } = file.data;
  for (const data of [masthead, stated, citations, entities, pullQuotes]) count += clean(data, 0);
  if (count === 0) return;
  report(
    file,
    'html/direction-override',
    `Unexpected ${count === 1 ? 'character that turns' : `${count} characters that turn`} the direction of text, expected none`,
    { place: first },
  );
}

/** Takes overrides out of all texts of plain data. Gives their number. */
function clean(data: unknown, depth: number): number {
  if (typeof data !== 'object' || data === null || depth > deepest) return 0;
  let count = 0;
  const fields = data as Record<string, unknown>;
  for (const key of Object.keys(fields)) {
    const value = fields[key];
    if (value === null || literal.has(key)) continue;
    if (typeof value !== 'string') {
      count += clean(value, depth + 1);
      continue;
    }
    const found = value.match(override);
    if (!found) continue;
    count += found.length;
    fields[key] = value.replace(override, '');
  }
  return count;
}

function shown(character: string): string {
  return `<U+${character.charCodeAt(0).toString(16).toUpperCase()}>`;
}
