/** What a page says about its article: JSON-LD first, then meta tags, then the markup of the page. */
import type { Nodes, Parents, Root } from 'hast';
import type { Author, StatedMetadata } from '../../../model/index.ts';
import { findDates } from '../../../text/index.ts';
import { collapse, countWords, lettersOf, textOf } from '../hast.ts';
import { isThing, linkedData, listOf, typesOf, type LinkedData, type Thing } from './json-ld.ts';
import { metaTags, type MetaTags } from './meta-tags.ts';
import { bareName, pageParts, type PageParts } from './page.ts';

export interface PageMetadata {
  stated: StatedMetadata;
  /** Where headline and standfirst stand on the page. */
  parts: PageParts;
  /** What the page says relative addresses are relative to. */
  base: string | undefined;
  /** The image that stands for the article in previews: for a page whose article shows none. */
  image: { src: string; alt?: string; caption?: string } | undefined;
}

/** More words than these are no name of a site. */
const longestSiteName = 6;
/** In characters. */
const longestTitle = 500;
const joint = /\s+[|–—:·•»«-]+\s+|\s*[|»«]\s*|:\s+/u;

export function readMetadata(tree: Root, parents: ReadonlyMap<Nodes, Parents>): PageMetadata {
  const tags = metaTags(tree);
  const data = linkedData(tree);
  const { article } = data;
  const site = siteOf(article, data, tags);
  const titles = [
    textIn(article?.['headline']),
    tags.first('og:title', 'twitter:title', 'citation_title', 'dc.title', 'parsely-title'),
    tags.title,
  ].flatMap((title) => (title === undefined ? [] : title.slice(0, longestTitle)));
  const keys = new Set(titles.flatMap((title) => [title, withoutSite(title, site)]).map(lettersOf));
  const description = lettersOf(
    textIn(article?.['description']) ?? tags.first('og:description', 'description') ?? '',
  );
  const isDescription = (text: string): boolean => {
    const letters = lettersOf(text);
    return letters !== '' && letters === description;
  };
  const isTitle = (text: string): boolean => {
    const letters = lettersOf(text);
    return letters !== '' && keys.has(letters) && letters !== lettersOf(site ?? '');
  };
  const parts = pageParts(tree, parents, isTitle, isDescription);
  const stated: StatedMetadata = {};

  const title = headline(titles, site, parts);
  if (title !== undefined) stated.title = title;
  const subtitle = textIn(article?.['alternativeHeadline']);
  if (parts.subtitle) stated.subtitle = textOf(parts.subtitle);
  else if (subtitle !== undefined && lettersOf(subtitle) !== lettersOf(title ?? '')) {
    stated.subtitle = subtitle;
  }
  const authors = authorsOf(data, tags, parts, site);
  if (authors.length > 0) stated.authors = authors;
  if (site !== undefined) {
    stated.publication = {
      name: site,
      volume: tags.first('citation_volume') ?? null,
      issue: tags.first('citation_issue') ?? null,
    };
  }
  const date = dateOf(article, tags, parts);
  if (date !== undefined) stated.date = { value: date, origin: 'stated' };
  const language = languageOf(article, tags);
  if (language !== undefined) stated.language = language;
  const url = addressOf(article, tags);
  if (url !== undefined) stated.url = url;
  return { stated, parts, base: absolute(tags.base, url), image: imageOf(data, tags) };
}

