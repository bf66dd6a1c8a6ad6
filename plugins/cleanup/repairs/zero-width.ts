import { changesFor, type Repair } from '../repair.ts';
import { signs } from '../signs.ts';

const invisible = /[\u200B-\u200F\u061C\u180E\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/gu;
/** Scripts that are written without spaces and mark where a line may break. */
const unspaced =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Javanese}\p{Script=Balinese}]/u;
/** Scripts whose letters change with what they are joined to. */
const joining =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Nko}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Myanmar}\p{Script=Khmer}\p{M}]/u;
const emoji = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F]$/u;
const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/**
 * Zero-width characters go, but for the joiners that scripts and emoji need, the spaces of scripts without visible ones, and
 * the direction marks of text that runs from right to left. Overrides of direction, which can hide what a text says, always go.
 */
export const zeroWidth: Repair = {
  name: 'zeroWidth',
  rule: 'cleanup/zero-width',
  kind: 'damage',
  stage: 'characters',
  description: 'Remove zero-width characters that no script and no emoji needs.',
  signs: signs.odd,
  trace: /[\u200B-\u200F\u061C\u180E\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/,
  find(text, context) {
    const rtl = rightToLeft.test(text);
    const overridden = /[\u202D\u202E]/u.test(text);
    return changesFor(text, invisible, context, (match) => {
      const at = match.index;
      const before = text.slice(Math.max(0, at - 2), at);
      const after = text.slice(at + 1, at + 3);
      switch (match[0]) {
        case '\u200B':
          return unspaced.test(before) || unspaced.test(after) ? undefined : '';
        case '\u200C':
          return joining.test(before) && joining.test(after) ? undefined : '';
        case '\u200D':
          return joining.test(before.slice(-1)) || emoji.test(before) ? undefined : '';
        case '\u180E':
          return /\p{Script=Mongolian}/u.test(before) ? undefined : '';
        case '\u202D':
        case '\u202E':
          return '';
        case '\u202A':
        case '\u202B':
        case '\u202C':
          return rtl && !overridden ? undefined : '';
        case '\u200E':
        case '\u200F':
        case '\u061C':
        case '\u2066':
        case '\u2067':
        case '\u2068':
        case '\u2069':
          return rtl ? undefined : '';
        default:
          return '';
      }
    });
  },
};
