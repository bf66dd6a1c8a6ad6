import type { Image, ImageReference, InlineCode, Nodes, Root, Text } from 'mdast';
import { VFile } from 'vfile';
import { defaultLimits, type Limits } from '../../limits.ts';
import { report } from '../../model/index.ts';
import { eachNode } from '../../text/index.ts';
import type { ArticleProcessor } from '../reader.ts';
import { boundMarkdown, excessesIn, reportExcesses } from './bounds.ts';
import { flattenEmphasis } from './flatten.ts';
import { readFrontMatter } from './front-matter.ts';
import { dropPullQuotes } from './pull-quotes.ts';
import { settleSpread } from './spread.ts';
import { takeSuppressions } from './suppressions.ts';
import { parseTables } from './tables.ts';

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
  reportDescriptions(tree, file);
  joinLines(tree);
  settleSpread(tree);
  return tree;
}

/** What can't be parsed in time that grows with the length alone is text. */
function parseBounded(file: VFile, processor: ArticleProcessor, limits: Readonly<Limits>): Root {
  const value = String(file);
  const bounded = boundMarkdown(value, limits);
  const parsed = bounded?.value ?? value;
  // The parser would leave a second byte order mark out, and count all places from behind it.
  const whole = parsed.startsWith('\uFEFF') ? `\u200B${parsed.slice(1)}` : parsed;
  const source = whole === value ? file : new VFile({ path: file.path, value: whole });
  const tree = parseTables(whole, () => processor.parse(source));
  if (bounded) {
    const masked: Nodes[] = [];
    bounded.masks.restore(tree, (node) => void masked.push(node));
    reportExcesses(file, excessesIn(bounded.excesses, masked), limits);
  }
  flattenEmphasis(tree, file, limits);
  return tree;
}

/** The description of an image is words alone: where a link in it led is told. */
function reportDescriptions(tree: Root, file: VFile): void {
  const source = String(file);
  if (!source.includes('![')) return;
  const look = (node: Image | ImageReference): void => {
    const { start, end } = node.position ?? {};
    const own = source.slice(start?.offset, end?.offset);
    const label = own.slice(0, own.lastIndexOf(']'));
    if (!/\][([]/.test(label)) return;
    report(
      file,
      'reader/left-out',
      'Unexpected link in the description of an image, expected words alone',
      { place: node },
    );
  };
  eachNode<Image>(tree, 'image', look);
  eachNode<ImageReference>(tree, 'imageReference', look);
}

/** Makes line endings of the source what they mean. */
function joinLines(tree: Root): void {
  const stack: Nodes[] = [tree];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'text' || node.type === 'inlineCode') joinLinesOf(node);
    else if (node.type === 'html') node.value = withoutEnd(node.value);
    else if ('children' in node) for (const child of node.children) stack.push(child);
  }
}

function joinLinesOf(node: Text | InlineCode): void {
  if (!/[\n\r]/.test(node.value)) return;
  // In code each line ending is a space, and the spaces around it stand.
  node.value = node.value.replace(node.type === 'text' ? softBreak : /\r\n|\n|\r/g, ' ');
}

/** Raw HTML that nothing ends reaches to the end of what it stands in, and the blank lines there are none of its own. */
function withoutEnd(value: string): string {
  let end = value.length;
  while (end > 0 && /[\n\r]/.test(value[end - 1] as string)) end--;
  return end === value.length ? value : value.slice(0, end);
}
