/** Makes blocks of the masthead from blocks of the text, or from words that stand in no text. */
import type { Heading, Nodes, Paragraph, PhrasingContent } from 'mdast';
import type { VFile } from 'vfile';
import type { MastheadContent, MastheadRole } from '../../src/model/index.ts';
import { textView, type TextView, type Range } from '../../src/text/index.ts';

export type TextNode = Paragraph | Heading;

/** A block of the text that is being looked at. */
export interface Candidate {
  node: TextNode;
  view: TextView;
  text: string;
  /** Its lines, without white space around them. */
  lines: Range[];
}

export function isTextNode(node: Nodes | undefined): node is TextNode {
  return node?.type === 'paragraph' || node?.type === 'heading';
}

export function candidate(node: TextNode, file: VFile): Candidate {
  const view = textView(node, file);
  const lines: Range[] = [];
  let start = 0;
  for (const words of view.text.split('\n')) {
    const lead = words.length - words.trimStart().length;
    const end = words.trimEnd().length;
    if (end > lead) lines.push({ start: start + lead, end: start + end });
    start += words.length + 1;
  }
  return { node, view, text: view.text, lines };
}

/** Whether a block holds something that is no text, so that it can't be taken apart without loss. */
export function holdsMore(view: TextView): boolean {
  return view.spans('image', 'imageReference', 'footnoteReference', 'html').length > 0;
}

/** Whether a block is nothing but images. */
export function isImageBlock({ node, text }: Candidate): boolean {
  return text.trim() === '' && node.children.length > 0;
}

/** A block of the masthead from a range of a block of the text, with its formatting and its places. */
export function blockFrom(
  from: Candidate,
  range: Range,
  role: MastheadRole,
  file: VFile,
): MastheadContent {
  const { node, view, text } = from;
  const whole = range.start === 0 && range.end === text.length;
  const children = whole ? node.children : slice(node, range, file);
  const position = whole ? node.position : view.place(range.start, range.end);
  return block(role, children, position);
}

/** A block of the masthead from words that stand in no text. */
export function blockOf(words: string, role: MastheadRole): MastheadContent {
  return block(role, [{ type: 'text', value: words }]);
}

function block(
  role: MastheadRole,
  children: PhrasingContent[],
  position?: Paragraph['position'],
): MastheadContent {
  const made: MastheadContent =
    role === 'title' ? { type: 'heading', depth: 1, children } : { type: 'paragraph', children };
  made.data = { mastheadRole: role };
  if (position) made.position = position;
  return made;
}

function slice(node: TextNode, range: Range, file: VFile): PhrasingContent[] {
  const copy = copyOf(node);
  const view = textView(copy, file);
  view.apply(
    [
      { start: 0, end: range.start, replace: '' },
      { start: range.end, end: view.text.length, replace: '' },
    ].filter((edit) => edit.end > edit.start),
  );
  return copy.children;
}

/** A copy that can be taken apart: edits put other places and data on a node, and change none. */
function copyOf<NodeType extends Nodes>(node: NodeType): NodeType {
  if (!('children' in node)) return { ...node };
  return { ...node, children: node.children.map((child) => copyOf(child)) };
}

type ImageFacts = {
  credit?: string | undefined;
  src?: string | undefined;
  alt?: string | undefined;
};

/** Records on a caption what is known of its image. */
export function setImage(block: MastheadContent | undefined, facts: ImageFacts): void {
  if (!block?.data) return;
  const image: NonNullable<typeof block.data.image> = {};
  for (const key of ['credit', 'src', 'alt'] as const) {
    const value = facts[key];
    if (value !== undefined) image[key] = value;
  }
  if (Object.keys(image).length > 0) block.data.image = { ...block.data.image, ...image };
}
