import type { Element } from 'hast';
import { h } from 'hastscript';
import type { HeadingEntry } from './headings.ts';
import type { Labels } from './labels.ts';

/** An article with fewer headings is seen through at a glance. */
const minHeadings = 4;
/** Deeper headings are left out. */
const maxLevel = 3;

/** The contents of a long piece; undefined for a short one. */
export function contentsList(
  headings: readonly HeadingEntry[],
  labels: Labels,
): Element | undefined {
  const listed = headings.filter(({ level }) => level <= maxLevel);
  if (listed.length < minHeadings) return undefined;
  const top: Element[] = [];
  let below: Element[] = [];
  const close = (): void => {
    if (below.length > 0) top.at(-1)?.children.push(h('ol', below));
    below = [];
  };
  for (const { id, level, text } of listed) {
    const item = h('li', h('a', { href: `#${id}` }, text));
    if (level > 2 && top.length > 0) {
      below.push(item);
      continue;
    }
    close();
    top.push(item);
  }
  close();
  return h('nav', { ariaLabel: labels.contents }, h('ol', top));
}
