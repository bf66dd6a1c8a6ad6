/**
 * Picks the sentences of an article that are worth printing large, and repeats them between its blocks.
 *
 * All sentences are ranked by weighted features; the best that pass the gates, stand apart and have room are taken. The words of a
 * pick are put into an `Anchor` node; a `PullQuote` node repeats them; `file.data.pullQuotes` says why. What `file.data.stated.pullQuotes`
 * holds is taken before anything is ranked.
 */
import type { Root } from 'mdast';
import type { Processor } from 'unified';
import type { VFile } from 'vfile';
import {
  report,
  toMarkdownExtension,
  type Anchor,
  type EntityRecord,
  type PullQuote,
  type PullQuoteRecord,
} from '../../src/model/index.ts';
import { isEnglish, reportOtherLanguage, type Edit } from '../../src/text/index.ts';
import { readArticle, type Article, type Block } from './article.ts';
import { attribute } from './attribution.ts';
import { applyDecisions } from './decisions.ts';
import { choose, type Pick } from './choose.ts';
import { resolveOptions, type PullQuotesOptions } from './options.ts';
import { missingMarks, pullQuoteNode } from './print.ts';
import { rank } from './rank.ts';
import { findStated } from './stated.ts';

export { explainPullQuotes, formatExplanations, type Explanation } from './explain.ts';
export { optionsSchema, type Placement, type PullQuotesOptions } from './options.ts';

/** What it should come after, and why. */
export const order = {
  after: {
    masthead: 'lines of the masthead may be quoted',
    cleanup: 'quotes may hold damaged characters',
    citations: 'quotes may hold citation text',
    entities: 'who speaks is known by the names',
  },
} as const;

export default function pullQuotes(
  this: Processor | void,
  options?: Readonly<PullQuotesOptions> | null,
): (tree: Root, file: VFile) => void {
  const settings = resolveOptions(options);
  if (typeof this?.data === 'function') {
    const data = this.data() as { toMarkdownExtensions?: unknown[] };
    (data.toMarkdownExtensions ??= []).push(toMarkdownExtension);
  }

  return (tree, file) => {
    // A tree that has been here before.
    if (tree.children.some((node) => node.type === 'pullQuote')) return;
    const article = readArticle(tree, file);
    // What makes a sentence worth quoting was learnt from English.
    const english = isEnglish(tree, file);
    if (!english) reportOtherLanguage(tree, file);
    const ranking = rank(article);
    const { taken, stated, ...left } = applyDecisions(
      article,
      ranking,
      findStated(article, ranking, file),
      file,
    );
    const chosen = choose(
      tree,
      article,
      english ? left.ranking : [],
      [...taken, ...stated],
      settings,
    );
    const picks = mark(chosen);
    reportRefused(file, chosen, picks);
    const isAsked =
      settings.count === undefined ? article.words >= settings.per : settings.count > 0;
    if (picks.length === 0 && article.passages.length > 0 && isAsked && english) {
      report(
        file,
        'pull-quotes/none-found',
        'Unexpected article without a sentence to quote, expected at least one',
      );
    }
    file.data.pullQuotes = insert(tree, file, article, picks, ranking.length);
  };
}

/** A pick whose words are in an anchor. */
interface Marked {
  pick: Pick;
  anchor: Anchor;
}

/** Puts the words of each pick into an anchor. Those that can't be, as they would cut a link in two, are left out. */
function mark(picks: readonly Pick[]): Marked[] {
  const anchors = picks.map((_, index): Anchor => ({
    type: 'anchor',
    anchorType: 'pullQuote',
    anchorId: `q${index + 1}`,
    children: [],
    // For chains that don't know anchors: else they would make it a block.
    data: { hName: 'span' },
  }));
  const byBlock = new Map<Block, number[]>();
  for (const [index, { block }] of picks.entries()) {
    const known = byBlock.get(block);
    if (known) known.push(index);
    else byBlock.set(block, [index]);
  }
  const made = new Set<number>();
  for (const [block, indexes] of byBlock) {
    const edits = indexes.map((index): Edit => ({
      ...(picks[index] as Pick).range,
      wrap: anchors[index] as Anchor,
    }));
    for (const [at, isMade] of applyAll(block, edits).entries()) {
      if (isMade) made.add(indexes[at] as number);
    }
  }
  return picks.flatMap((pick, index) =>
    made.has(index) ? [{ pick, anchor: anchors[index] as Anchor }] : [],
  );
}

