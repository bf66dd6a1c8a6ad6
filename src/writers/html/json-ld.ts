import type { Article, ArticleEntity, CslDate, CslItem } from '../../model/index.ts';
import { isWebAddress } from '../../text/address.ts';
import { aboutSalience } from '../about.ts';
import { entityResource, schemaTypes } from './entities.ts';

type Json = string | number | { [key: string]: Json | undefined } | Json[];

const maxAbout = 5;

/** The article in schema.org's words, as text that can stand in a `script` element. */
export function jsonLd(article: Article): string {
  const { metadata } = article;
  const [about, mentions] = split(article.entities);
  const citations = article.citations.flatMap(({ items }) => items.flatMap(citation));
  const data: Json = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: metadata.title ?? undefined,
    alternativeHeadline: metadata.subtitle ?? undefined,
    author: list(metadata.authors.map(({ name }) => ({ '@type': 'Person', name }))),
    datePublished: metadata.date?.value,
    inLanguage: metadata.language,
    url: isWebAddress(metadata.url) ? metadata.url : undefined,
    wordCount: metadata.wordCount,
    image: list(metadata.images.flatMap(({ src }) => (isWebAddress(src) ? src : []))),
    isPartOf: publicationOf(article),
    about: list(about.map(thing)),
    mentions: list(mentions.map(thing)),
    citation: list(distinct(citations)),
  };
  return embeddable(JSON.stringify(data));
}

/** JSON that an HTML parser sees nothing in, and that any reader of JSON reads as the same. */
function embeddable(json: string): string {
  return json.replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function split(entities: readonly ArticleEntity[]): [ArticleEntity[], ArticleEntity[]] {
  const about = [...entities]
    .filter(({ salience }) => salience >= aboutSalience)
    .sort((a, b) => b.salience - a.salience)
    .slice(0, maxAbout);
  return [about, entities.filter((entity) => !about.includes(entity))];
}

function thing({ id, type, name, sameAs }: ArticleEntity): Json {
  return {
    '@type': schemaTypes[type],
    '@id': entityResource(id),
    name,
    sameAs: list(sameAs.filter(isWebAddress)),
  };
}

function publicationOf({ metadata: { publication } }: Article): Json | undefined {
  if (!publication) return undefined;
  const { name, volume, issue } = publication;
  let part: Json = { '@type': 'Periodical', name };
  if (volume !== null)
    part = { '@type': 'PublicationVolume', volumeNumber: volume, isPartOf: part };
  if (issue !== null) part = { '@type': 'PublicationIssue', issueNumber: issue, isPartOf: part };
  return part;
}

const citationTypes: Readonly<Record<string, string>> = {
  'article-newspaper': 'NewsArticle',
  'article-magazine': 'NewsArticle',
  'article-journal': 'ScholarlyArticle',
  article: 'Article',
  webpage: 'WebPage',
  'post-weblog': 'BlogPosting',
  book: 'Book',
  chapter: 'Chapter',
  report: 'Report',
  thesis: 'Thesis',
  legislation: 'Legislation',
};

/** A source. One that lost its outlet says nothing and is left out. */
function citation(item: CslItem): Json[] {
  const outlet = item['container-title'] ?? item.publisher;
  const authors = (item.author ?? []).flatMap(({ literal, given, family }) => {
    const name = literal ?? [given, family].filter((part) => part !== undefined).join(' ');
    return name === '' ? [] : [{ '@type': 'Person', name }];
  });
  if (
    outlet === undefined &&
    item.title === undefined &&
    item.URL === undefined &&
    authors.length === 0
  ) {
    return [];
  }
  const date = isoDate(item.issued);
  return [
    {
      '@type': citationTypes[item.type] ?? 'CreativeWork',
      name: item.title,
      author: list(authors),
      publisher: outlet === undefined ? undefined : { '@type': 'Organization', name: outlet },
      datePublished: date,
      url: isWebAddress(item.URL) ? item.URL : undefined,
    },
  ];
}

function isoDate(date: CslDate | undefined): string | undefined {
  const parts = date?.['date-parts']?.[0];
  if (!parts || parts.length === 0) return undefined;
  return parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-');
}

function distinct(values: Json[]): Json[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

/** No value for none, the value for one, a list for several. */
function list(values: Json[]): Json | undefined {
  return values.length > 1 ? values : values[0];
}
