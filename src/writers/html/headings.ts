import type { Element, Root } from 'hast';
import GithubSlugger from 'github-slugger';
import { textOf } from './text-of.ts';
import { SKIP, visitElements } from './visit.ts';

/** A heading of the body, as the contents list needs it. */
export interface HeadingEntry {
  id: string;
  /** 2 to 6. */
  level: number;
  text: string;
}

/**
 * Puts the body's headings below the page's `h1`, without a gap between one level and the next, and gives each an id. A heading without
 * words is taken away.
 */
export function arrangeHeadings(body: Root): HeadingEntry[] {
  const slugger = new GithubSlugger();
  const entries: HeadingEntry[] = [];
  let holdsHeading = false;
  visitElements(body, (element) => {
    holdsHeading ||= levelOf(element) !== undefined;
    if (typeof element.properties.id === 'string') slugger.slug(element.properties.id);
  });
  if (!holdsHeading) return entries;
  const open: { from: number; to: number }[] = [];
  visitElements(body, (element, index, parent) => {
    const from = levelOf(element);
    if (from === undefined || !parent || index === undefined) return undefined;
    const text = textOf(element).trim().replace(/\s+/g, ' ');
    if (text === '' && !element.children.some((child) => child.type === 'element')) {
      parent.children.splice(index, 1);
      return index;
    }
    while ((open.at(-1)?.from ?? 0) >= from) open.pop();
    const level = Math.min(6, (open.at(-1)?.to ?? 1) + 1);
    open.push({ from, to: level });
    element.tagName = `h${level}`;
    const id = element.properties.id;
    const own = typeof id === 'string' ? id : slugger.slug(slugOf(text));
    element.properties.id = own;
    entries.push({ id: own, level, text });
    return SKIP;
  });
  return entries;
}

function levelOf(element: Element): number | undefined {
  const { tagName } = element;
  if (tagName.length !== 2 || tagName[0] !== 'h') return undefined;
  const level = Number(tagName[1]);
  return level >= 1 && level <= 6 ? level : undefined;
}

/** Letters of ASCII alone, which no part of the web takes amiss; a heading in another script is numbered. */
function slugOf(text: string): string {
  const ascii = text.normalize('NFD').replace(/\p{M}/gu, '').replace(/['’]/g, '');
  const words = ascii.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const slug = words.join('-').slice(0, 60);
  return /^[a-z]/.test(slug) ? slug : `section${slug && `-${slug}`}`;
}
