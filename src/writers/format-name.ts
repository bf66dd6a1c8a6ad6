/** The formats that are written. `index.ts` is the table of their writers. */
export const formatNames = [
  'markdown',
  'html',
  'json',
  'txt',
  'ninjs',
  'csl',
  'bibtex',
  'ris',
] as const;

export type FormatName = (typeof formatNames)[number];

/**
 * A format of the house: the path of a module that exports a writer, relative to the config.
 *
 * @pattern ^\.{0,2}/
 * @examples ["./formats/newsletter.ts"]
 */
export type FormatFile = string;

/** A name that is one of ours. */
export function isFormatName(name: string): name is FormatName {
  return (formatNames as readonly string[]).includes(name);
}

/** What is written where nothing else is asked for. */
export const defaultFormats: readonly FormatName[] = ['markdown', 'html', 'json'];
