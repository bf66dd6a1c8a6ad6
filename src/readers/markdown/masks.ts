/** Puts marks as characters that mean nothing, one for one, and puts them back in a tree. */
import type { Nodes, Root } from 'mdast';

/** All characters that can mean something in Markdown, with what plugins that extend it are known to use. */
const marks = '!"#$&()*+-.:<>=@[\\]^_`{|}~0123456789';
/** Where the characters that stand for them begin: private use, in blocks of 64. */
const blocks = Array.from({ length: 96 }, (_, index) => 0xe000 + index * 64);

/** Marks of running text. */
const inline = new Set('!$&*<[\\]^_`{|}~:@');

export class Masks {
  readonly #offsets: number[] = [];
  #base = 0;

  /** Masks the character at an offset. */
  add(offset: number): void {
    this.#offsets.push(offset);
  }

  /** Masks the marks of running text in a line, but those at its beginning that open code or raw HTML. */
  addMarks(source: string, start: number, end: number): void {
    const first = source[start];
    let from = start;
    if (first === '`' || first === '~' || first === '<')
      while (from < end && source[from] === first) from++;
    for (let at = from; at < end; at++) {
      if (inline.has(source[at] as string)) this.#offsets.push(at);
    }
  }

  /** The source with its masks, of the same length. */
  apply(source: string): string {
    // A text that has a private character of every block is no text; of its last block some then become marks.
    this.#base = (blocks.find((base) => !rangeOf(base).test(source)) ?? blocks.at(-1)) as number;
    const parts: string[] = [];
    let done = 0;
    for (const offset of this.#offsets.sort((a, b) => a - b)) {
      const mark = marks.indexOf(source[offset] as string);
      if (mark < 0 || offset < done) continue;
      parts.push(source.slice(done, offset), String.fromCharCode(this.#base + mark));
      done = offset + 1;
    }
    parts.push(source.slice(done));
    return parts.join('');
  }

  /** Puts the marks back, wherever a node holds text. Calls back for each node that had masks. */
  restore(tree: Root, onNode: (node: Nodes) => void): void {
    const masked = rangeOf(this.#base);
    const unmask = (value: string): string =>
      value.replace(masked, (character) => marks[character.charCodeAt(0) - this.#base] as string);
    const stack: Nodes[] = [tree];
    for (let node = stack.pop(); node; node = stack.pop()) {
      const fields = node as unknown as Record<string, unknown>;
      for (const [name, value] of Object.entries(fields)) {
        if (name === 'type' || typeof value !== 'string') continue;
        const unmasked = unmask(value);
        if (unmasked === value) continue;
        fields[name] = unmasked;
        onNode(node);
      }
      if ('children' in node) for (const child of node.children) stack.push(child);
    }
  }
}

function rangeOf(base: number): RegExp {
  const [first, last] = [base, base + 63].map((code) => `\\u${code.toString(16).toUpperCase()}`);
  return new RegExp(`[${first}-${last}]`, 'g');
}
