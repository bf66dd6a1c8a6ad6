import type { Root } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFile } from 'vfile';
import masthead, { type MastheadOptions } from '../../../plugins/masthead/index.ts';
import type {
  Masthead,
  MastheadData,
  MastheadRole,
  StatedMetadata,
} from '../../../src/model/index.ts';
import { messageId } from '../../../src/model/index.ts';
import { textView } from '../../../src/text/index.ts';

export interface Read {
  tree: Root;
  file: VFile;
  data: MastheadData;
  /** Role and words of each block of the masthead. */
  parts: [MastheadRole | undefined, string][];
  /** Words of each block of the body. */
  body: string[];
  messages: string[];
  part: (role: MastheadRole) => string | undefined;
  /** The slice of the source that the first message of a rule points at. */
  slice: (rule: string) => string | undefined;
}

export interface Given {
  stated?: StatedMetadata;
  publicationDate?: string;
  options?: MastheadOptions;
  /** Takes the positions away first. */
  bare?: boolean;
}

export const prose =
  'The council met on Monday to discuss the new harbour wall, which has been late for years. Nobody who spoke was sure what it would cost in the end.';

/** Runs the plugin over Markdown. */
export function read(source: string, given: Given = {}): Read {
  const file = new VFile({ value: source });
  const tree: Root = unified().use(remarkParse).parse(file);
  if (given.bare) removePositions(tree);
  if (given.stated) file.data.stated = given.stated;
  if (given.publicationDate !== undefined) file.data.publicationDate = given.publicationDate;
  masthead(given.options)(tree, file);
  const node = tree.children.find((each): each is Masthead => each.type === 'masthead');
  const parts: Read['parts'] = (node?.children ?? []).map((block) => [
    block.data?.mastheadRole,
    textView(block, file).text,
  ]);
  return {
    tree,
    file,
    data: file.data.masthead as MastheadData,
    parts,
    body: tree.children
      .filter((each) => each.type !== 'masthead')
      .map((each) => ('children' in each ? textView(each as never, file).text : each.type)),
    messages: file.messages.map((message) => messageId(message)),
    part: (role) => parts.find(([name]) => name === role)?.[1],
    slice: (rule) => {
      const message = file.messages.find((each) => messageId(each) === rule);
      const place = message?.place;
      if (!place || !('start' in place)) return undefined;
      return source.slice(place.start.offset, place.end.offset);
    },
  };
}

function removePositions(node: unknown): void {
  const each = node as { position?: unknown; children?: unknown[] };
  delete each.position;
  each.children?.forEach(removePositions);
}
