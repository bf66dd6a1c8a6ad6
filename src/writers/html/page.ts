import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import type { Article } from '../../model/index.ts';
import type { HtmlSettings } from '../writer.ts';
import { directionOf } from './direction.ts';
import { labelsFor } from './labels.ts';
import { metadataTags } from './metadata-tags.ts';
import { embeddableStyle, PagePolicy } from './policy.ts';
import { shorten } from './shorten.ts';
import { defaultStyle } from './style.ts';

/** How long a title may be before browsers and search engines cut it. */
const titleLength = 70;

/**
 * Puts a page around an article that is safe already.
 *
 * @param loaded - What is loaded by parts of the article that `element` doesn't hold.
 */
export function toPage(
  element: Element,
  article: Article,
  settings: HtmlSettings,
  loaded = new PagePolicy(),
): Root {
  const policy = h('meta', { httpEquiv: 'Content-Security-Policy' });
  const page: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      h('html', { lang: article.metadata.language, dir: directionOf(article) }, [
        h('head', [
          h('meta', { charSet: 'utf-8' }),
          policy,
          h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
          h('meta', { name: 'color-scheme', content: 'light dark' }),
          h('title', pageTitle(article)),
          ...metadataTags(article, settings),
          h('style', styleOf(settings)),
        ]),
        h('body', h('main', element)),
      ]),
    ],
  };
  loaded.allow(page);
  policy.properties['content'] = loaded.toString();
  return page;
}

export function pageTitle({ metadata }: Article): string {
  return shorten(metadata.title ?? labelsFor(metadata.language).untitled, titleLength);
}

/** The house's style sheet, else ours. */
export function styleOf({ css }: HtmlSettings): string {
  return embeddableStyle(css ?? defaultStyle);
}
