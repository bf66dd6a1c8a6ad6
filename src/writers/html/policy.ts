import { createHash } from 'node:crypto';
import type { Element, Nodes } from 'hast';
import { schemeOf } from '../../text/address.ts';
import { remembered } from '../../text/remembered.ts';
import { textOf } from './text-of.ts';
import { visitElements } from './visit.ts';

type Directive =
  'font-src' | 'form-action' | 'frame-src' | 'img-src' | 'media-src' | 'script-src' | 'style-src';

/** What loads from the address of an element, by element and attribute. */
const loading: Readonly<Record<string, Readonly<Record<string, Directive>>>> = {
  audio: { src: 'media-src' },
  form: { action: 'form-action' },
  iframe: { src: 'frame-src' },
  img: { src: 'img-src', srcSet: 'img-src' },
  script: { src: 'script-src' },
  source: { src: 'media-src', srcSet: 'img-src' },
  track: { src: 'media-src' },
  video: { src: 'media-src', poster: 'img-src' },
};

/** What a link in the head loads, by its kind. */
const linked: Readonly<Record<string, Directive>> = {
  stylesheet: 'style-src',
  icon: 'img-src',
  'apple-touch-icon': 'img-src',
};

/** Types of scripts that run. Any other holds data. */
const runs = /^(?:|module|importmap|(?:text|application)\/(?:x-)?(?:java|ecma)script.*)$/i;
/** How many style sheets are remembered. */
const mostStyles = 20;
const styleAddress = /url\(\s*["']?\s*([^"')\s]+)/gi;

/**
 * The Content-Security-Policy of a page as it is made: styles and scripts that stand in it are allowed by their hash, and what it loads
 * by where that comes from. Ours has one style and no script; a page of the house may have more.
 */
export function policyOf(page: Nodes): string {
  const policy = new PagePolicy();
  policy.allow(page);
  return policy.toString();
}

/** The same of a page that is seen in parts. */
export class PagePolicy {
  readonly #sources = new Map<Directive, Set<string>>();

  /** Allows what a part of the page loads. */
  allow(part: Nodes): void {
    const allow = (directive: Directive, source: string): void => {
      const known = this.#sources.get(directive);
      if (known) known.add(source);
      else this.#sources.set(directive, new Set([source]));
    };
    visitElements(part, (element) => allowElement(element, allow));
  }

  toString(): string {
    const allowed = (directive: Directive): string =>
      [...(this.#sources.get(directive) ?? ["'none'"])].sort().join(' ');
    const optional = (['script-src', 'font-src', 'media-src', 'frame-src'] as const).filter(
      (name) => this.#sources.has(name),
    );
    return [
      "default-src 'none'",
      `style-src ${allowed('style-src')}`,
      `img-src ${allowed('img-src')}`,
      ...optional.map((directive) => `${directive} ${allowed(directive)}`),
      "base-uri 'none'",
      `form-action ${allowed('form-action')}`,
    ].join('; ');
  }
}

function allowElement(
  element: Element,
  allow: (directive: Directive, source: string) => void,
): void {
  const { tagName, properties } = element;
  if (tagName === 'style') {
    const { hash, addresses } = readStyle(textOf(element));
    allow('style-src', hash);
    for (const address of addresses) {
      allow('img-src', sourceOf(address, 'img-src'));
      allow('font-src', sourceOf(address, 'font-src'));
    }
  }
  if (tagName === 'script' && properties.src === undefined) {
    if (runs.test(String(properties.type ?? ''))) allow('script-src', hashOf(textOf(element)));
  }
  const loads = loading[tagName];
  for (const name in loads) {
    const value = properties[name];
    const directive = loads[name];
    if (value === undefined || value === null || directive === undefined) continue;
    for (const address of addressesOf(String(value), name))
      allow(directive, sourceOf(address, directive));
  }
  if (tagName === 'link' && typeof properties.href === 'string') {
    for (const rel of [properties.rel ?? []].flat()) {
      const directive = linked[String(rel).toLowerCase()];
      if (directive) allow(directive, sourceOf(properties.href, directive));
    }
  }
}

/** What a style sheet is allowed by, and what it loads. All pages of a run have the same few. */
const readStyle = remembered(
  (css) => ({
    hash: hashOf(css),
    addresses: Array.from(css.matchAll(styleAddress), ([, address = '']) => address),
  }),
  mostStyles,
);

function addressesOf(value: string, name: string): string[] {
  if (name !== 'srcSet') return [value];
  return value.split(/\s*,\s+|\s*,(?=https?:|\/)/).flatMap((each) => each.split(/\s+/)[0] ?? []);
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** Pictures may come from anywhere by their scheme, since those of an article do; of anything else the host is named. */
function sourceOf(address: string, directive: Directive): string {
  const scheme = schemeOf(address);
  if (scheme === undefined && !/^\s*\/\//.test(address)) return "'self'";
  if (scheme !== undefined && scheme !== 'https' && scheme !== 'http') return `${scheme}:`;
  if (directive === 'img-src') return `${scheme ?? 'https'}:`;
  return URL.canParse(address, 'https://host.invalid')
    ? new URL(address, 'https://host.invalid').origin
    : 'https:';
}

/** A style sheet in the form that the browser hashes it in, with nothing that would end its element. */
export const embeddableStyle = remembered((css) => {
  const text = css.replace(/\r\n?/g, '\n').replaceAll('\0', '\uFFFD').trim();
  return `\n${text.replace(/<\/(?=style)/gi, '<\\/').replaceAll('<!--', '<\\!--')}\n`;
}, mostStyles);
