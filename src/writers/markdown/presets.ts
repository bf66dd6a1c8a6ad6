/**
 * What the front matter of each site generator is called. A preset renames what the generator would take amiss under our name, and adds what it
 * and its usual plugins look for. The Markdown reader knows all these names, so that what is written under a preset is read back.
 */
import type { FrontMatterPreset } from '../../config/types.ts';

export interface FrontMatterKeys {
  date: string;
  url: string;
  language: string;
  images: string;
  /** Where a single author stands; several are always `authors`. */
  author: 'author' | 'authors';
}

export interface Preset {
  keys: FrontMatterKeys;
  /** Whether a date has to have a day: a month or a year alone is no date to the generator. */
  wholeDates: boolean;
  /** Whether `description` and `tags` are filled in where the source has none. */
  described: boolean;
  /** Lists the addresses of the pictures alone, as the tags for social networks want them. */
  imageList?: string;
  /** Takes the first picture as a mapping of `path` and `alt`. */
  leadImage?: string;
  /** Keeps the generator from reading braces in the text as its own. */
  literalText?: { key: string; value: unknown; trace: RegExp };
}

export const ownKeys: FrontMatterKeys = {
  date: 'date',
  url: 'url',
  language: 'language',
  images: 'images',
  author: 'authors',
};

/** Tags of Liquid and Nunjucks. */
const templateTag = /\{[{%]/;

export const presets: Readonly<Record<Exclude<FrontMatterPreset, 'none'>, Preset>> = {
  copydesk: { keys: ownKeys, wholeDates: false, described: false },
  hugo: {
    // `url` would be the path of the page; `images` is a list of addresses.
    keys: { ...ownKeys, url: 'canonicalURL', images: 'figures' },
    wholeDates: true,
    described: true,
    imageList: 'images',
  },
  jekyll: {
    keys: { ...ownKeys, url: 'canonical_url', language: 'lang', author: 'author' },
    wholeDates: true,
    described: true,
    leadImage: 'image',
    literalText: { key: 'render_with_liquid', value: false, trace: templateTag },
  },
  eleventy: {
    keys: { ...ownKeys, url: 'canonical', language: 'lang' },
    wholeDates: true,
    described: true,
    literalText: { key: 'templateEngineOverride', value: 'md', trace: templateTag },
  },
  astro: {
    keys: { ...ownKeys, date: 'pubDate', url: 'canonicalURL', language: 'lang' },
    wholeDates: true,
    described: true,
  },
};
