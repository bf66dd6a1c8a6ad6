import type { Author } from '../../src/model/index.ts';

/** A byline as it is printed: "By A, B and C". Undefined where nobody is named. */
export function byline(authors: readonly Author[] | undefined): string | undefined {
  if (!authors || authors.length === 0) return undefined;
  const names = authors.map((author) => author.name);
  const last = names.pop() as string;
  return names.length === 0 ? `By ${last}` : `By ${names.join(', ')} and ${last}`;
}
