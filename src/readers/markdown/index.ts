import type { Nodes, Root, Text } from 'mdast';
import { VFile } from 'vfile';
import { defaultLimits, type Limits } from '../../limits.ts';
import type { ArticleProcessor } from '../reader.ts';
import { boundMarkdown, excessesIn, reportExcesses } from './bounds.ts';
import { flattenEmphasis } from './flatten.ts';
import { readFrontMatter } from './front-matter.ts';
import { dropPullQuotes } from './pull-quotes.ts';
import { takeSuppressions } from './suppressions.ts';

/** A line ending within a paragraph, with the white space around it. */
const softBreak = /[\t ]*(?:\r\n|\n|\r)[\t ]*/g;

/**
 * Markdown to mdast, with the syntax that the processor's plugins bring. Front matter becomes `file.data.stated` and
 * leaves the tree. Line endings within a paragraph become spaces: how an author broke the lines is no part of the text.
 */
export function readMarkdown(
  file: VFile,
  processor: ArticleProcessor,
  limits: Readonly<Limits> = defaultLimits,
): Root {
  const tree = parseBounded(file, processor, limits);
  readFrontMatter(tree, file, limits);
  dropPullQuotes(tree, file);
  takeSuppressions(tree, file);
  joinLines(tree);
  return tree;
}

/** What can't be parsed in time that grows with the length alone is text. */
function parseBounded(file: VFile, processor: ArticleProcessor, limits: Readonly<Limits>): Root {
  const bounded = boundMarkdown(String(file), limits);
  const tree = processor.parse(
    bounded ? new VFile({ path: file.path, value: bounded.value }) : file,
  );
  if (bounded) {
    const masked: Nodes[] = [];
    bounded.masks.restore(tree, (node) => void masked.push(node));
    reportExcesses(file, excessesIn(bounded.excesses, masked), limits);
  }
  flattenEmphasis(tree, file, limits);
  return tree;
}

function joinLines(tree: Root): void {
  const stack: Nodes[] = [tree];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'text') joinLinesOf(node);
    else if ('children' in node) stack.push(...node.children);
  }
}

function joinLinesOf(node: Text): void {
  if (/[\n\r]/.test(node.value)) node.value = node.value.replace(softBreak, ' ');
}
