import type {
  Code,
  Heading,
  Html,
  List,
  ListItem,
  Nodes,
  PhrasingContent,
  RootContent,
} from 'mdast';

import { withBox } from '../task-box.ts';
import { inlineText } from './inline.ts';
import { rawText } from './raw-text.ts';
import { tableLines } from './table.ts';
import { columnsOf, wrap } from './wrap.ts';

/** How blocks are set. */
export interface Setting {
  /** Columns that a line may take; 0 for no limit. */
  width: number;
  /** The numbers of the notes, by identifier. */
  numbers: ReadonlyMap<string, number>;
  /** Whether pull quotes are printed. */
  pullQuotes: boolean;
}

/** A line is never set narrower, however deep it stands. */
const narrowest = 20;

/** The lines of blocks, with an empty line between one and the next. */
export function blockLines(blocks: readonly RootContent[], setting: Setting): string[] {
  const parts = blocks.map((block) => linesOf(block, setting)).filter((lines) => lines.length > 0);
  return parts.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
}

function linesOf(block: Nodes, setting: Setting): string[] {
  switch (block.type) {
    case 'paragraph':
      return running(block.children, setting);
    case 'heading':
      return heading(block, setting);
    case 'list':
      return list(block, setting);
    case 'blockquote':
      return indent(blockLines(block.children, narrower(setting, 2)), '> ');
    case 'pullQuote': {
      if (!setting.pullQuotes) return [];
      const lines = running(block.children, narrower(setting, 2));
      return indent(lines, '| ');
    }
    case 'code':
      return indent((block as Code).value.split('\n'), '    ');
    case 'table':
      return tableLines(block, setting);
    case 'thematicBreak':
      return ['* * *'];
    case 'html': {
      const text = rawText((block as Html).value).trim();
      return text === '' ? [] : wrap(text, setting.width);
    }
    case 'masthead':
    case 'footnoteDefinition':
    case 'definition':
      return [];
    default:
      return 'children' in block ? blockLines(block.children as RootContent[], setting) : [];
  }
}

function running(children: readonly PhrasingContent[], setting: Setting): string[] {
  const text = inlineText(children, setting.numbers).trim();
  return text === '' ? [] : wrap(text, setting.width);
}

/** Headings are underlined, but for those deep down. */
function heading({ depth, children }: Heading, setting: Setting): string[] {
  const lines = running(children, setting);
  return depth > 2 || lines.length === 0 ? lines : underlined(lines, '-');
}

export function underlined(lines: string[], stroke: string): string[] {
  const columns = lines.reduce((most, line) => Math.max(most, columnsOf(line)), 0);
  return [...lines, stroke.repeat(columns)];
}

function list({ children, ordered, start, spread }: List, setting: Setting): string[] {
  const first = start ?? 1;
  const size = ordered ? String(first + children.length - 1).length + 2 : 2;
  const inner = narrower(setting, size);
  const loose = spread || children.some((item) => item.spread);
  return children.flatMap((item: ListItem, index) => {
    const marker = ordered ? `${first + index}.` : '-';
    const lines = blockLines(withBox(item, ['[x]', '[ ]']).children, inner);
    const set = hanging(lines.length === 0 ? [''] : lines, marker, size);
    return loose && index > 0 ? ['', ...set] : set;
  });
}

/** Lines with a marker before the first, and room for it before the others. */
export function hanging(lines: readonly string[], marker: string, size: number): string[] {
  return lines.map((line, index) => {
    if (line === '' && index > 0) return '';
    return `${(index === 0 ? marker : '').padEnd(size)}${line}`.trimEnd();
  });
}

function indent(lines: readonly string[], prefix: string): string[] {
  return lines.map((line) => `${prefix}${line}`.trimEnd());
}

export function narrower(setting: Setting, by: number): Setting {
  return setting.width === 0
    ? setting
    : { ...setting, width: Math.max(narrowest, setting.width - by) };
}
