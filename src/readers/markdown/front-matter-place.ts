import type { Position } from 'unist';
import type { VFile } from 'vfile';
import { toPosition } from '../../text/index.ts';

/** Where something of the front matter stands in the article, by its offsets in the YAML, which begins behind the first fence. */
export function frontMatterPlace(file: VFile, start: number, end: number): Position | undefined {
  const fence = /^[^\n\r]*(?:\r\n|\n|\r)/.exec(String(file));
  return fence ? toPosition(file, fence[0].length + start, fence[0].length + end) : undefined;
}
