import { putInOrder } from '../../src/text/ranges.ts';
import type { Block } from './document.ts';
import { anyOf, candidate, textOf, type Candidate, type Cluster } from './model.ts';
import { NameIndex } from './name-index.ts';
import { cases, isCapitalised, wordsOf } from './names.ts';
import { isFull } from './people.ts';
import type { VocabularyWord } from './vocabulary.ts';
import { datesAndDays, givenNameLike, isFunctionWord, organisationHeads } from './words.ts';

/** How sure a name must be before it is looked for elsewhere. */
const sureEnough = 0.6;

/** A name that was found once, found wherever else it stands: full names, surnames of people named in full, acronyms. */
export function findRepeats(
  blocks: readonly Block[],
  clusters: readonly Cluster[],
  found: readonly Candidate[],
): Candidate[] {
  const names = new NameIndex<{ cluster: Cluster; form: Candidate['form'] }>();
  const isAlone = knownAlone(blocks);
  for (const cluster of clusters) {
    if (cluster.confidence < sureEnough) continue;
    const seen = new Set<string>();
    for (const mention of cluster.mentions) {
      const text = textOf(mention);
      if (seen.has(text) || mention.form === 'metonym' || isAlone(text)) continue;
      // What the lists know they have found everywhere, or not without reason.
      if (mention.source === 'gazetteer' || mention.source === 'registry') continue;
      seen.add(text);
      names.add(text, { cluster, form: mention.form }, 'exact');
    }
    if (cluster.type !== 'person') continue;
    for (const full of new Set([...seen, cluster.name])) {
      if (!isFull(full)) continue;
      const surname = full
        .replace(/,? (?:Jr|Sr|II|III|IV)\.?$/, '')
        .split(/\s+/)
        .at(-1) as string;
      if (isCapitalised(surname) && surname.length > 2 && !isAlone(surname)) {
        names.add(surname, { cluster, form: 'short' }, 'exact');
      }
    }
  }
  if (names.isEmpty) return [];

  const taken = new Map<Block, Uint8Array>();
  const takenIn = (block: Block): Uint8Array => {
    let own = taken.get(block);
    if (!own) taken.set(block, (own = Uint8Array.from(block.blocked)));
    return own;
  };
  for (const { block, from, to } of found) takenIn(block).fill(1, from, to);

  const repeats: Candidate[] = [];
  for (const block of blocks) {
    const own = takenIn(block);
    const hits = names.find(block.words, block.keys);
    // Longer names first, at each place.
    putInOrder(hits, (a, b) => a.from - b.from || b.to - a.to);
    for (const { from, to, value } of hits) {
      if (anyOf(own, from, to)) continue;
      if (!standsAlone(block, from, to, own)) continue;
      own.fill(1, from, to);
      const { type, confidence, known } = value.cluster;
      const whole = value.form !== 'short' || type !== 'person';
      repeats.push(
        candidate(
          block,
          from,
          to,
          type,
          value.form,
          'repeat',
          Math.min(confidence, 0.9),
          whole ? known : undefined,
        ),
      );
    }
  }
  return repeats;
}

/** Counts of words so far, to tell their marks apart. */
let counts = 0;

/** Tells whether a name is a word that says nothing alone: one that stands in small letters elsewhere may have its capital of a sentence. */
function knownAlone(blocks: readonly Block[]): (name: string) => boolean {
  const count = ++counts;
  for (const { known, cases: casing, blocked } of blocks) {
    for (let at = 0; at < known.length; at++) {
      if (casing[at] === cases.small && blocked[at] === 0)
        (known[at] as VocabularyWord).smallIn = count;
    }
  }
  return (name) => {
    const words = wordsOf(name);
    if (words.length > 1) return false;
    const word = words[0] ?? '';
    if (word.length < 2) return true;
    const lower = word.toLowerCase();
    return (
      blocks[0]?.vocabulary.get(lower)?.smallIn === count ||
      datesAndDays.has(lower) ||
      isFunctionWord(word)
    );
  };
}

/** Whether the words beside it do not make it part of another name. */
function standsAlone(block: Block, from: number, to: number, taken: Uint8Array): boolean {
  if (to - from > 1 || block.caseless[from]) return true;
  const { words, keys } = block;
  const after = words[to] ?? '';
  if (
    isCapitalised(after) &&
    !taken[to] &&
    (organisationHeads.has(keys[to] as string) || givenNameLike(after)) &&
    !datesAndDays.has(keys[to] as string)
  ) {
    return false;
  }
  const before = words[from - 1] ?? '';
  if (before === '-' || after === '-')
    return !(isCapitalised(words[from - 2] ?? '') && before === '-');
  return !(
    isCapitalised(before) &&
    !taken[from - 1] &&
    !block.opens[from - 1] &&
    givenNameLike(before)
  );
}
