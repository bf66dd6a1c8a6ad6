/**
 * The names that fields of an article bear in front matter, in one site generator or another, ours first. The reader knows them all, so
 * that whatever the writer calls them is read back.
 */
export const frontMatterNames = {
  date: ['date', 'pubDate'],
  url: ['url', 'canonical', 'canonicalURL', 'canonical_url'],
  language: ['language', 'lang'],
  images: ['figures', 'images'],
} as const satisfies Record<string, readonly string[]>;

/** How much of a date counts that had to be written with a day. */
export const datePrecisions = { month: 7, year: 4 } as const;