/** A ranked sentence that can't be marked is no loss; a quote that was chosen is. */
function reportRefused(file: VFile, chosen: readonly Pick[], marked: readonly Marked[]): void {
  if (chosen.length === marked.length) return;
  const made = new Set(marked.map(({ pick }) => pick));
  for (const pick of chosen) {
    if (made.has(pick) || pick.origin === 'ranked') continue;
    const { view } = pick.block;
    const { start, end } = pick.range;
    report(
      file,
      'pull-quotes/lost-quote',
      'Unexpected pull quote across another, expected them apart',
      {
        place: view.place(start, end),
        actual: view.text.slice(start, end),
      },
    );
  }
}

/** Edits that overlap, which only stated quotes can, are made one after the other. */
function applyAll({ view }: Block, edits: readonly Edit[]): boolean[] {
  const order = edits.map((_, index) => index);
  order.sort((a, b) => (edits[a] as Edit).start - (edits[b] as Edit).start);
  const apart: number[] = [];
  const late: number[] = [];
  let done = 0;
  for (const index of order) {
    const edit = edits[index] as Edit;
    (edit.start < done ? late : apart).push(index);
    done = Math.max(done, edit.end);
  }
  const result = edits.map(() => false);
  const made = view.apply(apart.map((index) => edits[index] as Edit));
  for (const [at, index] of apart.entries()) result[index] = made[at] as boolean;
  for (const index of late) result[index] = view.apply([edits[index] as Edit])[0] as boolean;
  return result;
}

/** Puts the quotes between the blocks of the root, and records them. */
function insert(
  tree: Root,
  file: VFile,
  article: Article,
  marked: readonly Marked[],
  of: number,
): PullQuoteRecord[] {
  const entities = new Map<string, EntityRecord>(
    (file.data.entities ?? []).map((each) => [each.id, each]),
  );
  const before = new Map(article.blocks.map((block, index) => [block, article.blocks[index - 1]]));
  const nodes = new Map<number, PullQuote[]>();
  const records = marked.map(({ pick, anchor }): PullQuoteRecord => {
    const { block, range, ranked, place } = pick;
    const found = attribute(ranked.passage, range, before.get(block), entities);
    const printed = pick.speaker ?? found.printed;
    const node = pullQuoteNode(
      anchor.anchorId,
      anchor.children,
      missingMarks(block, range),
      printed,
    );
    const placed = place === undefined ? undefined : nodes.get(place);
    if (placed) placed.push(node);
    else if (place !== undefined) nodes.set(place, [node]);
    return {
      anchorId: anchor.anchorId,
      origin: pick.origin,
      rank: ranked.rank,
      of,
      score: ranked.score,
      speaker: speakerOf(pick.speaker, entities) ?? found.speaker,
      reasons: ranked.reasons(),
      ...(printed === undefined ? {} : { attribution: printed }),
    };
  });
  if (nodes.size > 0) {
    const rest = nodes.get(tree.children.length) ?? [];
    tree.children = [
      ...tree.children.flatMap((child, index) => [...(nodes.get(index) ?? []), child]),
      ...rest,
    ];
  }
  return records;
}

/** The entity that a stated speaker's name belongs to. */
function speakerOf(
  name: string | undefined,
  entities: ReadonlyMap<string, EntityRecord>,
): string | null {
  if (name === undefined) return null;
  for (const entity of entities.values()) {
    if (entity.name === name || entity.aliases.includes(name)) return entity.id;
  }
  return null;
}
