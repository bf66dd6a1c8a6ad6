/** The formats that are written. `index.ts` is the table of their writers. */
export const formatNames = ['markdown', 'html', 'json', 'csl', 'bibtex', 'ris'] as const;

export type FormatName = (typeof formatNames)[number];

/** What is written where nothing else is asked for. */
export const defaultFormats: readonly FormatName[] = ['markdown', 'html', 'json'];
