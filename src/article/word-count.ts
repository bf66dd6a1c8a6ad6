/** Characters of Chinese or Japanese that stand for about one word in reading time. */
const charactersPerWord = 2;

const unspacedScript = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const wordStart = /[\p{L}\p{N}]/u;
const wordRest = /[\p{L}\p{M}\p{N}'’]/u;

/** The words of a text: runs of letters, marks, figures and apostrophes; of scripts without spaces, two characters count as one. */
export function countWords(text: string): number {
  let words = 0;
  let unspaced = 0;
  let inside = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x80) {
      const lower = code | 0x20;
      const alphanumeric = (lower >= 0x61 && lower <= 0x7a) || (code >= 0x30 && code <= 0x39);
      if (alphanumeric && !inside) words++;
      inside = alphanumeric || (inside && code === 0x27);
      continue;
    }
    const character = String.fromCodePoint(text.codePointAt(at) as number);
    if (character.length > 1) at++;
    // Scripts of words without spaces begin here.
    if (code >= 0x2e80 && unspacedScript.test(character)) {
      unspaced++;
      inside = false;
    } else if (inside) {
      inside = wordRest.test(character);
    } else if (wordStart.test(character)) {
      words++;
      inside = true;
    }
  }
  return words + Math.ceil(unspaced / charactersPerWord);
}
