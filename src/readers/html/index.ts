/**
 * Web pages and fragments of HTML. The page is parsed once, and every step works on that one tree, so that the places of its words in the
 * source are never lost: what the page says of itself, its notes, its pull quotes, the article among the rest of the page, its translation.
 */
import type { Element, ElementContent, Nodes, Root as HastRoot } from 'hast';
import { defaultNodeHandlers, toMdast, type NodeHandle } from 'hast-util-to-mdast';
import { toString } from 'mdast-util-to-string';
import type { Image, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { defaultLimits, type Limits } from '../../limits.ts';
import type { StatedImage } from '../../model/index.ts';
import { linkEmbeds } from './embeds.ts';
import { extractArticle, prune } from './extract/index.ts';
import { loneCaptions, settleFigures, titleFigure } from './figure.ts';
import {
  attribute,
  elementsIn,
  isElement,
  lettersOf,
  parentsOf,
  removeFrom,
  textOf,
} from './hast.ts';
import { handlersFor } from './handlers.ts';
import { removeHidden, removePlaceholders } from './hidden.ts';
import { reportLeftOut } from './left-out.ts';
import { readMetadata, type PageMetadata } from './metadata/index.ts';
import { takeNotes, type Note } from './notes/index.ts';
import { removeNothing } from './nothing.ts';
import { parseHtml } from './parse.ts';
import { placeParents, placeTexts } from './places.ts';
import { findPullQuotes, settlePullQuotes } from './pull-quotes.ts';
import { takeSuppressions } from './suppressions.ts';
import { boundTables } from './table.ts';
import { joinTexts, tidy } from './tidy.ts';

/** HTML to mdast. Fills `file.data.stated` with what the page says of its article in metadata and markup. */
export function readHtml(
  file: VFile,
  _processor?: unknown,
  limits: Readonly<Limits> = defaultLimits,
): Root {
  const page = parseHtml(file, limits);
  takeSuppressions(page, file);
  const metadata = readMetadata(page, parentsOf(page));
  removePlaceholders(page, parentsOf(page));
  const besides = linkEmbeds(page, parentsOf(page));
  const { hidden } = removeHidden(page);
  boundTables(page, file, limits);

  const parents = parentsOf(page);
  const notes = takeNotes(page, parents, metadata.stated.url, file);
  const quotes = findPullQuotes(page);
  const { kept, left } = extractArticle(
    page,
    parents,
    keepers(page, quotes, metadata),
    {
      isSigned: metadata.stated.authors !== undefined || metadata.stated.date !== undefined,
      names: new Set(metadata.stated.authors?.map(({ name }) => lettersOf(name))),
    },
    metadata.parts.heading,
  );
  prune(page, kept);
  settleQuotes(page, quotes, metadata);
  addNotes(page, notes, left);

  removeNothing(page);

  const captions = loneCaptions(page);
  const tree = translate(page, metadata.base ?? metadata.stated.url);
  tidy(tree);
  placeTexts(tree, file);
  settleImages(tree, metadata, captions);
  placeParents(tree);
  file.data.stated = metadata.stated;
  reportLeftOut(file, left, [...hidden, ...besides]);
  return tree;
}

/** What belongs to the article wherever it stands: marks of notes, pull quotes, the headline and the standfirst. */
function keepers(
  page: HastRoot,
  quotes: readonly Element[],
  { parts }: PageMetadata,
): Set<Element> {
  const keep = new Set(quotes);
  for (const part of [parts.heading, parts.subtitle]) if (part) keep.add(part);
  for (const element of elementsIn(page)) {
    if (element.properties['dataNoteMark'] !== undefined) keep.add(element);
  }
  return keep;
}

function settleQuotes(page: HastRoot, quotes: readonly Element[], { stated }: PageMetadata): void {
  if (quotes.length === 0) return;
  const known: ReadonlySet<Nodes> = new Set(quotes);
  const copy = (node: ElementContent): ElementContent[] => {
    if (known.has(node)) return [];
    return node.type === 'element' ? [{ ...node, children: node.children.flatMap(copy) }] : [node];
  };
  const body: HastRoot = {
    type: 'root',
    children: (page.children as ElementContent[]).flatMap(copy),
  };
  const settled = settlePullQuotes(quotes, textOf(body));
  if (settled.stated.length > 0) stated.pullQuotes = settled.stated;
  removeFrom(page, (child) => settled.repeated.has(child));
}

/** Notes go to the end; those whose marks were left out with a part of the page are left out, too. */
function addNotes(page: HastRoot, notes: readonly Note[], left: Element[]): void {
  if (notes.length === 0) return;
  const marked = new Set<string>();
  for (const root of [page, ...notes.map(({ definition }) => definition)]) {
    for (const element of elementsIn(root)) marked.add(attribute(element, 'dataNoteMark'));
  }
  const body = [...elementsIn(page)].find((element) => isElement(element, 'body')) ?? page;
  for (const { identifier, definition } of notes) {
    if (marked.has(identifier)) body.children.push(definition);
    else left.push(definition);
  }
}

function translate(page: HastRoot, base: string | undefined): Root {
  const tree = toMdast(page, {
    document: true,
    handlers: handlersFor(base),
    nodeHandlers: { root: rootHandler },
  });
  return tree.type === 'root'
    ? tree
    : { type: 'root', children: [tree as Root['children'][number]] };
}

/** Texts side by side are joined here: `toMdast` does so as well, in time that grows with the square of their number. */
const rootHandler: NodeHandle = (state, node, parent) => {
  const tree = (defaultNodeHandlers['root'] as NodeHandle)(state, node, parent) as Root;
  joinTexts(tree);
  return tree;
};

function settleImages(
  tree: Root,
  { stated, image }: PageMetadata,
  captions: readonly StatedImage[],
): void {
  const images = [...captions, ...settleFigures(tree, (node) => toString(node))];
  let any = images.length > 0;
  visit(tree, 'image', (node: Image) => {
    any = true;
    titleFigure(node);
  });
  if (!any && image) images.push(image);
  if (images.length > 0) stated.images = images;
}
