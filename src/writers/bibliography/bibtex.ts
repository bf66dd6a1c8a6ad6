/**
 * BibTeX in UTF-8, with the fields and entry types of biblatex where BibTeX has none: BibTeX reads a type that it does not know as
 * `misc` and passes over fields that it does not know.
 */
import type { CslDate, CslItem, CslName } from '../../model/index.ts';
import { partsOf, seasonName, toEdtf } from './dates.ts';
import { identifiers } from './identifiers.ts';

/** How a type of CSL is called, and which field names what a source stands in or who put it out. */
interface EntryType {
  name: string;
  container: 'journal' | 'booktitle' | 'howpublished' | 'institution' | 'organization';
  subtype?: string;
}

const misc: EntryType = { name: 'misc', container: 'howpublished' };

const types: Readonly<Record<string, EntryType>> = {
  article: { name: 'article', container: 'journal' },
  'article-journal': { name: 'article', container: 'journal' },
  'article-magazine': { name: 'article', container: 'journal', subtype: 'magazine' },
  'article-newspaper': { name: 'article', container: 'journal', subtype: 'newspaper' },
  bill: { name: 'legislation', container: 'howpublished' },
  book: { name: 'book', container: 'howpublished' },
  chapter: { name: 'incollection', container: 'booktitle' },
  dataset: { name: 'dataset', container: 'organization' },
  'entry-dictionary': { name: 'inreference', container: 'booktitle' },
  'entry-encyclopedia': { name: 'inreference', container: 'booktitle' },
  legal_case: { name: 'jurisdiction', container: 'journal' },
  legislation: { name: 'legislation', container: 'journal' },
  manuscript: { name: 'unpublished', container: 'howpublished' },
  pamphlet: { name: 'booklet', container: 'howpublished' },
  'paper-conference': { name: 'inproceedings', container: 'booktitle' },
  patent: { name: 'patent', container: 'howpublished' },
  personal_communication: { name: 'letter', container: 'howpublished' },
  post: { name: 'online', container: 'organization' },
  'post-weblog': { name: 'online', container: 'organization' },
  regulation: { name: 'legislation', container: 'journal' },
  report: { name: 'report', container: 'institution' },
  software: { name: 'software', container: 'organization' },
  thesis: { name: 'thesis', container: 'institution' },
  webpage: { name: 'online', container: 'organization' },
};

const months = [
  'jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec',
] as const; // prettier-ignore

const languages: Readonly<Record<string, string>> = {
  ar: 'arabic',
  de: 'german',
  en: 'english',
  es: 'spanish',
  fr: 'french',
  it: 'italian',
  pt: 'portuguese',
  ru: 'russian',
  uk: 'ukrainian',
};

/** Entries, each with its fields a line; ids become citation keys. */
export function toBibtex(items: readonly CslItem[]): string {
  const keys = identifiers(items, /[^\p{L}\p{N}:._+/-]+/gu);
  return items.map((item, index) => toEntry(item, keys[index] as string)).join('\n');
}

function toEntry(item: CslItem, key: string): string {
  const type = types[item.type] ?? misc;
  const lines = fieldsOf(item, type).map(([name, value]) => `  ${name} = ${value},\n`);
  return `@${type.name}{${key},\n${lines.join('')}}\n`;
}

function fieldsOf(item: CslItem, type: EntryType): [name: string, value: string][] {
  const fields: [string, string][] = [];
  const add = (name: string, value: string | undefined): void => {
    if (value !== undefined && value !== '') fields.push([name, value]);
  };
  add('author', names(item.author));
  add('editor', names(item.editor));
  add('title', braced(item.title, keepCapitals));
  add(type.container, braced(item['container-title']));
  add('shortjournal', braced(type.container === 'journal' ? shortName(item) : undefined));
  if (type.subtype !== undefined) add('entrysubtype', braced(type.subtype));
  add('publisher', braced(item.publisher ?? item.authority));
  if (item.issued) addDate(item.issued, add);
  add('volume', braced(text(item.volume)));
  add('number', braced(text(item.issue ?? item.number)));
  add('pages', braced(item.page?.replace(/\s*[-–—]\s*/gu, '--')));
  add('language', braced(item.language && (languages[item.language] ?? item.language)));
  add('doi', verbatim(item.DOI));
  add('url', verbatim(item.URL));
  if (item.accessed) add('urldate', braced(toEdtf(item.accessed)));
  add('note', braced(noteOf(item)));
  return fields;
}

