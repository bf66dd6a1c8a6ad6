import type { Root } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFile } from 'vfile';
import entities, { type EntitiesOptions } from '../../../plugins/entities/index.ts';
import type { EntityRecord } from '../../../src/model/index.ts';
import { articleSyntax } from '../../../src/syntax.ts';
import { textBlocks, textView } from '../../../src/text/index.ts';

export interface Marked {
  tree: Root;
  file: VFile;
  /** Mentions in document order: `Text = id (form)`; the form is left out where it is `name`. */
  mentions: string[];
  records: EntityRecord[];
  /** Messages: `rule: words of the source at its place`. */
  messages: string[];
}

/** Runs the plugin on Markdown; without the tagger unless the options name one. */
export function mark(value: string, options: EntitiesOptions = {}): Marked {
  const file = new VFile({ value });
  const processor = unified()
    .use(remarkParse)
    .use(articleSyntax)
    .use(entities, { tagger: 'registry-only', ...options });
  const tree = processor.runSync(processor.parse(file), file) as Root;
  return read(tree, file);
}

/** The mentions and messages of a marked tree. */
export function read(tree: Root, file: VFile): Marked {
  const mentions = textBlocks(tree).flatMap(({ node }) => {
    const view = textView(node, file);
    return view.spans('entity').map(({ node: { entityId, form }, start, end }) => {
      return `${view.text.slice(start, end)} = ${entityId}${form === 'name' ? '' : ` (${form})`}`;
    });
  });
  const messages = file.messages.map(({ ruleId, place }) => {
    const position = place && 'start' in place ? place : undefined;
    return `${ruleId}: ${position ? String(file).slice(position.start.offset, position.end.offset) : '?'}`;
  });
  return { tree, file, mentions, records: file.data.entities ?? [], messages };
}
