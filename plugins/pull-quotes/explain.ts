import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import type { PullQuoteReason } from '../../src/model/index.ts';
import { readArticle } from './article.ts';
import { refuse } from './gates.ts';
import { resolveOptions, type PullQuotesOptions } from './options.ts';
import { rank } from './rank.ts';
import { trim } from './trim.ts';

/** One sentence of the ranking, for an editor to look at. */
export interface Explanation {
  rank: number;
  /** How many sentences were ranked. */
  of: number;
  score: number;
  /** The quote as it would be printed, trimmed where options allow. */
  text: string;
  chosen: boolean;
  /** Why it can't be a quote, whatever its score. */
  refused: string | undefined;
  reasons: PullQuoteReason[];
}

/** The best sentences of an article with their reasons, before or after the plugin has run. Changes nothing. */
export function explainPullQuotes(
  tree: Root,
  file: VFile,
  options?: Readonly<PullQuotesOptions> | null,
  limit = 10,
): Explanation[] {
  const settings = resolveOptions(options);
  const article = readArticle(tree, file);
  const ranking = rank(article);
  return ranking.slice(0, limit).map(({ passage, rank: place, score, reasons }) => {
    const range = settings.trim ? trim(passage, settings) : passage;
    const { view } = passage.block;
    const chosen = view
      .spans('anchor')
      .some(
        (span) =>
          span.node.anchorType === 'pullQuote' &&
          span.start < passage.end &&
          span.end > passage.start,
      );
    return {
      rank: place,
      of: ranking.length,
      score,
      text: view.text.slice(range.start, range.end),
      chosen,
      refused: chosen || !settings.gates ? undefined : refuse(passage, range, article, settings),
      reasons: reasons(),
    };
  });
}

/** The explanations as a table of plain text: rank, score, whether chosen, the quote and its reasons. */
export function formatExplanations(rows: readonly Explanation[], width = 100): string {
  const lines = rows.flatMap((row) => {
    const mark = row.chosen ? '*' : row.refused === undefined ? ' ' : '-';
    const head = `${mark} ${String(row.rank).padStart(2)}  ${signed(row.score).padStart(6)}  `;
    const indent = ' '.repeat(head.length);
    const reasons = row.reasons
      .map(({ feature, contribution }) => `${feature} ${signed(contribution)}`)
      .join(', ');
    const notes = [reasons, ...(row.refused === undefined ? [] : [`left out: ${row.refused}`])];
    return [
      ...wrapped(row.text, width - indent.length).map(
        (line, index) => `${index === 0 ? head : indent}${line}`,
      ),
      ...notes
        .flatMap((note) => wrapped(note, width - indent.length))
        .map((line) => `${indent}${line}`),
    ];
  });
  const of = rows[0]?.of ?? 0;
  const legend = `The first ${rows.length} of ${of} sentences. * chosen, - left out`;
  return rows.length === 0 ? 'No sentences.\n' : `${legend}\n\n${lines.join('\n')}\n`;
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`;
}

function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = '';
    }
    line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, line];
}
