/** Brackets that lost their words or their partner, and what is only likely to be a citation. */
import { report } from '../../../src/model/index.ts';
import type { CheckCase } from './case.ts';

export function checkBrackets({ file, suggestions, empty, unclosed }: CheckCase): void {
  for (const { place, text } of empty) {
    report(
      file,
      'citations/lost-link-text',
      `Unexpected empty brackets “${text}”, expected the words that were lost`,
      { place, actual: text },
    );
  }
  for (const { place, count } of unclosed) {
    const others = count > 1 ? `, one of ${count} in this paragraph` : '';
    report(
      file,
      'citations/unclosed-parenthesis',
      `Unexpected opening parenthesis that is never closed${others}`,
      { place },
    );
  }
  for (const { suggestion, text, place } of suggestions) {
    report(
      file,
      'citations/possible-citation',
      `“${text}” is likely a citation (${suggestion.reason}); it was left in the text`,
      { place, actual: text },
    );
  }
}
