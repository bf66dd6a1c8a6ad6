import { createHash } from 'node:crypto';
import type { Element } from 'hast';
import { visit } from 'unist-util-visit';

/** The Content-Security-Policy of a page: nothing may load but this style, by its hash, and images from where the article's own come from. */
export function policyOf(article: Element, style: string): string {
  const sources = new Set<string>();
  visit(article, 'element', ({ tagName, properties }) => {
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
export function embeddableStyle(css: string): string {
  const text = css.replace(/\r\n?/g, '\n').replaceAll('\0', '\uFFFD').trim();
  return `\n${text.replace(/<\/(?=style)/gi, '<\\/').replaceAll('<!--', '<\\!--')}\n`;
}
