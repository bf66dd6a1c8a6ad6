import type { Paragraph, Root } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFile } from 'vfile';
import cleanup, { type CleanupOptions } from '../../../plugins/cleanup/index.ts';
import { messageId } from '../../../src/model/index.ts';
import { textBlocks, textView } from '../../../src/text/index.ts';

export interface Clean {
  text: string;
  tree: Root;
  file: VFile;
  messages: string[];
}

export interface Given {
  options?: CleanupOptions;
  language?: string;
  bare?: boolean;
}

export function cleanTree(tree: Root, file: VFile, given: Given = {}): Clean {
  if (given.language !== undefined) file.data.stated = { language: given.language };
  cleanup(given.options)(tree, file);
  return {
    text: textBlocks(tree)
      .map(({ node }) => textView(node, file).text)
      .join('\n\n'),
    tree,
    file,
    messages: file.messages.map((message) => messageId(message)),
  };
}

/** Runs the plugin over raw text: one paragraph a block, as a text reader gives it. */
export function clean(text: string, given: Given = {}): Clean {
  const file = new VFile({ value: text });
  const children: Paragraph[] = [];
  let offset = 0;
  let line = 1;
  for (const value of text.split('\n\n')) {
    const node: Paragraph = { type: 'paragraph', children: [{ type: 'text', value }] };
    if (!given.bare) {
      const position = {
        start: { line, column: 1, offset },
        end: { line, column: value.length + 1, offset: offset + value.length },
      };
      node.position = position;
      (node.children[0] as { position?: unknown }).position = { ...position };
    }
    children.push(node);
    offset += value.length + 2;
    line += 2;
  }
  return cleanTree({ type: 'root', children }, file, given);
}

/** Runs the plugin over Markdown. */
export function cleanMarkdown(source: string, given: Given = {}): Clean {
  const file = new VFile({ value: source });
  return cleanTree(unified().use(remarkParse).parse(file), file, given);
}
