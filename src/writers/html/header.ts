import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Article, ArticleImage, MastheadRole } from '../../model/index.ts';
import type { HtmlSettings } from '../writer.ts';
import type { HtmlContent } from './content.ts';
import { labelsFor, printDate } from './labels.ts';

/** What stands above the text: publication, headline, byline, date, pictures. */
export function articleHeader(
  content: HtmlContent,
  article: Article,
  settings: HtmlSettings,
): Element {
  const parts = (role: MastheadRole): ElementContent[][] =>
    content.masthead.filter((part) => part.role === role).map((part) => part.children);
  const labels = labelsFor(article.metadata.language);
  const [title] = parts('title');
  const [subtitle] = parts('subtitle');
  return h('header', [
    publicationLine(article),
    // A page without a headline still needs one for those who go from heading to heading.
    title ? h('h1', title) : h('h1', { className: ['unseen'] }, labels.untitled),
    subtitle && h('p', { className: ['subtitle'] }, subtitle),
    byline(article),
    ...parts('other').map((children) => h('p', children)),
    ...figures(content, parts('caption'), article, settings.images ?? 'keep'),
  ]);
}

function publicationLine({ metadata: { publication, language } }: Article): Element | undefined {
  if (!publication) return undefined;
  const labels = labelsFor(language);
  const { name, volume, issue } = publication;
  const number = [
    volume === null ? '' : `, ${labels.volume} ${volume}`,
    issue === null ? '' : `, ${labels.issue} ${issue}`,
  ].join('');
  return h('p', { className: ['publication'] }, [h('cite', name), number]);
}

function byline({ metadata: { authors, date, language } }: Article): Element | undefined {
  if (authors.length === 0 && !date) return undefined;
  const labels = labelsFor(language);
  const names = authors.map(({ name }) => name);
  return h('p', { className: ['byline'] }, [
    ...(names.length > 0 ? [h('span', `${labels.by} ${labels.list(names)}`)] : []),
    ...(names.length > 0 && date ? [' '] : []),
    ...(date ? [h('time', { dateTime: date.value }, printDate(date.value, language))] : []),
  ]);
}

/**
 * The pictures that stand above the text: those with captions, in the order of their captions, then others that are no part of the body. A
 * caption without its picture is printed as a note of its own.
 */
function figures(
  content: HtmlContent,
  captions: readonly ElementContent[][],
  article: Article,
  images: NonNullable<HtmlSettings['images']>,
): Element[] {
  let next = 0;
  return article.metadata.images.flatMap((image) => {
    const caption = image.caption === null ? undefined : captions[next++];
    if (!caption && (image.src === null || content.bodyImages.has(image.src))) return [];
    const credit = creditOf(image);
    const space: ElementContent[] = caption && credit ? [{ type: 'text', value: ' ' }] : [];
    const text = [...(caption ?? []), ...space, ...(credit ? [credit] : [])];
    if (image.src === null || images === 'drop') {
      return text.length > 0 ? h('p', { className: ['caption'] }, text) : [];
    }
    return h('figure', [
      h('img', { src: image.src, alt: image.alt ?? '' }),
      text.length > 0 ? h('figcaption', text) : undefined,
    ]);
  });
}

/** Addresses of the pictures that are printed above the text with their captions. */
export function imagesAbove({ metadata }: Article): ReadonlySet<string> {
  return new Set(
    metadata.images.flatMap(({ src, caption }) => (src === null || caption === null ? [] : src)),
  );
}

function creditOf({ credit }: ArticleImage): Element | undefined {
  return credit === null ? undefined : h('span', { className: ['credit'] }, `(${credit})`);
}

/** Opens the first paragraph with the place that the report comes from. */
export function addDateline(content: HtmlContent, article: Article): void {
  const part = content.masthead.find(({ role }) => role === 'dateline');
  const { dateline } = article.metadata;
  if (!part && dateline === null) return;
  const words: ElementContent[] = part?.children ?? [{ type: 'text', value: dateline ?? '' }];
  const opening = h('span', { className: ['dateline'] }, words);
  const paragraph = content.body.children.find(
    (child): child is Element => child.type === 'element' && child.tagName === 'p',
  );
  if (paragraph) paragraph.children.unshift(opening, { type: 'text', value: ' — ' });
  else content.body.children.unshift(h('p', opening));
}
