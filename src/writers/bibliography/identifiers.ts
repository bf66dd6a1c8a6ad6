import type { CslItem } from '../../model/index.ts';

/** Ids without the characters that a format forbids in them, each different from the others. */
export function identifiers(items: readonly CslItem[], forbidden: RegExp): string[] {
  const taken = new Set<string>();
  return items.map(({ id }) => {
    const wanted = id.replace(forbidden, '-').replace(/^-+|-+$/g, '') || 'source';
    const unique = freeName(wanted, taken);
    taken.add(unique);
    return unique;
  });
}

/** The name, or the first of `name-2`, `name-3`… that is not taken. */
export function freeName(name: string, taken: { has: (name: string) => boolean }): string {
  if (!taken.has(name)) return name;
  let count = 2;
  while (taken.has(`${name}-${count}`)) count++;
  return `${name}-${count}`;
}
