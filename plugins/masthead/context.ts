/** Lines of a masthead that are known by what stands above and below them: names without "by", what their bearers do, labels alone. */
import type { MastheadRole } from '../../src/model/index.ts';
import { isAffiliation, isOccupation } from './affiliation.ts';
import { readBareByline } from './byline.ts';
import { isPictureAgency } from './caption.ts';
import { sameWords } from './compare.ts';
import { isFurniture } from './furniture.ts';
import { looksPersonal } from './given-names.ts';
import { fieldless, lineOf, readLine, type Line, type LineOptions } from './line.ts';
import { closesAsPublication, isPublicationName } from './publication.ts';

/** Where a line stands. */
export interface Surroundings {
  /** What the line above was taken for. */
  above: MastheadRole | undefined;
  /** The words of the line above. */
  wordsAbove: string | undefined;
  /** The lines below, the nearest first. */
  below: readonly string[];
  /** Whether a headline stands above, or is stated. */
  titled: boolean;
}

const longest = 200;
const dateLabel =
  /^\s*(?:first |last |date )?(?:published|posted|updated|issued|date|publication date)(?: on)?\s*:?\s*$/iu;
const nameLabel =
  /^\s*(?:(?:(?:text|story|words|written|article|report) )?by|authors?|byline|(?:text|story|words))\s*:?\s*$/iu;
const counter = /^\s*\d{1,5}\s*$/u;

/** Reads a line by itself, else by its surroundings. */
export function readInContext(
  text: string,
  around: Surroundings,
  options: LineOptions,
): Line | undefined {
  const alone = readLine(text, options);
  if (alone || text.length > longest) return alone;
  if (!around.titled) return undefined;
  return (
    (options.bylines ? readNames(text, around, options) : undefined) ??
    readAffiliation(text, around) ??
    readLabel(text, around, options) ??
    readPublication(text, around, options)
  );
}

/** What stands below a byline. */
function readAffiliation(text: string, { above }: Surroundings): Line | undefined {
  if (above !== 'byline') return undefined;
  return isAffiliation(text) || reportedFrom.test(text) ? fieldless(text) : undefined;
}

/** "Jane Roe reported from Lima, and John Doe from Quito." */
const reportedFrom =
  /^\p{Lu}[^.!?:;"“”]{2,120}? (?:reported|reports|is reporting|contributed reporting|contributed) (?:from|to)\s[^!?:;"“”]{2,120}\.?$/u;

/** "Published" above a date; numbers of comments and likes among the buttons of a page. */
function readLabel(
  text: string,
  { below: [next], above }: Surroundings,
  { order }: LineOptions,
): Line | undefined {
  if (next === undefined) return undefined;
  if (nameLabel.test(text)) return readBareByline(next, order) ? fieldless(text) : undefined;
  if (dateLabel.test(text)) {
    const dated = readLine(next, { order, bylines: false })?.role === 'date';
    return dated ? fieldless(text) : undefined;
  }
  const amongButtons = above !== undefined && (counter.test(next) || isFurniture(next));
  return counter.test(text) && amongButtons ? fieldless(text) : undefined;
}

/** "Harbour Notebook" above or below a date. */
function readPublication(
  text: string,
  { above, below: [next] }: Surroundings,
  options: LineOptions,
): Line | undefined {
  const name = text.replace(/\s*\([^()]{2,40}\)\s*$/u, '').trim();
  if (!isPublicationName(name) || !closesAsPublication(name)) return undefined;
  const role = next === undefined ? undefined : readLine(next, options)?.role;
  if (above !== 'date' && role !== 'date' && role !== 'byline') return undefined;
  const publication = { name, volume: null, issue: null };
  const rest = { start: text.indexOf(name) + name.length, end: text.trimEnd().length };
  return lineOf('publication', { publication, unused: rest.end > rest.start ? [rest] : [] });
}

/**
 * "Jane Roe" or "Jane Roe in Lima" below a headline. Two words with capitals may as well be a subhead: that they are a name, a date, an occupation or a
 * page's buttons beside them tell, or that the first is a given name.
 */
function readNames(
  text: string,
  { above, wordsAbove, below }: Surroundings,
  options: LineOptions,
): Line | undefined {
  const found = isPictureAgency(text) ? undefined : readBareByline(text, options.order);
  if (!found) return undefined;
  const { authors, dateLine } = found;
  const [next, afterNext] = below;
  const told =
    dateLine !== undefined ||
    found.unused.some(({ start, end }) => isOccupation(text.slice(start, end))) ||
    nameLabel.test(wordsAbove ?? '') ||
    above === 'date' ||
    above === 'publication' ||
    belongsBelow(next, options) ||
    repeats(next, authors, options) ||
    (next !== undefined && isOccupation(next) && belongsBelow(afterNext, options)) ||
    authors.every(looksPersonal);
  if (!told) return undefined;
  return lineOf('byline', {
    authors,
    dates: dateLine?.dates ?? [],
    unused: [...found.unused, ...(dateLine?.unused ?? [])],
  });
}

/** Whether the line below says "By" with the same names. */
function repeats(next: string | undefined, names: string[], options: LineOptions): boolean {
  const again = next === undefined ? [] : (readLine(next, options)?.authors ?? []);
  return names.every((name) => again.some((other) => sameWords(name, other)));
}

/** Whether a line is one that stands below names. */
function belongsBelow(text: string | undefined, options: LineOptions): boolean {
  if (text === undefined) return false;
  const alone = readLine(text, options);
  return (
    (alone !== undefined && alone.source !== true && alone.authors.length === 0) ||
    isOccupation(text) ||
    dateLabel.test(text)
  );
}
