/**
 * Blocks whose characters take two columns: the East Asian Width property, values W and F, of Unicode Standard Annex 11, which regular
 * expressions don't know.
 */
const wide =
  /[\u1100-\u115F\u2329\u232A\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uA000-\uA4CF\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAFF\uFE10-\uFE19\uFE30-\uFE6B\uFF01-\uFF60\uFFE0-\uFFE6\u{16FE0}-\u{18CFF}\u{1AFF0}-\u{1B2FF}\u{1F200}-\u{1F265}\u{20000}-\u{3FFFD}]|\p{Emoji_Presentation}/u;
const zeroWidth = /[\p{M}\p{Cf}\u1160-\u11FF]/u;
const emojiStyle = '\uFE0F';

let segmenter: Intl.Segmenter | undefined;

/** Made when a text needs it: that takes longer than the rest of a short report. */
function clustersOf(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return segmenter.segment(text);
}

/** Letters and punctuation of which each takes a column, whatever stands beside it: most texts have no others and need no parting. */
const plain = /^[\x20-\x7E\xA0-\xAC\xAE-\u02FF\u2010-\u2027\u2030-\u205E]*$/;

/** How many columns of a terminal a text takes. Tabs and control characters have to be made visible before. */
export function displayWidth(text: string): number {
  if (plain.test(text)) return text.length;
  let width = 0;
  for (const { segment } of clustersOf(text)) width += clusterWidth(segment);
  return width;
}

/** A base with its marks takes the columns of the base; several emoji that are joined are one. */
function clusterWidth(cluster: string): number {
  if (cluster.includes(emojiStyle)) return 2;
  for (const character of cluster) {
    if (wide.test(character)) return 2;
    if (!zeroWidth.test(character)) return 1;
  }
  return 0;
}

/** The longest beginning of a text that takes no more than so many columns. */
export function fitting(text: string, columns: number): string {
  if (plain.test(text)) return text.slice(0, Math.max(0, columns));
  if (displayWidth(text) <= columns) return text;
  let width = 0;
  let end = 0;
  for (const { segment, index } of clustersOf(text)) {
    width += clusterWidth(segment);
    if (width > columns) break;
    end = index + segment.length;
  }
  return text.slice(0, end);
}

/** The longest end of a text that takes no more than so many columns. */
export function fittingEnd(text: string, columns: number): string {
  if (plain.test(text)) return text.slice(Math.max(0, text.length - columns));
  const parts = [...clustersOf(text)];
  let width = 0;
  let start = text.length;
  for (const { segment, index } of parts.reverse()) {
    width += clusterWidth(segment);
    if (width > columns) break;
    start = index;
  }
  return text.slice(start);
}
