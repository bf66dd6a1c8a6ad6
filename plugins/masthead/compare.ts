/** Tells whether two pieces of text say the same in other typography. */

const quotes = /[‘’‚‛“”„«»‹›'"`´]/g;
const dashes = /[‐‑‒–—―−-]+/g;
const notWords = /[^\p{L}\p{N}]+/gu;

/** The words of a text without case, typography and punctuation. */
export function wordsOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(quotes, '')
    .replace(dashes, ' ')
    .replace(notWords, ' ')
    .trim();
}

export function sameWords(a: string, b: string): boolean {
  const [initial, other] = [initialOf(a), initialOf(b)];
  if (initial !== other && initial !== 0 && other !== 0) return false;
  const [first, second] = [wordsOf(a), wordsOf(b)];
  return first === second && (first !== '' || a.trim() === b.trim());
}

/** The first letter or digit, in lower case, of a text that begins in ASCII; else 0. Most pairs of texts are told apart by it. */
function initialOf(text: string): number {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x80) return 0;
    const lower = unit | 0x20;
    const isLetter = lower >= 0x61 && lower <= 0x7a;
    if (!isLetter && !(unit >= 0x30 && unit <= 0x39)) continue;
    // A mark may follow that makes it another letter.
    return at + 1 < text.length && text.charCodeAt(at + 1) >= 0x80 ? 0 : isLetter ? lower : unit;
  }
  return 0;
}

/** What a page's title has before or after the headline: " | The Herald", "The Herald: ". */
const titleJoint = /\s*[|–—:«»•·]\s*|\s+-+\s+/u;
/** More words than these are no name of a site. */
const longestSiteName = 6;
/** In more pieces than these a title is no headline with a name beside it. */
const mostPieces = 20;

/** As above, but for the colon, which an author has between two parts of a headline. */
const siteJoint = /\s*[|–—·]\s*|\s+-+\s+/u;

/**
 * Whether a stated title is this headline, be it with the name of the site added to it.
 *
 * @param written - Whether an author wrote the title, and no page has it.
 */
export function sameTitle(stated: string, headline: string, written = false): boolean {
  if (sameWords(stated, headline)) return true;
  const wanted = wordsOf(headline);
  if (wanted === '') return false;
  // White space is squeezed first: a joint begins with any number of them, and would be looked for from each.
  const parts = stated.replace(/\s+/g, ' ').split(written ? siteJoint : titleJoint, mostPieces + 1);
  if (parts.length > mostPieces) return false;
  for (let index = 1; index < parts.length; index++) {
    const [before, after] = [parts.slice(0, index).join(' '), parts.slice(index).join(' ')];
    if (wordsOf(before) === wanted && countWords(after) <= longestSiteName) return true;
    if (wordsOf(after) === wanted && countWords(before) <= longestSiteName) return true;
  }
  return false;
}

export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.-]*/gu)?.length ?? 0;
}
