import type { CslItem } from '../../src/index.ts';
import type { CitationKind } from '../../src/model/index.ts';
import type { Finder, FoundArticle, FoundCitation } from './find.ts';
import type { LabelledArticle, LabelledCitation, LabelledItem, Span } from './labelled.ts';
import { sameOutlet } from './outlet-names.ts';

export interface Count {
  labelled: number;
  found: number;
  /** Labelled ones that were found, and found ones that are labelled: the same for exact extents. */
  right: number;
  rightOfFound: number;
}

/** How often a detail was right, among the items where it was labelled. */
export interface Share {
  right: number;
  of: number;
}

/** Something to look at: what was missed, taken in error, or read wrongly. */
export interface Fault {
  article: string;
  type: 'miss' | 'false alarm' | 'look-alike' | 'outlet' | 'date' | 'published';
  kind: CitationKind | null;
  /** The text with some of what stands around it. */
  context: string;
  detail: string;
}

export interface KindResult {
  /** The kind and the extent to the letter. */
  exact: Count;
  /** The kind and any common character. */
  overlap: Count;
}

export interface Result {
  byKind: Map<CitationKind, KindResult>;
  /** The extent to the letter, whatever the kind. */
  extent: Count;
  /** Of the citations whose extent was found, those whose kind is right. */
  kind: Share;
  /** By kind, among found citations. */
  outlet: Map<CitationKind, Share>;
  date: Map<CitationKind, Share>;
  lookAlikes: Share;
  /** The date of publication, where the text states one: every date without a year hangs on it. */
  published: Share;
  faults: Fault[];
}

const kinds: readonly CitationKind[] = [
  'outlet-date',
  'author-date',
  'numeric',
  'url',
  'footnote',
  'legal',
  'other',
];

/** Runs the finder over labelled articles and compares. */
export async function measure(articles: readonly LabelledArticle[], find: Finder): Promise<Result> {
  const result: Result = {
    byKind: new Map(kinds.map((kind) => [kind, { exact: emptyCount(), overlap: emptyCount() }])),
    extent: emptyCount(),
    kind: { right: 0, of: 0 },
    outlet: new Map(kinds.map((kind) => [kind, { right: 0, of: 0 }])),
    date: new Map(kinds.map((kind) => [kind, { right: 0, of: 0 }])),
    lookAlikes: { right: 0, of: 0 },
    published: { right: 0, of: 0 },
    faults: [],
  };
  for (const article of articles) {
    compare(article, await find(article.value, article.path), result);
  }
  return result;
}

export function precision({ rightOfFound, found }: Count): number {
  return found === 0 ? 1 : rightOfFound / found;
}

export function recall({ right, labelled }: Count): number {
  return labelled === 0 ? 1 : right / labelled;
}

export function f1(count: Count): number {
  const p = precision(count);
  const r = recall(count);
  return p + r === 0 ? 0 : (2 * p * r) / (p + r);
}

export function rate({ right, of }: Share): number {
  return of === 0 ? 1 : right / of;
}

function compare(
  article: LabelledArticle,
  { citations: found, published }: FoundArticle,
  result: Result,
): void {
  const labels = article.citations;
  const fault = (type: Fault['type'], span: Span, kind: Fault['kind'], detail = ''): void => {
    const context = contextOf(article.value, span);
    result.faults.push({ article: article.name, type, kind, context, detail });
  };

  if (article.published !== null) {
    result.published.of++;
    if (published === article.published) result.published.right++;
    else {
      const detail = `expected ${article.published}, found ${published ?? 'none'}`;
      fault('published', { start: 0, end: 0 }, null, detail);
    }
  }
  result.extent.labelled += labels.length;
  result.extent.found += found.length;
  for (const kind of kinds) {
    const { exact, overlap } = result.byKind.get(kind) as KindResult;
    const labelled = labels.filter((each) => each.kind === kind);
    const taken = found.filter((each) => each.kind === kind);
    addCount(exact, labelled, taken, sameExtent);
    addCount(overlap, labelled, taken, overlaps);
  }

  for (const label of labels) {
    const match = found.find((each) => sameExtent(each, label));
    if (!match) {
      const near = found.find((each) => overlaps(each, label));
      fault('miss', label, label.kind, near ? `taken: ${slice(article.value, near)}` : '');
      continue;
    }
    result.extent.right++;
    result.extent.rightOfFound++;
    result.kind.of++;
    if (match.kind === label.kind) result.kind.right++;
    else fault('miss', label, label.kind, `kind: ${match.kind}`);
    compareItems(label, match, result, (type, detail) => fault(type, label, label.kind, detail));
  }
  for (const each of found) {
    if (labels.some((label) => sameExtent(label, each))) continue;
    const inLookAlike = article.lookAlikes.some((span) => overlaps(span, each));
    if (!inLookAlike) fault('false alarm', each, each.kind);
  }
  for (const span of article.lookAlikes) {
    result.lookAlikes.of++;
    const taker = found.find((each) => overlaps(each, span));
    if (!taker) continue;
    result.lookAlikes.right++;
    fault('look-alike', span, taker.kind, `taken: ${slice(article.value, taker)}`);
  }
}

