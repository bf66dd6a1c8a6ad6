/** What a template of the house can have filled in. docs/config.md lists them. */
import type { Element, RootContent } from 'hast';
import { h } from 'hastscript';
import type { Article } from '../../model/index.ts';
import { isWebAddress } from '../../text/address.ts';
import { descriptionOf } from '../description.ts';
import type { HtmlSettings } from '../writer.ts';
import { directionOf } from './direction.ts';
import { labelsFor, printDate } from './labels.ts';
import { metadataTags } from './metadata-tags.ts';
import { pageTitle, styleOf } from './page.ts';

/** What a page is made of. */
export interface PageParts {
  /** The article, safe already. */
  element: Element;
  article: Article;
  settings: HtmlSettings;
  /** The Content-Security-Policy of the page, once the page is known. */
  policy?: string;
}

/** Plain text, for the text of an element or the value of an attribute. Empty where it is not known. */
export const textPlaceholders = {
  lang: ({ article }) => article.metadata.language,
  dir: ({ article }) => directionOf(article) ?? 'ltr',
  title: ({ article }) => pageTitle(article),
  subtitle: ({ article }) => article.metadata.subtitle ?? '',
  description: ({ article }) => descriptionOf(article),
  authors: ({ article: { metadata } }) =>
    labelsFor(metadata.language).list(metadata.authors.map(({ name }) => name)),
  date: ({ article: { metadata } }) =>
    metadata.date === null ? '' : printDate(metadata.date.value, metadata.language),
  datetime: ({ article }) => article.metadata.date?.value ?? '',
  publication: ({ article }) => article.metadata.publication?.name ?? '',
  volume: ({ article }) => article.metadata.publication?.volume ?? '',
  issue: ({ article }) => article.metadata.publication?.issue ?? '',
  url: ({ article: { metadata } }) => (isWebAddress(metadata.url) ? metadata.url : ''),
  minutes: ({ article }) => String(article.metadata.readingMinutes),
  policy: ({ policy }) => policy ?? '',
} as const satisfies Record<string, (parts: PageParts) => string>;

/** Elements, which can stand among others alone. */
export const elementPlaceholders = {
  article: ({ element }) => [element],
  metadata: ({ article, settings }) => metadataTags(article, settings),
  style: ({ settings }) => [h('style', styleOf(settings))],
  header: ({ element }) => children(element, 'header'),
  contents: ({ element }) => children(element, 'nav'),
  text: ({ element }) => children(element, 'div'),
  notes: ({ element }) => children(element, 'section'),
  names: ({ element }) => children(element, 'details'),
} as const satisfies Record<string, (parts: PageParts) => RootContent[]>;

function children(element: Element, tagName: string): Element[] {
  return element.children.filter(
    (child): child is Element => child.type === 'element' && child.tagName === tagName,
  );
}

export type TextPlaceholder = keyof typeof textPlaceholders;
export type ElementPlaceholder = keyof typeof elementPlaceholders;

export const placeholderNames = [
  ...Object.keys(textPlaceholders),
  ...Object.keys(elementPlaceholders),
] as (TextPlaceholder | ElementPlaceholder)[];

export function isTextPlaceholder(name: string): name is TextPlaceholder {
  return Object.hasOwn(textPlaceholders, name);
}

export function isElementPlaceholder(name: string): name is ElementPlaceholder {
  return Object.hasOwn(elementPlaceholders, name);
}