/** A value as a text, as JSON-LD has it: as such, in a list, or as the `name` of a thing. Markup is taken off. */
function textIn(value: unknown): string | undefined {
  if (typeof value === 'string') {
    const text = collapse(value.replace(/<\/?[a-z][^<>]{0,200}>/gi, ' ').replace(/&amp;/g, '&'))
      .replace(/&(?:#0?39|apos);/g, "'")
      .replace(/&quot;/g, '"')
      .replace(/&nbsp;/g, ' ');
    return text === '' ? undefined : text;
  }
  if (Array.isArray(value)) return textIn(value[0]);
  return isThing(value) ? textIn(value['name'] ?? value['@value']) : undefined;
}

function siteOf(
  article: Thing | undefined,
  { follow }: LinkedData,
  tags: MetaTags,
): string | undefined {
  const publisher = follow(listOf(article?.['publisher'])[0]);
  const person = isThing(publisher) && typesOf(publisher).includes('Person');
  const journal = tags.first('citation_journal_title');
  const site = tags.first('og:site_name') ?? (person ? undefined : textIn(publisher));
  const name = journal ?? site ?? tags.first('application-name');
  return name !== undefined && countWords(name) <= longestSiteName + 2 ? name : undefined;
}

/** The headline: as the page prints it where it prints one that is stated, else as stated, without the site's name. */
function headline(
  titles: readonly string[],
  site: string | undefined,
  { heading }: PageParts,
): string | undefined {
  const printed = heading && textOf(heading);
  const [stated] = titles;
  if (printed) {
    const same = titles.some((title) => lettersOf(title).includes(lettersOf(printed)));
    // The only heading of the first depth, where the page's name for itself is another (a tab title cut short).
    if (same || titles.length === 0 || countWords(printed) >= 4) return printed;
  }
  return stated === undefined ? undefined : withoutSite(stated, site);
}

function withoutSite(title: string, site: string | undefined): string {
  const parts = title.split(joint);
  if (parts.length < 2) return title;
  const key = site === undefined ? undefined : lettersOf(site);
  const known = (part: string): boolean => key !== undefined && lettersOf(part) === key;
  const last = parts.at(-1) as string;
  const first = parts[0] as string;
  if (known(last)) return title.slice(0, title.lastIndexOf(last)).replace(/[\s|–—:·•»«-]+$/u, '');
  if (known(first)) return title.slice(first.length).replace(/^[\s|–—:·•»«-]+/u, '');
  // The name after a bar is the site's, whatever it is called.
  const bar = Math.max(title.lastIndexOf(' | '), title.lastIndexOf(' » '));
  const rest = bar < 0 ? '' : title.slice(bar + 3);
  return bar > 0 && countWords(rest) <= longestSiteName ? title.slice(0, bar).trim() : title;
}

function authorsOf(
  { article, follow }: LinkedData,
  tags: MetaTags,
  parts: PageParts,
  site: string | undefined,
): Author[] {
  const linked = listOf(article?.['author'] ?? article?.['creator'])
    .map(follow)
    .flatMap((author) => {
      const name = textIn(author);
      return name === undefined ? [] : [name];
    });
  const candidates = [
    linked,
    tags.all('citation_author'),
    tags.all('author', 'dc.creator', 'parsely-author', 'sailthru.author', 'byl'),
    tags.all('article:author', 'og:article:author'),
    parts.authors,
  ];
  for (const names of candidates) {
    const found = new Map<string, string>();
    for (const name of names.flatMap(eachName)) {
      const isName = name !== '' && !/^https?:|[/@]/.test(name) && countWords(name) <= 8;
      const isSite = site !== undefined && lettersOf(name) === lettersOf(site);
      if (isName && !isSite && !isAccount(name)) found.set(name.toLowerCase(), name);
    }
    if (found.size > 0) return [...found.values()].map((name) => ({ name }));
  }
  return [];
}

/** "Voss, Mara" is one name, "Mara Voss, Ilse Brandt and Jo Kim" are three. */
function eachName(text: string): string[] {
  const names = bareName(text)
    .split(/\s*[,;&]\s*(?:and\s+)?|\s+(?:and|und|et|y)\s+/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const [last, first] = names;
  if (names.length === 2 && text.includes(',') && countWords(last as string) === 1) {
    return [`${first} ${last}`];
  }
  return names.every((name) => countWords(name) >= 2) ? names : [bareName(text)];
}

/** The name of an account that publishes, and of nobody. */
function isAccount(name: string): boolean {
  return /^(?:admin|administrator|editor|webmaster|root|user|staff|guest|wordpress|unknown|anonymous)\d*$/i.test(
    name,
  );
}

function dateOf(article: Thing | undefined, tags: MetaTags, parts: PageParts): string | undefined {
  const candidates = [
    textIn(article?.['datePublished']),
    tags.first(
      'article:published_time',
      'og:article:published_time',
      'citation_publication_date',
      'citation_date',
      'datepublished',
      'parsely-pub-date',
      'sailthru.date',
      'dc.date.issued',
      'dcterms.issued',
      'dcterms.date',
      'dc.date',
      'pubdate',
      'publishdate',
      'publish-date',
      'date',
    ),
    parts.date,
    textIn(article?.['dateCreated']),
  ];
  for (const candidate of candidates) {
    const value = candidate === undefined ? undefined : dateIn(candidate);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** The day of a date and time, in the zone that it was written in: it is the day on the page. */
function dateIn(text: string): string | undefined {
  const iso = /^\s*(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?:[T\s]|$)/.exec(text);
  if (iso) {
    const parts = [iso[1], iso[2]?.padStart(2, '0'), iso[3]?.padStart(2, '0')];
    const value = parts.filter((part) => part !== undefined).join('-');
    return /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/.test(value)
      ? value
      : undefined;
  }
  const date = findDates(text.slice(0, 100), { years: false })[0]?.dates[0];
  if (date?.year === undefined) return undefined;
  const numbers = [date.month, date.day].filter((part) => part !== undefined);
  return [String(date.year), ...numbers.map((part) => String(part).padStart(2, '0'))].join('-');
}

function languageOf(article: Thing | undefined, tags: MetaTags): string | undefined {
  const value =
    tags.language ?? textIn(article?.['inLanguage']) ?? tags.first('content-language', 'og:locale');
  const tag = value?.trim().replace(/_/g, '-');
  return tag !== undefined && /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(tag) ? tag : undefined;
}

function addressOf(article: Thing | undefined, tags: MetaTags): string | undefined {
  const main = article?.['mainEntityOfPage'];
  const linked = isThing(main) ? main['@id'] : main;
  const candidates = [tags.canonical, tags.first('og:url'), linked, article?.['url']];
  for (const candidate of candidates) {
    if (typeof candidate === 'string' && /^https?:\/\/\S+$/i.test(candidate.trim())) {
      return candidate.trim();
    }
  }
  return undefined;
}

function absolute(base: string | undefined, page: string | undefined): string | undefined {
  if (base === undefined || !URL.canParse(base, page)) return undefined;
  return new URL(base, page).href;
}

function imageOf({ article, follow }: LinkedData, tags: MetaTags): PageMetadata['image'] {
  const first = follow(listOf(article?.['image'])[0]);
  const caption = isThing(first) ? textIn(first['caption']) : undefined;
  const linked = isThing(first) ? (first['url'] ?? first['contentUrl']) : first;
  const src = typeof linked === 'string' ? linked : tags.first('og:image', 'twitter:image');
  if (src === undefined || !/^https?:\/\//i.test(src)) return undefined;
  // A picture that stands for the whole site says nothing of the article.
  if (/(?:logo|default|placeholder|fallback|favicon|avatar|share-?card|social-?card)/i.test(src))
    return undefined;
  const alt = tags.first('og:image:alt', 'twitter:image:alt');
  return {
    src,
    ...(alt === undefined ? {} : { alt }),
    ...(caption === undefined ? {} : { caption }),
  };
}
