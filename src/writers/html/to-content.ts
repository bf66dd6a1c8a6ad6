import type { Element, ElementContent, Root as HastRoot } from 'hast';
import type {
  Definition,
  FootnoteDefinition,
  FootnoteReference,
  Image,
  List,
  ListItem,
  Root,
} from 'mdast';
import { toHast, type Handler, type Handlers } from 'mdast-util-to-hast';
import type { VFile } from 'vfile';
import type { Masthead } from '../../model/index.ts';
import { eachNode } from '../../text/each-node.ts';
import { markId, noteId, type HtmlContent, type MastheadPart, type Note } from './content.ts';
import { numberNotes } from '../number-notes.ts';
import { withBox } from '../task-box.ts';
import { entityHandler } from './entities.ts';
import { listItem } from './list-item.ts';
import { pullQuoteHandler } from './pull-quotes.ts';
import { parseRawHtml } from './raw-html.ts';

/**
 * What is handed to mdast-util-to-hast in place of the tree, so that body and notes are turned to hast together. That looks through all nodes for
 * definitions first, with a function made for each node; here it finds them without the rest, which is no child of it.
 */
interface ArticleParts {
  type: 'articleParts';
  body: Root;
  notes: readonly FootnoteDefinition[];
}

/**
 * Turns the finished tree into hast, in parts: masthead, body, notes. Raw HTML is parsed, not trusted.
 *
 * @param placed - Whether nodes keep their places, which nobody but a plugin of the house asks for.
 */
export function toContent(tree: Root, file: VFile, placed = true): HtmlContent {
  const masthead: MastheadPart[] = [];
  const body: HastRoot = { type: 'root', children: [] };
  const notes: Note[] = [];
  const { definitions, numbers } = numberNotes(tree);
  const marks = new Map<string, number>();

  /** Whether the items of a list have paragraphs: asked once a list, where the library looks at all items for each. */
  const loose = new Map<List, boolean>();

  const handlers: Record<string, Handler> = {
    listItem: (state, node: ListItem, parent) => {
      // A form has no place in an article; a sign is read out as what it is.
      const item = withBox(node, ['☑', '☐']);
      if (parent?.type !== 'list') return listItem(state, item, isLoose(node));
      let spread = loose.get(parent);
      if (spread === undefined) {
        spread = parent.spread === true || parent.children.some(isLoose);
        loose.set(parent, spread);
      }
      return listItem(state, item, spread);
    },
    entity: entityHandler,
    anchor: (state, node) => state.all(node) as ElementContent[],
    pullQuote: pullQuoteHandler(file),
    masthead: (state, node: Masthead) => {
      for (const block of node.children) {
        const role = block.data?.mastheadRole ?? 'other';
        masthead.push({ role, children: parseChildren(state.all(block) as ElementContent[]) });
      }
      return undefined;
    },
    footnoteReference: (_state, node: FootnoteReference) => {
      const number = numbers.get(node.identifier);
      if (number === undefined)
        return { type: 'text', value: `[^${node.label ?? node.identifier}]` };
      const occurrence = (marks.get(node.identifier) ?? 0) + 1;
      marks.set(node.identifier, occurrence);
      return mark(number, occurrence);
    },
    articleParts: (state, node: ArticleParts) => {
      if (!placed) state.patch = () => undefined;
      body.children = state.wrap(state.all(node.body) as ElementContent[]);
      const contents = node.notes.map((definition) => state.all(definition) as ElementContent[]);
      for (const [index, definition] of node.notes.entries()) {
        notes.push({
          number: index + 1,
          children: parseChildren(contents[index] ?? []),
          // A note may be marked within another note, so marks are counted when all are done.
          marks: marks.get(definition.identifier) ?? 0,
        });
      }
      return undefined;
    },
  };

  const parts: ArticleParts = { type: 'articleParts', body: tree, notes: definitions };
  const outline = { type: 'root', children: [...linkDefinitions(tree), parts] };
  toHast(outline as unknown as Root, {
    handlers: handlers as Handlers,
    allowDangerousHtml: true,
    file,
  });
  return { masthead, body: parseRawHtml(body), notes, bodyImages: imagesOf(tree) };
}

function linkDefinitions(tree: Root): Definition[] {
  const found: Definition[] = [];
  eachNode<Definition>(tree, 'definition', (node) => void found.push(node));
  return found;
}

function isLoose({ spread, children }: ListItem): boolean {
  return spread ?? children.length > 1;
}

function imagesOf(tree: Root): Set<string> {
  const images = new Set<string>();
  eachNode<Image>(tree, 'image', ({ url }) => {
    images.add(url);
  });
  return images;
}

/** A mark is a plain link to its note, so that it works wherever HTML is shown. */
function mark(number: number, occurrence: number): Element {
  const link: Element = {
    type: 'element',
    tagName: 'a',
    properties: { href: `#${noteId(number)}`, id: markId(number, occurrence), role: 'doc-noteref' },
    children: [{ type: 'text', value: String(number) }],
  };
  return { type: 'element', tagName: 'sup', properties: {}, children: [link] };
}

function parseChildren(children: ElementContent[]): ElementContent[] {
  return parseRawHtml({ type: 'root', children }).children as ElementContent[];
}
