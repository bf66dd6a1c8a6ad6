import type { VFile } from 'vfile';
import type { ArticlePullQuote } from '../model/index.ts';
import { sourceOf, type BodyText } from './body-text.ts';

/** The pull quotes with the places of their words in the finished text, in order of appearance. */
export function pullQuotesOf(file: VFile, body: BodyText): ArticlePullQuote[] {
  const records = new Map((file.data.pullQuotes ?? []).map((record) => [record.anchorId, record]));
  const quotes: ArticlePullQuote[] = [];
  for (const { view, start } of body.views) {
    for (const span of view.spans('anchor')) {
      const record = span.node.anchorType === 'pullQuote' && records.get(span.node.anchorId);
      if (!record) continue;
      quotes.push({
        text: view.text.slice(span.start, span.end),
        start: start + span.start,
        end: start + span.end,
        origin: record.origin,
        rank: record.rank,
        of: record.of,
        score: record.score,
        speaker: record.speaker,
        reasons: record.reasons,
        source: sourceOf(view, span.start, span.end),
      });
    }
  }
  return quotes;
}
