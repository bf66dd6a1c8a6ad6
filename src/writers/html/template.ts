/**
 * A page of the house, with placeholders such as `{{title}}`.
 *
 * The template is parsed once, and values are put into its tree, not into its text: what a value holds can never become markup, wherever it
 * stands. Where a value would be code (a script, a style, an address that could name a script) a placeholder is an error.
 */
import type { Element, Nodes, Parents, Root, RootContent } from 'hast';
import {
  elementPlaceholders,
  isElementPlaceholder,
  isTextPlaceholder,
  placeholderNames,
  textPlaceholders,
  type PageParts,
} from './placeholders.ts';
import { policyOf } from './policy.ts';

/** A template that is ready to be filled. */
export interface Template {
  tree: Root;
}

/** What is wrong with a template, and where. */
export class TemplateError extends Error {
  /** UTF-16 offset into the template. */
  readonly offset: number;
  readonly length: number;
  /** The name that was not known. */
  readonly unknown: string | undefined;

  constructor(reason: string, offset: number, length: number, unknown?: string) {
    super(reason);
    this.name = 'TemplateError';
    this.offset = offset;
    this.length = length;
    this.unknown = unknown;
  }
}

const placeholder = /\{\{\s*([^{}\s]{0,40})\s*\}\}/g;
/** Stands for elements while the template is parsed: a head takes no text, but it takes this. */
const slotPrefix = 'copydesk-slot-';
const slot = new RegExp(`${slotPrefix}([a-z]+)`);

/** Attributes whose value is an address, which could name a script. */
const address = new Set([
  'href',
  'src',
  'action',
  'formAction',
  'data',
  'poster',
  'xLinkHref',
  'manifest',
  'srcSet',
  'imageSrcSet',
  'ping',
  'background',
  'cite',
  'codeBase',
  'longDesc',
  'profile',
  'useMap',
]);
/** Attributes whose value is code, or becomes that of another attribute. */
const code =
  /^(?:on|style$|srcDoc$|srcdoc$|from$|to$|by$|values$|attributeName$|nonce$|integrity$)/;

/**
 * Parses a template: a whole page where it begins with a doctype or `<html>`, else a part of one.
 *
 * @throws TemplateError for a placeholder that there is none of, or that stands where it could do harm.
 */
export async function compileTemplate(source: string): Promise<Template> {
  for (const { 0: whole, 1: name = '', index } of source.matchAll(placeholder)) {
    if (isTextPlaceholder(name) || isElementPlaceholder(name)) continue;
    throw new TemplateError(
      `Unexpected placeholder "${whole}", expected one of ${placeholderNames.join(', ')}.`,
      index,
      whole.length,
      name,
    );
  }
  const withSlots = source.replace(placeholder, (whole, name: string) =>
    isElementPlaceholder(name) ? `<meta name=${slotPrefix}${name}>` : whole,
  );
  const isPage = /^\s*(?:<!--[^>]*-->\s*)*<(?:!doctype|html)\b/i.test(source);
  // Few configs have a template, and none needs the parser otherwise.
  const { parseHtml } = await import('./parse-html.ts');
  const tree = parseHtml(withSlots, isPage);
  check(tree, source);
  return { tree };
}

