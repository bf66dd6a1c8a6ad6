/** Pull quotes in the flow of the text, for sites that want them there beside the front matter. */
import type { Html, PhrasingContent, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import type { PullQuote } from '../../model/index.ts';
import { pullQuoteElement } from '../html/pull-quotes.ts';
import type { WriterInput } from '../writer.ts';

const printer = unified().use(rehypeStringify).freeze();

/** Writes one quote. */
type Form = (quote: PullQuote, speaker: string | undefined) => string;

/** The blocks of the body with the pull quotes among them as they are to be written; as they are where they are not. */
export function withPullQuotes(
  blocks: RootContent[],
  { file, markdown, processor }: WriterInput,
): RootContent[] {
  const setting = markdown?.pullQuotes ?? 'front-matter';
  if (setting === 'front-matter') return blocks;
  const write = (children: PhrasingContent[]): string => {
    const root: Root = { type: 'root', children: [{ type: 'paragraph', children }] };
    return processor.stringify(root).trim();
  };
  const element = pullQuoteElement(file);
  if (setting === 'html') {
    return blocks.map((node) =>
      node.type === 'pullQuote'
        ? { type: 'html', value: printer.stringify({ type: 'root', children: [element(node)] }) }
        : node,
    );
  }
  const form = setting === 'directive' ? directive(write) : shortcode(setting.trim(), write);
  const speakers = new Map(
    (file.data.pullQuotes ?? []).map(({ anchorId, attribution }) => [anchorId, attribution]),
  );
  return blocks.map((node) => {
    if (node.type !== 'pullQuote') return node;
    // Raw to Markdown, as HTML is: neither form is a node of mdast.
    return { type: 'html', value: form(node, speakers.get(node.anchorId)) } satisfies Html;
  });
}

/** A container directive: `:::pull-quote{speaker="…"}`. The Markdown reader knows it again. */
function directive(write: (children: PhrasingContent[]) => string): Form {
  return ({ children }, speaker) => {
    const text = write(children);
    const runs = text.match(/:+/g) ?? [];
    const colons = ':'.repeat(runs.reduce((most, run) => Math.max(most, run.length + 1), 3));
    const attributes = speaker === undefined ? '' : `{speaker="${inDirective(speaker)}"}`;
    return `${colons}pull-quote${attributes}\n${text}\n${colons}`;
  };
}

/** To a parser without directives the line is text: nothing in it may be taken for the beginning of emphasis or a link. */
function inDirective(value: string): string {
  return value
    .replace(/\s+/g, ' ')
    .replace(/["&<>*_`~[\]\\{}]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/**
 * A template of the user's, in which `{text}` and `{speaker}` stand for the words and who says them, as plain text within quotation
 * marks and as Markdown outside. What stands in `[[` and `]]` is left out where nobody is known to speak.
 */
function shortcode(template: string, write: (children: PhrasingContent[]) => string): Form {
  // Tags know references to characters, other forms a backslash.
  const escape = /^[<[]/.test(template) ? asReference : withBackslash;
  return ({ children }, speaker) => {
    const own = template.replace(/\[\[([^[\]]*)\]\]/g, speaker === undefined ? '' : '$1');
    const quotes = openQuotes(own);
    return own.replace(/\{(text|speaker)\}/g, (_, key: string, at: number) => {
      const nodes: PhrasingContent[] =
        key === 'text' ? children : speaker === undefined ? [] : [{ type: 'text', value: speaker }];
      const quote = quotes[at];
      if (quote === undefined) return nodes.length === 0 ? '' : write(nodes);
      return escape(toString({ type: 'paragraph', children: nodes }).replace(/\s+/g, ' '), quote);
    });
  };
}

/** The quotation mark that is open at each place of a template; an apostrophe within a word opens nothing. */
function openQuotes(template: string): (string | undefined)[] {
  let open: string | undefined;
  return Array.from({ length: template.length }, (_, at) => {
    const character = template[at] as string;
    const before = open;
    if (open !== undefined) {
      if (character === open) open = undefined;
    } else if (
      character === '"' ||
      (character === "'" && /[\s=(,]/.test(template[at - 1] ?? ' '))
    ) {
      open = character;
    }
    return before;
  });
}

function withBackslash(value: string, quote: string): string {
  return value.replace(/["'\\]/g, (each) => (each === quote || each === '\\' ? `\\${each}` : each));
}

function asReference(value: string, quote: string): string {
  return value.replace(/["'&<]/g, (each) =>
    each === (quote === '"' ? "'" : '"') ? each : `&#${each.charCodeAt(0)};`,
  );
}
