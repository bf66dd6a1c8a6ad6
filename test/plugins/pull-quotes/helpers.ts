import type { Nodes, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import pullQuotes, { type PullQuotesOptions } from '../../../plugins/pull-quotes/index.ts';
import { readArticle, type Article } from '../../../plugins/pull-quotes/article.ts';
import type { PullQuote, StatedPullQuote } from '../../../src/model/index.ts';
import { textBlocks, textView } from '../../../src/text/index.ts';

export interface Result {
  tree: Root;
  file: VFile;
  /** The words of each anchor, by its id. */
  texts: Map<string, string>;
  quotes: PullQuote[];
}

export function parse(markdown: string): { tree: Root; file: VFile } {
  const file = new VFile(markdown);
  return { tree: unified().use(remarkParse).parse(file), file };
}

export function articleOf(markdown: string): Article {
  const { tree, file } = parse(markdown);
  return readArticle(tree, file);
}

/** The options with which every sentence comes back. */
export const everything: PullQuotesOptions = {
  count: 100_000,
  minWords: 1,
  maxWords: 1000,
  spacing: 0,
  gates: false,
  trim: false,
};

export function run(
  markdown: string,
  options?: PullQuotesOptions,
  stated?: StatedPullQuote[],
): Result {
  const { tree, file } = parse(markdown);
  if (stated) file.data.stated = { pullQuotes: stated };
  return runOn(tree, file, options);
}

export function runOn(tree: Root, file: VFile, options?: PullQuotesOptions): Result {
  pullQuotes(options)(tree, file);
  const texts = new Map<string, string>();
  for (const { node } of textBlocks(tree)) {
    const view = textView(node, file);
    for (const span of view.spans('anchor')) {
      texts.set(span.node.anchorId, view.text.slice(span.start, span.end));
    }
  }
  const quotes: PullQuote[] = [];
  visit(tree as Nodes, 'pullQuote', (node: PullQuote) => void quotes.push(node));
  return { tree, file, texts, quotes };
}

/** The quoted passages, the best first. */
export function picked(result: Result): (string | undefined)[] {
  return (result.file.data.pullQuotes ?? []).map(({ anchorId }) => result.texts.get(anchorId));
}

/** Indexes of children of the root that are pull quotes, with their words. */
export function placed({ tree }: Result): [number, string][] {
  return tree.children.flatMap((node, index): [number, string][] =>
    node.type === 'pullQuote' ? [[index, toString(node)]] : [],
  );
}

/** Paragraphs about nothing that all differ, none of which makes a good quote. */
export function filler(count: number, from = 0): string {
  const subjects = [
    'harbour',
    'orchard',
    'mill',
    'quarry',
    'chapel',
    'market',
    'tannery',
    'bakery',
  ];
  return Array.from({ length: count }, (_, index) => {
    const number = from + index;
    const subject = subjects[number % subjects.length] as string;
    return `The ${subject} on Lane ${number} was opened on May ${(number % 28) + 1}, 19${10 + (number % 80)}, and covered (with Yard ${number}) ${number * 7 + 11} square metres.`;
  }).join('\n\n');
}
