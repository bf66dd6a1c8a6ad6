/** What the editor has decided about pull quotes: taken, with other words or a speaker, or refused. */
import type { VFile } from 'vfile';
import { reportDecision } from '../../src/model/index.ts';
import { placeDecisions, QuoteIndex, type QuotePlace, type Range } from '../../src/text/index.ts';
import type { Article, Block, Passage } from './article.ts';
import type { Ranked } from './rank.ts';
import { overlapping } from './spans.ts';
import type { Found } from './stated.ts';

export interface DecidedQuotes {
  /** Quotes that are taken, in the order in which they were decided. */
  taken: Found[];
  /** The sentences that are left to choose from. */
  ranking: Ranked[];
  /** The quotes stated elsewhere that are left: neither refused nor decided once more. */
  stated: Found[];
}

export function applyDecisions(
  article: Article,
  ranking: readonly Ranked[],
  stated: readonly Found[],
  file: VFile,
): DecidedQuotes {
  const decisions = file.data.decisions?.pullQuotes ?? [];
  if (decisions.length === 0) return { taken: [], ranking: [...ranking], stated: [...stated] };
  const { blocks } = article;
  const index = new QuoteIndex(blocks.map(({ view }) => view.text));
  const rankedOf = new Map(ranking.map((ranked) => [ranked.passage, ranked]));
  const taken: Found[] = [];
  const decidedPassages = new Set<Passage>();
  const decidedRanges = new Map<Block, Range[]>();

  for (const { decided, places } of placeDecisions(decisions, index, file)) {
    const { decision } = decided;
    const [place] = places;
    const block = blocks[place.text] as Block;
    const passages = block.passages.filter(
      (each) => each.start < place.end && each.end > place.start,
    );
    const ranked = passages[0] && rankedOf.get(passages[0]);
    const range =
      decision.trim === undefined ? place : trimmed(block.view.text, place, decision.trim);
    if (!ranked || !range) {
      reportDecision(
        file,
        'decisions/invalid',
        range
          ? 'Unexpected decision about words that are no sentence of the text'
          : `Unexpected words under \`trim\`, expected a part of the quote`,
        decided,
        range ? {} : { actual: decision.trim },
      );
      continue;
    }
    for (const passage of passages) decidedPassages.add(passage);
    const ranges = decidedRanges.get(block);
    if (ranges) ranges.push(place);
    else decidedRanges.set(block, [place]);
    decided.outcome = 'done';
    if (decision.take === false) continue;
    taken.push({
      ranked,
      block,
      range: widened(block, range),
      origin: 'decision',
      ...(decision.speaker === undefined ? {} : { speaker: decision.speaker }),
    });
  }
  return {
    taken,
    ranking: ranking.filter(({ passage }) => !decidedPassages.has(passage)),
    stated: stated.filter(
      ({ block, range }) =>
        !(decidedRanges.get(block) ?? []).some(
          (each) => each.start < range.end && each.end > range.start,
        ),
    ),
  };
}

/** The part of a quote that is printed. Undefined where it is none, or stands in it twice. */
function trimmed(text: string, { start, end }: QuotePlace, words: string): Range | undefined {
  const { places } = new QuoteIndex([text.slice(start, end)]).find({ quote: words });
  const [place] = places;
  if (!place || places.length > 1) return undefined;
  return { start: start + place.start, end: start + place.end };
}

/** A quote that begins or ends within a link or a name takes in the whole of it, which no node may cut in two. */
function widened(block: Block, range: Range): Range {
  let { start, end } = range;
  for (const span of overlapping(block.indivisible, range)) {
    if (span.start <= start && span.end >= end) continue;
    start = Math.min(start, span.start);
    end = Math.max(end, span.end);
  }
  return { start, end };
}
