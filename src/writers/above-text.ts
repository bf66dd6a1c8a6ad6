/** What stands above the text, for formats that print it as text. */
import type { Root, RootContent } from 'mdast';
import type { Masthead, MastheadContent, MastheadRole } from '../model/index.ts';

/** The blocks of the masthead that have a role, in their order. */
export function mastheadBlocks(tree: Root, role: MastheadRole): MastheadContent[] {
  const masthead = tree.children.find((node): node is Masthead => node.type === 'masthead');
  return (masthead?.children ?? []).filter(
    (block) => (block.data?.mastheadRole ?? 'other') === role,
  );
}

/** The text with the place that the report comes from before its first paragraph. */
export function withDateline(
  blocks: readonly RootContent[],
  dateline: string | null,
): RootContent[] {
  const first = dateline === null ? -1 : blocks.findIndex(({ type }) => type === 'paragraph');
  return blocks.map((block, index) =>
    index === first && block.type === 'paragraph'
      ? { ...block, children: [{ type: 'text', value: `${dateline} — ` }, ...block.children] }
      : block,
  );
}
