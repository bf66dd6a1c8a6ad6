/** What the head of a page tells machines: search engines, social networks, libraries. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Article } from '../../model/index.ts';
import { isWebAddress } from '../../text/address.ts';
import { descriptionOf } from '../description.ts';
import type { HtmlSettings } from '../writer.ts';
import { citationTags } from './citation-tags.ts';
import { jsonLd } from './json-ld.ts';

export function metadataTags(article: Article, settings: HtmlSettings): Element[] {
  const { authors, url, publication } = article.metadata;
  const description = descriptionOf(article);
  const scholarly =
    settings.citationTags ?? (publication?.volume != null || publication?.issue != null);
  return [
    ...(description === '' ? [] : [h('meta', { name: 'description', content: description })]),
    ...authors.map(({ name }) => h('meta', { name: 'author', content: name })),
    ...(isWebAddress(url) ? [h('link', { rel: ['canonical'], href: url })] : []),
    ...openGraph(article, description),
    ...(scholarly ? citationTags(article) : []),
    h('script', { type: 'application/ld+json' }, jsonLd(article)),
  ];
}

function openGraph({ metadata }: Article, description: string): Element[] {
  const { title, publication, date, url, images } = metadata;
  const image = images.find(({ src }) => isWebAddress(src))?.src;
  const tags: [string, string | null | undefined][] = [
    ['og:type', 'article'],
    ['og:title', title],
    ['og:description', description],
    ['og:site_name', publication?.name],
    ['og:url', isWebAddress(url) ? url : null],
    ['og:image', image],
    ['article:published_time', date?.value],
  ];
  return tags.flatMap(([property, content]) =>
    content === null || content === undefined || content === ''
      ? []
      : [h('meta', { property, content })],
  );
}
