/**
 * In what our Markdown may mean something else than the Markdown that it was made of. Each is a rule with its reason, and is applied to what the
 * input means before the two are compared: whatever else differs is a fault.
 */
import type { Element, ElementContent, Nodes, Parents, Root, Text } from 'hast';
import { parse } from 'yaml';
import { htmlOf, isBlockElement } from './render.ts';

export interface Difference {
  name: string;
  reason: string;
  /** What the input means once the rule is applied; undefined where the rule says nothing of it. */
  apply: (html: Root, markdown: string) => Root | undefined;
}

const fenced = /^---[\t ]*\n(?:([^]*?)\n)?---[\t ]*(?:\n|$)/;
const running = /^[\0- ]*(?:javascript|vbscript|data):/i;

export const differences: readonly Difference[] = [
  {
    name: 'front matter',
    reason:
      'What stands between lines of three dashes at the beginning of a file is its front matter, as all site generators have it; what is no YAML mapping is kept as code.',
    apply: (_html, markdown) => {
      const match = fenced.exec(markdown);
      if (!match) return undefined;
      const [whole, value = ''] = match;
      const rest = markdown.slice(whole.length);
      if (value === '' || isMapping(value)) return htmlOf(rest);
      return htmlOf(`~~~yaml\n${value}\n~~~\n\n${rest}`);
    },
  },
  {
    name: 'unsafe addresses',
    reason: 'A link or an image whose address runs code becomes its words: see SECURITY.md.',
    apply: (html) => (unlink(html) ? html : undefined),
  },
  {
    name: 'bare addresses',
    reason:
      'GFM makes links of addresses that stand in text. Here they are text, which the citations plugin makes notes of; characters that Markdown takes for markup are escaped in them.',
    apply: (_html, markdown) => {
      const plain = htmlOf(markdown, { bareAddresses: false });
      return /www\.|https?:|@/i.test(markdown) ? plain : undefined;
    },
  },
  {
    name: 'raw HTML in a tight list',
    reason:
      'A block of raw HTML behind a paragraph takes an empty line before it, without which it would be a part of the paragraph; so the list is no longer tight.',
    apply: (html, markdown) =>
      /<\/?\w/.test(markdown) && /^ {0,3}[-+*] /m.test(markdown) ? loosened(html) : undefined,
  },
];

function isMapping(value: string): boolean {
  try {
    const data: unknown = parse(value);
    return typeof data === 'object' && data !== null && !Array.isArray(data);
  } catch {
    return false;
  }
}

/** Tells whether there was such a link. */
function unlink(parent: Parents): boolean {
  let any = false;
  parent.children = (parent.children as Nodes[]).flatMap((child): Nodes[] => {
    if ('children' in child && unlink(child as Parents)) any = true;
    if (child.type !== 'element') return [child];
    const address = child.properties['href'] ?? child.properties['src'];
    if (typeof address !== 'string' || !running.test(address)) return [child];
    any = true;
    return child.tagName === 'img' ? wordsOf(child) : child.children;
  }) as typeof parent.children;
  // Words beside the text that they stand in are one text with it.
  const merged: Nodes[] = [];
  for (const child of parent.children as Nodes[]) {
    const last = merged.at(-1);
    if (child.type === 'text' && last?.type === 'text') last.value += child.value;
    else merged.push(child);
  }
  parent.children = merged as typeof parent.children;
  return any;
}

function wordsOf({ properties: { alt } }: Element): Text[] {
  return typeof alt === 'string' && alt !== '' ? [{ type: 'text', value: alt }] : [];
}

/** Items of lists with paragraphs around what stands in them bare. */
function loosened(html: Root): Root {
  const walk = (parent: Parents): void => {
    for (const child of parent.children as Nodes[]) if ('children' in child) walk(child as Parents);
    if (parent.type !== 'element' || parent.tagName !== 'li') return;
    const children: ElementContent[] = [];
    let run: ElementContent[] = [];
    const flush = (): void => {
      const last = run.at(-1);
      if (last?.type === 'text') last.value = last.value.trimEnd();
      if (run.length > 0)
        children.push({ type: 'element', tagName: 'p', properties: {}, children: run });
      run = [];
    };
    for (const child of parent.children) {
      if ((child as { type: string }).type === 'raw' || isBlockElement(child)) {
        flush();
        children.push(child);
      } else run.push(child);
    }
    flush();
    parent.children = children;
  };
  walk(html);
  return html;
}
