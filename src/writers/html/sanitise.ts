import type { Element, ElementContent } from 'hast';
import { sanitize, type Schema } from 'hast-util-sanitize';
import {
  imageSchemes,
  isSafeImage,
  linkSchemes,
  readAddress,
  sourceSchemes,
} from '../../text/address.ts';
import { SKIP, visitElements } from './visit.ts';

const schema: Schema = {
  allowComments: false,
  allowDoctypes: false,
  // Ids were set apart before, together with what refers to them.
  clobber: [],
  clobberPrefix: '',
  required: {},
  ancestors: {
    dd: ['dl'],
    dt: ['dl'],
    figcaption: ['figure'],
    li: ['ol', 'ul'],
    summary: ['details'],
    caption: ['table'],
    col: ['table'],
    colgroup: ['table'],
    tbody: ['table'],
    td: ['table'],
    th: ['table'],
    thead: ['table'],
    tfoot: ['table'],
    tr: ['table'],
  },
  /** These go with all that they hold; any other element that isn't listed leaves its words behind. */
  strip: ['script', 'style', 'svg', 'template', 'title'],
  tagNames: (
    'article aside div figcaption figure footer header hr nav section ' +
    'blockquote details h1 h2 h3 h4 h5 h6 p pre summary dd dl dt li ol ul ' +
    'caption col colgroup table tbody td tfoot th thead tr ' +
    'a abbr b bdi bdo br cite code data del dfn em i img ins kbd mark q rp rt ruby ' +
    's samp small span strong sub sup time u var wbr'
  ).split(' '),
  attributes: {
    '*': [
      'className',
      'dir',
      'id',
      'lang',
      'title',
      ['role', /^(?:doc-[a-z]+|group|note|none|presentation)$/],
      'ariaDescribedBy',
      'ariaDetails',
      'ariaLabel',
      'ariaLabelledBy',
      ['ariaHidden', 'true', 'false', true, false],
      ['tabIndex', 0, -1],
      'data*',
      // RDFa, as far as the writer sets it.
      ['typeof', /^[A-Z][A-Za-z]*$/],
      ['resource', /^#/],
      ['property', 'mentions', 'about', 'name', 'sameAs'],
    ],
    a: ['href', 'hrefLang', 'rel', ['target', '_blank']],
    article: [['vocab', 'https://schema.org/']],
    blockquote: ['cite'],
    col: ['span'],
    colgroup: ['span'],
    data: ['value'],
    del: ['cite', 'dateTime'],
    details: ['open'],
    img: ['src', 'alt', 'width', 'height', ['loading', 'lazy', 'eager'], ['decoding', 'async']],
    ins: ['cite', 'dateTime'],
    li: ['value'],
    ol: ['start', 'reversed', ['type', '1', 'a', 'A', 'i', 'I']],
    q: ['cite'],
    td: ['colSpan', 'rowSpan', 'headers'],
    th: ['colSpan', 'rowSpan', 'headers', 'abbr', ['scope', 'col', 'row', 'colgroup', 'rowgroup']],
    time: ['dateTime'],
  },
  protocols: { href: [...linkSchemes], cite: [...sourceSchemes], src: [...imageSchemes] },
};

/**
 * Leaves of the article what can do no harm, whatever it and the house's plugins brought: no script, no style, no address but those listed.
 * Must be the last step that sees anything from outside.
 */
export function sanitiseArticle(article: Element): Element {
  visitElements(article, ({ properties }) => {
    for (const name of ['href', 'src', 'cite'] as const) {
      const value = properties[name];
      // Addresses are compared to the letter.
      if (typeof value === 'string') properties[name] = readAddress(value);
    }
  });
  const safe = sanitize(article, schema) as Element;
  visitElements(safe, (element, index, parent) => {
    if (index === undefined || !parent) return undefined;
    const { tagName, properties } = element;
    const bare = Object.keys(properties).length === 0;
    const { src } = properties;
    if (tagName === 'img' && (typeof src !== 'string' || !isSafeImage(src))) {
      parent.children.splice(index, 1, ...wordsOf(properties.alt));
      return [SKIP, index];
    }
    // A link that lost its address is no link any more.
    if (tagName === 'a' && bare) {
      parent.children.splice(index, 1, ...element.children);
      return [SKIP, index];
    }
    return undefined;
  });
  return safe;
}

function wordsOf(alt: unknown): ElementContent[] {
  return typeof alt === 'string' && alt !== '' ? [{ type: 'text', value: alt }] : [];
}
