/** A text of at most `length` UTF-16 units, cut between words and closed with an ellipsis. */
export function shorten(text: string, length: number): string {
  // A text without spaces may be very long: no more of it is looked at than can be used.
  const line = text
    .slice(0, length * 8)
    .replace(/\s+/g, ' ')
    .trim();
  if (line.length <= length) return line;
  const cut = line.slice(0, length - 1);
  const space = cut.lastIndexOf(' ');
  const words = space > length / 2 ? cut.slice(0, space) : cut.replace(/[\uD800-\uDBFF]$/, '');
  return `${words.replace(/[\s,;:.–—-]+$/, '')}…`;
}
