import type { Found, SourceItem } from '../model.ts';

/**
 * Ties the short forms of legal citations to the source that they point to: "Id., at 141" to the one before it, "Marbury, supra"
 * to the last case of that name.
 *
 * @param all - All citations, in the order of the text.
 */
export function tieShortForms(all: readonly Found[]): void {
  const byParty = new Map<string, SourceItem>();
  let last: SourceItem | undefined;
  for (const { items } of all) {
    for (const item of items) {
      const { legal } = item;
      if (legal?.form === 'id' && last) legal.of = last;
      if (legal?.form === 'case-short') {
        const named = byParty.get(partyKey(legal.name ?? legal.reference.replace(/,.*$/s, '')));
        if (named) legal.of = named;
      }
      if (legal?.form === 'case') {
        for (const party of (legal.name ?? '').split(/\sv\.?s?\.?\s/)) {
          const words = partyKey(party);
          byParty.set(words, item);
          byParty.set(words.replace(/\s.*$/s, ''), item);
          const two = /^\S+\s[^\s.,]+(?=[\s,])/.exec(words);
          if (two) byParty.set(two[0], item);
        }
      }
      // Of several sources in one citation nothing says which is meant.
      last = items.length > 1 || !legal ? undefined : (legal.of ?? item);
    }
  }
}

function partyKey(name: string): string {
  return name.trim().toLowerCase().replace(/’/g, "'");
}
