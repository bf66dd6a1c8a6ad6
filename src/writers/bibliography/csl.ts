import type { CslItem } from '../../model/index.ts';

/** CSL-JSON: an array of items. Two spaces of indent, so that changes can be read in a diff. */
export function toCslJson(items: readonly CslItem[]): string {
  return `${JSON.stringify(items, null, 2)}\n`;
}
