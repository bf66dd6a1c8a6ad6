/**
 * Finds the citations in running prose and makes them footnotes: outlet and date, author and year, numbers, addresses, law.
 *
 * A citation that can't be understood stays in the prose; the words of each are in `file.data.citations`.
 */
import type { Root } from 'mdast';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import type { Processor } from 'unified';
import type { VFile } from 'vfile';
import { toMarkdownExtension } from '../../src/model/index.ts';
import { convert } from './convert.ts';
import { toSettings, type CitationsOptions } from './options.ts';
import { loadOutlets, shippedOutlets } from './outlets.ts';
import { styleOf } from './styles/index.ts';

export { optionsSchema, type CitationsOptions } from './options.ts';

/** What it should come after, and why. */
export const order = {
  after: {
    masthead:
      'a date without a year takes it from the publication date, and datelines look like citations',
    cleanup: 'damaged characters hide citations',
  },
} as const;

/**
 * A unified plugin. The tables of outlets and a style in CSL are read when it is attached.
 *
 * @throws Error where a table of outlets or a style can't be read, or a style in CSL has no `citeproc` to write it.
 */
export default function citations(
  this: Processor | void,
  options?: Readonly<CitationsOptions> | null,
): (tree: Root, file: VFile) => void {
  const settings = toSettings(options ?? {});
  const shipped = shippedOutlets();
  const tables = options?.outlets ?? (shipped === undefined ? [] : shipped);
  const table = loadOutlets(typeof tables === 'string' ? [tables] : tables);
  const style = styleOf(settings.style);
  // A citation that stays in the prose is wrapped in a node that remark-stringify does not know.
  if (this) {
    const extensions = (this.data().toMarkdownExtensions ??= []);
    extensions.push(toMarkdownExtension);
    // Notes are printed in a chain without remark-gfm, too; where it is there, it has the last word.
    extensions.unshift(gfmFootnoteToMarkdown());
  }
  return (tree, file) => convert(tree, file, settings, table, style);
}
