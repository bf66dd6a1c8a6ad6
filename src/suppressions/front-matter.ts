/**
 * Suppressions in front matter, which hold in the whole article:
 *
 *     copydesk:
 *       disable:
 *         masthead/missing-title: The section has none.
 */
import type { Position } from 'unist';
import type { VFile } from 'vfile';
import { isMap, isScalar, isSeq, type Node } from 'yaml';
import type { Suppression } from '../model/index.ts';
import { frontMatterPlace } from '../readers/markdown/front-matter-place.ts';

export function frontMatterSuppressions(file: VFile): Suppression[] {
  const node: unknown = file.data.frontMatter?.getIn?.(['copydesk', 'disable'], true);
  const placeOf = (each: unknown): Position | undefined => {
    const range = (each as Node | undefined)?.range;
    return range ? frontMatterPlace(file, range[0], range[1]) : undefined;
  };
  const entry = (rule: unknown, reason: unknown, place: unknown): Suppression => ({
    kind: 'article',
    rules: [String(rule)],
    reason: typeof reason === 'string' && reason.trim() !== '' ? reason.trim() : null,
    place: placeOf(place),
  });
  if (isMap(node)) {
    return node.items.map(({ key, value }) =>
      entry(isScalar(key) ? key.value : key, isScalar(value) ? value.value : null, key),
    );
  }
  if (isSeq(node)) {
    return node.items.flatMap((item) => (isScalar(item) ? [entry(item.value, null, item)] : []));
  }
  return isScalar(node) && typeof node.value === 'string' ? [entry(node.value, null, node)] : [];
}
