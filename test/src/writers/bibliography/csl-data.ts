/** What CSL 1.0.2 lets an item of CSL-JSON hold, written down from its specification. */

const types = new Set([
  'article', 'article-journal', 'article-magazine', 'article-newspaper', 'bill', 'book', 'broadcast', 'chapter', 'classic',
  'collection', 'dataset', 'document', 'entry', 'entry-dictionary', 'entry-encyclopedia', 'event', 'figure', 'graphic',
  'hearing', 'interview', 'legal_case', 'legislation', 'manuscript', 'map', 'motion_picture', 'musical_score', 'pamphlet',
  'paper-conference', 'patent', 'performance', 'periodical', 'personal_communication', 'post', 'post-weblog', 'regulation',
  'report', 'review', 'review-book', 'software', 'song', 'speech', 'standard', 'thesis', 'treaty', 'webpage',
]); // prettier-ignore

const texts = new Set([
  'title', 'title-short', 'container-title', 'container-title-short', 'publisher', 'publisher-place', 'authority', 'URL', 'DOI',
  'language', 'note', 'section', 'references', 'genre', 'medium', 'source', 'archive', 'abstract', 'jurisdiction',
]); // prettier-ignore
const numbers = new Set([
  'volume',
  'issue',
  'number',
  'page',
  'locator',
  'edition',
  'chapter-number',
]);

/** The faults of an item, in words. */
export function faultsOf(item: unknown): string[] {
  if (!isRecord(item)) return [`${JSON.stringify(item)} is no object`];
  const faults = Object.entries(item).flatMap(([key, value]) =>
    isVariable(key, value) ? [] : [`${key}: ${JSON.stringify(value)}`],
  );
  for (const key of ['id', 'type']) if (!Object.hasOwn(item, key)) faults.push(`no ${key}`);
  return faults;
}

function isVariable(key: string, value: unknown): boolean {
  if (key === 'type') return types.has(value as string);
  if (key === 'id' || numbers.has(key))
    return typeof value === 'string' || typeof value === 'number';
  if (key === 'author' || key === 'editor') return Array.isArray(value) && value.every(isName);
  if (key === 'issued' || key === 'accessed') return isDate(value);
  if (key === 'custom') return isRecord(value);
  return texts.has(key) && typeof value === 'string';
}

function isName(value: unknown): boolean {
  return (
    isRecord(value) &&
    Object.entries(value).every(
      ([key, part]) =>
        ['family', 'given', 'literal'].includes(key) && typeof part === 'string' && part !== '',
    )
  );
}

/** One date or two of one to three numbers, a season, words. */
function isDate(value: unknown): boolean {
  if (!isRecord(value)) return false;
  return Object.entries(value).every(([key, part]) => {
    if (key !== 'date-parts') return ['season', 'circa', 'literal', 'raw'].includes(key);
    return (
      Array.isArray(part) &&
      part.length >= 1 &&
      part.length <= 2 &&
      part.every(
        (tuple) =>
          Array.isArray(tuple) &&
          tuple.length >= 1 &&
          tuple.length <= 3 &&
          tuple.every(Number.isInteger),
      )
    );
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
