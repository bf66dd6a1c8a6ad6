import type { Element, Nodes, Root } from 'hast';
import type {} from 'mdast-util-to-hast';
import rehypeParse from 'rehype-parse';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { reservedId } from './content.ts';

const fragments = unified()
  .use(rehypeParse, { fragment: true })
  .use(rehypeStringify, { allowDangerousHtml: true })
  .freeze();

/** Classes that the writer itself and Markdown bring; those of raw HTML are left out. */
const knownClass = /^(?:language-|align-)./;

/**
 * Turns raw HTML, as Markdown may hold it, into elements. A tree without any is returned as it is.
 *
 * An element may begin in one raw node and end in another, with Markdown between, so the whole is put out and parsed again.
 */
export function parseRawHtml(root: Root): Root {
  let found = false;
  visit(root, 'raw', (node) => {
    found = true;
    node.value = closeMarkup(node.value);
  });
  if (!found) return root;
  const parsed = fragments.parse(fragments.stringify(root));
  visit(parsed, 'element', clean);
  return forgetPositions(parsed);
}

/** Raw HTML may dress itself neither in the page's classes nor in its ids. */
function clean(element: Element): void {
  const { className, id, role } = element.properties;
  if (Array.isArray(className)) {
    element.properties.className = className.filter((name) => knownClass.test(String(name)));
    if (element.properties.className.length === 0) delete element.properties.className;
  }
  if (typeof id === 'string' && reservedId.test(id) && role !== 'doc-noteref') {
    delete element.properties.id;
  }
}

/** Positions now count in the text that was put out, which is nobody's source. */
function forgetPositions<Tree extends Nodes>(tree: Tree): Tree {
  visit(tree, (node) => {
    delete node.position;
  });
  return tree;
}

/** Elements whose content is no markup: what follows one that is never closed would be swallowed. */
const opaque = new Set([
  'script',
  'style',
  'textarea',
  'title',
  'xmp',
  'iframe',
  'noembed',
  'noframes',
]);

/**
 * Makes raw HTML end where its node ends: a comment or an opaque element that is left open is closed, a tag that breaks off becomes
 * text.
 */
export function closeMarkup(html: string): string {
  let result = '';
  let done = 0;
  while (done < html.length) {
    const start = html.indexOf('<', done);
    if (start < 0) break;
    result += html.slice(done, start);
    if (html.startsWith('<!--', start)) {
      const end = html.indexOf('-->', start + 4);
      if (end < 0) return `${result}${html.slice(start)}-->`;
      result += html.slice(start, end + 3);
      done = end + 3;
      continue;
    }
    const name = /[a-zA-Z][^\t\n\f\r />]*/y;
    name.lastIndex = html[start + 1] === '/' ? start + 2 : start + 1;
    const tagName = name.exec(html)?.[0].toLowerCase();
    if (tagName === undefined && !/[/!?]/.test(html[start + 1] ?? '')) {
      result += '&lt;';
      done = start + 1;
      continue;
    }
    const end = tagName === undefined ? html.indexOf('>', start) : tagEnd(html, name.lastIndex);
    if (end < 0) return result + html.slice(start).replaceAll('<', '&lt;');
    done = end + 1;
    // What follows this tag can never be markup again; its words are kept as they are.
    if (tagName === 'plaintext') continue;
    result += html.slice(start, done);
    if (tagName === undefined || html[start + 1] === '/' || !opaque.has(tagName)) continue;
    const close = closingTag(html, tagName, done);
    if (close < 0) return `${result}${html.slice(done)}</${tagName}>`;
    result += html.slice(done, close);
    done = close;
  }
  return result + html.slice(done);
}

/** Where a tag ends that has attributes from `from` on; -1 where it breaks off. A quotation mark counts after an equals sign only. */
function tagEnd(html: string, from: number): number {
  let afterEquals = false;
  for (let index = from; index < html.length; index++) {
    const character = html[index] as string;
    if (character === '>') return index;
    if (afterEquals && (character === '"' || character === "'")) {
      index = html.indexOf(character, index + 1);
      if (index < 0) return -1;
    }
    if (!/\s/.test(character)) afterEquals = character === '=';
  }
  return -1;
}

function closingTag(html: string, tagName: string, from: number): number {
  const closing = new RegExp(`</${tagName}(?=[\\t\\n\\f\\r />])`, 'gi');
  closing.lastIndex = from;
  return closing.exec(html)?.index ?? -1;
}
