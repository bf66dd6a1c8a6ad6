import { closest, distance } from 'fastest-levenshtein';

/** The known word that a user may have meant: at most a third of the letters differ, or two of them stand the other way round. Undefined where none is near. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const candidate = closest(word.toLowerCase(), known as string[]);
  const allowed = Math.max(1, Math.floor(Math.max(word.length, candidate.length) / 3));
  const typed = word.toLowerCase();
  if (distance(typed, candidate.toLowerCase()) <= allowed) return candidate;
  return known.find((each) => isTransposed(typed, each.toLowerCase()));
}

/** Whether two neighbouring letters of a word stand the other way round in another: "htlm", "html". */
function isTransposed(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

/** ` Did you mean "x"?`, or nothing. */
export function didYouMean(word: string, known: readonly string[]): string {
  const candidate = nearest(word, known);
  return candidate === undefined ? '' : ` Did you mean "${candidate}"?`;
}
