/** What the properties of the file say of the article. Programs fill them in by themselves, so that much of it means nothing. */
import type { StatedMetadata } from '../../model/index.ts';
import { child, textContent, type XmlElement } from './xml.ts';

const emptyTitle =
  /^(?:microsoft (?:office )?word\b|(?:untitled|new)?\s*document\s*\d*$|untitled|title$|\[.*\]$|normal(?:\.dotm?)?$|word template|template|draft\d*$|blank|powerpoint)/i;
const fileName = /\.(?:docx?|odt|rtf|txt|pdf|html?|dotx?)$/i;
const emptyAuthor =
  /^(?:(?:microsoft|windows|ms|word|office|default|system|guest|local|home|test|mac|my)\b.*|.*\b(?:user|admin|administrator|owner|account|computer|laptop|desktop|pc)|author|unknown|anonymous|python-docx|apache poi|aspose.*|libreoffice.*|openoffice.*|pandoc|docx4j|google.*)$/i;

/** Title and authors, which count where the text has none. */
export function readProperties(
  root: XmlElement | undefined,
): StatedMetadata & { language?: string } {
  const stated: StatedMetadata = {};
  const text = (name: string): string => textOf(child(root, name)).replace(/\s+/g, ' ').trim();
  const title = text('dc:title');
  if (isTitle(title)) stated.title = title;
  const authors = text('dc:creator')
    .split(/\s*;\s*/)
    .filter(isAuthor)
    .map((name) => ({ name }));
  if (authors.length > 0) stated.authors = authors;
  const language = text('dc:language');
  if (/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(language)) stated.language = language;
  return stated;
}

function textOf(element: XmlElement | undefined): string {
  return element ? textContent(element) : '';
}

function isTitle(title: string): boolean {
  return /\p{L}/u.test(title) && !emptyTitle.test(title) && !fileName.test(title);
}

/** A name of two words or more: one word is more often an account's than a writer's. */
function isAuthor(name: string): boolean {
  return (
    /^\p{L}[\p{L}\p{M}.'’-]*(?:\s+[\p{L}\p{M}.'’-]+){1,5}$/u.test(name) &&
    !emptyAuthor.test(name) &&
    /\p{Lu}|\p{Lo}/u.test(name)
  );
}
