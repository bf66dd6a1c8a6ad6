import type { Image, Root } from 'mdast';
import type { VFile } from 'vfile';
import { Document, isCollection, isMap, isScalar, type Node, type YAMLMap } from 'yaml';
import {
  frontMatterNames,
  type Anchor,
  type Article,
  type ArticleImage,
  type EntityType,
} from '../../model/index.ts';
import { aboutSalience } from '../about.ts';
import { eachNode } from '../../text/each-node.ts';
import { descriptionOf } from '../description.ts';
import { carriedDecisions, frontMatterKey } from '../../decisions/front-matter.ts';
import type { WriterInput } from '../writer.ts';
import { ownKeys, type FrontMatterKeys, type Preset } from './presets.ts';

const fence = '---\n';
/** How sure we must be of a name that becomes a tag. */
const tagConfidence = 0.8;
const maxTags = 5;
const stringifyOptions = { lineWidth: 0, flowCollectionPadding: false } as const;

/**
 * The front matter, fences included. Keys that are not ours stay as the author wrote them; ours are written only where their
 * value has changed, so that the author's form of them (`author: X`, a date with a time) stays as well.
 *
 * @param body - The text as Markdown, without pull quotes.
 */
export function frontMatter(
  { tree, file, article }: WriterInput,
  preset: Preset,
  body: string,
): string {
  const document = file.data.frontMatter?.clone() ?? new Document({});
  if (!isMap(document.contents))
    document.contents = document.createNode({}) as unknown as Node & YAMLMap;
  rename(document, preset);
  setMetadata(document, article, tree, preset);
  setNames(document, article, 'people', ['person']);
  setNames(document, article, 'organizations', ['organization']);
  setNames(document, article, 'places', ['place']);
  setPullQuotes(document, article, attributionsOf(tree, file));
  set(document, frontMatterKey, carriedDecisions(file));
  if (preset.described) setTags(document, article);
  const { literalText } = preset;
  if (literalText?.trace.test(body) && !document.has(literalText.key)) {
    set(document, literalText.key, literalText.value);
  }
  if (isMap(document.contents) && document.contents.items.length === 0) return '';
  return `${fence}${document.toString(stringifyOptions)}${fence}`;
}

/** Gives fields that the source has under another generator's name the name of this one. */
function rename(document: Document, { keys }: Preset): void {
  for (const [field, names] of Object.entries(frontMatterNames)) {
    const wanted = keys[field as keyof typeof frontMatterNames];
    // Our own front matter leaves the author's names.
    if (keys === ownKeys || document.has(wanted)) continue;
    const found = (document.contents as YAMLMap).items.find(
      ({ key, value }) =>
        isScalar(key) &&
        names.includes(String(key.value) as never) &&
        isField(field, (value as Node | null)?.toJS(document, { maxAliasCount: 100 })),
    );
    if (found && isScalar(found.key)) found.key.value = wanted;
  }
}

/** Some of the names mean something else elsewhere: `url` the path of a page, `images` a list of addresses. */
function isField(field: string, value: unknown): boolean {
  if (field === 'url') return /^[a-z][a-z0-9+.-]*:/i.test(String(value));
  if (field !== 'images') return true;
  return [value].flat().some((item) => typeof item === 'object' && item !== null);
}

function setMetadata(document: Document, article: Article, tree: Root, preset: Preset): void {
  const { metadata } = article;
  const { keys } = preset;
  const own = keys === ownKeys;
  set(document, 'title', metadata.title);
  set(document, 'subtitle', metadata.subtitle);
  if (preset.described && !document.has('description'))
    set(document, 'description', descriptionOf(article) || null);
  setAuthors(
    document,
    metadata.authors.map(({ name }) => name),
    keys.author,
  );
  setDate(document, metadata.date, preset);
  set(document, 'dateline', metadata.dateline);
  const { publication } = metadata;
  if (publication && document.get('publication') !== publication.name) {
    set(document, 'publication', withoutNulls(publication));
  }
  if (metadata.language !== 'en' || (!own && document.has(keys.language)))
    set(document, presentKey(document, 'language', keys), metadata.language);
  set(document, presentKey(document, 'url', keys), metadata.url);
  const images = imagesBeside(tree, metadata.images);
  const imageKey = presentKey(document, 'images', keys);
  if (images.length > 0 || !document.has(imageKey))
    set(document, imageKey, nonEmpty(images.map(withoutNulls)));
  setPictures(document, images, preset);
}

/** Pictures that the text doesn't hold, or of which it doesn't say all. */
function imagesBeside(tree: Root, images: readonly ArticleImage[]): ArticleImage[] {
  const shown = new Set<string>();
  eachNode<Image>(tree, 'image', ({ url }) => void shown.add(url));
  return images.filter(
    ({ caption, credit, src }) =>
      caption !== null || credit !== null || (src !== null && !shown.has(src)),
  );
}

/** The name that a field has in the source where the front matter is our own, else that of the generator. */
function presentKey(
  document: Document,
  field: keyof typeof frontMatterNames,
  keys: FrontMatterKeys,
): string {
  if (keys !== ownKeys) return keys[field];
  return frontMatterNames[field].find((name) => document.has(name)) ?? keys[field];
}

/** The pictures in the form that the generator's own tags want. */
function setPictures(
  document: Document,
  images: readonly ArticleImage[],
  { imageList, leadImage }: Preset,
): void {
  const sources = images.flatMap(({ src }) => (src === null ? [] : [src]));
  if (imageList !== undefined && !document.has(imageList))
    set(document, imageList, nonEmpty(sources));
  const lead = images.find(({ src }) => src !== null);
  if (leadImage === undefined || !lead || document.has(leadImage)) return;
  set(document, leadImage, withoutNulls({ path: lead.src, alt: lead.alt }));
}

function setAuthors(document: Document, names: string[], single: 'author' | 'authors'): void {
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
  if (single === 'author' && names.length === 1) set(document, 'author', names[0]);
  else set(document, 'authors', names);
}

function setDate(
  document: Document,
  date: Article['metadata']['date'],
  { keys, wholeDates }: Preset,
): void {
  if (!date) return;
  const key = presentKey(document, 'date', keys);
  const known = valueOf(document, key);
  const whole = date.value + '-01-01'.slice(date.value.length - 4);
  const written = wholeDates ? whole : date.value;
  // The author may have written a time, which is more than we know.
  if (!(typeof known === 'string' && known.startsWith(written))) set(document, key, written);
  const precision = date.value.length === 4 ? 'year' : 'month';
  if (String(valueOf(document, key)).length > date.value.length && date.value.length < 10)
    set(document, 'datePrecision', precision);
  else document.delete('datePrecision');
  // A stated date is stated again by standing here.
  if (date.origin !== 'stated') set(document, 'dateOrigin', date.origin);
  else document.delete('dateOrigin');
}

/** What the article is about, for sites that gather pages by tags. The author's tags stay as they are. */
function setTags(document: Document, { entities }: Article): void {
  if (document.has('tags')) return;
  const about = entities
    .filter(({ salience, confidence }) => salience >= aboutSalience && confidence >= tagConfidence)
    .sort((a, b) => b.salience - a.salience)
    .slice(0, maxTags)
    .map(({ name }) => name);
  set(document, 'tags', nonEmpty(about));
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
  eachNode<Anchor>(tree, 'anchor', (node) => {
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
