/** Footnotes that the article has already. */
import type { FootnoteDefinition, FootnoteReference, Parents, Root } from 'mdast';
import type { VFile } from 'vfile';
import type { CitationOccurrence } from '../../src/model/index.ts';
import { eachNode, textView, type DayMonthOrder } from '../../src/text/index.ts';
import { readAuthorGroup } from './grammar/author-date.ts';
import { addressOf } from './grammar/addresses.ts';
import { toSegments } from './grammar/fields.ts';
import { scanLegal } from './grammar/legal.ts';
import { readOutletGroup } from './grammar/outlet-date.ts';
import { tokenise } from './grammar/tokens.ts';
import type { SourceItem } from './model.ts';
import type { OutletTable } from './outlets.ts';

export interface ExistingNote {
  definition: FootnoteDefinition;
  items: SourceItem[];
  /** The note says that its outlet is missing. */
  lost: boolean;
  marks: { node: FootnoteReference; occurrence: Omit<CitationOccurrence, 'at'> }[];
}

/** Takes all definitions out of the tree; they come back at its end. The first of an identifier counts. */
export function takeExistingNotes(
  tree: Root,
  file: VFile,
  table: OutletTable,
  dayMonth: DayMonthOrder,
): ExistingNote[] {
  const definitions = takeDefinitions(tree);
  if (definitions.length === 0) return [];
  const notes = definitions.map((definition): ExistingNote => {
    const { items, lost } = readNote(definition, file, table, dayMonth);
    return { definition, items, lost, marks: [] };
  });
  const byIdentifier = new Map<string, ExistingNote>();
  for (const note of notes) {
    if (!byIdentifier.has(note.definition.identifier))
      byIdentifier.set(note.definition.identifier, note);
  }
  const addMark = (node: FootnoteReference): void => {
    const start = node.position?.start.offset;
    const end = node.position?.end.offset;
    const placed = start !== undefined && end !== undefined;
    byIdentifier.get(node.identifier)?.marks.push({
      node,
      occurrence: {
        raw: placed ? String(file).slice(start, end) : `[^${node.label ?? node.identifier}]`,
        source: placed ? { start, end } : null,
      },
    });
  };
  eachNode(tree, 'footnoteReference', addMark);
  for (const { definition } of notes) eachNode(definition, 'footnoteReference', addMark);
  return notes;
}

function takeDefinitions(tree: Root): FootnoteDefinition[] {
  const definitions: FootnoteDefinition[] = [];
  const parents = new Set<Parents>();
  eachNode<FootnoteDefinition>(tree, 'footnoteDefinition', (node, parent) => {
    definitions.push(node);
    if (parent) parents.add(parent as Parents);
  });
  for (const parent of parents) {
    parent.children = parent.children.filter(
      (child) => child.type !== 'footnoteDefinition',
    ) as typeof parent.children;
  }
  return definitions;
}

/** The sources that a note names, where it is nothing but sources. */
function readNote(
  definition: FootnoteDefinition,
  file: VFile,
  table: OutletTable,
  dayMonth: DayMonthOrder,
): { items: SourceItem[]; lost: boolean } {
  const paragraph = definition.children[0];
  if (paragraph?.type !== 'paragraph') return { items: [], lost: false };
  const view = textView(paragraph, file);
  const text = view.text;
  const lost = text.includes('[outlet missing]');
  const links = view.spans('link');
  const url = links.find(({ node }) => /^https?:/.test(node.url))?.node.url;
  if (text.length > 1500) return { items: [], lost };
  const end = text.trimEnd().replace(/\.$/, '').length;
  const law = scanLegal(text);
  if (law.length > 0 && law[0]?.start === 0 && law.at(-1)?.end === end)
    return { items: law.flatMap((found) => found.items), lost };
  const segments = toSegments(text, tokenise(text, 0, end, dayMonth));
  const emphases = view.spans('emphasis');
  const items = readOutletGroup(segments, table, (from, to) =>
    emphases.some((each) => each.start <= from && each.end >= to),
  );
  if (items) {
    if (url !== undefined && items.length === 1)
      Object.assign(items[0] as SourceItem, addressOf(url));
    return { items, lost };
  }
  const authors = readAuthorGroup(segments);
  if (authors) return { items: authors, lost };
  const only =
    segments.length === 1 && segments[0]?.fields.length === 1 ? segments[0].fields[0] : undefined;
  if (only?.type === 'url')
    return {
      items: [{ kind: 'url', start: only.start, end: only.end, ...addressOf(url ?? only.url) }],
      lost,
    };
  // Any other note is one source, as printed.
  return {
    items:
      text.trim() === ''
        ? []
        : [
            {
              kind: 'other',
              start: 0,
              end: text.length,
              title: text.trim(),
              ...(url === undefined ? {} : addressOf(url)),
            },
          ],
    lost,
  };
}
