/** The name of a newspaper or a site, as pages print it above a headline. */
import type { DayMonthOrder } from '../../src/text/index.ts';
import { countWords } from './compare.ts';
import { readNumbering } from './numbering.ts';
import { closesAsPublication, isPublicationName, isTitleCase } from './publication.ts';
import { isSection } from './section.ts';

/**
 * "The Weekly Herald", "HARBOUR NEWS", "harbour.example": the name of a newspaper or a site and nothing else, as a headline is not written. Of other names
 * the line below tells it, which numbers an issue or names a section.
 */
export function isSiteName(text: string, below: string | undefined, order: DayMonthOrder): boolean {
  const name = text.trim();
  const words = countWords(name);
  if (/^[\p{L}\p{N}-]{2,40}(?:\.[\p{L}\p{N}-]{2,20}){1,3}$/u.test(name)) return true;
  if (words < 2 || words > 8 || !isTitleCase(name)) return false;
  if (below !== undefined) {
    if (readNumbering(below, order)) return true;
    if (/^the\s/iu.test(name) && words <= 4 && isSection(below)) return true;
  }
  const shouted = name === name.toUpperCase();
  return isPublicationName(name) && closesAsPublication(name) && (/^the\s/iu.test(name) || shouted);
}
