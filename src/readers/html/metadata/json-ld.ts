/** What a page says of its article in JSON-LD, in the terms of schema.org. */
import type { Root } from 'hast';
import { attribute, elementsIn, rawText } from '../hast.ts';

/** A node of the graph. */
export type Thing = Readonly<Record<string, unknown>>;

const article =
  /^(?:(?:News|Analysis\w*|AskPublicNews|BackgroundNews|Opinion\w*|ReportageNews|ReviewNews|Satirical|Scholarly|MedicalScholarly|Tech|Advertiser\w*)?Article|Report|BlogPosting|LiveBlogPosting|SocialMediaPosting|DiscussionForumPosting|Review)$/;

/** Deeper structures are no metadata. */
const deepest = 8;
/** No page has more nodes. */
const mostThings = 500;

/** Things of the page by identifier, and the first that is an article. */
export interface LinkedData {
  article: Thing | undefined;
  /** A thing itself, in place of a reference to it. */
  follow: (value: unknown) => unknown;
}

export function linkedData(tree: Root): LinkedData {
  const byId = new Map<string, Thing>();
  let found: Thing | undefined;
  let count = 0;
  const look = (value: unknown, depth: number): void => {
    if (depth > deepest || count > mostThings) return;
    if (Array.isArray(value)) {
      for (const each of value) look(each, depth + 1);
      return;
    }
    if (!isThing(value)) return;
    count++;
    const id = value['@id'];
    if (typeof id === 'string' && Object.keys(value).length > 1 && !byId.has(id)) {
      byId.set(id, value);
    }
    if (!found && typesOf(value).some((type) => article.test(type))) found = value;
    for (const each of Object.values(value)) if (typeof each === 'object') look(each, depth + 1);
  };
  for (const element of elementsIn(tree)) {
    if (element.tagName !== 'script') continue;
    if (!/^application\/ld\+json/i.test(attribute(element, 'type'))) continue;
    look(parse(rawText(element)), 0);
  }
  const follow = (value: unknown): unknown => {
    const id = isThing(value) && Object.keys(value).length === 1 ? value['@id'] : undefined;
    return typeof id === 'string' ? (byId.get(id) ?? value) : value;
  };
  return { article: found, follow };
}

export function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function typesOf(thing: Thing): string[] {
  return listOf(thing['@type'])
    .filter((type) => typeof type === 'string')
    .map((type) => type.replace(/^.*[/#:]/, ''));
}

export function listOf(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** Pages wrap JSON in comments or CDATA, and leave line endings within strings. */
function parse(text: string): unknown {
  const bare = text
    .trim()
    .replace(/^(?:\/\*)?\s*<!\[CDATA\[\s*(?:\*\/)?|^<!--/, '')
    .replace(/(?:\/\*)?\s*\]\]>\s*(?:\*\/)?$|-->$/, '')
    .replace(/;\s*$/, '');
  for (const attempt of [bare, bare.replace(/[\n\r\t]/g, ' ')]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // The next attempt; a page whose JSON can't be read says nothing in it.
    }
  }
  return undefined;
}
