/** Outlets that are missing, shared, or spelled in two ways. */
import type { Position } from 'unist';
import { report } from '../../../src/model/index.ts';
import { noteKey } from '../identity.ts';
import { nameKey } from '../outlets.ts';
import type { SourceItem } from '../model.ts';
import type { CheckCase } from './case.ts';

export function checkSources({ file, found, existing, settings }: CheckCase): void {
  const spellings = new Map<string, Map<string, Position | undefined>>();
  const seen = new Map<string, string>();
  for (const { found: citation, text, place } of found) {
    for (const item of citation.items) {
      if (item.lost)
        report(
          file,
          'citations/missing-outlet',
          `Unexpected citation without an outlet: “${text}”`,
          { place, actual: text },
        );
      addSpelling(spellings, item, place);
    }
    const lists =
      settings.group === 'each' ? citation.items.map((item) => [item]) : [citation.items];
    for (const items of lists) {
      const key = noteKey(items);
      if (key === undefined || items.length === 0 || !items.every(isDatedOutlet)) continue;
      const first = seen.get(key);
      if (first === undefined) seen.set(key, text);
      else
        report(
          file,
          'citations/merged-sources',
          `“${text}” shares the note of an earlier citation; make sure that both mean the same piece`,
          { place },
        );
    }
  }
  for (const { definition, lost } of existing) {
    if (lost)
      report(file, 'citations/missing-outlet', 'Unexpected note without an outlet', {
        place: definition,
      });
  }
  for (const forms of spellings.values()) {
    if (forms.size < 2) continue;
    const [first, ...others] = [...forms];
    for (const [name, place] of others) {
      report(
        file,
        'citations/outlet-spelling',
        `Unexpected spelling “${name}” of an outlet, expected “${(first as [string, unknown])[0]}” as before`,
        {
          place,
          actual: name,
          expected: [(first as [string, unknown])[0]],
        },
      );
    }
  }
}

function isDatedOutlet(item: SourceItem): boolean {
  return item.kind === 'outlet-date' && item.title === undefined && item.url === undefined;
}

/** Spellings that differ in case, accents, the article, an alias, or in one letter of a long name. */
function addSpelling(
  spellings: Map<string, Map<string, Position | undefined>>,
  item: SourceItem,
  place: Position | undefined,
): void {
  if (item.outlet === undefined) return;
  const key = item.known?.name ?? foldedKey(item.outlet);
  const forms = spellings.get(key) ?? new Map<string, Position | undefined>();
  if (!forms.has(item.outlet)) forms.set(item.outlet, place);
  spellings.set(key, forms);
}

/** A name without what transliterations differ in: "Izvestiya" and "Izvestia", "Al-Jazeera" and "Al Jazeera". */
function foldedKey(name: string): string {
  return nameKey(name)
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/iy|yi|y|j/g, 'i')
    .replace(/(.)\1+/gu, '$1');
}
