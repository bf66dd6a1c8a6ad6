/** Tells what of a page isn't in its article, so that nothing is lost without a word. */
import type { Element } from 'hast';
import type { VFile } from 'vfile';
import { report } from '../../model/index.ts';
import { embedded } from './embeds.ts';
import { countWords, elementsIn, textOf } from './hast.ts';

/** How many parts are named. */
const mostNamed = 40;
/** How much of each is quoted, in characters. */
const longestQuote = 80;

export function reportLeftOut(
  file: VFile,
  left: readonly Element[],
  hidden: readonly Element[],
): void {
  const parts = [...left, ...hidden];
  if (parts.length === 0) return;
  const texts = parts.map((part) => [textOf(part), ...addressesIn(part)].join(' '));
  const words = texts.reduce((sum, text) => sum + countWords(text), 0);
  const named = texts.slice(0, mostNamed).map((text, index) => {
    const quote = text.length > longestQuote ? `${text.slice(0, longestQuote).trimEnd()}…` : text;
    return `- ${(parts[index] as Element).tagName}${index >= left.length ? ' (hidden)' : ''}: ${quote}`;
  });
  const more = parts.length > mostNamed ? [`- and ${parts.length - mostNamed} more`] : [];
  report(
    file,
    'reader/left-out',
    `Unexpected text around the article: ${count(parts.length, 'part')} of the page with ${count(words, 'word')} left out`,
    { note: [...named, ...more].join('\n') },
  );
}

/** Where the films and pages in a part lead: they have no words that name them. */
function addressesIn(part: Element): string[] {
  return [part, ...elementsIn(part)].map(embedded).filter((address) => address !== '');
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}
