import type { Block } from '../document.ts';
import type { KnownEntity } from '../model.ts';
import type { Hit } from '../name-index.ts';
import { keyOf, wordsOf } from '../names.ts';
import { gazetteer, type PlaceName } from './index.ts';

/** Words that tell which of two places of one name is meant. */
const stateOfGeorgia = [
  'atlanta', 'savannah', 'ga.', 'fulton', 'macon', 'alabama', 'tennessee', 'florida', 'carolina', 'republican', 'democrat', 'gop', 'senate', 'bulldogs', 'congressional', 'runoff',
]; // prettier-ignore
const countryOfGeorgia = [
  'caucasus',
  'abkhazia',
  'ossetia',
  'saakashvili',
  'ivanishvili',
  'eu',
  'nato',
  'batumi',
  'kutaisi',
  'soviet',
  'lari',
];
const stateOfWashington = ['seattle', 'spokane', 'tacoma', 'olympia', 'wash.', 'bellevue'];
const kitchen = [
  'roast', 'roasted', 'thanksgiving', 'stuffing', 'cranberry', 'gravy', 'sandwich', 'breast', 'poultry', 'oven', 'leftovers', 'wild', 'cook', 'carve', 'recipe',
]; // prettier-ignore

/** What an article says of countries, by which ambiguous names of places are decided. */
export class Evidence {
  readonly #codes = new Map<string, number>();
  readonly #blocks: readonly Block[];
  #words: Set<string> | undefined;
  /** Names that were left open, with what they can mean. */
  readonly open: { hit: Hit<PlaceName> & { block: Block }; options: string[]; ids: string[] }[] =
    [];

  constructor(blocks: readonly Block[], hits: readonly Hit<PlaceName>[]) {
    this.#blocks = blocks;
    for (const { value, name } of hits) {
      const code = value.known.countryCode;
      if (code === undefined || value.needsEvidence || value.combining || ambiguous.has(name))
        continue;
      this.#codes.set(code, (this.#codes.get(code) ?? 0) + 1);
    }
  }

  /** Whether the article speaks of a country. */
  speaksOf(code: string | undefined): boolean {
    return code !== undefined && this.#codes.has(code);
  }

  #says(words: readonly string[]): number {
    return words.filter((word) => this.#has(word)).length;
  }

  /** Whether a word, given by its key, stands in the article. */
  #has(word: string): boolean {
    // Few articles have a name for which it matters.
    this.#words ??= telling(this.#blocks);
    return this.#words.has(word);
  }

  /** The place or people that is meant; undefined where it is none. */
  decide(hit: Hit<PlaceName> & { block: Block }): KnownEntity | undefined {
    const { value, name } = hit;
    const { known } = value;
    if (value.needsEvidence && !this.speaksOf(known.countryCode)) return undefined;
    switch (name) {
      case 'Georgia': {
        const country =
          this.#says(countryOfGeorgia) +
          (['GE', 'RU', 'AM', 'AZ'].some((code) => this.speaksOf(code)) ? 2 : 0);
        const state = this.#says(stateOfGeorgia) + (this.#codes.has('US') ? 0.5 : 0);
        if (country > state) return known;
        if (state > country && state >= 1) return uncoded(known, 'place/georgia-us');
        return this.#leaveOpen(
          hit,
          ['Georgia, the country', 'Georgia, the state of the US'],
          [known.id, 'place/georgia-us'],
          known,
        );
      }
      case 'Turkey':
        return hit.block.opens[hit.from] && this.#near(hit, kitchen) ? undefined : known;
      case 'Washington':
        if (this.#says(stateOfWashington) > 0 && !this.#has('d.c.') && !this.#has('dc')) {
          return uncoded(known, 'place/washington-state', 'Washington state');
        }
        return known;
      case 'Congo':
        return this.#has('brazzaville') && !this.#has('kinshasa')
          ? countryOf('CG', 'Republic of the Congo')
          : countryOf('CD', 'Democratic Republic of the Congo');
      case 'Congolese':
      case 'Congoleses':
        return coded(
          known,
          this.speaksOf('CG') && !this.speaksOf('CD')
            ? 'CG'
            : this.speaksOf('CD')
              ? 'CD'
              : undefined,
        );
      case 'Dominican':
      case 'Dominicans':
        return coded(
          known,
          this.speaksOf('DM') && !this.speaksOf('DO')
            ? 'DM'
            : this.speaksOf('DO')
              ? 'DO'
              : undefined,
        );
      default:
        return known;
    }
  }

  #near({ block, from, to }: Hit<PlaceName> & { block: Block }, words: readonly string[]): boolean {
    const around = block.keys.slice(Math.max(0, from - 20), to + 20);
    return around.some((key) => words.includes(key));
  }

  #leaveOpen(
    hit: Hit<PlaceName> & { block: Block },
    options: string[],
    ids: string[],
    known: KnownEntity,
  ): KnownEntity {
    this.open.push({ hit, options, ids });
    return uncoded(known, known.id);
  }
}

/** All words that are asked for. */
const tellTales = new Set([
  ...stateOfGeorgia,
  ...countryOfGeorgia,
  ...stateOfWashington,
  'd.c.',
  'dc',
  'brazzaville',
  'kinshasa',
]);

/** Those of them that an article has. */
function telling(blocks: readonly Block[]): Set<string> {
  const words = new Set<string>();
  for (const { keys } of blocks) for (const key of keys) if (tellTales.has(key)) words.add(key);
  return words;
}

const ambiguous = new Set([
  'Georgia',
  'Congo',
  'Congolese',
  'Dominican',
  'Dominicans',
  'Washington',
  'Turkey',
]);

function countryOf(code: string, name: string): KnownEntity {
  const hits = gazetteer().find(wordsOf(name), wordsOf(name).map(keyOf));
  const hit = hits.find(
    ({ value }) => value.known.countryCode === code && value.known.name === name,
  );
  return (hit as Hit<PlaceName>).value.known;
}

const variants = new Map<string, KnownEntity>();

/** The same name for a place without a code. One object for each, since entities are told apart by it. */
function uncoded(known: KnownEntity, id: string, name = known.name): KnownEntity {
  let variant = variants.get(id);
  if (!variant) {
    const { countryCode: _, ...rest } = known;
    variant = { ...rest, id, name, aliases: [], place: 'region' };
    variants.set(id, variant);
  }
  return variant;
}

function coded(known: KnownEntity, countryCode: string | undefined): KnownEntity {
  if (countryCode === undefined) return known;
  const key = `${known.id} ${countryCode}`;
  let variant = variants.get(key);
  if (!variant) variants.set(key, (variant = { ...known, countryCode }));
  return variant;
}