function compareItems(
  label: LabelledCitation,
  found: FoundCitation,
  result: Result,
  fault: (type: 'outlet' | 'date', detail: string) => void,
): void {
  const outlets = result.outlet.get(label.kind) as Share;
  const dates = result.date.get(label.kind) as Share;
  // Only these kinds are labelled with all that is printed; the lists behind numeric marks are labelled in part.
  const hasOutlets = label.kind === 'outlet-date';
  const hasDates = label.kind === 'outlet-date' || label.kind === 'author-date';
  const pairs = pair(label.items, found.items);
  for (const [item, csl] of pairs) {
    const outlet = csl ? outletOf(csl) : undefined;
    const date = csl ? dateOf(csl) : undefined;
    if (hasOutlets) {
      outlets.of++;
      const right =
        csl !== undefined &&
        (item.outlet === null ? !outlet : outlet !== undefined && sameOutlet(item.outlet, outlet));
      if (right) outlets.right++;
      else fault('outlet', `expected ${item.outlet ?? 'none'}, found ${outlet ?? 'none'}`);
    }
    if (hasDates && item.date !== null) {
      dates.of++;
      if (item.date === date) dates.right++;
      else fault('date', `expected ${item.date}, found ${date ?? 'none'}`);
    }
  }
}

/** One by one where there are as many on both sides, else each label with the next unused item of its outlet. */
function pair(items: LabelledItem[], found: CslItem[]): [LabelledItem, CslItem | undefined][] {
  if (items.length === found.length) return items.map((item, index) => [item, found[index]]);
  const rest = [...found];
  return items.map((item) => {
    const index = rest.findIndex((csl) => {
      const outlet = outletOf(csl);
      return item.outlet === null ? !outlet : outlet && sameOutlet(item.outlet, outlet);
    });
    return [item, index < 0 ? undefined : rest.splice(index, 1)[0]];
  });
}

function outletOf(item: CslItem): string | undefined {
  return item['container-title'] ?? item.publisher ?? item.authority;
}

/** EDTF; an interval where there are two dates. */
function dateOf({ issued }: CslItem): string | undefined {
  const parts = issued?.['date-parts'];
  if (!parts) return undefined;
  if (issued.season !== undefined && parts[0]?.[0] !== undefined) {
    return `${year(parts[0][0])}-${20 + Number(issued.season)}`;
  }
  return parts
    .map(([y = 0, ...rest]) =>
      [year(y), ...rest.map((part) => String(part).padStart(2, '0'))].join('-'),
    )
    .join('/');
}

function year(value: number): string {
  return String(value).padStart(4, '0');
}

function addCount(
  count: Count,
  labelled: Span[],
  found: Span[],
  same: (a: Span, b: Span) => boolean,
): void {
  count.labelled += labelled.length;
  count.found += found.length;
  count.right += labelled.filter((label) => found.some((each) => same(each, label))).length;
  count.rightOfFound += found.filter((each) => labelled.some((label) => same(each, label))).length;
}

function sameExtent(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function emptyCount(): Count {
  return { labelled: 0, found: 0, right: 0, rightOfFound: 0 };
}

function slice(value: string, { start, end }: Span): string {
  return value.slice(start, end).replace(/\s+/g, ' ');
}

function contextOf(value: string, { start, end }: Span): string {
  const before = value.slice(Math.max(0, start - 40), start);
  const after = value.slice(end, end + 20);
  return `${before}»${value.slice(start, end)}«${after}`.replace(/\s+/g, ' ');
}
