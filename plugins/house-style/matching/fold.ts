/** Texts as they are compared. A folded text is as long as the text, so that offsets hold. */

/** Characters that are written in more than one way for the same thing. */
const alike: Readonly<Record<string, string>> = {
  '’': "'",
  ʼ: "'",
  '‘': "'",
  '‐': '-',
  '‑': '-',
};

/** White space, apostrophes and hyphens made alike. */
export function normalise(text: string): string {
  return text.replace(/[\s’ʼ‘‐‑]/g, (character) => alike[character] ?? ' ');
}

/** Small letters for capitals. A letter whose small form is longer stays. */
export function foldCase(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  let result = '';
  for (const unit of text) {
    const small = unit.toLowerCase();
    result += small.length === unit.length ? small : unit;
  }
  return result;
}

const wordCharacter = /[\p{L}\p{M}\p{N}_]/u;

/** Whether the character at an offset belongs to a word. */
export function isWordAt(text: string, at: number): boolean {
  const code = text.codePointAt(at);
  if (code === undefined) return false;
  // The second half of a pair belongs to what the first half is.
  const isLow = code >= 0xdc00 && code <= 0xdfff;
  const point = isLow ? (text.codePointAt(at - 1) ?? code) : code;
  return wordCharacter.test(String.fromCodePoint(point));
}

/** Whether a word may begin at an offset: what stands before it is no part of one. */
export function beginsWord(text: string, at: number): boolean {
  return !isWordAt(text, at) || at === 0 || !isWordAt(text, at - 1);
}

/** Whether a word may end at an offset. A possessive "'s" is no part of the word, any other apostrophe between letters is. */
export function endsWord(text: string, at: number): boolean {
  if (at === 0 || !isWordAt(text, at - 1)) return true;
  if (isWordAt(text, at)) return false;
  if (text.charAt(at) !== "'" || !isWordAt(text, at + 1)) return true;
  return /[sS]/.test(text.charAt(at + 1)) && !isWordAt(text, at + 2);
}
