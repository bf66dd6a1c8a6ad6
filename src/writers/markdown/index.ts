import type { Root, RootContent } from 'mdast';
import type { Writer, WriterInput } from '../writer.ts';
import { frontMatter } from './front-matter.ts';

/**
 * Markdown that drops into any site generator: YAML front matter, then the body in CommonMark with GFM footnotes, tables and
 * strikethrough. What stood in the masthead is in the front matter; names and pull quotes leave no mark in the body.
 */
export const markdownWriter: Writer = {
  extension: 'md',
  write: (input) => {
    const parts = [frontMatter(input), serialise(input)];
    return parts.filter((part) => part !== '').join('\n');
  },
};

function serialise({ tree, processor, file }: WriterInput): string {
  return processor.stringify(bodyOf(tree), file);
}

function bodyOf(tree: Root): Root {
  const children = tree.children.filter((node: RootContent) => node.type !== 'masthead');
  return { ...tree, children };
}