function addDate(issued: CslDate, add: (name: string, value: string | undefined) => void): void {
  const from = partsOf(issued)?.from;
  add('date', braced(toEdtf(issued)));
  if (from?.year !== undefined) add('year', braced(String(from.year)));
  else if (!from) add('year', braced(issued.literal ?? issued.raw));
  // The names of months are macros that each style spells in its own way.
  const month = from?.month === undefined ? undefined : months[from.month - 1];
  if (month !== undefined && from?.year === undefined && from?.day !== undefined)
    add('month', `${month} # {~${from.day}}`);
  else add('month', month ?? braced(seasonName(issued)));
}

function shortName(item: CslItem): string | undefined {
  return item['container-title-short'];
}

/** What has no field of its own: the printed form of a law, an entry that was not taken apart. */
function noteOf({ note, references, title }: CslItem): string | undefined {
  const parts = [references === title ? undefined : references, note];
  const told = parts.filter((part) => part !== undefined);
  return told.length === 0 ? undefined : told.join('. ');
}

/** `Roe, Jane and {World Bank}` */
function names(list: readonly CslName[] | undefined): string | undefined {
  if (!list || list.length === 0) return undefined;
  return `{${list.map(toName).join(' and ')}}`;
}

function toName({ family, given, literal }: CslName): string {
  if (family === undefined) {
    const name = escape(literal ?? given ?? '');
    return literal === undefined ? name : `{${name}}`;
  }
  // Of "van Dyke" alone BibTeX would make a surname with a particle, of "Roe and Sons" two names.
  const surname = /,|\band\b/i.test(family) || (given === undefined && /\s/.test(family));
  const printed = surname ? `{${escape(family)}}` : escape(family);
  if (given === undefined) return printed;
  return `${printed}, ${/,|\band\b/i.test(given) ? `{${escape(given)}}` : escape(given)}`;
}

function text(value: string | number | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}

function braced(value: string | undefined, write = escape): string | undefined {
  return value === undefined ? undefined : `{${write(value)}}`;
}

/** Styles write titles small: the braces keep the capitals of names. The first letter is large anyway. */
function keepCapitals(title: string): string {
  return title.replace(/\s+/gu, ' ').trim().split(' ').map(keepCapital).join(' ');
}

function keepCapital(word: string, index: number): string {
  const letters = /[\p{L}\p{N}](?:.*[\p{L}\p{N}])?/su.exec(word)?.[0];
  const capitals = index === 0 ? letters?.slice(1) : letters;
  if (letters === undefined || !/\p{Lu}/u.test(capitals ?? '')) return escape(word);
  const at = word.indexOf(letters);
  return `${escape(word.slice(0, at))}{${escape(letters)}}${escape(word.slice(at + letters.length))}`;
}

const specials: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  // A brace counts as one in BibTeX even with a backslash before it.
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '#': '\\#',
  $: '\\$',
  '%': '\\%',
  '&': '\\&',
  _: '\\_',
};

function escape(value: string): string {
  return value
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\\{}~^#$%&_]/g, (character) => specials[character] as string);
}

/** Addresses are read to the letter: only what would end the field is written in the form that addresses have for it. */
function verbatim(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  return `{${value.replace(/[\\{}\s]/gu, (character) => encodeURIComponent(character))}}`;
}
