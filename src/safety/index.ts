/** What holds of every output, whatever a plugin or a reader has left: no address that runs code, and no character that hides what is said. */
import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { checkAddresses, checkData } from './addresses.ts';
import { showOverrides } from './direction.ts';
import { reportMarkup } from './markup.ts';

/** Makes a finished tree and its data safe, and reports what was lost by that. */
export function makeSafe(tree: Root, file: VFile): void {
  checkAddresses(tree, file);
  checkData(tree, file);
  reportMarkup(tree, file);
  showOverrides(tree, file);
}
