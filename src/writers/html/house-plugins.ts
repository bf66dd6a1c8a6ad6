import type { ElementContent, Root } from 'hast';
import { unified, type PluggableList } from 'unified';
import type { VFile } from 'vfile';
import type { HtmlContent } from './content.ts';

/** Runs the house's rehype plugins on the body, and on each note, before either is made safe. */
export async function runHousePlugins(
  content: HtmlContent,
  plugins: PluggableList,
  file: VFile,
): Promise<void> {
  if (plugins.length === 0) return;
  const processor = unified().use(plugins).freeze();
  content.body = (await processor.run(content.body, file)) as Root;
  for (const note of content.notes) {
    const root: Root = { type: 'root', children: note.children };
    note.children = ((await processor.run(root, file)) as Root).children as ElementContent[];
  }
}
