import type { Block } from './document.ts';
import { round } from './confidence.ts';
import { startOf, type Cluster } from './model.ts';

/** What counts how much: how often, how early, in the headline. */
const weights = { frequency: 0.45, position: 0.25, title: 0.3 };
/** A mention in a caption or in a note counts less than one in the body. */
const lesser = 0.5;

/** How much an article is about each entity, 0 to 1. */
export function salienceOf(
  blocks: readonly Block[],
  clusters: readonly Cluster[],
): Map<Cluster, number> {
  const offsets: number[] = [];
  let length = 0;
  for (const block of blocks) {
    offsets.push(length);
    if (block.context === 'body') length += block.text.length;
  }
  const count = ({ mentions }: Cluster): number =>
    mentions.reduce(
      (sum, { block }) =>
        sum + (block.context === 'body' || block.context === 'title' ? 1 : lesser),
      0,
    );
  const most = clusters.reduce((max, cluster) => Math.max(max, count(cluster)), 1);
  const result = new Map<Cluster, number>();
  for (const cluster of clusters) {
    const first = cluster.mentions.find(({ block }) => block.context === 'body');
    const at = first
      ? (offsets[first.block.index] as number) + startOf(first.block, first.from)
      : length;
    const frequency = Math.log1p(count(cluster)) / Math.log1p(most);
    const position = length === 0 ? 0 : 1 - at / length;
    const title = cluster.mentions.some(({ block }) => block.context === 'title') ? 1 : 0;
    result.set(
      cluster,
      round(weights.frequency * frequency + weights.position * position + weights.title * title),
    );
  }
  return result;
}
