/** From the word pieces of a token-classification model to names with places in the text. */
import type { NameType, TaggedName } from './tagger.ts';

/** A word piece as the token-classification pipeline gives it: without offsets. */
export interface Piece {
  entity: string;
  score: number;
  word: string;
}

/** Types by the labels that public models have for them. */
const types: Readonly<Record<string, NameType>> = {
  PER: 'PER', PERSON: 'PER', ORG: 'ORG', LOC: 'LOC', GPE: 'LOC', FAC: 'LOC', NORP: 'NORP', EVENT: 'EVENT', WORK_OF_ART: 'WORK', WORK: 'WORK', LAW: 'WORK', PRODUCT: 'PRODUCT',
}; // prettier-ignore

/** A piece is looked for no further than this: what the text does not have (an unknown word) must not lead astray. */
const furthest = 200;

/** Names from word pieces, which are looked for in the text one after another. A name's confidence is that of its weakest piece. */
export function toNames(pieces: readonly Piece[], text: string): Omit<TaggedName, 'block'>[] {
  const names: Omit<TaggedName, 'block'>[] = [];
  const lower = text.toLowerCase();
  // In some scripts the small letters are more than the capitals: then offsets would not agree.
  const searched = lower.length === text.length ? lower : text;
  let at = 0;
  for (const { entity, score, word } of pieces) {
    const plain = word.replace(/^(?:##|[▁Ġ\s]+)/, '').trimEnd();
    if (plain === '' || /^[[<].*[\]>]$/.test(plain)) continue;
    const needle = searched === lower ? plain.toLowerCase() : plain;
    const start = searched.indexOf(needle, at);
    if (start < 0 || start - at > furthest) continue;
    const end = start + plain.length;
    at = end;
    const [, prefix, label] = /^(?:([BIES])-)?(.+)$/.exec(entity) ?? [];
    const type = types[(label ?? '').toUpperCase()];
    const last = names.at(-1);
    // A word is of one name, whatever its later pieces are said to be.
    const inside = last?.end === start && isWithinWord(text, start);
    const goesOn =
      last !== undefined &&
      type === last.type &&
      prefix !== 'B' &&
      prefix !== 'S' &&
      text.slice(last.end, start).trim() === '';
    if (last && (inside || goesOn)) {
      last.end = end;
      last.confidence = Math.min(last.confidence, score);
    } else if (type !== undefined) {
      names.push({ start, end, type, confidence: score });
    }
  }
  return names;
}

/** Whether a place has a letter or digit on both sides, of a script that puts spaces between words. */
function isWithinWord(text: string, at: number): boolean {
  const beside = text.slice(at - 1, at + 1);
  return (
    /^[\p{L}\p{M}\p{N}]{2}$/u.test(beside) &&
    !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(beside)
  );
}
