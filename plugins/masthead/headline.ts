/** Tells a headline and a standfirst from the first words of an article. */
import { findDates } from '../../src/text/index.ts';
import { countWords } from './compare.ts';
import { readDateline } from './dateline.ts';

const longestHeadline = 30;
const longestHeadlineText = 220;
const longestSubtitle = 60;
const longestSubtitleText = 400;

const salutation = /^(?:dear|hello|hi|good (?:morning|afternoon|evening))\b|^to whom\b/iu;
const sectionName =
  /^(?:\d+\.?\s*)?(?:introduction|abstract|summary|executive summary|background|overview|contents|table of contents|preface|foreword|notes?|references|sources|bibliography|conclusions?|key points|key takeaways|keywords)\s*:?$/iu;
const byline = /^\s*(?:(?:written|story|words|text|posted|reported)\s+)?by\b/iu;

/** Whether the text ends as a sentence of running text does. */
export function endsSentence(text: string): boolean {
  const end = text.trimEnd().replace(/["”’')\]]+$/u, '');
  if (/\.{3}$|…$/u.test(end)) return false;
  if (!end.endsWith('.')) return /[,;:]$/u.test(end);
  // "… in the U.S.", "… Inc." may close a headline.
  return !/(?:^|[\s(])(?:(?:\p{Lu}\.){2,}|Inc\.|Co\.|Jr\.|Sr\.|Ltd\.|a\.m\.|p\.m\.|vs\.)$/u.test(
    end,
  );
}

/** Whether a short paragraph can be the headline of an article. */
export function looksLikeHeadline(text: string): boolean {
  const words = countWords(text);
  if (words === 0 || words > longestHeadline || text.length > longestHeadlineText) return false;
  if (text.includes('\n') || endsSentence(text)) return false;
  // What can't be seen is repaired later.
  const visible = text.trim().replace(/^[\p{Cc}\p{Cf}]+/u, '');
  if (!/^["“”‘’'«»¿¡([‹›„]*[\p{Lu}\p{Lt}\p{Lo}\p{N}@#$€£]/u.test(visible)) {
    // A name such as "iPhone" or "eBay" opens a headline as well.
    if (!/^\s*\p{Ll}\p{Lu}\p{Ll}/u.test(text)) return false;
  }
  if (salutation.test(text) || sectionName.test(text.trim()) || byline.test(text)) return false;
  if (/^\s*(?:https?:\/\/|www\.)\S+\s*$/iu.test(text)) return false;
  if (/^\s*\[?\d+[\].)]/u.test(text)) return false;
  if (isDateOnly(text)) return false;
  return readDateline(text)?.sure !== true;
}

/** Whether a heading of the first depth, which its author made one, can be the headline. */
export function fitsHeadline(text: string): boolean {
  return countWords(text) > 0 && !sectionName.test(text.trim()) && !isDateOnly(text);
}

/** Whether a block between the headline and other lines of the masthead can be the standfirst. */
export function fitsSubtitle(text: string): boolean {
  const words = countWords(text);
  return (
    words >= 3 &&
    words <= longestSubtitle &&
    text.length <= longestSubtitleText &&
    !text.includes('\n') &&
    !byline.test(text) &&
    !/[:,;]$/u.test(text.trim()) &&
    !findDates(text, { years: false }).some((date) => date.dates[0].day !== undefined)
  );
}

function isDateOnly(text: string): boolean {
  const trimmed = text.trim();
  const date = trimmed.length <= 60 ? findDates(trimmed)[0] : undefined;
  return date !== undefined && date.start === 0 && date.end >= trimmed.length - 1;
}
