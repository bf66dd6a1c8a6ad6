/** What the parts of the plugin hand to each other. */
import type { EntityForm, EntityOrigin, EntityType } from '../../src/model/index.ts';
import { WordTable } from '../../src/text/word-table.ts';
import type { Block } from './document.ts';

/** An entity that was known before the article was read: of the registry or of the built-in lists of places. */
export interface KnownEntity {
  id: string;
  type: EntityType;
  name: string;
  aliases: string[];
  sameAs: string[];
  description?: string | undefined;
  countryCode?: string | undefined;
  /** Words one of which must be close by. */
  near?: string[] | undefined;
  /** What kind of place it is, where that matters to how it is used. */
  place?: PlaceKind | undefined;
}

export type PlaceKind = 'country' | 'capital' | 'seat' | 'region';

/** Where a mention was found. In the order of precedence: of two that cover the same words, the earlier is kept. */
export const sources = [
  'markup',
  'decision',
  'registry',
  'acronym',
  'model',
  'gazetteer',
  'dateline',
  'pattern',
  'repeat',
] as const;
export type MentionSource = (typeof sources)[number];

/** A name in a block: tokens `from` to `to`, end exclusive. */
export interface Candidate {
  block: Block;
  from: number;
  to: number;
  type: EntityType;
  form: EntityForm;
  source: MentionSource;
  /** 0 to 1, of this mention by itself. */
  confidence: number;
  known: KnownEntity | undefined;
  /** Of an organisation that bears a country's name, such as its team. */
  countryCode: string | undefined;
  /** What the acronym at hand stands for, as explained in the article. */
  definition: Definition | undefined;
  /** Decided for this place alone: it says nothing about the same words elsewhere. */
  single: boolean;
  /** The words as printed, once `textOf` was asked for them. */
  text: string | undefined;
}

/** All candidates are made here, so that they have their properties in one order, which engines are quicker with. */
export function candidate(
  block: Block,
  from: number,
  to: number,
  type: EntityType,
  form: EntityForm,
  source: MentionSource,
  confidence: number,
  known?: KnownEntity | undefined,
): Candidate {
  return {
    block,
    from,
    to,
    type,
    form,
    source,
    confidence,
    known,
    countryCode: undefined,
    definition: undefined,
    single: false,
    text: undefined,
  };
}

/** An acronym that the article explains. */
export interface Definition {
  short: string;
  long: string;
  block: Block;
  /** Tokens of the short form. */
  from: number;
  to: number;
  /** Tokens of the long form. */
  longFrom: number;
  longTo: number;
}

/** All mentions of one entity. */
export interface Cluster {
  type: EntityType;
  name: string;
  known?: KnownEntity | undefined;
  origin: EntityOrigin;
  mentions: Candidate[];
  titles: string[];
  confidence: number;
}

/** Names as they are printed, each one string: what is asked of the same string again is found more quickly. */
const printed = new WordTable((name) => name, 10_000);

/** Words of a candidate, as printed. */
export function textOf(candidate: Candidate): string {
  if (candidate.text === undefined) {
    const { block, from, to } = candidate;
    candidate.text =
      to - from === 1 && block.words[from] !== undefined
        ? block.words[from]
        : printed.at(block.text, startOf(block, from), endOf(block, to));
  }
  return candidate.text;
}

/** A number for a place between tokens, by which it is told from all others of the article. */
export function placeOf(block: Block, at: number): number {
  return block.first + at;
}

/** Where a run of tokens begins in its block. */
export function startOf(block: Block, from: number): number {
  return block.starts[from] ?? block.text.length;
}

/** Where a run of tokens ends in its block. */
export function endOf(block: Block, to: number): number {
  return block.ends[to - 1] ?? 0;
}

/** The first token of a block that ends after an offset; their number where none does. */
export function tokenEndingAfter({ ends }: Block, offset: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] as number) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether one of some tokens is marked. A view of the array would cost more than the look. */
export function anyOf(marks: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (marks[at] === 1) return true;
  return false;
}
