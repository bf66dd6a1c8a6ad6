import type { EntityType } from '../../../src/model/index.ts';
import type { Block } from '../document.ts';
import type { Candidate } from '../model.ts';
import { keyOf, wordsOf } from '../names.ts';
import { isTitle } from '../titles.ts';
import type { RegistryEntry } from './entry.ts';
import type { RegistryHit, Surroundings } from './find.ts';

/** From here on the tagger says of what type a name is. */
const sure = 0.5;
/** How many words away the words of a description count. */
const closeBy = 30;

/** What speaks for one of several entries that share a name: the type that is meant, the country, the words of its description. */
export class Clues {
  readonly #speaksOf: Surroundings['speaksOf'];
  readonly #tagged = new Map<Block, Map<number, Candidate>>();
  readonly #described = new Map<RegistryEntry, ReadonlySet<string>>();

  constructor({ tagged, speaksOf }: Surroundings) {
    this.#speaksOf = speaksOf;
    for (const each of tagged) {
      const known = this.#tagged.get(each.block);
      if (known) known.set(each.from, each);
      else this.#tagged.set(each.block, new Map([[each.from, each]]));
    }
  }

  /** 0 where nothing speaks for an entry; 1 is a reason. */
  scoreOf(hit: RegistryHit): number {
    const { known, entry } = hit.value;
    const type = this.#typeOf(hit);
    const byType = type === undefined ? 0 : type === known.type ? 2 : -1;
    const byCountry = entry.countryCode !== undefined && this.#speaksOf(entry.countryCode) ? 1 : 0;
    return byType + byCountry + this.#byDescription(hit);
  }

  /** The type that the words beside a name, or the tagger, say it is of. */
  #typeOf({ block, from, to }: RegistryHit): EntityType | undefined {
    const { keys } = block;
    if (isTitle(block, from - 1)) return 'person';
    if (placeBefore.has(keys[from - 1] ?? '') && !partOfTime.has(keys[to] ?? '')) return 'place';
    const tagged = this.#tagged.get(block)?.get(from);
    return tagged?.to === to && tagged.confidence >= sure ? tagged.type : undefined;
  }

  /** One for each word of the description that is close by, two at most. */
  #byDescription({ block, from, to, value: { entry } }: RegistryHit): number {
    if (entry.description === undefined) return 0;
    let words = this.#described.get(entry);
    if (!words) this.#described.set(entry, (words = wordsOfWeight(entry.description)));
    let found = 0;
    for (let at = Math.max(0, from - closeBy); at < to + closeBy && found < 2; at++) {
      if ((at < from || at >= to) && words.has(block.keys[at] ?? '')) found++;
    }
    return found;
  }
}

/** Words that a place follows, and nobody. */
const placeBefore = new Set(['in', 'near', 'outside', 'across', 'throughout', 'inside']);
/** "in Washington's time" */
const partOfTime = new Set(["'s", '’s']);

function wordsOfWeight(description: string): ReadonlySet<string> {
  return new Set(
    wordsOf(description)
      .map(keyOf)
      .filter((word) => word.length > 3),
  );
}
