import type { Root, RootContent } from 'mdast';
import { withDateline } from '../above-text.ts';
import type { Writer, WriterInput } from '../writer.ts';
import { frontMatter } from './front-matter.ts';
import { openingBlocks } from './opening.ts';
import { presets } from './presets.ts';
import { withPullQuotes } from './pull-quotes.ts';
import { withoutShortcodes } from './shortcodes.ts';
import { unwrapped } from './unwrapped.ts';

/**
 * Markdown that drops into any site generator: YAML front matter, then the body in CommonMark with GFM footnotes, tables and
 * strikethrough. What stood in the masthead is in the front matter, in the terms of the generator that the config names; names
 * leave no mark in the body, and pull quotes only where the config wants them there.
 */
export const markdownWriter: Writer = {
  extension: 'md',
  write: (input) => {
    const preset = input.markdown?.frontMatter ?? 'copydesk';
    const blocks = unwrapped(
      input.tree.children.filter((node) => node.type !== 'masthead'),
      input.processor,
    );
    if (preset === 'none') {
      const opening = openingBlocks(input);
      return withoutFence(
        serialise([...opening, ...withDateline(blocks, input.article.metadata.dateline)], input),
      );
    }
    const text = preset === 'hugo' ? withoutShortcodes(blocks) : blocks;
    const plain = text.filter((node) => node.type !== 'pullQuote');
    const body = serialise(plain, input);
    const withQuotes = withPullQuotes(text, input);
    // A quote that is not written in the text prints nothing there.
    const printed = withQuotes === text ? body : serialise(withQuotes, input);
    const data = frontMatter(input, presets[preset], body);
    if (data === '') return withoutFence(printed);
    return printed === '' ? data : `${data}\n${printed}`;
  },
};

function serialise(children: RootContent[], { tree, processor, file }: WriterInput): string {
  const body: Root = { ...tree, children };
  return processor.stringify(body, file);
}

/** At the beginning of a file three dashes would open front matter. */
function withoutFence(text: string): string {
  return text.startsWith('---\n') ? `***${text.slice(3)}` : text;
}
