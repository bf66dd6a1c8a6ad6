import type { Element, ElementContent, Root } from 'hast';
import type { Raw } from 'mdast-util-to-hast';
import rehypeParse from 'rehype-parse';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { eachNode } from '../../text/each-node.ts';
import { reservedId } from './content.ts';
import { MarkupGuard } from './markup-guard.ts';
import { visitElements } from './visit.ts';

const fragments = unified()
  .use(rehypeParse, { fragment: true })
  .use(rehypeStringify, { allowDangerousHtml: true })
  .freeze();

/** Classes that the writer itself and Markdown bring; those of raw HTML are left out. */
const knownClass = /^(?:language-|align-)./;

/** Blocks of running text. Raw HTML within one ends with it. */
const textBlocks = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'td', 'th']);

/**
 * Turns raw HTML, as Markdown may hold it, into elements. A tree without any is returned as it is.
 *
 * An element may begin in one raw node and end in another, with Markdown between, so what lies around them is put out and parsed
 * again: the running text of a block on its own, then the blocks together.
 */
export function parseRawHtml(root: Root): Root {
  if (!holdsRaw(root)) return root;
  visitElements(root, (element) => {
    if (!textBlocks.has(element.tagName) || !guardMarkup(element)) return;
    element.children = parse({ type: 'root', children: element.children })
      .children as ElementContent[];
  });
  return guardMarkup(root) ? parse(root) : root;
}

function holdsRaw(root: Root): boolean {
  let found = false;
  eachNode<Raw>(root, 'raw', () => {
    found = true;
  });
  return found;
}

/** Makes each raw node below end where it ends. Tells whether there is one. */
function guardMarkup(tree: Root | Element): boolean {
  let guard: MarkupGuard | undefined;
  eachNode<Raw>(tree, 'raw', (node) => {
    guard ??= new MarkupGuard();
    node.value = guard.close(node.value);
  });
  return guard !== undefined;
}

function parse(root: Root): Root {
  const parsed = fragments.parse(fragments.stringify(root));
  visit(parsed, (node) => {
    // Positions now count in the text that was put out, which is nobody's source.
    delete node.position;
    if (node.type === 'element') clean(node);
  });
  return parsed;
}

/**
 * Raw HTML may dress itself neither in the page's classes nor in its ids; and where a page runs scripts, it is by `data-` attributes that
 * they are called.
 */
function clean({ properties }: Element): void {
  for (const name of Object.keys(properties)) {
    if (/^data[A-Z0-9]/.test(name)) delete properties[name];
  }
  const { className, id, role } = properties;
  if (Array.isArray(className)) {
    const known = className.filter((name) => knownClass.test(String(name)));
    if (known.length > 0) properties.className = known;
    else delete properties.className;
  }
  if (typeof id === 'string' && reservedId.test(id) && role !== 'doc-noteref') {
    delete properties.id;
  }
}