/** Looks at every place where a placeholder stands. */
function check(node: Nodes, source: string, parent?: Element): void {
  if (node.type === 'text' || node.type === 'comment') {
    const opaque = parent && ['script', 'style'].includes(parent.tagName);
    if (opaque) refuse(node.value, `in a ${parent.tagName}`, source);
    else if (node.type === 'comment') refuse(node.value, 'in a comment', source, slot);
    else if (slot.test(node.value)) refuse(node.value, `in a ${parent?.tagName ?? 'text'}`, source);
    return;
  }
  if (node.type === 'element' && slotOf(node) === undefined) {
    for (const [name, value] of Object.entries(node.properties)) {
      const text = [value].flat().map(String).join(' ');
      const where = `in the attribute ${name.toLowerCase()}`;
      if (new RegExp(placeholder).test(name) || slot.test(name)) refuse(name, 'in a tag', source);
      if (code.test(name)) refuse(text, where, source);
      else refuse(text, where, source, slot);
      const start = /^\s*\{\{\s*([a-z]*)/.exec(text)?.[1];
      if (isRefresh(node)) refuse(text, 'in a refresh', source);
      if (address.has(name) && start !== undefined && start !== 'url')
        refuse(text, `at the beginning of ${name.toLowerCase()}`, source);
    }
  }
  if ('children' in node) {
    for (const child of node.children)
      check(child, source, node.type === 'element' ? node : undefined);
  }
}

/** `<meta http-equiv=refresh>`, whose content names an address. */
function isRefresh({ tagName, properties }: Element): boolean {
  const { httpEquiv } = properties;
  return (
    tagName === 'meta' && [httpEquiv ?? []].flat().join(' ').trim().toLowerCase() === 'refresh'
  );
}

/** @throws TemplateError where a text holds a placeholder. */
function refuse(text: string, where: string, source: string, only?: RegExp): void {
  const name = slot.exec(text)?.[1] ?? (only ? undefined : new RegExp(placeholder).exec(text)?.[1]);
  if (name === undefined) return;
  const found = [...source.matchAll(placeholder)].filter((match) => match[1] === name);
  // Where a name stands in several places, the one with this text around it is meant.
  const plain = text.replace(new RegExp(`<meta name=${slotPrefix}([a-z]+)>`, 'g'), '{{$1}}');
  const at = source.indexOf(plain);
  const match = found.find(({ index }) => at >= 0 && index >= at) ?? found[0];
  throw new TemplateError(
    `Unexpected placeholder "{{${name}}}" ${where}, expected it in running text or in an attribute that is no code${
      isElementPlaceholder(name) ? ', and this one among elements alone' : ''
    }.`,
    match?.index ?? 0,
    match?.[0].length ?? 0,
  );
}

function slotOf({ tagName, properties }: Element): string | undefined {
  const { name } = properties;
  return tagName === 'meta' && typeof name === 'string' ? slot.exec(name)?.[1] : undefined;
}

/** The page with its placeholders filled in. */
export function fillTemplate({ tree }: Template, parts: PageParts): Root {
  const page = filled(tree, parts) as Root;
  if (!asksFor(tree, 'policy')) return page;
  return filled(tree, { ...parts, policy: policyOf(page) }) as Root;
}

/** Whether an attribute or a text of a template has a placeholder. */
function asksFor(node: Nodes, name: string): boolean {
  const has = (text: unknown): boolean =>
    [...String(text).matchAll(placeholder)].some((match) => match[1] === name);
  if (node.type === 'text') return has(node.value);
  if (node.type === 'element' && Object.values(node.properties).flat().some(has)) return true;
  return 'children' in node && node.children.some((child) => asksFor(child as Nodes, name));
}

function filled(node: Nodes, parts: PageParts): Nodes {
  if (node.type === 'text') return { type: 'text', value: fillText(node.value, parts) };
  if (!('children' in node)) return node;
  const children = node.children.flatMap((child): RootContent[] => {
    const name = child.type === 'element' ? slotOf(child) : undefined;
    return name !== undefined && isElementPlaceholder(name)
      ? elementPlaceholders[name](parts)
      : [filled(child, parts) as RootContent];
  });
  const copy = { ...node, children } as Parents;
  if (copy.type === 'element') {
    if ((node as Element).content)
      copy.content = filled((node as Element).content as Root, parts) as Root;
    copy.properties = Object.fromEntries(
      Object.entries(copy.properties).map(([name, value]) => [
        name,
        typeof value === 'string'
          ? fillText(value, parts)
          : Array.isArray(value)
            ? value.map((each) => (typeof each === 'string' ? fillText(each, parts) : each))
            : value,
      ]),
    );
  }
  return copy;
}

function fillText(text: string, parts: PageParts): string {
  return text.replace(placeholder, (whole, name: string) =>
    isTextPlaceholder(name) ? textPlaceholders[name](parts) : whole,
  );
}
