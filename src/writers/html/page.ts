import { createHash } from 'node:crypto';
import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import type { Article } from '../../model/index.ts';
import { descriptionOf } from '../description.ts';
import type { HtmlSettings } from '../writer.ts';
import { directionOf } from './direction.ts';
import { jsonLd } from './json-ld.ts';
import { labels } from './labels.ts';
import { defaultStyle } from './style.ts';
import { shorten } from './shorten.ts';

/** How long a title may be before browsers and search engines cut it. */
const titleLength = 70;

/** Puts a page around an article that is safe already. */
export function toPage(element: Element, article: Article, settings: HtmlSettings): Root {
  const { metadata } = article;
  const { language } = metadata;
  const direction = directionOf(article);
  const style = embeddable(settings.css ?? defaultStyle);
  const description = descriptionOf(article);
  return {
    type: 'root',
    children: [
      { type: 'doctype' },
      h('html', { lang: language, dir: direction }, [
        h('head', [
          h('meta', { charSet: 'utf-8' }),
          h('meta', { httpEquiv: 'Content-Security-Policy', content: policyOf(element, style) }),
          h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
          h('meta', { name: 'color-scheme', content: 'light dark' }),
          h('title', shorten(metadata.title ?? labels.untitled, titleLength)),
          ...(description === '' ? [] : [h('meta', { name: 'description', content: description })]),
          ...authorTags(article),
          ...canonical(metadata.url),
          ...openGraph(article, description),
          h('script', { type: 'application/ld+json' }, jsonLd(article)),
          h('style', style),
        ]),
        h('body', h('main', element)),
      ]),
    ],
  };
}

/** Nothing may load but this style, by its hash, and images from where the article's own come from. */
function policyOf(element: Element, style: string): string {
  const sources = new Set<string>();
  visit(element, 'element', ({ tagName, properties }) => {
    if (tagName !== 'img') return;
    const scheme = /^([a-z][a-z0-9+.-]*:)/i.exec(String(properties.src))?.[1];
    sources.add(scheme ?? (String(properties.src).startsWith('//') ? 'https:' : "'self'"));
  });
  const images = sources.size === 0 ? "'none'" : [...sources].sort().join(' ');
  const hash = createHash('sha256').update(style).digest('base64');
  return [
    "default-src 'none'",
    `style-src 'sha256-${hash}'`,
    `img-src ${images}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** A style sheet in the form that the browser hashes it in, with nothing that would end its element. */
function embeddable(css: string): string {
  const text = css.replace(/\r\n?/g, '\n').replaceAll('\0', '\uFFFD').trim();
  return `\n${text.replace(/<\/(?=style)/gi, '<\\/').replaceAll('<!--', '<\\!--')}\n`;
}

function authorTags({ metadata: { authors } }: Article): Element[] {
  return authors.map(({ name }) => h('meta', { name: 'author', content: name }));
}

function canonical(url: string | null): Element[] {
  return webAddress(url) ? [h('link', { rel: ['canonical'], href: url })] : [];
}

function openGraph({ metadata }: Article, description: string): Element[] {
  const { title, publication, date, url, images } = metadata;
  const image = images.find(({ src }) => webAddress(src))?.src;
  const tags: [string, string | null | undefined][] = [
    ['og:type', 'article'],
    ['og:title', title],
    ['og:description', description],
    ['og:site_name', publication?.name],
    ['og:url', webAddress(url) ? url : null],
    ['og:image', image],
    ['article:published_time', date?.value],
  ];
  return tags.flatMap(([property, content]) =>
    content === null || content === undefined || content === ''
      ? []
      : [h('meta', { property, content })],
  );
}

function webAddress(url: string | null): boolean {
  return url !== null && /^https?:\/\//i.test(url);
}
