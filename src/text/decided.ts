import type { VFile } from 'vfile';
import { reportDecision, type Decided, type QuoteSelector } from '../model/index.ts';
import type { QuoteIndex, QuotePlace } from './quote-anchor.ts';

/** A decision and the passages that it is about. */
export interface PlacedDecision<Decision> {
  decided: Decided<Decision>;
  /** One, or with `all` one or more. */
  places: [QuotePlace, ...QuotePlace[]];
}

/**
 * Finds the passages that decisions are about. One whose words are gone, or stand more than once without `all`, is reported at its place
 * in the file of decisions and left out.
 */
export function placeDecisions<Decision extends QuoteSelector & { all?: boolean }>(
  decisions: readonly Decided<Decision>[],
  index: QuoteIndex,
  file: VFile,
): PlacedDecision<Decision>[] {
  return decisions.flatMap((decided) => {
    if (decided.outcome) return [];
    const { decision } = decided;
    const { places, elsewhere } = index.find(decision);
    const [first, ...others] = places;
    if (!first) {
      reportGone(file, decided, elsewhere.length);
      return [];
    }
    if (others.length > 0 && decision.all !== true) {
      reportAmbiguous(file, decided, places.length);
      return [];
    }
    return [{ decided, places: [first, ...others] }];
  });
}

/** Reports a decision whose words are gone. `elsewhere`: how often they stand in other surroundings. */
export function reportGone(
  file: VFile,
  decided: Decided<Pick<QuoteSelector, 'quote' | 'after' | 'before'>>,
  elsewhere: number,
): void {
  const { quote, after, before } = decided.decision;
  const around = [
    after === undefined ? '' : ` after “${short(after)}”`,
    before === undefined ? '' : ` before “${short(before)}”`,
  ].join('');
  const known = elsewhere === 0 ? '' : `; it stands ${times(elsewhere)} in other surroundings`;
  reportDecision(
    file,
    'decisions/text-gone',
    `Unexpected decision about “${short(quote)}”, expected these words in the text${around}${known}`,
    decided,
    { actual: quote },
  );
}

/** Reports a decision whose words stand more than once. */
export function reportAmbiguous(
  file: VFile,
  decided: Decided<QuoteSelector & { all?: boolean }>,
  count: number,
): void {
  const { quote } = decided.decision;
  reportDecision(
    file,
    'decisions/text-ambiguous',
    `Unexpected decision about “${short(quote)}”, which stands ${times(count)} in the text, expected \`after\` or \`before\` with the words around the one that is meant`,
    decided,
    { actual: quote },
  );
}

function times(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;
}

/** As much of a passage as a message has room for. */
function short(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 59).trimEnd()}…` : line;
}
