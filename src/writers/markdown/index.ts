import type { Root, RootContent } from 'mdast';
import type { Writer, WriterInput } from '../writer.ts';
import { frontMatter } from './front-matter.ts';
import { withPullQuotes } from './pull-quotes.ts';

/**
 * Markdown that drops into any site generator: YAML front matter, then the body in CommonMark with GFM footnotes, tables and
 * strikethrough. What stood in the masthead is in the front matter; names leave no mark in the body, and pull
 * quotes only where the config wants them there.
 */
export const markdownWriter: Writer = {
  extension: 'md',
  write: (input) => {
    const parts = [frontMatter(input), serialise(input)];
    return parts.filter((part) => part !== '').join('\n');
  },
};

function serialise(input: WriterInput): string {
  const { tree, processor, file } = input;
  const children = tree.children.filter((node: RootContent) => node.type !== 'masthead');
  const body: Root = { ...tree, children: withPullQuotes(children, input) };
  return processor.stringify(body, file);
}
