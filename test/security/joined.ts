/** Shows many exhibits on one page, so that the browser has less to open, and tells them apart where a page did something. */
import type { Browser } from 'playwright-core';
import { watch, type Exhibit } from './watch.ts';

/** How many exhibits stand on one page. */
const together = 12;

export function grouped<Item>(list: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
}

/** As `watch`. What a page of many does is told of those on it that do it alone; of all of them, where none does. */
export async function watchJoined(
  browser: Browser,
  exhibits: readonly Exhibit[],
): Promise<string[]> {
  const groups = [true, false].flatMap((isChecked) =>
    grouped(
      exhibits.filter((each) => (each.isChecked ?? true) === isChecked),
      together,
    ),
  );
  const pages = groups.map((group, index) => ({ ...join(group), name: `page ${index}.` }));
  const faults = await watch(browser, pages);
  if (faults.length === 0) return [];
  const suspects = groups.flatMap((group, index) => {
    // A fault that names no page may be of any.
    const isAny = faults.some((fault) => !/page \d+\./.test(fault));
    return isAny || faults.some((fault) => fault.includes(`page ${index}.`)) ? group : [];
  });
  const found = await watch(browser, suspects);
  return found.length > 0
    ? found
    : [`${faults.join('; ')}: by none alone of ${suspects.map(({ name }) => name).join(' | ')}`];
}

/**
 * The head of the page has all of every head and its body all of every body, cut by their tags and not parsed: what would break out of its place
 * in one page does so in this one. A mark after each body tells whether the body ended where it was to end.
 */
function join(exhibits: readonly Exhibit[]): Exhibit {
  const heads: string[] = [];
  const bodies: string[] = [];
  for (const [index, { html }] of exhibits.entries()) {
    const text = html.replace(/^<!DOCTYPE html>/i, '');
    const cut = /^<\/head>\s*(?=<body)/m.exec(text);
    if (cut) heads.push(text.slice(0, cut.index));
    const body = text.slice(cut ? cut.index + cut[0].length : 0);
    bodies.push(body.replace(/<\/body>\s*<\/html>\s*$/, ''), `<hr id="article-end-${index}">`);
  }
  const { isChecked = true } = exhibits[0] ?? {};
  return {
    name: '',
    html: `<!DOCTYPE html>${heads.join('')}</head>\n<body>${bodies.join('\n')}</body></html>`,
    isChecked,
    ends: isChecked ? exhibits.length : 0,
  };
}
