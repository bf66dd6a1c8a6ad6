/** What a page says in `meta`, `link` and `title`. */
import type { Root } from 'hast';
import { attribute, collapse, elementsIn, textOf } from '../hast.ts';

export interface MetaTags {
  /** The contents of all tags of the first of these names that has any, in order. Names in lower case. */
  all: (...names: readonly string[]) => string[];
  first: (...names: readonly string[]) => string | undefined;
  /** The text of `title`. */
  title: string | undefined;
  /** The address of `link rel=canonical`. */
  canonical: string | undefined;
  /** `html lang` */
  language: string | undefined;
  /** `base href` */
  base: string | undefined;
}

export function metaTags(tree: Root): MetaTags {
  const contents = new Map<string, string[]>();
  const tags: MetaTags = {
    all: (...names) => names.map((name) => contents.get(name)).find((found) => found) ?? [],
    first: (...names) => tags.all(...names)[0],
    title: undefined,
    canonical: undefined,
    language: undefined,
    base: undefined,
  };
  for (const element of elementsIn(tree)) {
    switch (element.tagName) {
      case 'html': {
        tags.language ??= attribute(element, 'lang') || undefined;
        break;
      }
      case 'title': {
        tags.title ??= textOf(element) || undefined;
        break;
      }
      case 'base': {
        tags.base ??= attribute(element, 'href') || undefined;
        break;
      }
      case 'link': {
        if (/\bcanonical\b/i.test(attribute(element, 'rel'))) {
          tags.canonical ??= attribute(element, 'href') || undefined;
        }
        break;
      }
      case 'meta': {
        const content = collapse(attribute(element, 'content'));
        if (content === '') break;
        for (const key of ['property', 'name', 'itemProp', 'httpEquiv']) {
          for (const name of attribute(element, key).toLowerCase().split(/\s+/)) {
            if (name === '') continue;
            const found = contents.get(name);
            if (found) found.push(content);
            else contents.set(name, [content]);
          }
        }
        break;
      }
      default:
    }
  }
  return tags;
}
