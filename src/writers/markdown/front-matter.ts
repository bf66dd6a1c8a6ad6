import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { Document, isCollection, isMap, type Node, type YAMLMap } from 'yaml';
import type { Anchor, Article, EntityType } from '../../model/index.ts';
import type { WriterInput } from '../writer.ts';

const fence = '---\n';
const stringifyOptions = { lineWidth: 0, flowCollectionPadding: false } as const;

/**
 * The front matter, fences included. Keys that are not ours stay as the author wrote them; ours are written only where their
 * value has changed, so that the author's form of them (`author: X`, a date with a time) stays as well.
 */
export function frontMatter({ tree, file, article }: WriterInput): string {
  const document = file.data.frontMatter?.clone() ?? new Document({});
  if (!isMap(document.contents))
    document.contents = document.createNode({}) as unknown as Node & YAMLMap;
  setMetadata(document, article);
  setNames(document, article, 'people', ['person']);
  setNames(document, article, 'organizations', ['organization']);
  setNames(document, article, 'places', ['place']);
  setPullQuotes(document, article, attributionsOf(tree, file));
  if (isMap(document.contents) && document.contents.items.length === 0) return '';
  return `${fence}${document.toString(stringifyOptions)}${fence}`;
}

function setMetadata(document: Document, article: Article): void {
  const { metadata } = article;
  set(document, 'title', metadata.title);
  set(document, 'subtitle', metadata.subtitle);
  setAuthors(
    document,
    metadata.authors.map(({ name }) => name),
  );
  setDate(document, metadata.date);
  set(document, 'dateline', metadata.dateline);
  const { publication } = metadata;
  if (publication && document.get('publication') !== publication.name) {
    set(document, 'publication', withoutNulls(publication));
  }
  if (metadata.language !== 'en')
    set(document, document.has('lang') ? 'lang' : 'language', metadata.language);
  set(document, document.has('canonical') ? 'canonical' : 'url', metadata.url);
  const images = metadata.images.filter(
    ({ caption, credit }) => caption !== null || credit !== null,
  );
  if (images.length > 0 || !document.has('images'))
    set(document, 'images', nonEmpty(images.map(withoutNulls)));
}

function setAuthors(document: Document, names: string[]): void {
  if (names.length === 0) return;
  for (const key of ['authors', 'author']) {
    if (!document.has(key)) continue;
    const known = [valueOf(document, key)]
      .flat()
      .map((each) =>
        typeof each === 'object' && each !== null ? (each as { name?: unknown }).name : each,
      );
    if (same(known, names)) return;
  }
  set(document, 'authors', names);
}

function setDate(document: Document, date: Article['metadata']['date']): void {
  if (!date) return;
  const known = valueOf(document, 'date');
  // The author may have written a time, which is more than we know.
  if (!(typeof known === 'string' && known.startsWith(date.value)))
    set(document, 'date', date.value);
  // A stated date is stated again by standing here.
  if (date.origin !== 'stated') set(document, 'dateOrigin', date.origin);
  else document.delete('dateOrigin');
}

/** Names that were found, after those that the author listed. */
function setNames(document: Document, article: Article, key: string, types: EntityType[]): void {
  const listed = document.has(key) ? [valueOf(document, key)].flat().map(String) : [];
  const found = article.entities.filter(({ type }) => types.includes(type)).map(({ name }) => name);
  const added = [...new Set(found)].filter((name) => !listed.includes(name));
  if (added.length > 0) set(document, key, [...listed, ...added]);
}

/** Who says each pull quote, as printed, in the order in which they stand in the text, as the article document has them. */
function attributionsOf(tree: Root, file: VFile): (string | undefined)[] {
  const records = new Map((file.data.pullQuotes ?? []).map((record) => [record.anchorId, record]));
  const attributions: (string | undefined)[] = [];
  visit(tree, 'anchor', (node: Anchor) => {
    const record = node.anchorType === 'pullQuote' && records.get(node.anchorId);
    if (record) attributions.push(record.attribution);
  });
  return attributions;
}

function setPullQuotes(
  document: Document,
  article: Article,
  attributions: readonly (string | undefined)[],
): void {
  const quotes = article.pullQuotes.map(({ text, origin }, index) => {
    const speaker = attributions[index];
    return { text, origin, ...(speaker === undefined ? {} : { speaker }) };
  });
  const known = [valueOf(document, 'pullQuotes') ?? []].flat();
  // The author's own quotes may be listed as bare texts.
  const asKnown = quotes.map((quote, index) =>
    quote.origin === 'author' && known[index] === quote.text ? quote.text : quote,
  );
  if (quotes.length > 0) set(document, 'pullQuotes', asKnown);
}

function set(document: Document, key: string, value: unknown): void {
  if (value === null || value === undefined) return;
  if (document.has(key) && same(valueOf(document, key), value)) return;
  const node = document.createNode(value);
  if (isCollection(node)) node.flow = false;
  document.set(key, node);
}

function valueOf(document: Document, key: string): unknown {
  const node: unknown = document.get(key, true);
  return (node as Node | undefined)?.toJS(document, { maxAliasCount: 100 });
}

function withoutNulls(object: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null));
}

function nonEmpty<Item>(items: Item[]): Item[] | null {
  return items.length > 0 ? items : null;
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
