/** Finds the names in an article by a model trained on annotated text. */
import { readFileSync } from 'node:fs';
import { sentences } from '../../../src/text/sentences.ts';
import { placesOf, tokens, type TokenPlaces } from '../../../src/text/tokens.ts';
import type { VocabularyWord } from '../vocabulary.ts';
import { calibrate } from './calibration.ts';
import { nameTypes, type NameType } from './labels.ts';
import { unpackModel } from './model.ts';
import { Scorer } from './scorer.ts';
import { SequenceTagger, type SentenceUnit } from './sequence.ts';

export type { NameType } from './labels.ts';

/** A block of running text. `kind` says where it stands; a title is read as a headline. */
export interface TaggerBlock {
  text: string;
  kind: string;
  /** Where its sentences stand, as UTF-16 offsets, end exclusive; to be found where they aren't given. */
  sentences?: readonly { readonly start: number; readonly end: number }[];
}

/** A block of which the plugin has the tokens and words as well. */
export interface ReadBlock extends TaggerBlock {
  places?: TokenPlaces | undefined;
  known?: readonly VocabularyWord[] | undefined;
}

/** A name that was found. */
export interface TaggedName {
  /** Index of the block. */
  block: number;
  /** UTF-16 offsets into the block's text, end exclusive. */
  start: number;
  end: number;
  type: NameType;
  /** From 0 to 1: the share of names of this confidence that are right, in extent and type. */
  confidence: number;
}

export interface Tagger {
  /** The names of an article, in order. All its blocks at once, since one place of it tells of another. */
  tag(document: { blocks: readonly TaggerBlock[] }): TaggedName[];
}

let shared: Tagger | undefined;

/** The tagger that ships; its weights are read when it is first asked for. */
export function tagger(): Tagger {
  return (shared ??= taggerOf(readFileSync(new URL('model.bin', import.meta.url))));
}

/** A tagger with the weights of a model file's bytes. */
export function taggerOf(bytes: Uint8Array): Tagger {
  const parts = unpackModel(bytes);
  const sequence = new SequenceTagger(new Scorer(parts));
  return {
    tag({ blocks }) {
      const units: (SentenceUnit & { block: number })[] = [];
      for (let block = 0; block < blocks.length; block++) {
        const { text, sentences: known, places: all, known: words } = blocks[block]! as ReadBlock;
        let at = 0;
        for (const { start, end } of known ?? sentences(text)) {
          const range = all && rangeOf(all, at, text, start, end);
          if (range) {
            at = range.to;
            units.push({ block, text, places: all, ...range, words });
          } else {
            const own = tokens(text, start, end);
            const places = placesOf(own);
            units.push({ block, text, places, from: 0, to: own.length, words: undefined });
          }
        }
      }
      const names: TaggedName[] = [];
      const found = sequence.tag(units);
      for (let index = 0; index < units.length; index++) {
        const { block, places, from } = units[index]!;
        for (const { start, end, type, confidence } of found[index]!) {
          names.push({
            block,
            start: places.starts[from + start]!,
            end: places.ends[from + end - 1]!,
            type: nameTypes[type]!,
            confidence: calibrate(confidence, type, parts.calibration),
          });
        }
      }
      return names;
    },
  };
}

/** How many characters from the end of a sentence on what follows it can't change how its tokens are cut. */
const farSighted = 8;

/**
 * The tokens of a sentence among those of its whole block, from a token on; undefined where it is cut otherwise by itself: a stop that ends
 * it is no part of an abbreviation.
 */
function rangeOf(
  { starts, ends }: TokenPlaces,
  first: number,
  text: string,
  start: number,
  end: number,
): { from: number; to: number } | undefined {
  let from = first;
  const { length } = starts;
  while (from < length && ends[from]! <= start) from++;
  if (from < length && starts[from]! < start) return undefined;
  let to = from;
  while (to < length && ends[to]! <= end - farSighted) to++;
  const near = to < length ? starts[to]! : end;
  if (near >= end) return { from, to };
  for (const token of tokens(text, near, end)) {
    if (to >= length || starts[to] !== token.start || ends[to] !== token.end) return undefined;
    to++;
  }
  return { from, to };
}
