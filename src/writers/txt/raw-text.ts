import type { Nodes, RootContent } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { MarkupGuard } from '../html/markup-guard.ts';

const fragments = unified().use(rehypeParse, { fragment: true }).freeze();

/** Elements whose content nobody reads. */
const unread = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'title',
  'head',
  'iframe',
  'svg',
]);
const lineBreaking =
  /^(?:p|div|li|tr|h[1-6]|blockquote|section|article|figure|figcaption|dt|dd|table|ul|ol|pre)$/;

/** The words of raw HTML; tags that would nest too deeply are words too. */
export function rawText(html: string): string {
  return wordsOf(fragments.parse(new MarkupGuard().close(html))).replace(/\s+/g, (run) =>
    run.includes('\n') ? '\n' : run,
  );
}

function wordsOf(node: Nodes): string {
  if (node.type === 'text') return node.value.replace(/\s+/g, ' ');
  if (node.type === 'element') {
    if (unread.has(node.tagName)) return '';
    if (node.tagName === 'br') return '\n';
  }
  if (!('children' in node)) return '';
  const words = (node.children as RootContent[]).map(wordsOf).join('');
  return node.type === 'element' && lineBreaking.test(node.tagName) ? `\n${words}\n` : words;
}
