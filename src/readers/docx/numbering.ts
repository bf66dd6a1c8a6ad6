/** Which paragraphs are items of lists, how deep, and with which number. */
import type { Styles } from './styles.ts';
import { child, childElements, valueOf, type XmlElement } from './xml.ts';

/** A paragraph's place in a list. */
export interface ListPlace {
  /** 0 is the outermost. */
  level: number;
  ordered: boolean;
  /** The item's number; 1 where it has none. */
  number: number;
  /** Items of the same key may stand in one list. */
  key: string;
  /** The mark is blank: the paragraph goes on with the item before it. */
  continues: boolean;
}

interface Level {
  start: number;
  format: string;
  text: string;
  picture: boolean;
}

interface List {
  /** Lists that are made from the same pattern count together. */
  pattern: string;
  levels: Map<number, Level>;
  /** Levels that this list counts anew. */
  restarts: Map<number, number>;
}

const deepestLevel = 8;

export class Numbering {
  readonly #lists = new Map<string, List>();
  readonly #styles: Styles;
  /** By pattern, the last number at each level. */
  readonly #counters = new Map<string, (number | undefined)[]>();
  readonly #begun = new Set<string>();

  constructor(root: XmlElement | undefined, styles: Styles) {
    this.#styles = styles;
    const patterns = new Map<string, XmlElement>();
    const byStyle = new Map<string, XmlElement>();
    for (const pattern of childElements(root, 'w:abstractNum')) {
      const id = pattern.attributes['w:abstractNumId'];
      if (id !== undefined) patterns.set(id, pattern);
      const style = valueOf(pattern, 'w:styleLink');
      if (style !== undefined) byStyle.set(style, pattern);
    }
    for (const list of childElements(root, 'w:num')) {
      const id = list.attributes['w:numId'];
      const patternId = valueOf(list, 'w:abstractNumId');
      let pattern = patternId === undefined ? undefined : patterns.get(patternId);
      const linked = valueOf(pattern, 'w:numStyleLink');
      if (linked !== undefined) pattern = byStyle.get(linked) ?? pattern;
      if (id === undefined || patternId === undefined || !pattern) continue;
      const levels = levelsOf(pattern);
      const restarts = new Map<number, number>();
      for (const override of childElements(list, 'w:lvlOverride')) {
        const level = Number(override.attributes['w:ilvl']);
        for (const [key, value] of levelsOf(override)) levels.set(key, value);
        const start = numberIn(valueOf(override, 'w:startOverride'));
        if (start !== undefined) restarts.set(level, start);
      }
      this.#lists.set(id, { pattern: patternId, levels, restarts });
    }
  }

  /** The place of a paragraph. Must be asked for each paragraph once, in order: it counts. Undefined for one that is in no list. */
  placeOf(properties: XmlElement | undefined): ListPlace | undefined {
    const own = child(properties, 'w:numPr');
    const inherited = this.#styles.numberingOf(properties);
    const id = valueOf(own, 'w:numId') ?? valueOf(inherited, 'w:numId');
    const list = id === undefined || id === '0' ? undefined : this.#lists.get(id);
    if (id === undefined || !list) return undefined;
    const stated = numberIn(valueOf(own, 'w:ilvl') ?? valueOf(inherited, 'w:ilvl')) ?? 0;
    const level = Math.min(Math.max(0, stated), deepestLevel);
    const { format, start, text, picture } = list.levels.get(level) ?? {
      format: 'decimal',
      start: 1,
      text: '%1.',
      picture: false,
    };
    const ordered = format !== 'bullet';
    const blank = text.trim() === '' && !picture;
    if (format === 'none' || (ordered && blank)) return undefined;
    const continues = !ordered && blank;
    const number = ordered ? this.#count(id, list, level, start) : 1;
    return { level, ordered, number, key: ordered ? list.pattern : 'bullet', continues };
  }

  #count(id: string, list: List, level: number, start: number): number {
    let counters = this.#counters.get(list.pattern);
    if (!counters) this.#counters.set(list.pattern, (counters = []));
    const restart = list.restarts.get(level);
    const key = `${id}/${level}`;
    if (restart !== undefined && !this.#begun.has(key)) counters[level] = restart - 1;
    this.#begun.add(key);
    const number = (counters[level] ?? start - 1) + 1;
    counters[level] = number;
    counters.length = level + 1;
    return number;
  }
}

function levelsOf(parent: XmlElement): Map<number, Level> {
  const levels = new Map<number, Level>();
  for (const level of childElements(parent, 'w:lvl')) {
    levels.set(Number(level.attributes['w:ilvl']), {
      start: numberIn(valueOf(level, 'w:start')) ?? 1,
      format: valueOf(level, 'w:numFmt') ?? 'decimal',
      text: valueOf(level, 'w:lvlText') ?? '',
      picture: child(level, 'w:lvlPicBulletId') !== undefined,
    });
  }
  return levels;
}

function numberIn(value: string | undefined): number | undefined {
  const number = Number(value);
  // Markdown has no number of a list item with more digits.
  return value !== undefined && Number.isInteger(number) && number >= 0 && number < 1e9
    ? number
    : undefined;
}
